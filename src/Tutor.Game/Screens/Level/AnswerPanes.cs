using Tutor.Core.Levels;

namespace Tutor.Game.Screens.Level;

/// <summary>The table of the panes in which answers are given: a row for each form of answer.</summary>
static class AnswerPanes
{
    public static AnswerPane Of(LevelScreen level) => level.Sitting.Form switch
    {
        AnswerForm.Predicate => new PredicatePane(level),
        AnswerForm.Option => new OptionsPane(level),
        AnswerForm.Forecast => new ForecastPane(level),
        AnswerForm.Watched => new WatchedPane(level),
        AnswerForm.Marks => new MarksPane(level),
        AnswerForm.Painting => new PalettePane(level),
    };
}

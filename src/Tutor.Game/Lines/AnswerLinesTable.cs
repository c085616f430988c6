using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;

namespace Tutor.Game.Lines;

/// <summary>What text mode knows of a form of answer.</summary>
/// <param name="Of">Gives an answer of this form at a level.</param>
/// <param name="Commands">The commands that give it.</param>
/// <param name="SayAsked">Tells a room what the level asks, before anybody opens it.</param>
sealed record AnswerLinesRow(Func<TextLevel, AnswerLines> Of, ImmutableArray<TextCommand> Commands, Action<PreparedLevel, Speaker> SayAsked)
{
    /// <summary>Whether the room may see the map. It may not if the map is the answer, or if the kinds of pages would give it away.</summary>
    public bool ShowsMap { get; init; } = true;
}

/// <summary>The table of the ways in which answers are given in lines: a row for each form of answer.</summary>
static class AnswerLinesTable
{
    public static AnswerLinesRow Lines(this AnswerForm form) => form switch
    {
        AnswerForm.Predicate => new(level => new PredicateLines(level), PredicateLines.Rows, PredicateLines.SayAsked),
        AnswerForm.Option => new(level => new OptionLines(level), OptionLines.Rows, OptionLines.SayAsked),
        AnswerForm.Forecast => new(level => new ForecastLines(level), ForecastLines.Rows, ForecastLines.SayAsked),
        AnswerForm.Watched => new(level => new WatchedLines(level), [], WatchedLines.SayAsked),
        AnswerForm.Marks => new(level => new MarksLines(level), MarksLines.Rows, MarksLines.SayAsked) { ShowsMap = false },
        AnswerForm.Painting => new(level => new PaintingLines(level), PaintingLines.Rows, PaintingLines.SayAsked) { ShowsMap = false },
    };

    /// <summary>The commands of every form.</summary>
    public static IEnumerable<TextCommand> Commands =>
        Enum.GetValues<AnswerForm>().SelectMany(form => form.Lines().Commands.Select(c => c with { Form = form }));
}

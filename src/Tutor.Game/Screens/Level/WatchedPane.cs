using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>The pane of a level of kind watch: the player reads the predicate of the scan.</summary>
sealed class WatchedPane(LevelScreen level) : AnswerPane(level)
{
    readonly EditorPane _text = new();

    public override string Title => "The scan's predicate";

    public override KeyScope Scope => KeyScope.Scan;

    public override bool IsChoosing => false;

    public override bool WaitsAfterPass => true;

    public override string AfterTitle => "What was to be seen";

    public override void Begin() => _text.Buffer.Begin(Sitting.Text);

    public override int Rows(int width) => Math.Max(2, _text.Rows(width));

    public override void Draw(Grid grid, Area area, bool isActive) => _text.Draw(grid, area, LevelMessages.Of(Sitting.Latest), isActive: false);

    public override IReadOnlyList<Line> Notes(int width) =>
        Wrapping.Wrap([new Run("Enter", Ink.Key), new Run(" watches the scan; seen to the end, it is passed.", Ink.Muted)], width);

    public override bool Do(Command command) => false;

    public override bool Watch()
    {
        if (Sitting.Latest?.Predicate is { } predicate)
        {
            Level.Game.Open(new WatchScreen(Sitting.Map, predicate, Sitting.Drawn.Settings, Level.Game.Settings.IsCalm, Map.Cursor, Level.SeenToTheEnd));
        }

        return true;
    }

    /// <summary>Nothing is handed in. The level is passed when the player has watched the scan.</summary>
    public override void HandIn() => Watch();

    public override (string Text, Ink Ink)? Told(HandInResult last) =>
        last.IsPassed ? ($"Seen to the end: passed.{last.KeepingWords}{Level.Onwards}", Ink.Good) : null;
}

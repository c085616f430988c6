using Tutor.Core.Levels;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>One of the level's options is chosen.</summary>
sealed class OptionsPane(LevelScreen level) : AnswerPane(level)
{
    readonly LaidOut<(int Option, int Width)> _lines = new();
    readonly List<(int Row, int Option)> _rows = [];
    int _firstRow;

    public override string Title => $"Skip this page? Choose one of {Sitting.Options.Length} answers";

    public override KeyScope Scope => KeyScope.Options;

    public override Action<string> Take => text =>
    {
        var option = Sitting.Options.ToList().FindIndex(o => Sitting.TextOf(o) == text);
        LookAt(option >= 0 ? option : Math.Max(0, Hand.Index));
    };

    public override bool HasPlot => true;

    public override bool IsReadWhole => true;

    OptionAtHand Hand => (OptionAtHand)Sitting.AtHand;

    public override int Rows(int width) => Lines(width).Count;

    public override void Draw(Grid grid, Area area, bool isActive)
    {
        var lines = Lines(area.Width);
        var shown = Math.Max(0, Hand.Index);
        var first = _rows.First(r => r.Option == shown).Row;
        var last = _rows.Last(r => r.Option == shown).Row;
        var isCut = lines.Count > area.Height;
        if (isCut)
        {
            // The last row says that there are more.
            area = area with { Height = area.Height - 1 };
        }

        // An answer taller than the pane is read from its beginning.
        _firstRow = Math.Clamp(_firstRow, Math.Clamp(last - area.Height + 1, 0, first), first);
        grid.Put(area, lines, _firstRow);
        grid.ScrollBar(area, _firstRow, lines.Count);
        if (isCut)
        {
            grid.Put(area with { Y = area.Bottom, Height = 1 }, 0, Hidden(lines.Count, area.Height));
        }
    }

    /// <summary>Says which answers lie above and below the visible rows.</summary>
    Line Hidden(int lines, int rows)
    {
        Run[] above = _firstRow > 0 ? [new Run("Up ", Ink.Key), new Run($"{Letter(_rows[_firstRow - 1].Option)}) is above  ", Ink.Muted)] : [];
        var last = _firstRow + rows;
        Run[] below = last < lines ? [new Run("Down ", Ink.Key),
            new Run(_rows[last].Option == _rows[last - 1].Option ? $"{Letter(_rows[last].Option)}) goes on" : $"{Letter(_rows[last].Option)}) is below", Ink.Muted)] : [];
        return Line.Of([new Run(last < lines ? $"{Glyphs.Down} " : "  ", Ink.Muted), .. above, .. below]);
    }

    static char Letter(int option) => (char)('a' + option);

    /// <summary>An option that was handed in appears with the author's feedback.</summary>
    public override IReadOnlyList<Line> Notes(int width) => Hand.Index == OptionAtHand.None
        ? Wrapping.Wrap([new Run("Up Down", Ink.Key), new Run(" go to an answer, ", Ink.Muted), new Run("Enter", Ink.Key), new Run(" chooses it.", Ink.Muted)], width)
        : LevelMessages.Lines(LevelMessages.Of(Sitting.Latest), null, width)
            ?? (!Sitting.IsSecret && Sitting.Options[Hand.Index].Feedback is { Length: > 0 } feedback ? Wrapping.WrapCode(LinkLabels.Of(feedback), width) : []);

    public override bool Do(Command command)
    {
        if (command is not (Command.Up or Command.Down))
        {
            return false;
        }

        LookAt(command == Command.Down ? Hand.Index + 1 : Hand.Index == OptionAtHand.None ? Sitting.Options.Length - 1 : Hand.Index - 1);
        return true;
    }

    public override void Click(Area inside, int x, int y)
    {
        var at = _rows.FindIndex(r => r.Row == y - inside.Y + _firstRow);
        if (at >= 0)
        {
            LookAt(_rows[at].Option);
        }
    }

    void LookAt(int option)
    {
        Hand.LookAt(option);
        Changed();
    }

    IReadOnlyList<Line> Lines(int width) => _lines.Of((Hand.Index, width), of =>
    {
        _rows.Clear();
        var lines = new List<Line>();
        for (var i = 0; i < Sitting.Options.Length; i++)
        {
            var letter = Letter(i);
            foreach (var line in CodeColours.Lines(Sitting.TextOf(Sitting.Options[i])).SelectMany(l => Wrapping.Wrap(l.Runs, Math.Max(8, of.Width - 5))))
            {
                var isFirst = _rows.Count == 0 || _rows[^1].Option != i;
                var head = isFirst ? $"{(i == of.Option ? Glyphs.Arrow : " ")} {letter}) " : "     ";
                lines.Add(line.After(new Run(head, Ink.Key)) with { Paper = i == of.Option ? Paper.Selected : Paper.Normal });
                _rows.Add((lines.Count - 1, i));
            }
        }

        return lines;
    });
}

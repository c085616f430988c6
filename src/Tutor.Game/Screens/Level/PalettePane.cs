using System.Globalization;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <summary>A memory is painted on the map: the kinds that can be painted, with their counts, and the keys that paint.</summary>
sealed class PalettePane(LevelScreen level) : AnswerPane(level)
{
    /// <summary>Columns that the name of a kind has before its counts are written in letters.</summary>
    const int WidestKind = 16;

    int _first;

    public override string Title => "Paint with";

    public override KeyScope Scope => KeyScope.Palette;

    public override KeyScope? MapScope => KeyScope.Painting;

    /// <summary>Every stroke makes another memory.</summary>
    public override bool ChangesMap => true;

    public override Action<string> Take => stored =>
    {
        if (Hand.TakeEarlier(stored))
        {
            Changed();
        }
    };

    PaintingAtHand Hand => (PaintingAtHand)Sitting.AtHand;

    int Count => Hand.Palette.Length;

    public override int Rows(int width) => Count;

    public override void Draw(Grid grid, Area area, bool isActive)
    {
        _first = Math.Clamp(_first, Math.Max(0, Hand.Brush - area.Height + 1), Hand.Brush);
        grid.Put(area, [.. Enumerable.Range(0, Count).Select(k => Row(k, area.Width))], _first);
        grid.ScrollBar(area, _first, Count);
    }

    public override IReadOnlyList<Line> Notes(int width) => Wrapping.Wrap(
    [
        new Run("Up Down", Ink.Key), new Run(" choose, ", Ink.Muted), new Run("Space", Ink.Key), new Run(" paints, ", Ink.Muted),
        new Run("Backspace", Ink.Key), new Run(" erases, ", Ink.Muted), new Run("u", Ink.Key), new Run(" takes back, ", Ink.Muted),
        new Run("Enter", Ink.Key), new Run(" hands in.", Ink.Muted),
    ], width);

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                return DoOnMap(command == Command.Up ? Command.PreviousKind : Command.NextKind);
            case Command.Left or Command.Right:
                Map.MoveTo(Map.Cursor + (command == Command.Left ? -1 : 1));
                return true;
            case Command.First or Command.Last:
                Map.MoveTo(command == Command.First ? 0 : int.MaxValue);
                return true;
            default:
                return DoOnMap(command);
        }
    }

    /// <summary>The keys that paint, beside the palette and on the map.</summary>
    public override bool DoOnMap(Command command)
    {
        switch (command)
        {
            case Command.Paint:
                PaintHere();
                Level.TakeScore();
                return true;
            case Command.Delete:
                Hand.Erase(Map.Cursor);
                break;
            case Command.Backspace:
                Map.MoveTo(Map.Cursor - 1);
                Hand.Erase(Map.Cursor);
                break;
            case Command.EraseAll:
                Hand.EraseAll();
                break;
            case Command.Undo when !Hand.Undo():
            case Command.Redo when !Hand.Redo():
                Level.Say(command == Command.Undo ? "There is nothing before this." : "There is nothing after this.", Ink.Muted);
                return true;
            case Command.Undo or Command.Redo:
                break;
            case Command.PreviousKind or Command.NextKind:
                Hand.TakeBrush(Hand.Brush + (command == Command.NextKind ? 1 : -1));
                return true;
            default:
                return false;
        }

        Changed();
        return true;
    }

    public override void Click(Area inside, int x, int y)
    {
        if (y - inside.Y is >= 0 and var row && row + _first < Count)
        {
            Hand.TakeBrush(row + _first);
        }
    }

    /// <summary>A click paints the kind at hand; where that lies already, it is taken away.</summary>
    public override void ClickMap(bool hadCursor)
    {
        var frame = Map.Cursor;
        if (Hand.Painting.At(frame)?.Kind == Hand.Palette[Hand.Brush])
        {
            Hand.Erase(frame);
            Changed();
        }
        else
        {
            PaintHere();
            Map.MoveTo(frame);
        }
    }

    /// <summary>The painted memory is at fault as a whole, so no page proves anything.</summary>
    public override string ProofWords(HandInResult last) => "";

    /// <summary>Before it is handed in: the predicate, and what is asked for.</summary>
    public override IReadOnlyList<Line> BeforeScore(int width) =>
    [
        Line.Of(Hand.IsAgainstOwn ? "Break your own answer" : "Break this predicate", Ink.Title),
        .. CodeColours.Lines(Sitting.Text.Trim()).SelectMany(l => Wrapping.Wrap(l.Runs, width)),
        Line.Empty,
        .. Asked(width),
    ];

    /// <summary>The card of the frame under the cursor; where nothing lies there, of the kind at hand.</summary>
    public override IReadOnlyList<Line> Card(int width)
    {
        if (Hand.Painting.At(Map.Cursor) is not null)
        {
            return PageCard.Lines(Sitting.Map, Map.Cursor, Map.VerdictAt(Map.Cursor), Sitting.Latest?.Predicate, Sitting.Control, width, isSecret: Sitting.IsSecret);
        }

        var sample = Hand.Sample(Hand.Brush);
        return
        [
            .. Wrapping.Wrap($"Frame +{Map.Cursor} is free. Space would paint:", width, Ink.Muted),
            .. PageCard.Lines(sample.Map, 0, PageVerdict.NeverCandidate, null, Sitting.Control, width, isSecret: true, place: Map.Cursor),
        ];
    }

    void PaintHere()
    {
        if (Hand.Paint(Map.Cursor) is { } painted)
        {
            Changed();
            Map.MoveTo(painted.End);
        }
        else
        {
            Level.Say($"'{Hand.Palette[Hand.Brush]}' does not fit here: it needs {Words.Pages(Hand.Sample(Hand.Brush).Map.StateAt(0).NrPages)} in a row.", Ink.Warning);
        }
    }

    Line Row(int kind, int width)
    {
        var isSelected = kind == Hand.Brush;
        var page = Hand.Sample(kind).Map.StateAt(0);
        var look = KindLooks.Of(page);
        var counts = TextColumns.FirstThatFits(width - 5 - WidestKind,
            string.Create(CultureInfo.InvariantCulture, $"{$"refs {Hand.ReferencesOf(page)}",-10} mapped {page.MapCount,-4}"),
            string.Create(CultureInfo.InvariantCulture, $"{$" r{Hand.ReferencesOf(page)} m{page.MapCount}",-12}"));
        var room = Math.Max(8, width - 5 - TextColumns.Of(counts));
        var size = page.NrPages > 1 ? string.Create(CultureInfo.InvariantCulture, $" x{page.NrPages}") : "";
        return Line.Of(
            new Run($"{(isSelected ? Glyphs.Arrow : " ")} ", Ink.Accent), new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold),
            new Run(TextColumns.Pad(TextColumns.Fit(Hand.Palette[kind] + size, room), room), isSelected ? Ink.Strong : Ink.Text),
            new Run(counts, Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}

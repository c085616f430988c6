using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <summary>The pane of a level of kind mark, where the player is the predicate. A list has each page with its mark and its counts.</summary>
sealed class MarksPane(LevelScreen level) : AnswerPane(level)
{
    /// <summary>Columns of the place, the mark and the blanks between.</summary>
    const int HeadColumns = 14;

    /// <summary>The same without the word for the mark.</summary>
    const int NarrowHead = 8;

    const char Test = '?';

    int _first;

    public override string Title => $"Skip this page? {Marks.Said} of {Marks.Count} marked";

    public override KeyScope Scope => KeyScope.Marks;

    public override KeyScope? MapScope => KeyScope.Marking;

    /// <summary>The kinds of pages would give the answer away, too.</summary>
    public override KeyShows Hides => KeyShows.Verdicts | KeyShows.Kinds;

    public override string WhyNoPredicate => "Here you are the predicate: there is no text to take apart.";

    /// <summary>Before the marks are handed in the map shows them, and no kind of page.</summary>
    public override (string Title, List<Look> Looks)? OnMap => Sitting.IsSecret ? ("your marks", [.. MarkLooks.All]) : null;

    public override Action<string> Take => stored =>
    {
        if (Hand.TakeEarlier(stored))
        {
            Changed();
        }
    };

    MarksAtHand Hand => (MarksAtHand)Sitting.AtHand;

    Marks Marks => Hand.Marks;

    /// <summary>The heading, and a line a page.</summary>
    public override int Rows(int width) => 1 + Marks.Count;

    public override IReadOnlyList<Line> Notes(int width) => Wrapping.Wrap(
    [
        new Run("Left", Ink.Key), new Run(" takes a page, ", Ink.Muted), new Run("Right", Ink.Key), new Run(" skips it, ", Ink.Muted),
        new Run("a", Ink.Key), new Run(" marks all, ", Ink.Muted), new Run("F4", Ink.Key), new Run(" the whole card, ", Ink.Muted),
        new Run("Enter", Ink.Key), new Run(" hands in.", Ink.Muted),
    ], width);

    public override bool Do(Command command)
    {
        if (DoOnMap(command))
        {
            return true;
        }

        switch (command)
        {
            case Command.Up or Command.Down:
                Map.MoveTo(Map.Cursor + (command == Command.Up ? -1 : 1));
                return true;
            case Command.First or Command.Last:
                Map.MoveTo(command == Command.First ? 0 : int.MaxValue);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The keys that mark a page, in the list and on the map.</summary>
    public override bool DoOnMap(Command command)
    {
        switch (command)
        {
            case Command.MarkTake or Command.MarkSkip:
                Hand.Say(Map.Cursor, command == Command.MarkTake ? PageMark.Take : PageMark.Skip);
                break;
            case Command.MarkInTurn:
                Hand.Say(Map.Cursor, Marks[Map.Cursor] == PageMark.Skip ? PageMark.Take : PageMark.Skip);
                break;
            case Command.MarkAll:
                Hand.SayAll();
                break;
            default:
                return false;
        }

        Changed();
        return true;
    }

    /// <summary>A click goes to a page. On the page under the cursor it changes the mark.</summary>
    public override void Click(Area inside, int x, int y)
    {
        var page = y - inside.Y is >= 1 and var row && row - 1 + _first < Marks.Count ? row - 1 + _first : -1;
        if (page == Map.Cursor)
        {
            DoOnMap(Command.MarkInTurn);
        }
        else if (page >= 0)
        {
            Map.MoveTo(page);
        }
    }

    public override void ClickMap(bool hadCursor)
    {
        if (hadCursor)
        {
            DoOnMap(Command.MarkInTurn);
        }
    }

    public override void ShowOnMap() =>
        Map.Marks = Sitting.IsSecret ? [.. Enumerable.Range(0, Marks.Count).Select(p => (p, MarkLooks.Of(Marks[p])))] : [];

    public override string ProofWords(HandInResult last) => last.Missed is not null ? " F6 goes to a page that you had wrong." : base.ProofWords(last);

    public override IReadOnlyList<Line> Card(int width) => Sitting.IsSecret ? MarkCard.Lines(Hand, Sitting, Map.Cursor, width)
        : [MarkCard.Said(Hand, Map.Cursor), .. base.Card(width)];

    public override void Draw(Grid grid, Area area, bool isActive)
    {
        var selected = Map.Cursor;
        var columns = Columns(area.Width);
        grid.Put(area with { Height = 1 }, 0, Line.Of(
            [new Run(TextColumns.Pad("", columns.Head)), .. columns.Columns.Select(c => new Run(TextColumns.Pad(c.Name, c.Width, right: true), Ink.Muted))]));
        var rows = area with { Y = area.Y + 1, Height = area.Height - 1 };
        if (rows.Height < 1)
        {
            return;
        }

        _first = Math.Clamp(_first, Math.Max(0, selected - rows.Height + 1), selected);
        _first = Math.Clamp(_first, 0, Math.Max(0, Marks.Count - rows.Height));
        grid.Put(rows, [.. Enumerable.Range(0, Marks.Count).Select(p => Row(p, columns, p == selected))], _first);
        grid.ScrollBar(rows, _first, Marks.Count);
    }

    Line Row(int page, Table table, bool isSelected)
    {
        var look = MarkLooks.Of(Marks[page]);
        var facts = Facts(page).ToDictionary(f => f.Heading, f => f.Value);
        return Line.Of(
            [
                new Run($"{(isSelected ? Glyphs.Arrow : " ")} {TextColumns.Pad("+" + page.ToString(CultureInfo.InvariantCulture), 4)}", isSelected ? Ink.Accent : Ink.Text),
                new Run(TextColumns.Pad(table.Head == HeadColumns && Marks[page] is not null ? $"{look.Glyph} {look.Name}" : look.Glyph, table.Head - 6), look.Ink, CellStyle.Bold),
                .. table.Columns.Select(c => new Run(TextColumns.Pad(facts.GetValueOrDefault(c.Name, ""), c.Width, right: true), Ink.Strong)),
            ])
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }

    /// <summary>Chooses the columns: as many counts and distinguishing tests as fit. The words of the marks go if that makes room for more.</summary>
    Table Columns(int width)
    {
        var facts = Enumerable.Range(0, Marks.Count).SelectMany(Facts).GroupBy(f => f.Heading, f => f.Value)
            .Where(f => f.Key[^1] != Test || f.Distinct().Count() > 1).Select(f => (f.Key, Width: Math.Max(f.Key.Length, f.Max(v => v.Length)))).ToList();
        var wide = Fitting(HeadColumns, 2);
        return wide.Columns.Count == facts.Count ? wide : Fitting(NarrowHead, 1);

        Table Fitting(int head, int gap)
        {
            var columns = facts.Select(f => (f.Key, Width: f.Width + gap)).ToList();
            var left = width - head;
            return new Table(head, [.. columns.TakeWhile(c => (left -= c.Width) >= 0)]);
        }
    }

    /// <summary>What the kernel reads on a page: headings of tests end with a question mark.</summary>
    IEnumerable<(string Heading, string Value)> Facts(int page)
    {
        var seen = Hand.SeenOf(page);
        string Heading(ReadableFact test) => seen.Short(test).Replace("test_", "", StringComparison.Ordinal) + Test;
        return
        [
            .. seen.Values.Select(v => (seen.Short(v), v.Value ?? "")),
            .. seen.True.Select(t => (Heading(t), "yes")),
            .. seen.False.Select(t => (Heading(t), "no")),
        ];
    }

    /// <param name="Head">Columns of the place and the mark.</param>
    readonly record struct Table(int Head, List<(string Name, int Width)> Columns);
}

using System.Globalization;
using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <summary>The player is the predicate: take or skip is said of each page. A list has the pages, with what is said of each and its counts side by side.</summary>
sealed class MarksPane(LevelScreen level) : AnswerPane(level)
{
    /// <summary>Columns of the place, the mark and the blanks between.</summary>
    const int HeadColumns = 14;

    int _first;

    public override string Title => $"Skip this page? {Marks.Said} of {Marks.Count} marked";

    public override KeyScope Scope => KeyScope.Marks;

    public override KeyScope? MapScope => KeyScope.Marking;

    /// <summary>What pages are made of would say what is asked, too.</summary>
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

    public override List<Line> Notes(int width) => Wrapping.Wrap(
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

    /// <summary>A click goes to a page; on the page under the cursor it marks in turn.</summary>
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

    public override List<Line> BeforeScore(int width) => [.. base.BeforeScore(width), Line.Empty, .. Asked(width)];

    public override List<Line> Card(int width) => Sitting.IsSecret ? MarkCard.Lines(Hand, Sitting, Map.Cursor, width)
        : [MarkCard.Said(Hand, Map.Cursor), .. base.Card(width)];

    public override void Draw(Grid grid, Area area, bool isActive)
    {
        var selected = Map.Cursor;
        var columns = Columns(area.Width);
        grid.Put(area with { Height = 1 }, 0, Line.Of(
            [new Run(TextColumns.Pad("", HeadColumns)), .. columns.Select(c => new Run(TextColumns.Pad(c.Name, c.Width, right: true), Ink.Muted))]));
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

    Line Row(int page, List<(string Name, int Width)> columns, bool isSelected)
    {
        var look = MarkLooks.Of(Marks[page]);
        var seen = Hand.SeenOf(page);
        return Line.Of(
            [
                new Run($"{(isSelected ? Glyphs.Arrow : " ")} {TextColumns.Pad("+" + page.ToString(CultureInfo.InvariantCulture), 4)}", isSelected ? Ink.Accent : Ink.Text),
                new Run(TextColumns.Pad($"{look.Glyph} {(Marks[page] is null ? "" : look.Name)}", HeadColumns - 6), look.Ink, CellStyle.Bold),
                .. columns.Select(c => new Run(TextColumns.Pad(seen.Values.FirstOrDefault(v => seen.Short(v) == c.Name)?.Value ?? "", c.Width, right: true), Ink.Strong)),
            ])
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }

    /// <summary>As many of the counts as fit, in the order of the table of built-ins.</summary>
    List<(string Name, int Width)> Columns(int width)
    {
        var left = width - HeadColumns - 1;
        var columns = new List<(string, int)>();
        foreach (var column in Enumerable.Range(0, Marks.Count).Select(Hand.SeenOf).SelectMany(seen => seen.Values.Select(value => (Heading: seen.Short(value), value.Value)))
            .GroupBy(v => v.Heading, v => v.Value))
        {
            var its = 2 + Math.Max(column.Key.Length, column.Max(v => v?.Length ?? 0));
            if (its > left)
            {
                break;
            }

            columns.Add((column.Key, its));
            left -= its;
        }

        return columns;
    }
}

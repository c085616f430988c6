using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>
/// The predicate taken apart: its terms with the pages that each decides, and below them the truth table of this map.
/// </summary>
/// <param name="light">Shows on the map which pages a term decides.</param>
sealed class TermsScreen(TermTable table, MapPane map, Action<int> light) : ListScreen
{
    /// <summary>Columns of terms; a predicate with more is read in pieces, by its page card.</summary>
    const int MostColumns = 12;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Terms, KeyScope.Everywhere];

    public override string Name => "Truth table";

    protected override int Count => table.Terms.Length + table.Rows.Length;

    public override void Draw(Grid grid)
    {
        var rows = Rows(grid.PopupText(110));
        List = grid.PopupBox(110, rows.Count + 2, "Your predicate, term by term", PopupPlace.Bottom);
        DrawRows(grid, rows);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command != Command.Confirm)
        {
            return base.Do(command);
        }

        Game.Close();
        if (Selected < table.Terms.Length)
        {
            light(Selected);
        }
        else
        {
            var states = table.Rows[Selected - table.Terms.Length].States;
            map.MoveTo(MapSearch.Next(map.Map, states.Contains, map.Cursor) ?? map.Cursor);
        }

        return true;
    }

    protected override int? ItemAt(int row) => Rows(List.Width - 1).ElementAtOrDefault(row).Item;

    List<(Line Line, int? Item)> Rows(int width)
    {
        var rows = new List<(Line, int?)> { (Heading("Terms, and the pages whose answer hangs on each"), null) };
        for (var i = 0; i < table.Terms.Length; i++)
        {
            var term = table.Terms[i];
            var pages = $"{Words.Count(term.Decides)} of {Words.Count(term.Asked)} asked";
            var lead = new[] { Pointer(i), new Run($"{Term.Letter(i)}  ", Ink.Key, CellStyle.Bold) };
            foreach (var line in Wrapping.Wrap([new Run(term.Text, Ink.Code), new Run($"  {pages}", Ink.Muted)], Math.Max(20, width - 6)))
            {
                rows.Add((line.After(lead) with { Paper = PaperOf(i) }, i));
                lead = [new Run("     ")];
            }
        }

        var columns = Math.Min(MostColumns, table.Terms.Length);
        rows.Add((Line.Empty, null));
        rows.AddRange(Wrapping.Wrap("What they say, page by page: capitals decide, a dot was not asked", width, Ink.Title).Select(l => (l, (int?)null)));
        rows.Add((Line.Of($"       pages  {string.Concat(Enumerable.Range(0, columns).Select(i => $" {Term.Letter(i)}"))}   comes to", Ink.Muted), null));
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var (row, item) = (table.Rows[i], table.Terms.Length + i);
            var look = VerdictLooks.Of(row.Verdict);
            var values = row.Values.Take(columns).Select(v => new Run($" {Letter(v.Say, v.Value)}", v.Say == TermSay.Decides ? Ink.Strong : Ink.Muted,
                v.Say == TermSay.Decides ? CellStyle.Bold : CellStyle.None));
            var line = Line.Of([Pointer(item), new Run(TextColumns.Pad(Words.Count(row.Pages), 10, right: true) + "  "), .. values,
                new Run($"   {look.Glyph} {TextColumns.Pad(look.Name, 12)}", look.Ink),
                new Run(TextColumns.Fit(row.Kinds, Math.Max(8, width - 32 - columns * 2)), Ink.Muted)]);
            rows.Add((line with { Paper = PaperOf(item) }, item));
        }

        return rows;
    }

    static Line Heading(string text) => Line.Of(text, Ink.Title, CellStyle.Bold);

    Run Pointer(int item) => new(item == Selected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent);

    Paper PaperOf(int item) => item == Selected ? Paper.Selected : Paper.Normal;

    /// <summary>T and F; a pointer is true when it is not NULL, a number when it is not 0.</summary>
    static string Letter(TermSay say, string value) => say switch
    {
        TermSay.NotAsked => ".",
        TermSay.Decides => value is "false" or "NULL" or "0" ? "F" : "T",
        TermSay.Asked => value is "false" or "NULL" or "0" ? "f" : "t",
    };
}

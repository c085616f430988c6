using Tutor.Core.Memory;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>Every mark of the map, what it means and how often it occurs; one key goes to a page that has it.</summary>
/// <param name="isSecret">The player has not decided yet, so verdicts are secret.</param>
sealed class LegendScreen(MapPane map, bool isSecret) : ListScreen
{
    readonly List<LegendEntry> _entries =
        [.. isSecret || map.Verdicts.Count == 0 ? [] : map.Legend.Verdicts(map.Verdicts), .. map.Legend.Kinds()];

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Legend, KeyScope.Everywhere];

    public override string Name => "Legend";

    protected override int Count => _entries.Count;

    public override void Draw(Grid grid)
    {
        var rows = Rows(grid.PopupText(84));
        List = grid.PopupBox(84, rows.Count + 2, "What the marks mean", PopupPlace.Bottom);
        DrawRows(grid, rows);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command is Command.Confirm or Command.PreviousLike)
        {
            Jump(backwards: command == Command.PreviousLike);
            return true;
        }

        return base.Do(command);
    }

    protected override int? ItemAt(int row) => Rows(List.Width - 1).ElementAtOrDefault(row).Item;

    void Jump(bool backwards)
    {
        var entry = _entries[Selected];
        if (entry.Verdict is { } verdict)
        {
            map.Mode = MapMode.Verdicts;
            map.Jump(v => v == verdict, backwards);
        }
        else
        {
            map.Mode = MapMode.Kinds;
            map.JumpToKind(entry.Look, backwards);
        }

        Game.Close();
    }

    List<(Line Line, int? Item)> Rows(int width)
    {
        var rows = new List<(Line, int?)>();
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (i == 0 || (entry.Verdict is null && _entries[i - 1].Verdict is not null))
            {
                rows.Add((Line.Of(entry.Verdict is null ? "Kinds of memory" : "What became of the pages", Ink.Title, CellStyle.Bold), null));
            }

            var pages = entry.Pages is { } n ? Words.Count(n) : "";
            var head = new[]
            {
                new Run(i == Selected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent), new Run(entry.Look.Glyph, entry.Look.Ink, CellStyle.Bold),
                new Run($" {TextColumns.Pad(entry.Look.Name, 19)}", i == Selected ? Ink.Strong : Ink.Text), new Run(TextColumns.Pad(pages, 12, right: true) + "  ", Ink.Muted),
            };
            foreach (var line in Wrapping.Wrap(entry.Means, Math.Max(10, width - 36), Ink.Muted))
            {
                rows.Add((line.After(head) with { Paper = i == Selected ? Paper.Selected : Paper.Normal }, i));
                head = [new Run(new string(' ', 36))];
            }
        }

        if (map.Map.PageCount > Pageblock.Pages)
        {
            rows.Add((Line.Of("The ground", Ink.Title, CellStyle.Bold), null));
            rows.AddRange(Wrapping.Wrap("Every other pageblock (512 pages) lies on another ground. The address of a row that begins one stands out.", width, Ink.Muted).Select(l => (l, (int?)null)));
        }

        return rows;
    }
}

using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>A page that speaks against a predicate, and the page that it takes it for.</summary>
static class CounterText
{
    /// <summary>Rows of facts that go by no name of their own.</summary>
    const int MostFacts = 6;

    /// <summary>One line in the list: what it is, how many are like it, and where.</summary>
    public static Line Row(CounterPage page, int width, bool isSelected)
    {
        var look = VerdictLooks.Of(page.Verdict);
        var place = page.IsShown ? Place(page.Page) : $"map {page.Run.Map.Id}";
        var alike = page.Alike == 1 ? "1 page" : $"{Words.Count(page.Alike)} like it";
        var room = Math.Max(8, width - 24 - place.Length);
        return Line.Of(
            new Run(isSelected ? $"{Glyphs.Current.Arrow} " : "  ", Ink.Accent), new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold),
            new Run(TextColumns.Pad(TextColumns.Fit(page.State.Kind, room), room), isSelected ? Ink.Strong : Ink.Text),
            new Run(TextColumns.Pad(alike, 17, right: true), Ink.Muted), new Run($"  {place}", Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }

    /// <summary>What is wrong about it, and what tells it apart from the page that is treated alike.</summary>
    public static List<Line> About(CounterPage page, Predicate predicate, int width)
    {
        var control = page.Run.Map.Settings.Control;
        var answer = predicate.Ask(page.State, control);
        var isSkipped = page.Verdict == PageVerdict.FalseSkip;
        var lines = Wrapping.Wrap(
            [new Run(isSkipped ? "You skip it; it would move. " : "You let it through; it cannot move. ", Ink.Bad, CellStyle.Bold),
                new Run($"In truth {Words.Truth(page.State, control)}.")], width);
        if (page.Twin is not { } twin)
        {
            lines.AddRange(Wrapping.Wrap($"You say '{Words.Answer(answer)}' of no page rightly here.", width, Ink.Muted));
            return lines;
        }

        var other = page.Run.Map.Map.StateAt(twin);
        lines.Add(Line.Empty);
        lines.AddRange(Wrapping.Wrap(
            $"The same answer is right for {other.Kind} ({Place(twin)}). This is what tells them apart:", width));
        lines.AddRange(Facts(page.State, other, control, width));
        return lines;
    }

    /// <summary>The facts in which two pages differ, side by side.</summary>
    static List<Line> Facts(PageState page, PageState other, CompactControl control, int width)
    {
        var readable = ReadableFacts.Between(page, other, control, PredicateScope.All);
        if (readable.IsEmpty)
        {
            return Wrapping.Wrap("Nothing that a predicate could read: no predicate can be right about both.", width, Ink.Warning);
        }

        var own = control.OwnReferences;
        var rows = new List<(string Name, string Here, string There)>();
        void Add<T>(string name, Func<PageState, T> fact, Func<T, string> write)
            where T : notnull
        {
            if (!fact(page).Equals(fact(other)))
            {
                rows.Add((name, write(fact(page)), write(fact(other))));
            }
        }

        Add("folio_ref_count()", p => p.RefCount + (p.RefCount > 0 ? own : 0), n => Words.Count(n));
        Add("folio_mapcount()", p => p.MapCount, n => Words.Count(n));
        Add("pins of its own", p => p.PinCount, n => Words.Count(n));
        Add("mapping", p => p.Has(PageFlags.Mapping), b => b ? "not NULL" : "NULL");
        Add("order", p => p.Order, n => n.ToString(CultureInfo.InvariantCulture));
        Add("zone", p => p.Zone, z => MemoryWords.Zones.First(w => w.Value == z).Word);
        Add("migratetype", p => p.Migratetype, t => MemoryWords.Migratetypes.First(w => w.Value == t).Word);
        foreach (var (word, flag) in MemoryWords.Flags)
        {
            Add($"flag {word}", p => p.Has(flag), b => b ? "set" : "-");
        }

        if (rows.Count == 0)
        {
            rows.AddRange(readable.Take(MostFacts).Select(f => (f.Text, f.Here ?? "undefined", f.There ?? "undefined")));
        }

        var name = Math.Max(18, rows.Max(r => r.Name.Length) + 1);
        var column = Math.Max(10, (width - name) / 2);
        var head = Line.Of(new Run(new string(' ', name)), new Run(TextColumns.Fit(page.Kind, column - 1).PadRight(column), Ink.Title),
            new Run(TextColumns.Fit(other.Kind, column), Ink.Title));
        return
        [
            head,
            .. rows.Select(r => Line.Of(new Run(TextColumns.Pad(r.Name, name), Ink.CodeName),
                new Run(TextColumns.Pad(r.Here, column), Ink.Strong), new Run(r.There, Ink.Strong))),
        ];
    }

    static string Place(int page) => string.Create(CultureInfo.InvariantCulture, $"page +{page}");
}

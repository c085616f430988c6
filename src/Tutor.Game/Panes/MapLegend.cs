using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>A mark of the map, its meaning, and how many pages have it; null if counting them would take too long.</summary>
readonly record struct LegendEntry(Look Look, string Means, long? Pages, PageVerdict? Verdict);

/// <summary>What the marks of a map mean: those that occur on it.</summary>
sealed class MapLegend(MemoryMap map)
{
    /// <summary>Up to this many pages, verdicts that exist only page by page are counted.</summary>
    const int MostCounted = 1 << 22;

    /// <summary>Columns in which every verdict that is usual fits into a row.</summary>
    const int OneRow = 70;

    // In the order of the score. Verdicts that the predicate does not decide come last.
    static readonly PageVerdict[] Order =
    [
        PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.NoTarget, PageVerdict.SkippedPin, PageVerdict.FalseSkip,
        PageVerdict.Error, PageVerdict.Refused, PageVerdict.IsolatedDriver, PageVerdict.PutBack, PageVerdict.NeverCandidate,
    ];

    /// <summary>Every verdict that a page of the map has; on very large maps some that none may have.</summary>
    public List<LegendEntry> Verdicts(IReadOnlyList<PageVerdict> verdicts)
    {
        var counts = new long?[Order.Length];
        if ((verdicts as VerdictMap)?.OfState is { IsDefault: false } ofState)
        {
            var states = map.PagesOfState;
            for (var id = 0; id < states.Length; id++)
            {
                counts[(int)ofState[id]] = (counts[(int)ofState[id]] ?? 0) + states[id];
            }
        }
        else if (verdicts.Count <= MostCounted)
        {
            foreach (var verdict in verdicts)
            {
                counts[(int)verdict] = (counts[(int)verdict] ?? 0) + 1;
            }
        }
        else
        {
            return [.. Order.Select(v => new LegendEntry(VerdictLooks.Of(v), Words.Verdict(v), null, v))];
        }

        return [.. from v in Order where counts[(int)v] > 0 select new LegendEntry(VerdictLooks.Of(v), Words.Verdict(v), counts[(int)v], v)];
    }

    /// <summary>Every kind of memory on the map.</summary>
    public List<LegendEntry> Kinds()
    {
        var states = map.PagesOfState;
        return
        [
            .. from look in KindLooks.All
               let ids = Enumerable.Range(0, states.Length).Where(id => KindLooks.Of(map.Palette[id]) == look).ToList()
               let pages = ids.Sum(id => (long)states[id])
               where pages > 0
               select new LegendEntry(look, string.Join(", ", ids.Where(id => states[id] > 0).Select(id => map.Palette[id].Kind).Distinct()), pages, null),
        ];
    }

    /// <summary>
    /// The number of rows of the legend under a map. It does not depend on the marks, so that nothing jumps. The legend has a
    /// second row only if the map loses no detail by it.
    /// </summary>
    public static int Rows(MapPane map, Area pane)
    {
        if (pane.Height < 3)
        {
            return 0;
        }

        var spare = pane.Height - map.Extent(pane with { Height = pane.Height - 1 }).Rows;
        return Math.Clamp(spare, 1, pane.Width < OneRow ? 3 : 2);
    }

    /// <summary>The legend in a number of lines: with whole names if all fit, else with short ones, else with the key that lists all marks.</summary>
    /// <param name="key">That lists every mark; null where none does.</param>
    public static List<Line> Lines(IReadOnlyList<Look> looks, int width, int rows, string? key = "g")
    {
        var whole = Lines(looks, width, l => l.Name);
        if (whole.Count <= rows)
        {
            return whole;
        }

        var lines = Lines(looks, width, l => l.Short ?? l.Name);
        if (lines.Count <= rows || rows == 0)
        {
            return lines;
        }

        var last = lines[rows - 1];
        Run[] more = key is null ? [new Run("…", Ink.Muted)] : [new Run(key, Ink.Key), new Run(" all", Ink.Muted)];
        while (last.Columns + 5 > width && last.Runs.Length >= 2)
        {
            last = last with { Runs = last.Runs[..^2] };
        }

        return [.. lines.Take(rows - 1), last with { Runs = [.. last.Runs, .. more] }];
    }

    /// <summary>Lines in which all of them are named.</summary>
    /// <param name="isShort">By their short names, where they have any.</param>
    public static int Wanted(IReadOnlyList<Look> looks, int width, bool isShort) => Lines(looks, width, l => isShort ? l.Short ?? l.Name : l.Name).Count;

    static List<Line> Lines(IReadOnlyList<Look> looks, int width, Func<Look, string> name)
    {
        var lines = new List<Line>();
        var runs = new List<Run>();
        var used = 0;
        foreach (var look in looks)
        {
            if (used > 0 && used + name(look).Length + 2 > width)
            {
                lines.Add(Line.Of([.. runs]));
                runs.Clear();
                used = 0;
            }

            runs.Add(new Run(look.Glyph, look.Ink, CellStyle.Bold));
            runs.Add(new Run($" {name(look)}  ", Ink.Muted));
            used += name(look).Length + 4;
        }

        lines.Add(Line.Of([.. runs]));
        return lines;
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>A mark of the map, what it means, and how many pages have it; null where counting them would be felt.</summary>
readonly record struct LegendEntry(Look Look, string Means, long? Pages, PageVerdict? Verdict);

/// <summary>What the marks of a map mean: those that occur on it.</summary>
sealed class MapLegend(MemoryMap map)
{
    /// <summary>Verdicts that are known page by page only are counted up to here.</summary>
    const int MostCounted = 1 << 22;

    // As the score orders them; what the predicate does not decide comes last.
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

    /// <summary>One line: whole names if they all fit, else short ones, else as many as there is room for.</summary>
    public static Line Line(IReadOnlyList<Look> looks, int width)
    {
        var isShort = looks.Sum(l => l.Name.Length + 4) - 2 > width;
        var runs = new List<Run>();
        var used = 0;
        foreach (var look in looks)
        {
            var name = isShort ? look.Short ?? look.Name : look.Name;
            if (used + name.Length + 2 > width)
            {
                break;
            }

            runs.Add(new Run(look.Glyph, look.Ink, CellStyle.Bold));
            runs.Add(new Run($" {name}  ", Ink.Muted));
            used += name.Length + 4;
        }

        return Reading.Line.Of([.. runs]);
    }
}

using System.Collections;
using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// All that can be said about a map and a way to run before there is a predicate: what the scanner visits, and how
/// many pages each state has there. Immutable.
/// </summary>
/// <remarks>
/// The fast engine rests on three facts that are checked here, once: the pages over which the scanner jumps would not
/// interest it; what becomes of a page depends on its state alone; frames that are free lie inside free chunks. Where
/// one does not hold the literal engine runs.
/// </remarks>
public sealed class FastMap
{
    FastMap(MemoryMap map, RunSettings settings, StateRoles roles, ScannedBlock[] way, ScannedBlock[] blocks,
        ImmutableArray<StateFacts> facts, BitArray? unscanned)
    {
        Map = map;
        Settings = settings;
        Before = roles.Before;
        Way = way;
        Blocks = blocks;
        StateFacts = facts;
        Unscanned = unscanned;
    }

    public MemoryMap Map { get; }

    public RunSettings Settings { get; }

    /// <summary>By pass, then by palette index: what only waits for the predicate's answer.</summary>
    internal ImmutableArray<CourseBefore[]> Before { get; }

    /// <summary>Every pageblock that is scanned, one by one.</summary>
    internal ScannedBlock[] Way { get; }

    /// <summary>The same, equal ones only once where the map has a dictionary of them.</summary>
    internal ScannedBlock[] Blocks { get; }

    /// <summary>By palette index.</summary>
    internal ImmutableArray<StateFacts> StateFacts { get; }

    /// <summary>Pageblocks without a verdict, or null if no page there could have one.</summary>
    internal BitArray? Unscanned { get; }

    /// <summary>
    /// Whether these settings are modelled: the migrate side of 6.1, without <c>skip_on_failure</c>, skip hints,
    /// a budget, races, or an order below a pageblock's (a call that takes pages is then forgotten sooner).
    /// </summary>
    public static bool Models(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var cc = settings.Control;
        return settings.Scanners == ScannerSet.Migrate
            && settings.Trigger != RunTrigger.ContigRange
            && settings.BudgetNs is null
            && settings.Races.IsEmpty
            && settings.Passes >= 1
            && cc is { Release: KernelRelease.Linux61, AllocContig: false, IgnoreSkipHint: true }
            && !(cc.DirectCompaction && cc.Mode == MigrateMode.Async)
            && cc.Order is < 0 or >= Pageblock.Order;
    }

    /// <summary>Prepares a map; null where the literal engine is needed.</summary>
    public static FastMap? Of(MemoryMap map, RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!Models(settings) || !HasPlainZones(map))
        {
            return null;
        }

        var roles = StateRoles.Of(map, settings);
        var (way, passedOver) = ScanWay.Of(map);
        if (LayoutCheck.Of(map, settings, roles, way) is not { } layout)
        {
            return null;
        }

        way = layout.Way;

        var (pages, unscanned) = CountScanned(map, roles, passedOver);
        var facts = roles.Jump.Select((jump, id) => new StateFacts(pages[id], Math.Min(jump, Pageblock.Pages),
            map.Palette[id].Has(PageFlags.Buddy) || layout.IsInside[id])).ToImmutableArray();
        // With one pageblock in two alike it pays; the dictionary itself says so.
        var isLarge = way.Length > 1024;
        var blocks = isLarge && map.DistinctPageblocks is { } distinct ? ScanWay.Merged(way, distinct) : way;
        return new FastMap(map, settings, roles, way, blocks, facts, unscanned);
    }

    /// <summary>Zones that begin and end with pageblocks and do not lie in each other.</summary>
    static bool HasPlainZones(MemoryMap map)
    {
        for (var i = 0; i < map.Zones.Length; i++)
        {
            var zone = map.Zones[i];
            if (zone.StartPfn < map.FirstPfn || zone.EndPfn > map.EndPfn || zone.StartPfn % Pageblock.Pages != 0
                || (zone.EndPfn % Pageblock.Pages != 0 && zone.EndPfn != map.EndPfn)
                || map.Zones.Take(i).Any(other => other.StartPfn < zone.EndPfn && zone.StartPfn < other.EndPfn))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Pages of each state in the pageblocks that are scanned.</summary>
    static (long[] Pages, BitArray? Unscanned) CountScanned(MemoryMap map, StateRoles roles, List<int> passedOver)
    {
        var pages = map.PagesOfState.Select(n => (long)n).ToArray();
        var isMissed = new BitArray(map.Pageblocks.Length);
        var missesPages = false;
        foreach (var block in passedOver)
        {
            isMissed[block] = true;
            var start = block << Pageblock.Order;
            var end = Math.Min(start + Pageblock.Pages, map.PageCount);
            if (map.IsNarrow && map.NarrowIds[start..end] is [var head, var tail, .. var rest] && !rest.ContainsAnyExcept(tail))
            {
                // A huge page: 512 counts at once.
                pages[head]--;
                pages[tail] -= end - start - 1;
                missesPages |= roles.IsActive[head] || roles.IsActive[tail];
                continue;
            }

            for (var page = start; page < end; page++)
            {
                var id = map.StateIdAt(page);
                pages[id]--;
                missesPages |= roles.IsActive[id];
            }
        }

        return (pages, missesPages ? isMissed : null);
    }
}

/// <summary>What the scanner does with each state of a palette, whatever the predicate says.</summary>
/// <param name="Before">By pass, then by palette index.</param>
/// <param name="Jump">Pages that it steps on.</param>
/// <param name="IsActive">Whether it may take the page or drop the lock for it, in any pass.</param>
/// <param name="MayLeave">Moves in some pass, if it is taken.</param>
/// <param name="MayBeFree">Has no flags and no holders: a page inside a free chunk looks so.</param>
sealed record StateRoles(ImmutableArray<CourseBefore[]> Before, int[] Jump, bool[] IsActive, bool[] MayLeave, bool[] MayBeFree)
{
    public static StateRoles Of(MemoryMap map, RunSettings settings)
    {
        var states = map.Palette.Length;
        var before = Enumerable.Range(1, settings.Passes)
            .Select(pass => map.Palette.Select(s => CourseBefore.Of(s, settings, pass)).ToArray()).ToImmutableArray();
        var roles = new StateRoles(before, new int[states], new bool[states], new bool[states], new bool[states]);
        foreach (var pass in before)
        {
            var courses = Array.ConvertAll(pass, state => state.Ask((_, _) => SkipAnswer.Keep, settings.Control));
            for (var id = 0; id < states; id++)
            {
                roles.Jump[id] = courses[id].NrPages;
                roles.IsActive[id] |= courses[id].Action >= ScanAction.FailDriver;
                roles.MayLeave[id] |= courses[id].Action >= ScanAction.Isolate
                    && courses[id].End is MigrationEnd.Moves or MigrationEnd.Freed;
            }
        }

        for (var id = 0; id < states; id++)
        {
            roles.MayBeFree[id] = map.Palette[id] is { Flags: PageFlags.None, RefCount: 0 } && !roles.IsActive[id];
        }

        return roles;
    }
}

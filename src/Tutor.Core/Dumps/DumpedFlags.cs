using System.Collections.Frozen;

namespace Tutor.Core.Dumps;

/// <summary>
/// The names that a dump's <c>flags:</c> line may hold (5.4 to 6.18, <c>include/trace/events/mmflags.h</c>),
/// and which of them a reading rests on.
/// </summary>
static class DumpedFlags
{
    static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.Ordinal,
        "locked", "waiters", "error", "referenced", "uptodate", "dirty", "lru", "active", "workingset", "slab",
        "owner_priv_1", "owner_2", "arch_1", "arch_2", "arch_3", "reserved", "private", "private_2", "writeback",
        "head", "mappedtodisk", "reclaim", "swapbacked", "unevictable", "mlocked", "uncached", "hwpoison", "young",
        "idle", "dropbehind", "checked", "swapcache", "compound_head", "compound", "tail", "hasHWPoisoned",
        "has_hwpoisoned", "double_map", "reported");

    /// <summary>Flags on which what is accounted, or whether the page would move, depends.</summary>
    static readonly FrozenSet<string> Telling = FrozenSet.Create(StringComparer.Ordinal,
        "locked", "uptodate", "dirty", "lru", "slab", "owner_priv_1", "swapcache", "reserved", "private", "private_2",
        "writeback", "head", "swapbacked");

    /// <summary>Whether some release prints this name.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);

    /// <summary>Whether the reading of a page changes with this flag.</summary>
    public static bool IsTelling(string name) => Telling.Contains(name);
}

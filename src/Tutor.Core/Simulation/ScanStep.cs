namespace Tutor.Core.Simulation;

/// <summary>
/// The test of <c>isolate_migratepages_block()</c> that decides about a page, in the order of the code
/// (6.1, <c>mm/compaction.c</c>).
/// </summary>
public enum ScanStep : byte
{
    /// <summary>None refused: the page is taken.</summary>
    Isolated,

    /// <summary>
    /// <c>PageHuge()</c>: taken for contiguous ranges; since 6.4 turned away here for everybody else.
    /// </summary>
    HugeTlb,

    /// <summary><c>PageBuddy()</c>: a free chunk is jumped over.</summary>
    Buddy,

    /// <summary><c>PageCompound()</c>: a large folio, which this run does not take.</summary>
    Compound,

    /// <summary>Not on an LRU list, and no driver's movable page.</summary>
    NotLru,

    /// <summary>
    /// A driver's movable page: <c>isolate_movable_page()</c> is asked instead of the predicate.
    /// </summary>
    MovableOps,

    /// <summary><c>get_page_unless_zero()</c>: nobody holds the page.</summary>
    NoReference,

    /// <summary>The skip predicate.</summary>
    Predicate,

    /// <summary>Without <c>__GFP_FS</c> every page with a mapping is left.</summary>
    GfpNoFs,

    /// <summary>PG_lru is gone: somebody else was faster.</summary>
    LruGone,

    /// <summary>Unevictable, and the run leaves such pages.</summary>
    Unevictable,

    /// <summary>Under writeback, and the run does not wait.</summary>
    Writeback,

    /// <summary>Dirty, and the run may neither wait for the page lock nor write the page out.</summary>
    Dirty,
}

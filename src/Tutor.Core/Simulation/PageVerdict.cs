namespace Tutor.Core.Simulation;

/// <summary>What became of one page at the end of a run.</summary>
public enum PageVerdict : byte
{
    /// <summary>
    /// An earlier test of the scanner filtered it, or no scanner came by: the predicate did not decide.
    /// </summary>
    NeverCandidate,

    /// <summary>Isolated, and it moved.</summary>
    Migrated,

    /// <summary>Isolated, and migration failed: wasted work.</summary>
    Futile,

    /// <summary>Isolated when the free scanner had no target page left.</summary>
    NoTarget,

    /// <summary>A candidate skipped that could not have moved.</summary>
    SkippedPin,

    /// <summary>A candidate skipped that would have moved.</summary>
    FalseSkip,

    /// <summary>
    /// Reached the predicate, and a later test of the scanner refused it: the answer decides nothing.
    /// </summary>
    Refused,

    /// <summary>
    /// A driver's movable page (or hugetlb for a contiguous range), taken without asking the predicate.
    /// </summary>
    IsolatedDriver,

    /// <summary>The predicate has no defined answer here.</summary>
    Error,

    /// <summary>
    /// Isolated and put back untried, because async direct compaction gave up the aligned block it lies in
    /// (<c>skip_on_failure</c>). Not counted as a candidate, as the kernel does not count it as isolated.
    /// </summary>
    PutBack,
}

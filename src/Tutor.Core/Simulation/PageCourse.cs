using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>What the scanner does with a page: the ways out of the loop body.</summary>
enum ScanAction : byte
{
    /// <summary>Goes on behind a free chunk; no failure.</summary>
    Jump,

    /// <summary><c>goto isolate_fail</c>: no reference was taken.</summary>
    Fail,

    /// <summary>The same after the LRU lock was dropped for a driver's page.</summary>
    FailDriver,

    /// <summary><c>goto isolate_fail_put</c>: drops the LRU lock and the own reference.</summary>
    FailPut,

    /// <summary><c>goto isolate_success</c>, off the LRU under its lock.</summary>
    Isolate,

    /// <summary><c>goto isolate_success</c> without the LRU lock: a driver's page, hugetlb.</summary>
    IsolateDriver,
}

/// <summary>How a page's migration ends.</summary>
enum MigrationEnd : byte
{
    /// <summary>It moves.</summary>
    Moves,

    /// <summary>It was freed meanwhile: counts as moved, needs no target page.</summary>
    Freed,

    /// <summary>-EAGAIN to the last try.</summary>
    Stuck,

    /// <summary>-EBUSY and the like: not tried again.</summary>
    Refused,
}

/// <summary>
/// Everything that happens to the pages of one page state in one pass, worked out before the pass begins: the
/// scanner meets few states and many pages.
/// </summary>
/// <param name="Order">Of the free chunk or folio that the page heads, as far as the scanner believes
/// it.</param>
/// <param name="FolioPages">Pages of the compound page that it heads, as far as the scanners believe it; else 1.</param>
/// <param name="Verdict">Unless it is isolated.</param>
/// <param name="FailedTries">Tries that return -EAGAIN before the one that ends it.</param>
/// <param name="IsShort">It could not move now, but can when the last pass begins.</param>
readonly record struct PageCourse(ScanAction Action, ScanStep Step, byte Order, int FolioPages, PageVerdict Verdict,
    SkipAnswer Answer, MigrationEnd End, byte FailedTries, bool IsShort)
{
    /// <summary>Pages of the folio (or chunk).</summary>
    public int NrPages => 1 << Order;

    /// <summary>A skipped page whose answer decided.</summary>
    public bool IsSkippedCandidate => Verdict is PageVerdict.SkippedPin or PageVerdict.FalseSkip;
}

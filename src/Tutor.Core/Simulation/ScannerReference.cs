using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// The scanner's own reference: it takes one when a page has passed the tests before the predicate, and on no other.
/// </summary>
/// <remarks>6.1 <c>mm/compaction.c</c>, <c>isolate_migratepages_block()</c>: <c>get_page_unless_zero()</c> behind <c>PageLRU()</c>.</remarks>
public static class ScannerReference
{
    /// <summary>The run as it is when this page is looked at: without a reference of the scanner's where it passes the page by.</summary>
    public static CompactControl On(PageState page, CompactControl control)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(control);
        return IsolationSteps.BeforePredicate(page, control) == ScanStep.Predicate ? control : control with { OwnReferences = 0 };
    }
}

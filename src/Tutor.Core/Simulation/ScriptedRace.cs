namespace Tutor.Core.Simulation;

/// <summary>What happens to a page behind the scanner's back.</summary>
public enum RaceKind : byte
{
    /// <summary>Somebody takes a reference after the check: migration finds one too many.</summary>
    Referenced,

    /// <summary>Whoever held the page lets go after the check: migration finds what it expects.</summary>
    Released,

    /// <summary>The last user frees the page after it was isolated: done, without a target page.</summary>
    Freed,

    /// <summary>
    /// Somebody else takes the page off the LRU between the check and <c>TestClearPageLRU()</c>.
    /// </summary>
    LruLost,
}

/// <summary>An event at one page, in one pass, between the predicate's answer and the migration.</summary>
/// <param name="Pass">From 1.</param>
public sealed record ScriptedRace(int Pass, long Pfn, RaceKind Kind);

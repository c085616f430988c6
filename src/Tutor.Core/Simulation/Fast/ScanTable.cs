namespace Tutor.Core.Simulation.Fast;

/// <summary>
/// What one pass does with the pages of each state, a byte a state: the only thing about a predicate that the
/// kernels see.
/// </summary>
static class ScanBits
{
    /// <summary>Taken off the LRU under its lock.</summary>
    public const byte Isolated = 0x80;

    /// <summary>Decides over the lock: takes it, or lets it go. Every other page leaves it as it is.</summary>
    public const byte TouchesLock = 0x40;

    /// <summary>Counts for the 32 of a call: isolated, or a driver's page that was taken.</summary>
    public const byte Taken = 0x20;

    /// <summary>Neither free nor gone when the pass ends: its pageblock is not freed.</summary>
    public const byte Stays = 0x08;

    /// <summary>The bits of one pass.</summary>
    /// <param name="courses">By palette index; those behind the map's palette are not read.</param>
    /// <param name="leftBefore">By palette index: gone before this pass began.</param>
    public static byte[] Of(FastMap map, PageCourse[] courses, bool[] leftBefore)
    {
        // Always 256, so that every id of a byte has an entry.
        var bits = new byte[Math.Max(256, map.StateFacts.Length)];
        for (var id = 0; id < map.StateFacts.Length; id++)
        {
            bits[id] = leftBefore[id] ? (byte)0 : Of(courses[id], map.StateFacts[id]);
        }

        return bits;
    }

    static byte Of(in PageCourse course, StateFacts facts)
    {
        var end = course.End is MigrationEnd.Moves or MigrationEnd.Freed ? (byte)0 : Stays;
        return course.Action switch
        {
            ScanAction.Isolate => (byte)(Isolated | TouchesLock | Taken | end),
            ScanAction.IsolateDriver => (byte)(TouchesLock | Taken | end),
            ScanAction.FailPut or ScanAction.FailDriver => TouchesLock | Stays,
            ScanAction.Jump or ScanAction.Fail => facts.IsFree ? (byte)0 : Stays,
        };
    }
}

/// <summary>What no predicate changes about the pages of one state.</summary>
/// <param name="Pages">In pageblocks that are scanned.</param>
/// <param name="JumpPages">Pages that the scanner steps on: of the chunk or folio, at most a pageblock; else 1.</param>
/// <param name="IsFree">Heads a free chunk, or lies inside one.</param>
readonly record struct StateFacts(long Pages, int JumpPages, bool IsFree);

/// <summary>What the kernels count.</summary>
record struct ScanCounts(long LruLocks, long Batches, long BlocksFreed)
{
    public static ScanCounts operator +(ScanCounts a, ScanCounts b) =>
        new(a.LruLocks + b.LruLocks, a.Batches + b.Batches, a.BlocksFreed + b.BlocksFreed);
}

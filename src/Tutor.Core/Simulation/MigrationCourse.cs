using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// How the tries at one page end, and how many fail before: <see cref="Migration"/> says whether, this says
/// how.
/// </summary>
/// <remarks>
/// 6.1 <c>mm/migrate.c</c>: <c>migrate_pages()</c> tries a page that returns -EAGAIN ten times, waiting for
/// locks and writeback from the fourth on (<c>pass > 2</c>); every other error is final at once.
/// </remarks>
static class MigrationCourse
{
    /// <summary>Tries before <c>unmap_and_move()</c> is told to wait.</summary>
    const byte TriesWithoutWaiting = 3;

    public static (MigrationEnd End, byte FailedTries) Of(PageState page, CompactControl cc) =>
        Migration.WhyNot(page, cc).Blocker switch
        {
            MigrationBlocker.None => OfMovable(page),
            MigrationBlocker.Writeback or MigrationBlocker.Dirty or MigrationBlocker.Secretmem
                => (MigrationEnd.Refused, 0),
            MigrationBlocker.NotMigratable or MigrationBlocker.Locked or MigrationBlocker.ExtraReferences
                or MigrationBlocker.MissingReferences or MigrationBlocker.BusyBuffers =>
                (MigrationEnd.Stuck, 0),
        };

    static (MigrationEnd End, byte FailedTries) OfMovable(PageState page)
    {
        if (page.Has(PageFlags.MovableOps))
        {
            return (MigrationEnd.Moves, 0);
        }

        // Only the isolation's reference is left: freed under us.
        if (page.RefCount == 0)
        {
            return (MigrationEnd.Freed, 0);
        }

        // Truncated with buffers: try_to_free_buffers() and -EAGAIN; the next try finds the page free.
        if (page.Has(PageFlags.Private) && !page.Has(PageFlags.Mapping | PageFlags.Anon))
        {
            return (MigrationEnd.Freed, 1);
        }

        if (page.Has(PageFlags.Locked | PageFlags.Writeback))
        {
            return (MigrationEnd.Moves, TriesWithoutWaiting);
        }

        // fallback_migrate_folio(): written out first, -EAGAIN. That one write is enough is assumed.
        var isWrittenOut = page.Has(PageFlags.Dirty) && page.Has(PageFlags.Mapping)
            && page.MigrateOp == MigrateOp.Null;
        return (MigrationEnd.Moves, isWrittenOut ? (byte)1 : (byte)0);
    }
}

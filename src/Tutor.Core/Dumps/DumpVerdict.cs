using System.Globalization;
using Tutor.Core.Memory;

namespace Tutor.Core.Dumps;

/// <summary>
/// Would migration succeed now? The rules of <see cref="Migration"/>, asked of what a dump shows, with a third
/// answer where it does not show enough (6.1 and 6.12, mm/migrate.c).
/// </summary>
static class DumpVerdict
{
    public static (MovesNow Moves, string Because) Of(DumpAccount account) =>
        OfNobodysMemory(account) ?? OfPins(account) ?? OfCounts(account) ?? OfFlags(account) ?? OfTheReason(account)
        ?? (MovesNow.Yes, "Every reference is one that migration expects, and nothing else stands in the way.");

    static (MovesNow, string)? OfNobodysMemory(DumpAccount account)
    {
        var dump = account.Dump;
        var held = dump.RefCount - account.CountOf(AccountedHolder.Printer);
        return account.Owner switch
        {
            DumpedOwner.Free when dump.PageType is null && dump.MapCount == 0 => No(
                "Its count is 0: it is free, or a later page of a free block or of a kernel allocation. There is nothing to migrate."),
            DumpedOwner.Free => No("It is free: there is nothing to migrate."),
            DumpedOwner.Kernel => No($"{KernelMemory(dump)} is on no LRU list, and migration has no way to take it."),
            DumpedOwner.Driver when dump.RefCount == 0 => No("Its count is 0: its driver is giving it back."),
            DumpedOwner.Driver when held > 1 => CannotTell(
                "Its driver moves it by a function of its own, which no count decides; somebody else holds it as well."),
            DumpedOwner.Driver => (MovesNow.Yes, "Its driver has a way of its own to move it, and only the driver holds it."),
            DumpedOwner.Anon or DumpedOwner.Ksm or DumpedOwner.PageCache or DumpedOwner.SwapCache or DumpedOwner.Orphan
                when dump.RefCount == 0 => No("Its count is 0: it is being freed, or free in a pool. There is nothing to migrate."),
            DumpedOwner.Anon or DumpedOwner.Ksm or DumpedOwner.PageCache or DumpedOwner.SwapCache or DumpedOwner.Orphan => null,
        };
    }

    static (MovesNow, string)? OfPins(DumpAccount account)
    {
        var pins = account.Accounted.FirstOrDefault(a => a.Holder == AccountedHolder.Pin);
        return account.Dump.Aops == "secretmem_aops"
            ? No("secretmem refuses every migration: its function returns -EBUSY whatever the counts are.")
            : pins is { IsCertain: true } ? No($"FOLL_PIN holds it {Times(pins.Count)}, and a pin stays when the page is unmapped.")
            : pins is not null ? No(
                $"{Number(pins.References)} references stay when it is unmapped: {Number(pins.Count)} x FOLL_PIN, or as many plain references.")
            : null;
    }

    static (MovesNow, string)? OfCounts(DumpAccount account)
    {
        var dump = account.Dump;
        if (account.Rest < 0)
        {
            return CannotTell("There are fewer references than the fields account for: the numbers are of different moments.");
        }

        if (account.Rest == 0 || dump.Aops == "aio_ctx_aops" && account.Rest == 1)
        {
            return null;
        }

        // A huge page of hugetlbfs has no mappings of single pages: every one is in compound_mapcount.
        if (account.HidesMappings && !DumpedOwners.IsHugeTlb(dump))
        {
            return dump.Has("writeback") ? UnderWriteback()
                : dump.Reason == DumpPrinter.MigrationFailure
                    ? No($"Migration of it had just failed, and {References(account.Rest)} may be mappings of single pages or somebody's.")
                : CannotTell($"{References(account.Rest)} may be page tables that map its pages one by one, which this release does not print, or somebody's.");
        }

        return account.Rest == 1 && IsOffItsList(account)
            ? CannotTell("It is on no LRU list and has one reference more: it waits in a CPU's batch and would move after a drain, or another isolator has it.")
            : No($"{References(account.Rest)} more than migration expects: {(account.Rest == 1 ? "it stays" : "they stay")} when the page is unmapped.");
    }

    static (MovesNow, string)? OfFlags(DumpAccount account)
    {
        var dump = account.Dump;
        return dump.Has("writeback") ? UnderWriteback()
            : dump.Has("locked") ? CannotTell("Somebody has locked it: MIGRATE_ASYNC gives up on it, and what the holder of the lock does is not in the dump.")
            : DumpedOwnersWays.Of(dump.Aops) == MigrateOp.BufferNoRefs && dump.Has("private") ? CannotTell(
                $"Every reference is expected, but a page of {dump.Aops} moves only if none of its buffer heads is in use, and no count of the page shows that.")
            : IsOffItsList(account) ? CannotTell("Every reference is expected, but the page is on no LRU list: nobody can isolate it before it is put back.")
            : (dump.Has("dirty") || dump.Has("private")) && !DumpedOwnersWays.IsKnown(dump.Aops) ? CannotTell(
                $"Every reference is expected, but the page is dirty or has private data, and whether {dump.Aops} has a way to migrate such a page is not in the dump.")
            : null;
    }

    /// <summary>What the printing itself says, where the fields say nothing against it.</summary>
    static (MovesNow, string)? OfTheReason(DumpAccount account) =>
        DumpConsistency.IsTorn(account.Dump) ? CannotTell("The counts changed while they were printed.")
        : account.Dump.Reason switch
        {
            DumpPrinter.MigrationFailure => CannotTell(account.Dump.OfflineResult < 0
                ? $"Every reference is expected; migration gave up with error {account.Dump.OfflineResult} (-12 is -ENOMEM: no target page), which is not about this page."
                : "Every reference is expected, and migration had just failed all the same: somebody let go since, or a lock or the page's owner refused."),
            DumpPrinter.IsolationFailed => No("Memory offlining could not take it off its LRU list."),
            DumpPrinter.UnmovablePage => No("Memory offlining found it unmovable before it tried."),
            _ => null,
        };

    /// <summary>PG_lru is missing although nothing that printed the dump took the page off its list.</summary>
    static bool IsOffItsList(DumpAccount account) => !account.Dump.Has("lru")
        && DumpPrinter.Of(account.Dump.Reason).Holds == 0 && !DumpedOwners.IsHugeTlb(account.Dump)
        && !(account.Dump.Head is { IsOfFolios: false } && !account.Dump.Has("swapbacked"));

    static (MovesNow, string) UnderWriteback() =>
        No("It is under writeback: MIGRATE_ASYNC and MIGRATE_SYNC_LIGHT give up on it, only MIGRATE_SYNC waits.");

    static string KernelMemory(PageDump dump) =>
        dump.Has("slab") || dump.PageType == "slab" ? "A slab page"
        : dump.PageType == "table" || dump.MapCount == DumpedOwners.TableMapCount ? "A page table"
        : dump.Has("reserved") ? "Reserved memory"
        : "Memory of the kernel's own";

    static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{Number(count)} times" };

    static string References(int count) => count == 1 ? "One reference" : $"{Number(count)} references";

    static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    static (MovesNow, string) No(string because) => (MovesNow.No, because);

    static (MovesNow, string) CannotTell(string because) => (MovesNow.CannotTell, because);
}

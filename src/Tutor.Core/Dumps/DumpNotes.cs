namespace Tutor.Core.Dumps;

/// <summary>What a dump cannot say, where it matters for this one.</summary>
static class DumpNotes
{
    public static IEnumerable<string> Of(DumpAccount account)
    {
        var dump = account.Dump;
        var printer = DumpPrinter.Of(dump.Reason);
        if (printer.Said.Length > 0)
        {
            yield return printer.Said;
        }

        if (dump is { Offline: OfflineWord.Migrating, OfflineResult: { } result })
        {
            yield return result < 0
                ? $"ret:{result} is an error of the whole batch; -12 is -ENOMEM, no target page."
                : $"ret:{result} counts the pages of its batch that did not move; it is no error code.";
        }

        if (!dump.IsCheckedFormat)
        {
            yield return $"Not checked: nobody held dumps of this format ({dump.ReleaseHint}) against known holders.";
        }

        if (dump.Pfn is null)
        {
            yield return "This release prints no pfn.";
        }

        if (account.HidesMappings && !DumpedOwners.IsKernels(account.Owner) && !DumpedOwners.IsHugeTlb(dump))
        {
            yield return "Of a large folio this release prints PMD mappings and those of one page, not the mappings of its other pages.";
        }

        if (account.Unexplained > 0 || account.Has(AccountedHolder.Pin))
        {
            yield return "Who holds these is not in the dump: a count is a sum. page_owner, where it is on, tells who allocated the page, not who holds it.";
        }

        if (account.CountOf(AccountedHolder.Pin) > 0 && dump.IsLarge)
        {
            yield return "Which pages of the folio are pinned is not in the dump.";
        }

        if (account.Owner == DumpedOwner.Anon && dump.Zone == 3 && account.Has(AccountedHolder.Pin))
        {
            yield return "zone=3 is ZONE_MOVABLE on x86-64: no long-term pin may stay there, a short one may.";
        }
    }
}

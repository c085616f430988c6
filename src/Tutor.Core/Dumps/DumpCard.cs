using System.Globalization;

namespace Tutor.Core.Dumps;

/// <summary>A line of a dump's card: what it is about, and what is to be said.</summary>
public readonly record struct DumpCardRow(string Label, string Text);

/// <summary>A reading in words, row by row. Each front wraps and colours the rows itself.</summary>
public static class DumpCard
{
    /// <summary>The rows of a reading, from what was printed to what the dump cannot say.</summary>
    public static IEnumerable<DumpCardRow> Rows(DumpReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var dump = reading.Dump;
        yield return new DumpCardRow("page",
            $"{(dump.Pfn is { } pfn ? $"pfn 0x{pfn:x}" : "no pfn printed")}, {OwnerText(reading)}{SizeText(dump)}");
        yield return new DumpCardRow("printed",
            $"line {dump.Line}, format of {dump.ReleaseHint}{(dump.IsCheckedFormat ? "" : " (not checked)")}, because: {dump.Reason}");
        yield return new DumpCardRow("flags", dump.Flags.IsEmpty ? "none" : string.Join(' ', dump.Flags));
        yield return new DumpCardRow("refcount", SumText(reading));
        foreach (var row in reading.Accounted)
        {
            yield return new DumpCardRow("", $"{Number(row.References)}  {HolderText(row, dump)}");
        }

        if (reading.Unexplained is { } rest)
        {
            yield return new DumpCardRow("", $"{Number(rest)}  {(rest < 0 ? "fewer than the fields account for" : "left over")}");
        }

        yield return new DumpCardRow("moves now?", $"{MovesText(reading.Moves)}. {reading.Because}");
        yield return new DumpCardRow("skipped by", TestsText(reading));
        foreach (var (suspect, i) in reading.Suspects.Select((s, i) => (s, i)))
        {
            yield return new DumpCardRow(i == 0 ? "suspects" : "", $"{suspect.What}: {suspect.Why}");
        }

        foreach (var (note, i) in reading.Notes.Select((n, i) => (n, i)))
        {
            yield return new DumpCardRow(i == 0 ? "notes" : "", note);
        }
    }

    /// <summary>The word for a holder in JSON and in levels: <c>page_cache</c>.</summary>
    public static string WordOf(AccountedHolder holder) => holder switch
    {
        AccountedHolder.Mapping => "mapping",
        AccountedHolder.PageCache => "page_cache",
        AccountedHolder.SwapCache => "swap_cache",
        AccountedHolder.Private => "private",
        AccountedHolder.Pin => "pin",
        AccountedHolder.Printer => "printer",
    };

    /// <summary>The word for a verdict in JSON: <c>cannot_tell</c>.</summary>
    public static string WordOf(MovesNow moves) => moves switch
    {
        MovesNow.Yes => "yes",
        MovesNow.No => "no",
        MovesNow.CannotTell => "cannot_tell",
    };

    static string MovesText(MovesNow moves) => moves switch
    {
        MovesNow.Yes => "yes",
        MovesNow.No => "no",
        MovesNow.CannotTell => "cannot tell",
    };

    static string OwnerText(DumpReading reading) => reading.Owner switch
    {
        DumpedOwner.Anon => DumpedOwners.IsHugeTlb(reading.Dump) ? "an anonymous huge page of hugetlbfs" : "anonymous memory",
        DumpedOwner.Ksm => "anonymous memory that KSM merged",
        DumpedOwner.PageCache => $"in the page cache of {reading.Dump.Aops}",
        DumpedOwner.SwapCache => "in the swap cache, not anonymous: shared memory",
        DumpedOwner.Orphan => "was in a page cache and is out of it",
        DumpedOwner.Driver => "a driver's, which has its own way to move it",
        DumpedOwner.Kernel => "the kernel's own",
        DumpedOwner.Free => "nobody's",
    };

    static string SizeText(PageDump dump) => dump.IsLarge
        ? $", {(dump.IsTail ? "a tail" : "the head")} of a folio of {Number(dump.NrPages)} pages (the counts are the folio's)" : "";

    static string SumText(DumpReading reading) => reading.Unexplained is null
        ? $"{Number(reading.Dump.RefCount)}; what is left over cannot be counted here. Of it:"
        : $"{Number(reading.Dump.RefCount)} =";

    static string HolderText(AccountedReferences row, PageDump dump) => row.Holder switch
    {
        AccountedHolder.Mapping => dump.IsLarge ? "mappings" : "page tables that map it",
        AccountedHolder.PageCache => "the page cache",
        AccountedHolder.SwapCache => "the swap cache",
        AccountedHolder.Private => "buffer heads or other private data of the file system",
        AccountedHolder.Pin when row.IsCertain => "FOLL_PIN: the folio's pin count",
        AccountedHolder.Pin => $"{Number(row.Count)} x FOLL_PIN, 1,024 each, or as many plain references: cannot be told",
        AccountedHolder.Printer => "whoever printed this" + (row.IsCertain ? "" : " (by its reason; the line before it is missing)"),
    };

    static string TestsText(DumpReading reading) => string.Join(", ", reading.Tests.Select(t =>
        $"{t.Id}: {t.Skips switch { true => "yes", false => "no", null => "not asked, or unknown" }}"));

    static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

namespace Tutor.Core.Dumps;

/// <summary>
/// Whether the lines of a dump belong together. The kernel reads the numbers one after another without a lock
/// (6.12 copies the page first), so that a page in use can contradict itself without damage.
/// </summary>
static class DumpConsistency
{
    const int FlagsAt = 0;
    const int IndexAt = 4;
    const int CountsAt = 6;

    /// <summary>Words of a 64-bit struct page without memory cgroups.</summary>
    const int LeastWords = 7;

    /// <summary>Whether the raw words are those of the other lines; true where none were printed.</summary>
    public static bool IsConsistent(PageDump dump) => HasSameFlags(dump) && HasSameIndex(dump) && !IsTorn(dump);

    /// <summary>The dump with a note where its numbers are of two moments.</summary>
    public static PageDump WithNotes(PageDump dump) => !IsTorn(dump)
        ? dump
        : dump with
        {
            Notes = dump.Notes.Add(
                $"The page changed while it was printed: refcount:{dump.RefCount}, and {RawRefCount(dump)} in the raw words."),
        };

    /// <summary>The counts were read at two moments.</summary>
    public static bool IsTorn(PageDump dump) => RawRefCount(dump) is { } count && count != dump.RefCount;

    /// <summary>Flags are the head's.</summary>
    static bool HasSameFlags(PageDump dump) => (dump.Raw.Length <= FlagsAt || dump.IsTail || dump.Raw[FlagsAt] == dump.FlagsWord)
        && (dump.HeadRaw.Length <= FlagsAt || dump.HeadRaw[FlagsAt] == dump.FlagsWord);

    static bool HasSameIndex(PageDump dump) => dump.Raw.Length <= IndexAt || dump.IsTail || dump.Index is null
        || dump.Head is not null || dump.Raw[IndexAt] == dump.Index;

    /// <summary>
    /// The count in the words of the page that has it: a folio's stands in its head. A 32-bit kernel's lies elsewhere.
    /// </summary>
    static int? RawRefCount(PageDump dump) =>
        dump.HeadRaw.Length >= LeastWords ? (int)(dump.HeadRaw[CountsAt] >> 32)
        : dump.Raw.Length is LeastWords or LeastWords + 1 && !dump.IsTail ? (int)(dump.Raw[CountsAt] >> 32)
        : null;
}

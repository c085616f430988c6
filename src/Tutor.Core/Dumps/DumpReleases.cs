namespace Tutor.Core.Dumps;

/// <summary>Which release's format a dump has: from the fields that are there.</summary>
static class DumpReleases
{
    /// <param name="hasPointer">The first line has the pointer of the page: up to 6.8.</param>
    public static PageDump Name(
        PageDump dump, bool hasPointer, Dictionary<string, string> first, Dictionary<string, string> head)
    {
        var (hint, isChecked) =
            first.ContainsKey("count") ? ("up to 5.3", false)
            : !first.ContainsKey("pfn") ? ("5.4 to 5.9", false)
            : head.ContainsKey("mapcount") || !hasPointer ? ("6.12", true)
            : head.ContainsKey("entire_mapcount") ? ("6.3 to 6.8", false)
            : dump.PageType is not null ? ("6.5 to 6.8", false)
            : ("6.1", true);
        return dump with { ReleaseHint = hint, IsCheckedFormat = isChecked };
    }
}

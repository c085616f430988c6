using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;

namespace Tutor.Game.Reading;

/// <summary>How something is marked on the map: a letter and a colour, never a colour alone.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="Short">As a narrow legend says it, if that is another name.</param>
/// <param name="StandsOut">It must be found among thousands of others.</param>
readonly record struct Look(string Glyph, Ink Ink, string Name, string? Short = null, bool StandsOut = false);

/// <summary>The marks of page kinds: by what the memory belongs to, not by who holds it.</summary>
static class KindLooks
{
    public static Look Free { get; } = new(".", Ink.Free, "free");
    public static Look Anon { get; } = new("a", Ink.Anon, "anonymous", "anon");
    public static Look Swap { get; } = new("s", Ink.Anon, "swap cache", "swap");
    public static Look Shmem { get; } = new("m", Ink.Shmem, "shmem, memfd", "shmem");
    public static Look File { get; } = new("f", Ink.File, "file");
    public static Look Huge { get; } = new("H", Ink.Pinned, "large folio", "large");
    public static Look Driver { get; } = new("d", Ink.Driver, "driver's movable", "driver");
    public static Look Kernel { get; } = new("k", Ink.Kernel, "kernel's own", "kernel");
    public static Look Hole { get; } = new(" ", Ink.Free, "no memory");

    public static Look[] All { get; } = [Anon, Swap, Shmem, File, Huge, Driver, Kernel, Free, Hole];

    /// <summary>Pages behind the head of a free chunk have no flags of their own.</summary>
    public static Look Of(PageState page) =>
        page is { RefCount: 0, Flags: PageFlags.None } ? Free
        : page.Has(PageFlags.Invalid) ? Hole
        : page.Has(PageFlags.Buddy) ? Free
        : page.Has(PageFlags.Compound) ? Huge
        : page.Has(PageFlags.MovableOps) ? Driver
        : page.Has(PageFlags.Slab | PageFlags.Reserved | PageFlags.PageTable | PageFlags.Offline) ? Kernel
        : page.Has(PageFlags.SwapCache) ? Swap
        : page.Has(PageFlags.Anon) ? Anon
        : page.MapKind == MapKind.Shmem ? Shmem
        : page.MapKind == MapKind.File || page.Has(PageFlags.Mapping) ? File
        : page.RefCount == 0 ? Free
        : Kernel;
}

/// <summary>The marks of a player: take and skip look like the verdicts that may come of them.</summary>
static class MarkLooks
{
    static readonly Look None = new("?", Ink.Passive, "not marked");

    public static Look Of(PageMark? mark) => mark is { } said ? Of(said) : None;

    static Look Of(PageMark mark) => mark switch
    {
        PageMark.Take => new(">", Ink.Strong, "take"),
        PageMark.Skip => new("=", Ink.Accent, "skip"),
    };

    public static Look[] All => [Of(PageMark.Take), Of(PageMark.Skip), None];
}

/// <summary>The marks of what one term of the predicate says.</summary>
static class TermLooks
{
    public static Look Of(TermSay say) => say switch
    {
        TermSay.Decides => new("#", Ink.Accent, "it decides"),
        TermSay.Asked => new("-", Ink.Text, "asked, but others decide"),
        TermSay.NotAsked => new(".", Ink.Passive, "not asked"),
    };

    public static Look[] All => [Of(TermSay.Decides), Of(TermSay.Asked), Of(TermSay.NotAsked)];
}

/// <summary>What is marked while a run is played.</summary>
static class ScanLooks
{
    public static Look Of(ScanMark mark) => mark switch
    {
        ScanMark.MigrateScanner => new("M", Ink.Strong, "migrate scanner", "migrate scan", StandsOut: true),
        ScanMark.FreeScanner => new("F", Ink.Strong, "free scanner", "free scan", StandsOut: true),
        ScanMark.Isolated => new("i", Ink.Strong, "isolated"),
        ScanMark.Target => new("t", Ink.Title, "target"),
    };

    /// <summary>Behind the scanner, pages that were never candidates keep their letter.</summary>
    public static Look Left { get; } = new("grey", Ink.Passive, "never a candidate", "no candidate");
}

/// <summary>The marks of verdicts.</summary>
static class VerdictLooks
{
    static readonly Look[] ByVerdict =
    [
        new(".", Ink.Passive, "never a candidate", "never"),
        new(">", Ink.Migrated, "migrated"),
        new("x", Ink.Futile, "futile"),
        new("o", Ink.Futile, "no target"),
        new("=", Ink.SkippedPin, "skipped pin", "pin"),
        new("!", Ink.FalseSkip, "false skip", "false"),
        new("-", Ink.Passive, "refused later"),
        new("d", Ink.Driver, "driver's page"),
        new("?", Ink.Error, "no answer"),
        new("b", Ink.Passive, "put back"),
    ];

    // A cell of many pages shows the first of these that occurs, so that one wrong page is not lost.
    static readonly PageVerdict[] Loud = [PageVerdict.Error, PageVerdict.FalseSkip, PageVerdict.Futile, PageVerdict.NoTarget];

    /// <summary>How many verdicts there are.</summary>
    public static int Verdicts => ByVerdict.Length;

    public static Look Of(PageVerdict verdict) => ByVerdict[(int)verdict];

    /// <summary>What a cell of many pages shows: a wrong verdict if there is one, else the most frequent.</summary>
    public static PageVerdict Loudest(IReadOnlyList<PageVerdict> pages, int first, int end)
    {
        Span<int> counts = stackalloc int[Verdicts];
        for (var page = first; page < Math.Min(end, pages.Count); page++)
        {
            counts[(int)pages[page]]++;
        }

        return Loudest(counts);
    }

    /// <summary>The same from how many pages each state has, and what the verdict on each state is.</summary>
    public static PageVerdict Loudest(ReadOnlySpan<int> pagesOfState, ReadOnlySpan<PageVerdict> ofState)
    {
        Span<int> counts = stackalloc int[Verdicts];
        for (var id = 0; id < pagesOfState.Length; id++)
        {
            counts[(int)ofState[id]] += pagesOfState[id];
        }

        return Loudest(counts);
    }

    /// <summary>The same from how many pages have each verdict.</summary>
    public static PageVerdict Loudest(Span<int> counts)
    {
        foreach (var verdict in Loud)
        {
            if (counts[(int)verdict] > 0)
            {
                return verdict;
            }
        }

        // Pages that were never candidates are background: they show only where there is nothing else.
        counts[0] = 0;
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return (PageVerdict)most;
    }
}

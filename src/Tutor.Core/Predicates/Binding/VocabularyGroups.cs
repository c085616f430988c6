using System.Collections.Immutable;

namespace Tutor.Core.Predicates.Binding;

/// <summary>A group of names that a level hands out together.</summary>
public sealed record VocabularyGroup(string Name, string Title, string Summary);

/// <summary>The groups of a level's vocabulary.</summary>
public static class VocabularyGroups
{
    public const string Counts = "counts";
    public const string Mapping = "mapping";
    public const string Flags = "flags";
    public const string ExpectedRefs = "expected-refs";
    public const string Pins = "pins";
    public const string Folio = "folio";
    public const string Zone = "zone";
    public const string Types = "types";
    public const string Control = "cc";

    /// <summary>Every group, in the order in which the game teaches them.</summary>
    public static ImmutableArray<VocabularyGroup> All { get; } =
    [
        new(Counts, "Reference and map counts",
            "How many references a page has, and how many of them are page tables."),
        new(Mapping, "Mapping",
            "Whose page it is: the page cache's, the swap cache's, or nobody's but its process's."),
        new(Flags, "Page flags", "What the kernel has noted about a page."),
        new(ExpectedRefs, "Expected references", "How many references migration itself would accept."),
        new(Pins, "Pins", "What get_user_pages() with FOLL_PIN leaves behind."),
        new(Folio, "Folios and compound pages", "How many pages belong together."),
        new(Zone, "Zones and migratetypes", "Which kind of memory the page lies in."),
        new(Types, "Page types", "Memory that is neither the page cache's nor a process's."),
        new(Control, "Compaction control", "Who asks for compaction, and how hard it may try."),
    ];

    /// <summary>In the order in which a beginner needs them, flags last: there are many, and what is asked first is counts.</summary>
    public static int RankOf(string group) => group == Flags ? All.Length : All.TakeWhile(g => g.Name != group).Count();
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tutor.Core.Dumps;

/// <summary>
/// What <c>dump_page()</c> prints (6.1 and 6.12, <c>mm/debug.c</c>, <c>__dump_page</c>), a row a field and
/// release. The reader accepts exactly these fields; the guide and <c>tutor page --formats</c> list them.
/// </summary>
public static class DumpFormats
{
    /// <summary>Every field, in the order of the lines.</summary>
    public static ImmutableArray<DumpField> Fields { get; } =
    [
        new("page", DumpPart.First, DumpShape.Pointer, "up to 6.8", "Where the page's struct page is, hashed."),
        new("count", DumpPart.First, DumpShape.Number, "up to 5.3", "References.", IsChecked: false),
        new("refcount", DumpPart.First, DumpShape.Number, "6.1, 6.12",
            "References; of a compound page those of its head, for a tail too."),
        new("refcount", DumpPart.First, DumpShape.Number, "other releases since 5.4", "References.", IsChecked: false),
        new("mapcount", DumpPart.First, DumpShape.Number, "6.1",
            "Mappings of this very page, a PMD mapping of its folio included; of a page with a type the type."),
        new("mapcount", DumpPart.First, DumpShape.Number, "6.12",
            "Page tables that map this very page one by one; PMD and hugetlb mappings are not among them."),
        new("mapcount", DumpPart.First, DumpShape.Number, "other releases", "Mappings of this page.", IsChecked: false),
        new("mapping", DumpPart.First, DumpShape.Pointer, "6.1, 6.12",
            "What folio_mapping() gives: page cache or swap cache; 0 for other anonymous memory."),
        new("index", DumpPart.First, DumpShape.Hex, "6.1, 6.12", "Of this page in its mapping."),
        new("compound_mapcount", DumpPart.First, DumpShape.Number, "up to 5.6", "PMD mappings.", IsChecked: false),
        new("pfn", DumpPart.First, DumpShape.Hex, "6.1, 6.12 (since 5.10)", "The page's frame."),
        new("order", DumpPart.Head, DumpShape.Number, "6.1, 6.12", "log2 of the pages of the folio."),
        new("compound_mapcount", DumpPart.Head, DumpShape.Number, "6.1 (5.10 to 6.2)",
            "PMD mappings only. How often the folio's pages are mapped one by one is not printed."),
        new("compound_pincount", DumpPart.Head, DumpShape.Number, "6.1 (5.10 to 6.2)", "FOLL_PINs of the folio."),
        new("mapcount", DumpPart.Head, DumpShape.Number, "6.12 (since 6.9)", "Mappings of the folio, every kind."),
        new("entire_mapcount", DumpPart.Head, DumpShape.Number, "6.12", "PMD mappings."),
        new("entire_mapcount", DumpPart.Head, DumpShape.Number, "6.3 to 6.8", "PMD mappings.", IsChecked: false),
        new("nr_pages_mapped", DumpPart.Head, DumpShape.Number, "6.12", "Pages that are mapped one by one."),
        new("nr_pages_mapped", DumpPart.Head, DumpShape.Number, "6.3 to 6.8", "The same.", IsChecked: false),
        new("pincount", DumpPart.Head, DumpShape.Number, "6.12", "FOLL_PINs of the folio."),
        new("pincount", DumpPart.Head, DumpShape.Number, "6.3 to 6.8", "FOLL_PINs of the folio.", IsChecked: false),
        new("memcg", DumpPart.Memcg, DumpShape.Pointer, "6.1, 6.12", "The group that pays for the page."),
        new("page->mem_cgroup", DumpPart.Memcg, DumpShape.Pointer, "up to 5.9", "The same.", IsChecked: false),
        new("aops", DumpPart.Aops, DumpShape.Text, "6.1, 6.12", "Whose page it is, its inode and its name."),
        new("mapping->a_ops", DumpPart.Aops, DumpShape.Text, "older releases", "The same.", IsChecked: false),
        new("anon", DumpPart.Type, DumpShape.Text, "up to 5.3", "Anonymous memory.", IsChecked: false),
        new("ksm", DumpPart.Type, DumpShape.Text, "up to 5.3", "Anonymous memory that KSM merged.", IsChecked: false),
        new("flags", DumpPart.Flags, DumpShape.Text, "6.1, 6.12",
            "Flags of the head page, and node and zone; 'anon' or 'ksm' before it, 'CMA' after it."),
        new("page_type", DumpPart.PageType, DumpShape.Text, "6.12", "slab, hugetlb, table, buddy and their like."),
        new("page_type", DumpPart.PageType, DumpShape.Text, "6.5 to 6.11", "The same, as a mask.", IsChecked: false),
        new("raw", DumpPart.Raw, DumpShape.Text, "6.1, 6.12", "The words of struct page."),
        new("head", DumpPart.HeadRaw, DumpShape.Text, "6.1, 6.12",
            "The words of the head's: of a tail in 6.1, of every compound page in 6.12."),
        new("page dumped because", DumpPart.Reason, DumpShape.Text, "6.1, 6.12", "Who printed it, and why."),
    ];

    static readonly FrozenDictionary<(DumpPart, string), DumpShape> Shapes = Fields
        .GroupBy(f => (f.Part, f.Name)).ToFrozenDictionary(g => g.Key, g => g.First().Shape);

    /// <summary>How a field of a line is written, or null: no release has it there.</summary>
    public static DumpShape? ShapeOf(DumpPart part, string name) =>
        Shapes.TryGetValue((part, name), out var shape) ? shape : null;
}

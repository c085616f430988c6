using System.Collections.Frozen;

namespace Tutor.Core.Predicates.Binding;

/// <summary>What people call things, with the kernel's name for it. None of these is a name of the kernel's.</summary>
static class Nicknames
{
    static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["refcount"] = "folio_ref_count", ["ref_count"] = "folio_ref_count", ["refs"] = "folio_ref_count",
        ["_refcount"] = "folio_ref_count", ["count"] = "folio_ref_count", ["get_refcount"] = "folio_ref_count",
        ["mapcount"] = "folio_mapcount", ["_mapcount"] = "folio_mapcount", ["map_count"] = "folio_mapcount",
        ["mapped"] = "folio_mapped", ["anon"] = "folio_test_anon", ["is_anon"] = "folio_test_anon",
        ["pinned"] = "folio_maybe_dma_pinned", ["is_pinned"] = "folio_maybe_dma_pinned",
        ["pincount"] = "folio_maybe_dma_pinned", ["maybe_dma_pinned"] = "folio_maybe_dma_pinned",
        ["_pincount"] = "folio_maybe_dma_pinned", ["private"] = "folio_test_private", ["dirty"] = "folio_test_dirty",
        ["swapcache"] = "folio_test_swapcache", ["large"] = "folio_test_large", ["nr_pages"] = "folio_nr_pages",
        ["order"] = "folio_order", ["zone"] = "page_zone", ["lru"] = "folio_test_lru", ["is_shmem"] = "shmem_mapping", ["shmem"] = "shmem_mapping",
        ["null"] = "NULL", ["nullptr"] = "NULL", ["True"] = "true", ["TRUE"] = "true", ["False"] = "false", ["FALSE"] = "false",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every word of the table, for tests.</summary>
    public static IEnumerable<string> All => Meant.Keys;

    /// <summary>The row that a person may mean by this word, or null.</summary>
    public static BuiltIn? Find(string word) => Meant.TryGetValue(word, out var known) ? BuiltIns.Find(known) : null;
}

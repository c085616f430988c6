using System.Collections.Frozen;

namespace Tutor.Core.Predicates.Binding;

/// <summary>Names of the kernel that a player may try, with the reason why predicates do not have
/// them.</summary>
static class NotOffered
{
    const string Address = "there is no pfn: a predicate that looks at addresses is fitted to one map";
    const string Changes = "a predicate only looks: it takes no reference and no lock";
    const string Atomic = "counts are read with folio_ref_count(folio) and folio_mapcount(folio)";

    static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string,
        string>(StringComparer.Ordinal)
    {
        ["pfn"] = Address, ["low_pfn"] = Address, ["page_to_pfn"] = Address, ["folio_pfn"] = Address,
        ["pfn_to_page"] = Address, ["page_address"] = Address, ["page_to_phys"] = Address,
            ["page_index"] = Address,
        ["get_page"] = Changes, ["put_page"] = Changes, ["folio_get"] = Changes, ["folio_put"] = Changes,
        ["get_page_unless_zero"] = Changes, ["folio_try_get"] = Changes, ["folio_get_nontail_page"] = Changes,
        ["trylock_page"] = Changes, ["lock_page"] = Changes, ["unlock_page"] = Changes,
            ["folio_trylock"] = Changes,
        ["folio_lock"] = Changes, ["folio_unlock"] = Changes, ["TestClearPageLRU"] = Changes,
        ["folio_test_clear_lru"] = Changes,
        ["atomic_read"] = Atomic, ["page_ref_freeze"] = Changes,
        ["compound_mapcount"] = "the whole folio's mappings are folio_mapcount(folio)",
        ["folio_entire_mapcount"] = "the whole folio's mappings are folio_mapcount(folio)",
        ["folio_pincount_ptr"] = "pins are asked with folio_maybe_dma_pinned(folio)",
        ["compound_pincount"] = "pins are asked with folio_maybe_dma_pinned(folio)",
        ["page_private"] = "whether there is private data tells folio_test_private(folio)",
        ["folio_get_private"] = "whether there is private data tells folio_test_private(folio)",
        ["printk"] = "a predicate says only true or false",
            ["pr_info"] = "a predicate says only true or false",
        ["BUG_ON"] = "a predicate says only true or false",
            ["WARN_ON"] = "a predicate says only true or false",
        ["WARN_ON_ONCE"] = "a predicate says only true or false",
        ["VM_BUG_ON_PAGE"] = "a predicate says only true or false",
        ["READ_ONCE"] = "pages stand still while a predicate looks",
        ["isolate_mode"] = "the run is asked with cc->mode",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people call things, with the kernel's name for it.</summary>
    static readonly FrozenDictionary<string, string> Meant = new Dictionary<string,
        string>(StringComparer.Ordinal)
    {
        ["refcount"] = "folio_ref_count", ["ref_count"] = "folio_ref_count", ["refs"] = "folio_ref_count",
        ["_refcount"] = "folio_ref_count", ["count"] = "folio_ref_count",
            ["get_refcount"] = "folio_ref_count",
        ["mapcount"] = "folio_mapcount", ["_mapcount"] = "folio_mapcount", ["map_count"] = "folio_mapcount",
        ["mapped"] = "folio_mapped", ["anon"] = "folio_test_anon", ["is_anon"] = "folio_test_anon",
        ["pinned"] = "folio_maybe_dma_pinned", ["is_pinned"] = "folio_maybe_dma_pinned",
        ["pincount"] = "folio_maybe_dma_pinned", ["maybe_dma_pinned"] = "folio_maybe_dma_pinned",
        ["_pincount"] = "folio_maybe_dma_pinned", ["private"] = "folio_test_private",
            ["dirty"] = "folio_test_dirty",
        ["swapcache"] = "folio_test_swapcache", ["lru"] = "folio_test_lru",
        ["large"] = "folio_test_large", ["nr_pages"] = "folio_nr_pages", ["order"] = "folio_order",
        ["null"] = "NULL", ["nullptr"] = "NULL", ["True"] = "true", ["TRUE"] = "true", ["False"] = "false",
        ["FALSE"] = "false", ["zone"] = "page_zone", ["is_shmem"] = "shmem_mapping",
            ["shmem"] = "shmem_mapping",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every word of the table, for tests.</summary>
    public static IEnumerable<string> Nicknames => Meant.Keys;

    /// <summary>Every refused name, for tests.</summary>
    public static IEnumerable<string> Names => Reasons.Keys;

    /// <summary>The row that a person may mean by this word, or null.</summary>
    public static BuiltIn? Nickname(string name) =>
        Meant.TryGetValue(name, out var known) ? BuiltIns.Find(known) : null;

    /// <summary>Why not, or null for a name that nobody thought of.</summary>
    public static string? Reason(string name) => Reasons.GetValueOrDefault(name);
}

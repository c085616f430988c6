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

    /// <summary>Why not, or null for a name that nobody thought of.</summary>
    public static string? Reason(string name) => Reasons.GetValueOrDefault(name);
}

using System.Collections.Immutable;

namespace Tutor.Cli;

/// <summary>The predicates that recordings were made with, by the number in their file.</summary>
static class RecordedPredicates
{
    const string Stock = "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)";
    const string Pinned = "folio_maybe_dma_pinned(folio)";

    /// <summary>
    /// The proposal's fourth version (2023), in our words. The difference is of type unsigned long there too:
    /// fewer references than expected wrap around to very many.
    /// </summary>
    const string Version4 =
        "!cc->alloc_contig && !is_zone_movable_page(page) && !is_migrate_cma_page(page) && "
        + "(unsigned long)folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)";

    /// <summary>0 none, 1 stock 6.1, 2 the fourth version, 3 the pin test, 4 stock or the pin test.</summary>
    public static ImmutableArray<string> All { get; } =
        ["false", Stock, Version4, Pinned, $"({Stock}) || {Pinned}"];
}

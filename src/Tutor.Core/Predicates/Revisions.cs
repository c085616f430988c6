using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates;

/// <summary>One skip predicate of history, in our own wording: a row of <see cref="Revisions.All"/>.</summary>
/// <param name="Id">Its name in levels, recordings, tables and <c>-e</c>: <c>v4</c>.</param>
/// <param name="Title">What it asks, for lists.</param>
/// <param name="Source">Who proposed it, when, and what became of it.</param>
/// <param name="Expression">As one expression.</param>
/// <param name="Function">As functions.</param>
/// <param name="OwnReferences">References that the scanner holds when it asks: 0 for code before late v6.1-rc.</param>
/// <param name="Recording">Its number in recordings (<c># param predicate</c>), or null.</param>
/// <param name="Names">The release whose meaning its names have; null where they mean the same in every release.</param>
public sealed record Revision(
    string Id, string Title, string Source, string Expression, string Function, int OwnReferences = 1,
    int? Recording = null, KernelNames? Names = null)
{
    /// <summary>As the recordings of 6.12 asked it; null: in the same words as in 6.1.</summary>
    public string? Expression612 { get; init; }

    /// <summary>Further texts in which levels show it: with a condition of its caller left out, or a cast.</summary>
    public ImmutableArray<string> Wordings { get; init; } = [];

    /// <summary>Whether this is one of its texts; blanks and line breaks do not count.</summary>
    public bool IsShownBy(string text) => ((IEnumerable<string?>)[Expression, Expression612, .. Wordings]).Any(t => t is not null && Bare(t) == Bare(text));

    static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>As the recordings of this release asked it.</summary>
    public string ExpressionIn(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => Expression,
        KernelRelease.Linux612 => Expression612 ?? Expression,
    };

    /// <summary>The predicate, its names read as its own release has them.</summary>
    public Predicate Compile()
    {
        var (predicate, diagnostics) = Predicate.Compile(SourceText.From(Id, Expression), PredicateScope.All with { Names = Names });
        return predicate ?? throw new InvalidOperationException($"the revision '{Id}' does not compile: {string.Join("; ", diagnostics)}");
    }

    /// <summary>A run as this revision was asked in it: with as many own references as its scanner held.</summary>
    public CompactControl In(CompactControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        return control with { OwnReferences = OwnReferences };
    }
}

/// <summary>
/// The one table of skip predicates that history or a recording knows. Its ids are what <c>against</c>, <c>skips</c>,
/// <c>compare -e</c> and the recordings' predicate numbers mean. The formulas are the kernel's and the mailing list's;
/// the wording is ours.
/// </summary>
public static class Revisions
{
    public static Revision None { get; } = new("none", "Skip nothing", "the scan without a test",
        "false",
        """
        bool skip(void)
        {
        	return false;
        }
        """, Recording: 0);

    /// <summary>P0.</summary>
    public static Revision Stock { get; } = new("stock", "Linux 6.1: pinned anonymous pages",
        "Linux 6.1 mm/compaction.c, from David Rientjes (2014) and Gavin Shan (2022); still there in 7.3",
        "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)",
        """
        /* An anonymous page's references are its mappings and ours. */
        static bool pinned_anon(struct folio *folio, struct address_space *mapping)
        {
        	if (mapping)
        		return false;
        	return folio_ref_count(folio) - 1 > folio_mapcount(folio);
        }
        """, Recording: 1);

    /// <summary>K20.</summary>
    public static Revision Khlebnikov { get; } = new("k20", "May 2020: caches counted for every page",
        "Konstantin Khlebnikov, 13 May 2020; in -mm, dropped after Hugh Dickins found it skips every page with buffer heads",
        "!folio_test_large(folio) && folio_ref_count(folio) > "
            + "folio_mapcount(folio) + (!folio_test_anon(folio) || folio_test_swapcache(folio))",
        """
        static bool k20(struct folio *folio)
        {
        	int explained = folio_mapcount(folio);

        	if (folio_test_large(folio))
        		return false;
        	if (!folio_test_anon(folio) || folio_test_swapcache(folio))
        		explained += 1;
        	return folio_ref_count(folio) > explained;
        }
        """, OwnReferences: 0);

    public static Revision V1 { get; } = new("v1", "v1: skip all pinned pages",
        "Khalid Aziz, 11 May 2023; takes off no reference for the scanner",
        "folio_ref_count(folio) - (mapping ? 1UL + page_has_private(page) : folio_test_swapcache(folio)) "
            + "> page_mapcount(page)",
        """
        static bool v1(struct page *page, struct address_space *mapping)
        {
        	unsigned long explained = PageSwapCache(page);

        	if (mapping)
        		explained = 1 + page_has_private(page);
        	return page_count(page) - explained > page_mapcount(page);
        }
        """);

    public static Revision V2 { get; } = new("v2", "v2: skip all non-migratable pages",
        "Khalid Aziz, 12 May 2023; asks PG_private only, and still takes off none for the scanner",
        "folio_ref_count(folio) - (mapping ? 1UL + folio_test_private(folio) : folio_test_swapcache(folio)) "
            + "> page_mapcount(page)",
        """
        static bool v2(struct page *page, struct address_space *mapping)
        {
        	unsigned long explained = PageSwapCache(page);

        	if (mapping)
        		explained = 1 + PagePrivate(page);
        	return page_count(page) - explained > page_mapcount(page);
        }
        """);

    public static Revision V3 { get; } = new("v3", "v3: with the scanner's own reference",
        "Khalid Aziz, 17 May 2023; takes the mappings of one page, where a large folio has more",
        "folio_ref_count(folio) - (1UL + (folio_test_anon(folio) ? folio_test_swapcache(folio) "
            + ": 1 + folio_test_private(folio))) > page_mapcount(page)",
        """
        static bool v3(struct page *page)
        {
        	unsigned long explained = 1;

        	if (PageAnon(page))
        		explained += PageSwapCache(page);
        	else
        		explained += 1 + PagePrivate(page);
        	return page_count(page) - explained > page_mapcount(page);
        }
        """);

    public static Revision V4 { get; } = new("v4", "v4: expected references",
        "Khalid Aziz, 25 May 2023; never merged",
        "!cc->alloc_contig && !is_zone_movable_page(page) && !is_migrate_cma_page(page) && "
            + "folio_ref_count(folio) - (unsigned long)folio_expected_refs(mapping, folio) "
            + "> folio_mapcount(folio)",
        """
        static bool v4(struct folio *folio, struct address_space *mapping, struct compact_control *cc)
        {
        	struct page *page = &folio->page;
        	unsigned long expected = folio_expected_refs(mapping, folio);

        	/* Who needs the whole range must try every page. */
        	if (cc->alloc_contig)
        		return false;
        	/* Nothing may be pinned for long there. */
        	if (is_zone_movable_page(page) || is_migrate_cma_page(page))
        		return false;
        	return folio_ref_count(folio) - expected > folio_mapcount(folio);
        }
        """, Recording: 2)
    {
        // The same conditions, compared with a sign.
        Expression612 = "!is_zone_movable_page(page) && !is_migrate_cma_page(page) && "
            + "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)",
        // In a run that wants no whole range.
        Wordings =
        [
            "!is_zone_movable_page(page) && !is_migrate_cma_page(page) && "
                + "folio_ref_count(folio) - (unsigned long)folio_expected_refs(mapping, folio) > folio_mapcount(folio)",
        ],
    };

    /// <summary>P2.</summary>
    public static Revision DmaPinned { get; } = new("dma-pinned", "Ask for FOLL_PIN",
        "Matthew Wilcox, 25 May 2023, as the efficient way",
        "folio_maybe_dma_pinned(folio)",
        """
        static bool dma_pinned(struct folio *folio)
        {
        	return folio_maybe_dma_pinned(folio);
        }
        """, Recording: 3);

    /// <summary>P4.</summary>
    public static Revision Refined { get; } = new(
        "dma-pinned-refined", "Ask for FOLL_PIN, mappings taken off",
        "Matthew Wilcox, 27 May 2023, against pages that a thousand processes map",
        "folio_test_large(folio) ? folio_maybe_dma_pinned(folio) "
            + ": (unsigned int)(folio_ref_count(folio) - folio_mapcount(folio)) >= GUP_PIN_COUNTING_BIAS",
        """
        static bool refined(struct folio *folio)
        {
        	unsigned int unmapped = folio_ref_count(folio) - folio_mapcount(folio);

        	if (folio_test_large(folio))
        		return folio_maybe_dma_pinned(folio);
        	return unmapped >= GUP_PIN_COUNTING_BIAS;
        }
        """);

    /// <summary>P3.</summary>
    public static Revision LongTerm { get; } = new("long-term", "Only what can be pinned for long",
        "David Hildenbrand, 29 May 2023, as a sketch",
        "!is_zone_movable_page(page) && !is_migrate_cma_page(page) && (folio_test_anon(folio) || folio_test_hugetlb(folio) "
            + "|| (mapping && shmem_mapping(mapping))) && folio_maybe_dma_pinned(folio) "
            + "&& (folio_test_large(folio) || folio_mapcount(folio) <= 32)",
        """
        static bool can_be_pinned_for_long(struct page *page, struct folio *folio, struct address_space *mapping)
        {
        	if (is_zone_movable_page(page) || is_migrate_cma_page(page))
        		return false;
        	if (folio_test_anon(folio) || folio_test_hugetlb(folio))
        		return true;
        	return mapping && shmem_mapping(mapping);
        }

        static bool long_term(struct page *page, struct folio *folio, struct address_space *mapping)
        {
        	if (!can_be_pinned_for_long(page, folio, mapping) || !folio_maybe_dma_pinned(folio))
        		return false;
        	/* A small page that many map may only look pinned. */
        	return folio_test_large(folio) || folio_mapcount(folio) <= 32;
        }
        """);

    /// <summary>PX.</summary>
    public static Revision Expected616 { get; } = new(
        "expected-6.16", "Linux 6.16: what explains every reference",
        "folio_expected_ref_count(), Shivank Garg, Linux 6.16 (86ebd50224c0); as a skip predicate nobody proposed it",
        "folio_ref_count(folio) != folio_expected_ref_count(folio) + 1",
        """
        static bool unexplained(struct folio *folio)
        {
        	/* One reference is the scanner's. */
        	return folio_ref_count(folio) - 1 != folio_expected_ref_count(folio);
        }
        """, Names: KernelNames.Linux616);

    /// <summary>The same text since the swap cache of shared memory is counted.</summary>
    public static Revision Expected619 { get; } = new(
        "expected-6.19", "Linux 6.19: the swap cache of shared memory counted too",
        "folio_expected_ref_count() after Bijan Tabatabai's fix of December 2025 (f183663901f2); Linux 6.1.192 has it",
        Expected616.Expression, Expected616.Function, Names: KernelNames.Linux619);

    public static Revision Either { get; } = new(
        "either", "Linux 6.1's check, or FOLL_PIN",
        "both tests, as one of the runs recorded for this game had them",
        $"({Stock.Expression}) || {DmaPinned.Expression}",
        """
        static bool stock_or_pinned(struct folio *folio, struct address_space *mapping)
        {
        	if (!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio))
        		return true;
        	return folio_maybe_dma_pinned(folio);
        }
        """, Recording: 4);

    /// <summary>Every one, oldest first.</summary>
    public static ImmutableArray<Revision> All { get; } =
        [None, Stock, Khlebnikov, V1, V2, V3, V4, DmaPinned, Refined, LongTerm, Expected616, Expected619, Either];

    /// <summary>One row for each text, for lists that read every text by the level's own names.</summary>
    public static IEnumerable<Revision> Texts => All.DistinctBy(r => r.Expression);

    /// <summary>The one with this id (<c>v4</c>), or null.</summary>
    public static Revision? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>The one that recordings call by this number (0 to 4), or null.</summary>
    public static Revision? OfRecording(int number) => All.FirstOrDefault(p => p.Recording == number);
}

using System.Globalization;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

public sealed class BuiltInTests
{
    public static TheoryData<string> Pages { get; } = [.. ReferencePage.All().Select(p => p.FileName)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_reference_is_fresh(string fileName) =>
        Golden.Check(
            $"content/reference/{fileName}", ReferencePage.All().First(p => p.FileName == fileName).Text);

    /// <summary>The case of every function: a new row changes this file, which is to be read.</summary>
    [Fact]
    public void Every_function_says_of_each_page_kind_what_it_said()
    {
        var text = new StringBuilder("# What each function of a page says of the page kinds of predicates.csv. Rewritten by UPDATE_GOLDENS=1.\n");
        foreach (var b in BuiltIns.All.Where(b => b is { Kind: BuiltInKind.Function, IsSpelling: false } && b.Parameters.All(p => p.Type is CType.Page or CType.Folio or CType.Mapping)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{b.Signature}, {b.Source}\n");
            var values = PageKindTable.Rows.GroupBy(row => Value(b, row.State)).ToList();
            var usual = values.MaxBy(v => v.Count())!.Key;
            foreach (var value in values.Where(v => v.Key != usual).OrderBy(v => v.Key))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {value.Key}: {string.Join("; ", value.Select(r => r.Name))}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"  {usual}: all else\n");
        }

        Golden.Check("tests/fixtures/predicates/functions.txt", text.ToString());
    }

    static long Value(BuiltIn function, PageState page)
    {
        var arguments = function.Parameters.Select(p => p.Type == CType.Mapping ? BuiltIns.MappingOf(page) : BuiltIns.PageAddress).ToList();
        return function.Body(page, Control, arguments.ElementAtOrDefault(0), arguments.ElementAtOrDefault(1));
    }

    [Fact]
    public void Every_group_has_names() =>
        Assert.All(VocabularyGroups.All, group => Assert.Contains(BuiltIns.All, b => b.Group == group.Name));

    [Fact]
    public void Every_row_belongs_to_a_known_group() =>
        Assert.All(BuiltIns.All, b => Assert.True(b.Group is null || VocabularyGroups.All.Any(g => g.Name == b.Group)));

    [Fact]
    public void Every_summary_is_a_sentence_without_full_stop() => Assert.All(BuiltIns.All, b =>
    {
        Assert.True(b.Summary.Length > 0 && b.Summary[^1] != '.', b.Name);
        Assert.NotEmpty(b.Source);
    });

    [Fact]
    public void Every_function_can_be_called_as_its_signature_says() => Assert.All(
        BuiltIns.All.Where(b => b.Kind == BuiltInKind.Function), b =>
        {
            var arguments = b.Parameters.Select(p => p.Type switch
            {
                CType.Page => "page",
                CType.Folio => "folio",
                CType.Mapping => "mapping",
                CType.Zone => "page_zone(page)",
                _ => "1",
            });
            Assert.Empty(Diagnose($"!!{b.Name}({string.Join(", ", arguments)})"));
        });

    [Fact]
    public void Every_nickname_leads_to_a_name() =>
        Assert.All(Nicknames.All, n => Assert.NotNull(Nicknames.Find(n)));

    [Fact]
    public void No_name_is_both_offered_and_refused() =>
        Assert.All(RefusedNames.All.SelectMany(r => r.Names).Concat(Nicknames.All), n => Assert.Null(BuiltIns.Find(n)));

    [Fact]
    public void A_signature_is_C() => Assert.Equal(
        "int folio_expected_refs(struct address_space *mapping, struct folio *folio)",
        BuiltIns.Find("folio_expected_refs")!.Signature);

    [Fact]
    public void Reference_counts_hold_the_scanners_own() =>
        Assert.Equal(
            SkipAnswer.Skip,
            Ask("folio_ref_count(folio) == 2 && page_count(page) == 2 && page_ref_count(page) == 2"));

    [Fact]
    public void Old_code_is_asked_without_the_scanners_own_reference() => Assert.Equal(SkipAnswer.Skip,
        Compile("folio_ref_count(folio) == 1").Ask(Anon, new CompactControl { OwnReferences = 0 }));

    [Fact]
    public void One_page_of_a_large_folio_has_fewer_mappings_than_the_whole()
    {
        var large = Anon with { Flags = Anon.Flags | PageFlags.Head, Order = 4, RefCount = 16, MapCount = 16,
            PageMapCount = 1 };
        Assert.Equal(
            SkipAnswer.Skip,
            Ask("page_mapcount(page) == 1 && folio_mapcount(folio) == 16 && total_mapcount(page) == 16",
            large));
    }

    [Fact]
    public void Anonymous_memory_has_a_raw_mapping_and_no_mapping() =>
        Assert.Equal(
            SkipAnswer.Skip, Ask("!mapping && !folio_mapping(folio) && page->mapping && folio->mapping"));

    [Fact]
    public void KSM_pages_are_anonymous() => Assert.Equal(SkipAnswer.Skip,
        Ask("folio_test_anon(folio) && folio_test_ksm(folio)",
            Anon with { Flags = PageFlags.Lru | PageFlags.Ksm }));

    [Fact]
    public void The_swap_caches_mapping_is_not_shared_memory() => Assert.Equal(SkipAnswer.Skip,
        Ask("mapping && !shmem_mapping(mapping) && folio_test_swapcache(folio)",
            Anon with { Flags = Anon.Flags | PageFlags.SwapCache | PageFlags.Mapping }));

    [Fact]
    public void A_pinned_page_of_shared_memory_may_be_pinned_for_DMA() =>
        Assert.Equal(
            SkipAnswer.Skip, Ask("shmem_mapping(mapping) && folio_maybe_dma_pinned(folio)", PinnedShmem));

    [Fact]
    public void A_large_folio_knows_its_pins_exactly()
    {
        var large = Anon with { Flags = Anon.Flags | PageFlags.Head, Order = 9, RefCount = 2000,
            PinCount = 0 };
        Assert.Equal(SkipAnswer.Keep, Ask("folio_maybe_dma_pinned(folio)", large));
    }

    [Fact]
    public void The_run_can_be_asked() => Assert.Equal(SkipAnswer.Skip,
        Compile("cc->mode == MIGRATE_ASYNC && cc->order == 9 && cc->alloc_contig && !(cc->gfp_mask & __GFP_FS)").Ask(Anon,
            new CompactControl { Mode = MigrateMode.Async, Order = 9, AllocContig = true, GfpFs = false }));

    [Fact]
    public void A_page_knows_its_zone_and_migratetype() => Assert.Equal(SkipAnswer.Skip,
        Ask("is_zone_movable_page(page) && zone_idx(page_zone(page)) == ZONE_MOVABLE && is_migrate_cma_page(page) "
            + "&& get_pageblock_migratetype(page) == MIGRATE_CMA",
            Anon with { Zone = ZoneType.Movable, Migratetype = Migratetype.Cma }));

    [Fact]
    public void Completion_begins_with_what_is_typed() => Assert.Equal(
        "folio_mapcount", Completion.At("!mapping && folio_ma", 20, PredicateScope.All)[0].Name);

    [Fact]
    public void Behind_an_arrow_only_members_are_offered() =>
        Assert.All(Completion.At("cc->", 4, PredicateScope.All),
            c => Assert.Contains(BuiltIns.Named(c.Name), b => b.Kind == BuiltInKind.Member));

    [Theory]
    [InlineData("cc->", "alloc_contig", "mapping")]
    [InlineData("page->", "mapping", "alloc_contig")]
    public void Behind_an_arrow_only_what_stands_before_it_has_is_offered(string text, string offered, string other)
    {
        var names = Completion.At(text, text.Length, PredicateScope.All).Select(c => c.Name).ToList();
        Assert.Contains(offered, names);
        Assert.DoesNotContain(other, names);
    }

    [Fact]
    public void Only_the_levels_vocabulary_is_offered() => Assert.DoesNotContain(
        Completion.At("folio_", 6, new PredicateScope { Vocabulary = ["counts"] }), c =>
            c.Group is not (null or "counts"));

    [Fact]
    public void A_single_name_can_be_lent() => Assert.Empty(
        Diagnose("folio_test_anon(folio)",
            new PredicateScope { Vocabulary = ["counts", "folio_test_anon"] }));
}

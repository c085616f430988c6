using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Tests.Support;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

/// <summary>What is said of names that predicates do not have.</summary>
public sealed class KernelNameTests
{
    /// <summary>Of the kernel's names those that the language does not have: a row that is added for one takes it off.</summary>
    static readonly string[] Names =
    [
        .. File.ReadLines(Path.Combine(Fixtures.Root, "tests/fixtures/predicates/kernel-names.txt"))
            .Where(line => line.Length > 0 && line[0] != '#' && !BuiltIns.Named(line).Any()),
    ];

    [Fact]
    public void The_list_has_more_than_200_names() => Assert.True(Names.Distinct().Count() > 200);

    [Fact]
    public void No_kernel_name_is_answered_by_another() =>
        Assert.DoesNotContain(Names, n => Helps(n).Any(h => h.StartsWith("did you mean", StringComparison.Ordinal) || h.StartsWith("write '", StringComparison.Ordinal)));

    [Fact]
    public void A_slip_of_the_finger_is_answered() => Assert.All(
        [
            ("folio_ref_cuont(folio)", "folio_ref_count"), ("folio_refcount(folio)", "folio_ref_count"), ("Folio_Mapcount(folio)", "folio_mapcount"),
            ("page_mapcont(page)", "page_mapcount"), ("foliomapcount(folio)", "folio_mapcount"), ("pagelru(page)", "PageLRU"),
            ("folio_expected_ref_counts(folio)", "folio_expected_ref_count"),
        ],
        pair => Assert.Contains($"did you mean '{pair.Item2}'?", Diagnose(pair.Item1).Select(d => d.Help)));

    [Theory]
    [InlineData("folio_trylock", "takes no lock")]
    [InlineData("spin_lock_irqsave", "takes no lock")]
    [InlineData("list_del_init", "walks no list")]
    [InlineData("vma_lookup", "no VMA")]
    [InlineData("EAGAIN", "true or false")]
    [InlineData("folio_isolate_lru", "moves nothing")]
    [InlineData("folio_set_dirty", "changes nothing")]
    [InlineData("folio_test_workingset", "has this flag")]
    [InlineData("page_to_pfn", "no pfn")]
    [InlineData("lru_add_drain", "drained")]
    public void A_refused_name_has_its_reason(string name, string words) =>
        Assert.Contains(words, RefusedNames.Reason(name), StringComparison.Ordinal);

    [Fact]
    public void Every_reason_is_one_sentence_without_full_stop() => Assert.All(RefusedNames.All, row =>
    {
        Assert.True(char.IsLower(row.Sentence[0]) || row.Sentence.StartsWith("LRU", StringComparison.Ordinal), row.Sentence);
        Assert.NotEqual('.', row.Sentence[^1]);
    });

    [Fact]
    public void No_name_has_two_reasons() =>
        Assert.Empty(RefusedNames.All.SelectMany(r => r.Names).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Names_with_one_reason_share_one_message() => Assert.Equal("'spin_lock', 'folio_trylock' are not for predicates",
        Assert.Single(Diagnose("spin_lock(page) || folio_trylock(folio)")).Message);

    [Fact]
    public void A_refused_line_does_not_hide_the_rest() => Assert.Equal(["TUT2011", "TUT1015", "TUT2003", "TUT2001"],
        Diagnose("static bool f(struct folio *folio, struct vm_area_struct *vma)\n{\n\twhile (vma)\n\t\tif (no_such_thing(folio))\n\t\t\tbreak;\n"
            + "\treturn folio_trylock(folio);\n}").SelectMany(d => d.Places).Select(d => d.Code.Id));

    [Fact]
    public void Every_spelling_that_means_a_name_names_one_that_is_offered() => Assert.All(
        BuiltIns.Spellings.Where(s => s.Means is not null), s => Assert.Contains(BuiltIns.All, b => b.Name == s.Means));

    [Fact]
    public void A_level_that_lends_a_name_lends_its_spellings() =>
        Assert.Empty(Diagnose("thp_nr_pages(page) > 1", new() { Vocabulary = ["folio_nr_pages"] }));

    [Fact]
    public void A_level_that_does_not_lend_a_name_does_not_lend_its_spellings() =>
        Assert.Equal("TUT2002", Assert.Single(Diagnose("thp_nr_pages(page) > 1", new() { Vocabulary = ["mapping"] })).Code.Id);

    [Fact]
    public void Completion_offers_no_spelling() => Assert.DoesNotContain(
        Core.Predicates.Completion.For("thp", false, PredicateScope.All), c => c.Name == "thp_nr_pages");

    static IEnumerable<string> Helps(string name) => Diagnose($"{name} > 1").Concat(Diagnose($"{name}(folio) > 1")).Concat(Diagnose($"folio->{name} != 0"))
        .Select(d => d.Help).OfType<string>();
}

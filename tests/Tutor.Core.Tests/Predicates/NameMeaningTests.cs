using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Text;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

public sealed class NameMeaningTests
{
    /// <summary>Shared memory on its way to swap: the swap cache holds it, and its mapping field is NULL.</summary>
    static readonly PageState SwappedShmem = WithHolders(new ReferenceHolder(HolderKind.SwapCache));

    /// <summary>The same under one plain reference more: it cannot move.</summary>
    static readonly PageState HeldSwappedShmem = WithHolders(new ReferenceHolder(HolderKind.SwapCache), new ReferenceHolder(HolderKind.Get));

    static PageState WithHolders(params ReferenceHolder[] holders) => ReferenceAccounting.WithHolders(
        new PageState { Kind = "shmem-swapped", Flags = PageFlags.Lru | PageFlags.SwapBacked }, new HolderList([.. holders]));

    [Fact]
    public void Shared_memory_in_the_swap_cache_has_no_raw_mapping() => Assert.Equal(SkipAnswer.Skip,
        Ask("mapping && folio_mapping(folio) && folio->mapping == NULL && page->mapping == NULL", SwappedShmem));

    [Fact]
    public void Shared_memory_in_both_caches_has_its_raw_mapping() => Assert.Equal(SkipAnswer.Skip,
        Ask("mapping && folio->mapping", WithHolders(new ReferenceHolder(HolderKind.SwapCache), new ReferenceHolder(HolderKind.PageCache))));

    [Theory]
    [InlineData(KernelNames.Linux61, 1)]
    [InlineData(KernelNames.Linux612, 1)]
    [InlineData(KernelNames.Linux616, 0)]
    [InlineData(KernelNames.Linux619, 1)]
    public void The_expected_count_of_swapped_shared_memory_depends_on_the_release(KernelNames names, int expected) =>
        Assert.Equal(SkipAnswer.Skip, Under(names, $"folio_expected_ref_count(folio) == {expected}").Ask(SwappedShmem, Control));

    [Fact]
    public void Linux_6_16_skips_swapped_shared_memory_that_could_move() =>
        Assert.Equal(SkipAnswer.Skip, Revisions.Expected616.Compile().Ask(SwappedShmem, Control));

    [Fact]
    public void Linux_6_19_lets_swapped_shared_memory_go() =>
        Assert.Equal(SkipAnswer.Keep, Revisions.Expected619.Compile().Ask(SwappedShmem, Control));

    [Fact]
    public void Linux_6_19_skips_swapped_shared_memory_that_somebody_holds() =>
        Assert.Equal(SkipAnswer.Skip, Revisions.Expected619.Compile().Ask(HeldSwappedShmem, Control));

    [Fact]
    public void A_name_means_what_the_scanners_release_makes_of_it_unless_the_level_says_otherwise()
    {
        var scope = new PredicateScope { Control = new CompactControl { Release = KernelRelease.Linux612 } };
        Assert.Equal(KernelNames.Linux612, scope.NamesInUse);
        Assert.Equal(KernelNames.Linux619, (scope with { Names = KernelNames.Linux619 }).NamesInUse);
    }

    [Fact]
    public void A_meaning_that_stable_kernels_took_is_theirs_and_not_that_of_the_releases_between() =>
        Assert.Equal(["6.16", "6.1, 6.12, 6.19"], BuiltIns.All.Where(b => b.Name == "folio_expected_ref_count").Select(BuiltIns.ReleasesOf));

    [Fact]
    public void Every_release_has_a_spelling_that_is_found_again() => Assert.All(Enum.GetValues<KernelNames>(),
        names => Assert.Equal(names, KernelNamesWords.Find(names.Word())));

    [Fact]
    public void No_two_rows_of_a_name_have_the_same_release() => Assert.All(
        BuiltIns.All.Where(b => b.Kind != BuiltInKind.Member).GroupBy(b => b.Name),
        meanings => Assert.Equal(meanings.Count(), meanings.Select(m => m.Since).Distinct().Count()));

    [Fact]
    public void Every_revision_has_an_id_of_its_own() =>
        Assert.Equal(Revisions.All.Length, Revisions.All.Select(r => r.Id).Distinct().Count());

    static Predicate Under(KernelNames names, string text) =>
        Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All with { Names = names }).Predicate!;

    [Theory]
    [InlineData("6.17", "write \"6.16\": its meanings hold until 6.19")]
    [InlineData("6.9", "write \"6.1\": its meanings hold until 6.12")]
    [InlineData("7.0", "write \"6.19\": no later meaning is known")]
    [InlineData("5.10", "\"6.1\" is the oldest; names of older releases are understood under every one")]
    public void A_release_between_two_has_the_meanings_of_the_one_before(string release, string cure) =>
        Assert.Equal(cure, KernelNamesWords.Cure(release));
}

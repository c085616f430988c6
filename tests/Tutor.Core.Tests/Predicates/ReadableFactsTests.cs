using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class ReadableFactsTests
{
    static readonly CompactControl Control = new();

    static readonly PageState Anon = BuiltInPack.Catalog.Kinds.All.Single(k => k.Name == "anon").ToState(ZoneType.Normal);

    [Fact]
    public void A_pin_differs_from_none_by_the_counts() =>
        Assert.Contains("folio_ref_count(folio)",
            ReadableFacts.Between(Anon, BuiltInPack.Catalog.Kinds.All.Single(k => k.Name == "vfio-anon").ToState(ZoneType.Normal), Control, PredicateScope.All)
                .Select(d => d.Text));

    [Fact]
    public void A_page_does_not_differ_from_itself() =>
        Assert.Empty(ReadableFacts.Between(Anon, Anon, Control, PredicateScope.All));

    [Fact]
    public void Only_names_of_the_scope_are_told() =>
        Assert.All(ReadableFacts.Between(Anon, BuiltInPack.Catalog.Kinds.All.Single(k => k.Name == "file").ToState(ZoneType.Normal), Control,
            PredicateScope.All with { Vocabulary = ["counts"] }), d => Assert.Equal("counts", BuiltIns.Find(d.Name)!.Group));

    /// <summary>The proof behind "nothing tells them apart": where no fact differs, no predicate answers differently.</summary>
    [Fact]
    public void Pages_that_differ_in_nothing_readable_get_the_same_answers()
    {
        var states = BuiltInPack.Catalog.Kinds.All.Where(k => !k.IsFree).Select(k => k.ToState(ZoneType.Normal)).Distinct().ToList();
        var twins = (from a in states from b in states where a != b && ReadableFacts.Between(a, b, Control, PredicateScope.All).IsEmpty select (a, b)).ToList();
        Assert.NotEmpty(twins);
        const int seed = 16;
        var random = new RandomC(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var text = random.Next($"f{i}").Text;
            if (Predicate.Compile(SourceText.From("p", text), PredicateScope.All).Predicate is { } predicate)
            {
                Assert.All(twins, t => Assert.True(predicate.Ask(t.a, Control) == predicate.Ask(t.b, Control), $"seed {seed}: {text}\n{t.a.Kind} and {t.b.Kind}"));
            }
        }
    }
}

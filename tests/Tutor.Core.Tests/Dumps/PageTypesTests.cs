using Tutor.Core.Dumps;
using Tutor.Core.Scenarios;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Dumps;

public sealed class PageTypesTests
{
    static string Output => File.ReadAllText(Fixtures.PathOf(Path.Combine("tools", "page-types.txt")));

    [Fact]
    public void Counts_by_flags_become_counts_of_page_kinds()
    {
        var problems = new DiagnosticBag();
        var rows = PageTypes.Read(SourceText.From("page-types", Output), problems);
        Assert.Equal(0, problems.Count);
        Assert.Equal(
        [
            ("anon", 333221L), ("free", 257715L), ("file", 91044L), ("kernel", 61277L), ("slab", 40120L), ("thp", 24576L),
            ("file-mapped-3", 12288L), ("shmem", 8810L), ("page-table", 5211L),
        ], PageTypes.MixOf(rows!.Value));
    }

    [Fact]
    public void Weights_stay_within_what_a_mix_may_have_and_nothing_falls_to_nothing()
    {
        var weights = PageTypes.Weights([("anon", 5_000_000_000), ("ksm", 1), ("file", 40_000)]);
        Assert.Equal([new MixEntry("anon", 1_000_000), new MixEntry("ksm", 1), new MixEntry("file", 8)], weights);
    }

    [Theory]
    [InlineData("")]
    [InlineData("total 5\n")]
    [InlineData("0xzz 5 1 _\n")]
    public void Another_text_is_refused(string text)
    {
        var problems = new DiagnosticBag();
        Assert.Null(PageTypes.Read(SourceText.From("page-types", text), problems));
        Assert.Equal(DumpCodes.NoPageTypes, Assert.Single(problems.ToImmutable()).Code);
    }

    [Fact]
    public void Every_kind_it_names_is_a_kind_of_the_pack()
    {
        var named = Enumerable.Range(0, 64).SelectMany(a => Enumerable.Range(0, 64).Select(b => PageTypes.KindOf(1UL << a | 1UL << b))).OfType<string>();
        Assert.All(named.Distinct(), kind => Assert.NotNull(BuiltInPack.Catalog.Kinds.Find(kind)));
    }
}

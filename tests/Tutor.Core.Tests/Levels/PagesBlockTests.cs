using Tutor.Core.Levels;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Levels;

public sealed class PagesBlockTests
{
    [Fact]
    public void Kinds_stand_in_order_with_their_counts() =>
        Assert.Equal([("anon", 1), ("vfio-shmem", 3), ("anon", 1)], Rows("anon vfio-shmem:3 anon")[0]);

    [Fact]
    public void A_line_of_the_block_is_a_line_of_the_picture() =>
        Assert.Equal([[("anon", 2)], [("free", 1)]], Rows("anon:2\n\n  free  \n"));

    [Theory]
    [InlineData("anon vfio-shmm", 5, "there is no page kind 'vfio-shmm'", "did you mean 'vfio-shmem'?")]
    [InlineData("anon:none", 0, "'none' is no number of pages", "write 'anon:3' for three of them")]
    [InlineData("anon:0", 0, "'0' is no number of pages", "write 'anon:3' for three of them")]
    [InlineData("anon:512 free", 9, "the picture has more than 512 pages", "draw fewer: a picture shows what differs")]
    public void A_word_that_is_wrong_is_reported_where_it_stands(string text, int at, string message, string help)
    {
        var problems = new List<PagesProblem>();
        PagesBlock.Read(text, BuiltInPack.Catalog.Kinds, problems);
        Assert.Equal([(at, message, help)], problems.Select(p => (p.Span.Start, p.Message, p.Help)));
    }

    static List<List<(string, int)>> Rows(string text) =>
        [.. PagesBlock.Read(text, BuiltInPack.Catalog.Kinds).Select(r => r.Select(p => (p.Kind, p.Count)).ToList())];
}

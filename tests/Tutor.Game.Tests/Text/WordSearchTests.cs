using Tutor.Game.Text;
using Xunit;

namespace Tutor.Game.Tests.Text;

public class WordSearchTests
{
    static readonly (string Name, string About)[] Things =
    [
        ("anon", "Anonymous memory: a mapping and nothing else."),
        ("rdma-pin", "Held by a network card."),
        ("vfio", "A pin of a guest's memory."),
        ("shmem", "Mapped by two."),
    ];

    [Theory]
    [InlineData("pin", "rdma-pin vfio")]
    [InlineData("PIN", "rdma-pin vfio")]
    [InlineData("mem", "anon vfio")]
    [InlineData("hme", "shmem")]
    [InlineData("held by", "rdma-pin")]
    [InlineData("dma-", "rdma-pin")]
    [InlineData("nothing of it", "")]
    [InlineData("", "anon rdma-pin vfio shmem")]
    public void Words_that_begin_so_come_before_letters_inside_a_word(string typed, string found) =>
        Assert.Equal(found, string.Join(' ', WordSearch.Find(Things, typed, t => t.Name, t => t.About).Select(t => t.Name)));
}

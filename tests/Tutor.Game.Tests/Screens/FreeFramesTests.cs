using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class FreeFramesTests
{
    [Fact]
    public void Free_frames_join_into_the_largest_aligned_blocks()
    {
        // A letter is eight pages: free are 8 to 15, which make one block, and 32 to 47, which make a larger one.
        var frames = new FreeFrames(SmallMaps.Draw("a.aa..aa"));
        Assert.Equal([0, 0, 0, 1, 1], frames.Blocks()[..5]);
        // Page 7 moves to page 32: its old frame joins nobody, and the large block falls apart.
        frames.Move(7, 32, 1);
        Assert.Equal([2, 1, 1, 2, 0], frames.Blocks()[..5]);
    }

    [Theory]
    [InlineData(new[] { 4, 0, 0 }, 1, 1.0)]
    [InlineData(new[] { 2, 1, 0 }, 1, 0.5)]
    [InlineData(new[] { 0, 0, 3 }, 2, 0.0)]
    public void Unusable_is_the_share_of_free_pages_in_blocks_that_are_too_small(int[] blocks, int order, double share) =>
        Assert.Equal(share, FreeFrames.Unusable(blocks, order));

    [Fact]
    public void Where_nothing_is_free_nothing_is_unusable() => Assert.Null(FreeFrames.Unusable([0, 0], 1));
}

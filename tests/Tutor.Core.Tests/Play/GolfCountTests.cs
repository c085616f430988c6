using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public class GolfCountTests
{
    [Theory]
    [InlineData("false", 1)]
    [InlineData("folio_maybe_dma_pinned(folio) && folio_maybe_dma_pinned(folio)", 7)]
    [InlineData("folio_ref_count(", null)]
    public void Nodes_are_the_text_s_own(string text, int? count) =>
        Assert.Equal(count, GolfCount.Of(Run("cheap-enough", text, GolfMeasure.Nodes)));

    [Fact]
    public void Where_nothing_is_counted_there_is_no_count() => Assert.Null(GolfCount.Of(Run("extra-reference", "false")));

    [Fact]
    public void Loads_are_read_once_for_each_candidate_as_far_as_the_expression_goes()
    {
        var run = Run("cheap-enough", "false || folio_ref_count(folio) < 0");
        Assert.Equal(run.Shown!.Result.Metrics.Candidates, GolfCount.Of(run));
        Assert.Equal(0, GolfCount.Of(Run("cheap-enough", "false && folio_ref_count(folio) < 0")));
    }

    static LevelRunResult Run(string level, string text, GolfMeasure? measure = null)
    {
        var read = BuiltInPack.Catalog.Entries.Single(e => e.Id == level).Level!;
        read = measure is null ? read : read with { Golf = measure };
        return LevelRun.Run(PreparedLevel.Prepare(read, new BuiltInPack(), new DiagnosticBag())!, SourceText.From("predicate", text));
    }
}

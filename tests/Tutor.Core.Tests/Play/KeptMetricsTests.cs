using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public sealed class KeptMetricsTests
{
    [Fact]
    public void What_is_kept_is_read_back()
    {
        var kept = KeptMetrics.Of(Run("folio_ref_count(folio) > 1"));
        Assert.Equal(kept.ToDictionary(), KeptMetrics.Read(KeptMetrics.Write(kept)));
        Assert.Equal(Metric.Kept.Select(m => m.Name).Append(KeptMetrics.Nodes), kept.Select(k => k.Key));
    }

    [Fact]
    public void A_text_that_does_not_compile_keeps_nothing() => Assert.Equal("{}", KeptMetrics.Write(KeptMetrics.Of(Run("folio_ref_count("))));

    /// <summary>As the first edition wrote it.</summary>
    [Fact]
    public void Metrics_that_were_stored_before_are_still_read() => Assert.Equal(
        new Dictionary<string, long> { ["candidates"] = 9, ["migrated"] = 4, ["futile"] = 1, ["cost_ns"] = 2200, ["nodes"] = 7, ["golf"] = 7 },
        KeptMetrics.Read("""{"candidates":9,"migrated":4,"futile":1,"cost_ns":2200,"nodes":7,"golf":7}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("""{"futile":"many","false_skips":1.5}""")]
    public void What_cannot_be_read_counts_nothing(string stored) => Assert.Empty(KeptMetrics.Read(stored));

    static LevelRunResult Run(string text)
    {
        var level = BuiltInPack.Catalog.Entries.Single(e => e.Id == "extra-reference").Level!;
        return LevelRun.Run(PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!, SourceText.From("predicate", text));
    }
}

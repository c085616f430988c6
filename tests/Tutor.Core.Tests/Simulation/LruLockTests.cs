using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>When the LRU lock is taken, and what makes the scanner let go of it.</summary>
public class LruLockTests
{
    static long Locks(string drawing) => Scan.Run(drawing, Scan.Stock).Metrics.LruLocks;

    public static TheoryData<string> Names => [.. Fixtures.RecordingNames];

    [Fact]
    public void Neighbours_are_isolated_under_one_lock() => Assert.Equal(1, Locks("AAAA"));

    [Fact]
    public void A_skipped_page_releases_it() => Assert.Equal(2, Locks("AAPAA"));

    [Fact]
    public void Two_skipped_pages_release_it_once() => Assert.Equal(2, Locks("AAPPAA"));

    [Fact]
    public void A_page_that_fails_before_its_reference_keeps_it() => Assert.Equal(1, Locks("AAKLT,AA"));

    [Fact]
    public void A_free_chunk_keeps_it() => Assert.Equal(1, Locks("AA..AA"));

    [Fact]
    public void A_large_folio_keeps_it() => Assert.Equal(1, Locks("AAAAHtttAA"));

    [Fact]
    public void A_drivers_page_releases_it() => Assert.Equal(2, Locks("AAZAA"));

    [Fact]
    public void It_is_released_every_32_pages() => Assert.Equal(2, Locks("K{31}AA"));

    [Fact]
    public void It_is_not_released_by_a_jump_to_a_multiple_of_16() => Assert.Equal(1, Locks("A.{15}A"));

    [Fact]
    public void A_page_refused_later_releases_it() => Assert.Equal(2, Scan.Run("AAMAA", Scan.Stock,
        RunSettings.For(RunTrigger.CompactMemory, unevictable: false)).Metrics.LruLocks);

    [Fact]
    public void A_page_without_a_defined_answer_releases_it() => Assert.Equal(2, Scan.Run("AAFAA",
        (p, _) => p.Kind == "file" ? SkipAnswer.Error : SkipAnswer.Keep).Metrics.LruLocks);

    [Fact]
    public void A_full_batch_ends_the_call_and_so_releases_it()
    {
        // The second pageblock's first visit ends at its 32nd page, which is no multiple of 32.
        var result = Scan.Run("A K{511} A{20} K A{20}");
        Assert.Equal(1 + 3, result.Metrics.LruLocks);
    }

    [Theory, MemberData(nameof(Names))]
    public void On_a_recording_it_is_what_the_plain_rule_counts(string name)
    {
        var map = Fixtures.Recording(name).Map;
        var result = Scan.Run(map, Scan.Stock);
        Assert.Equal(LruLockTwin.Count(map, result), result.Metrics.LruLocks);
    }
}

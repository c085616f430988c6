using CsCheck;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>A run that was made is found again by its questions, and is what the engine would make.</summary>
public sealed class AskedRunsTests
{
    static readonly MemoryMap Map = MapDrawing.Of("AAP{3}G{20}.{64}SVFBMZKLA{100}P{30}.{200}G{40}");

    static readonly RunSettings Settings = new() { Passes = 2 };

    [Fact]
    public void What_is_kept_is_what_the_engine_makes() => Gen.Int[0, 7].Array[1, 30].Sample(predicates =>
    {
        var runs = new AskedRuns(3);
        return Array.TrueForAll(predicates, p => runs.GetOrRun(Answers(p), Run).Metrics == Run(Answers(p)).Metrics);
    }, iter: 30);

    [Fact]
    public void Who_answers_alike_makes_no_second_run()
    {
        var (runs, made) = (new AskedRuns(3), 0);
        CompactionResult Counted(Func<PageState, CompactControl, SkipAnswer> ask)
        {
            made++;
            return Run(ask);
        }

        var first = runs.GetOrRun(Answers(1), Counted);
        // Another predicate, with the same answers wherever it is asked.
        Assert.Same(first, runs.GetOrRun((page, control) => page.Has(PageFlags.Lru) ? Answers(1)(page, control) : SkipAnswer.Error, Counted));
        Assert.NotSame(first, runs.GetOrRun(Answers(6), Counted));
        Assert.Equal(2, made);
    }

    static CompactionResult Run(Func<PageState, CompactControl, SkipAnswer> ask) => Compaction.Run(Map, ask, Settings);

    /// <summary>One of eight predicates, by how much of what it asks of a page is wanted.</summary>
    static Func<PageState, CompactControl, SkipAnswer> Answers(int which) => (page, _) =>
        (((which & 1) != 0 && page.Has(PageFlags.Anon)) || ((which & 2) != 0 && page.RefCount > 2) || ((which & 4) != 0 && page.MapCount == 0)) ? SkipAnswer.Skip : SkipAnswer.Keep;
}

using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public class CounterExampleTests
{
    [Fact]
    public void Pages_that_are_wrong_the_same_way_are_shown_by_one()
    {
        var example = Of("extra-reference", "folio_ref_count(folio) > 1")!;
        // KSM and the crowd are on the hidden map alone.
        Assert.Equal(["fork-shared", "ksm", "anon-shared-1023"], example.Pages.Select(p => p.State.Kind));
        var page = example.Pages[0];
        Assert.Equal(("fork-shared", PageVerdict.FalseSkip, true), (page.State.Kind, page.Verdict, page.IsShown));
        Assert.Equal(page.Verdict, page.Run.Result.Verdicts[page.Page]);
        Assert.Equal(page.Run.ByKind.Single(k => k.Kind == "fork-shared").FalseSkips, page.Alike);
    }

    [Fact]
    public void Beside_it_stands_a_page_that_is_treated_alike_and_rightly()
    {
        var page = Of("extra-reference", "folio_ref_count(folio) > 1")!.Pages[0];
        Assert.Equal("vfio-anon", page.Run.Map.Map.StateAt(page.Twin!.Value).Kind);
        Assert.Equal(PageVerdict.SkippedPin, page.Run.Result.Verdicts[page.Twin.Value]);
    }

    [Fact]
    public void A_page_of_a_hidden_map_is_shown_when_no_other_is_wrong()
    {
        var page = Of("extra-reference", "folio_ref_count(folio) > folio_mapcount(folio) + 1")!.Pages[0];
        Assert.Equal((PageVerdict.Futile, false), (page.Verdict, page.IsShown));
    }

    [Fact]
    public void What_a_misconception_is_about_comes_first()
    {
        var page = Of("extra-reference", "folio_ref_count(folio) > 0")!.Pages[0];
        Assert.Contains(page.State.Kind, new[] { "anon", "fork-shared" });
        Assert.Equal(PageVerdict.FalseSkip, page.Verdict);
    }

    [Fact]
    public void Nothing_speaks_against_gold() =>
        Assert.Null(Of("extra-reference", "folio_ref_count(folio) > folio_mapcount(folio)"));

    [Fact]
    public void A_text_with_errors_has_none() => Assert.Null(Of("extra-reference", "folio_ref_count("));

    /// <summary>Every wrong solution of the pack that one pass judges by its pages.</summary>
    [Fact]
    public void Each_page_is_one_on_which_the_predicate_says_the_opposite_of_the_truth()
    {
        var shown = 0;
        foreach (var level in BuiltInPack.Catalog.Entries.Select(e => e.Level!).Where(l => l.Pages < 100_000 && l.Run.Passes == 1 && l.Attack is null))
        {
            var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!;
            foreach (var run in level.Solutions.Where(s => s.Expect == Verdict.Fail).Select(s => LevelRun.Run(prepared, s)))
            {
                var example = CounterExample.Of(run);
                // A price is no page's fault, nor is a pageblock that is lost to a rightly skipped page. What a zone
                // that was given up lacks, its other pages lack for want of a target.
                Assert.True(example is not null || run.Goals.Where(g => !g.IsMet).All(g => g.Goal.Metric.Name is "cost_ns" or "lru_locks")
                    || run.Goals.Any(g => !g.IsMet && g.Goal.Metric.Name == Metric.ZoneGivenUp)
                    || run.Maps.All(m => m.Result.Metrics is { Futile: 0, FalseSkips: 0 }), level.Id);
                // What is drained before migration, or raced for, is another page by then. A large folio for which there is
                // no target has to be split, and whether it can be is no question of who holds it.
                foreach (var page in (example?.Pages ?? []).Where(p => !p.State.Holders.Has(HolderKind.LruBatch) && level.Races.IsEmpty
                    && (p.State.Order == 0 || p.Verdict == PageVerdict.FalseSkip)))
                {
                    shown++;
                    var control = page.Run.Map.Settings.Control;
                    Assert.Equal(page.Verdict == PageVerdict.FalseSkip ? SkipAnswer.Skip : SkipAnswer.Keep, run.Predicate!.Ask(page.State, control));
                    Assert.True(page.Verdict == PageVerdict.FalseSkip == Migration.MovableNow(page.State, control), $"{level.Id}: {page.State.Kind}");
                }

                Assert.InRange(example?.Pages.Length ?? 1, 1, CounterExample.MostPages);
            }
        }

        Assert.True(shown > 50, $"{shown} pages");
    }

    static CounterExample? Of(string level, string text)
    {
        var read = BuiltInPack.Catalog.Entries.Single(e => e.Id == level).Level!;
        var prepared = PreparedLevel.Prepare(read, new BuiltInPack(), new DiagnosticBag())!;
        return CounterExample.Of(LevelRun.Run(prepared, SourceText.From("predicate", text)));
    }
}

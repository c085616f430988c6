using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>Take or skip, said of each page of a small map.</summary>
public sealed class MarksTests
{
    const string Goals = """
        no_silver: "A fixture."
        goals:
          pass: { futile: { max: 0 }, false_skips: { max: 0 } }
        """;

    static readonly PreparedLevel Alike = Prepare("maps: [{ id: zone, pages: 8, mix: { anon: 1 } }]");

    /// <summary>Seven pages and a free one: who lets go after the first pass, who waits in a batch, who holds for ever.</summary>
    static readonly PreparedLevel Mixed = Prepare("""
        maps:
          - id: zone
            pages: 8
            mix: { free: 1 }
            set:
              - { page: "+0", kind: anon }
              - { page: "+1", kind: dio-get }
              - { page: "+2", kind: file }
              - { page: "+3", kind: vfio-shmem }
              - { page: "+4", kind: lru-add-local }
              - { page: "+5", kind: slab }
              - { page: "+6", kind: file-private }
        run: { passes: 2 }
        """);

    public static TheoryData<string> Predicates => [.. Revisions.All.Where(r => r.Expression.Length > 0).Select(r => r.Expression)
        .Concat(["false", "true", "folio_ref_count(folio) - 1 > folio_mapcount(folio)"])];

    [Fact]
    public void Two_pages_that_are_alike_can_be_marked_otherwise()
    {
        var run = Judge(Alike, new Marks(8).SayAll(PageMark.Take).Say(3, PageMark.Skip));
        Assert.Equal((7, 1), (run.Shown!.Result.Metrics.Migrated, run.Shown.Result.Metrics.FalseSkips));
        Assert.Equal(PageVerdict.FalseSkip, run.Shown.Result.Verdicts[3]);
        Assert.Equal(PageVerdict.Migrated, run.Shown.Result.Verdicts[4]);
        Assert.Equal(Verdict.Fail, run.Verdict);
    }

    [Fact]
    public void The_right_marks_pass() => Assert.Equal(Verdict.Pass, Judge(Alike, new Marks(8).SayAll(PageMark.Take)).Verdict);

    [Theory]
    [MemberData(nameof(Predicates))]
    public void A_predicate_is_played_as_marks_are(string text)
    {
        var predicate = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All).Predicate!;
        var played = LevelRun.Run(Mixed, SourceText.From("predicate", text), PredicateScope.All);
        var marked = Judge(Mixed, Marks.Of(predicate, Mixed.Shown)!);
        Assert.Equal(marked.Shown!.Result.Metrics, played.Shown!.Result.Metrics);
        Assert.Equal(marked.Verdict, played.Verdict);
    }

    [Fact]
    public void A_mark_holds_in_every_pass_whoever_lets_go_between_them()
    {
        var run = Judge(Mixed, new Marks(8).SayAll(PageMark.Take).Say(1, PageMark.Skip).Say(3, PageMark.Skip));
        // Skipped as a pin in the first pass, falsely in the second: what held it is gone.
        Assert.Equal(1, run.Shown!.Result.Metrics.FalseSkips);
        Assert.Equal(3, run.Shown.Result.Metrics.SkippedPins);
    }

    [Fact]
    public void A_card_shows_the_page_as_it_is_when_the_kernel_asks()
    {
        var page = Marks.Asked(Mixed.Shown, 4);
        Assert.True(page.Has(Core.Memory.PageFlags.Lru));
        Assert.Equal(1, page.RefCount);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0)]
    [InlineData(7, 0)]
    public void The_scanner_holds_a_reference_of_its_own_only_where_it_asks(int page, int own) =>
        Assert.Equal(own, Marks.AskedBy(Mixed.Shown, page).OwnReferences);

    [Fact]
    public void What_is_stored_says_each_page_by_its_place()
    {
        var marks = new Marks(3).Say(0, PageMark.Take).Say(2, PageMark.Skip);
        Assert.Equal("page:+0=take; page:+1=; page:+2=skip", marks.Write());
        Assert.Equal(marks.Write(), Marks.TryRead(3, marks.Write())!.Write());
        Assert.False(marks.IsComplete);
        Assert.Equal(2, marks.Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("page:+0=take; page:+1=skip")]
    [InlineData("page:+0=take; page:+1=skip; page:+2=perhaps")]
    [InlineData("page:+1=take; page:+0=skip; page:+2=skip")]
    public void What_is_no_mark_of_each_page_is_refused(string stored) => Assert.Null(Marks.TryRead(3, stored));

    [Theory]
    [InlineData("page:+0=take; page:+1=skip; page:+2=skip", "skip +1 +2")]
    [InlineData("page:+0=take; page:+1=take", "take all")]
    [InlineData("page:+0=skip", "skip all")]
    [InlineData("page:+0=take; page:+1=", null)]
    [InlineData("page:+5=futile; metric:lru_locks=0", null)]
    [InlineData("folio_ref_count(folio) > 1", null)]
    public void Stored_marks_are_told_in_few_words(string stored, string? told) => Assert.Equal(told, Marks.Summary(stored));

    [Fact]
    public void Stored_marks_are_judged_again()
    {
        var stored = new Marks(8).SayAll(PageMark.Take).Write();
        Assert.Equal(Verdict.Pass, Answer.Read(Alike.Level, stored).Answer!.Judge(Alike).Verdict);
        Assert.Null(Answer.Read(Alike.Level, new Marks(8).Write()).Answer);
        Assert.NotNull(Answer.Read(Alike.Level, "false").Refusal);
    }

    [Fact]
    public void What_is_kept_of_marks_counts_no_nodes() =>
        Assert.DoesNotContain(KeptMetrics.Of(Judge(Alike, new Marks(8).SayAll(PageMark.Take))), m => m.Key == KeptMetrics.Nodes);

    static LevelRunResult Judge(PreparedLevel prepared, Marks marks) => marks.Judge(prepared).Run!;

    static PreparedLevel Prepare(string maps)
    {
        var text = $"""
            format: 1
            id: fixture
            title: "A fixture"
            kind: mark
            brief: "A fixture."
            mark: {"{"} shows: [counts] {"}"}
            {maps}
            {Goals}
            """;
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("fixture.yaml", text), Kinds.BuiltIn, problems);
        Assert.True(level is not null, string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        return PreparedLevel.Prepare(level, new BuiltInPack(), problems)!;
    }
}

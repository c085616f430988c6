using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>A memory that is painted page by page, and judged.</summary>
public sealed class PaintingTests
{
    static readonly PreparedLevel Prepared = Prepare("stock");

    static Painting Empty => new(Prepared.Level);

    [Fact]
    public void Pages_lie_where_they_are_painted_and_the_rest_is_free()
    {
        var map = Prepared.With(Empty.Paint(3, "vfio-shmem")!).Shown.Map;
        Assert.Equal((0x100000, 1024), (map.FirstPfn, map.PageCount));
        Assert.Equal("vfio-shmem", map.StateAt(3).Kind);
        Assert.All(new[] { 0, 1, 2, 4, 63 }, p => Assert.Equal("free", map.StateAt(p).Kind));
        Assert.Equal(ZoneType.Normal, map.StateAt(3).Zone);
    }

    [Fact]
    public void A_kind_with_ranges_takes_its_lowest_numbers() =>
        Assert.Equal(2, Prepared.With(Empty.Paint(0, "fork-shared")!).Shown.Map.StateAt(0).MapCount);

    [Fact]
    public void A_folio_takes_aligned_frames_and_what_lay_there_is_gone()
    {
        var painted = Empty.Paint(515, "anon")!.Paint(520, "thp")!;
        Assert.Equal(new PaintedPage(512, 512, "thp"), Assert.Single(painted.Pages));
        Assert.Equal(512, painted.Used);
        Assert.Empty(painted.Paint(600, "anon")!.Erase(600).Pages);
    }

    [Fact]
    public void What_does_not_fit_is_not_painted()
    {
        Assert.Null(Empty.Paint(1024, "anon"));
        Assert.Null(Empty.Paint(-1, "anon"));
        Assert.Null(Empty.Paint(0, "slab"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anon")]
    [InlineData("free free anon free vfio-shmem")]
    [InlineData("anon free anon thp")]
    public void What_is_stored_is_read_back(string stored) => Assert.Equal(stored, Painting.TryRead(Prepared.Level, stored).Painting!.Write());

    [Fact]
    public void A_folio_goes_to_the_next_aligned_frames_by_itself() =>
        Assert.Equal([0, 512], Painting.TryRead(Prepared.Level, "anon thp").Painting!.Pages.Select(p => p.Frame));

    [Theory]
    [InlineData("slab", "'slab' is no kind that this level offers")]
    [InlineData("anon thp thp", "it needs 1536 frames, and the memory has 1024")]
    [InlineData("anon\nfalse", "a painting against another predicate than the level's")]
    public void What_is_no_painting_of_the_level_is_refused(string stored, string why) =>
        Assert.Equal((null, why), Answer.Read(Prepared.Level, stored));

    [Fact]
    public void Painted_frames_are_counted_and_judged()
    {
        var run = LevelRun.Run(Prepared, Empty.Paint(0, "vfio-shmem")!);
        Assert.Equal((Verdict.Gold, 1L, 1L), (run.Verdict, run.Shown!.Result.Metrics.Futile, run.Shown.Result.Metrics.PagesUsed));
        Assert.Equal(Verdict.Pass, LevelRun.Run(Prepared, Empty.Paint(0, "vfio-shmem")!.Paint(1, "anon")!).Verdict);
        Assert.Equal(Verdict.Fail, LevelRun.Run(Prepared, Empty.Paint(0, "anon")!).Verdict);
        Assert.Equal(Verdict.Fail, LevelRun.Run(Prepared, Empty).Verdict);
    }

    [Fact]
    public void Stored_paintings_are_judged_again() =>
        Assert.Equal(Verdict.Gold, Answer.Read(Prepared.Level, "free vfio-shmem").Answer!.Judge(Prepared).Verdict);

    [Fact]
    public void The_player_s_own_predicate_is_kept_with_the_painting()
    {
        var level = Prepare(LevelAttack.Last);
        Assert.Null(level.Attacked);
        Assert.Equal("a painting without the predicate that it attacks", Answer.Read(level.Level, "anon").Refusal);
        var painting = new Painting(level.Level).Paint(0, "anon")!.Attacking("folio_ref_count(folio) > 1");
        Assert.Equal("anon\nfolio_ref_count(folio) > 1", painting.Write());
        var run = Answer.Read(level.Level, painting.Write()).Answer!.Judge(level).Run!;
        Assert.Equal(1, run.Shown!.Result.Metrics.FalseSkips);
    }

    [Fact]
    public void A_solution_s_predicate_can_be_attacked()
    {
        var level = Prepare("half", "solutions: [{ id: half, skip: \"folio_ref_count(folio) > 5\", expect: none }, { id: gold, pages: [fork-shared-9], expect: fail }]\n"
            + "kinds: { fork-shared-9: { based_on: anon, holders: [{ what: mapping, count: 9 }] } }");
        var run = LevelRun.Run(level, new Painting(level.Level).Paint(0, "fork-shared-9")!);
        Assert.Equal(1, run.Shown!.Result.Metrics.FalseSkips);
    }

    static PreparedLevel Prepare(string against, string more = "")
    {
        var text = $$"""
            format: 1
            id: fixture
            title: "A fixture"
            kind: attack
            brief: "A fixture."
            attack: { against: {{against}}, kinds: [anon, vfio-shmem, fork-shared, thp{{(more.Length > 0 ? ", fork-shared-9" : "")}}], pages: 1024 }
            no_silver: "A fixture."
            goals:
              pass: { futile: { min: 1 } }
              gold: { pages_used: { max: 1 } }
            {{more}}
            """;
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("fixture.yaml", text), Kinds.BuiltIn, problems);
        Assert.True(level is not null, string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        return PreparedLevel.Prepare(level, new BuiltInPack(), problems)!;
    }
}

using System.Security.Cryptography;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Simulation.Fast;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>The level of a day is worth playing on every day, and the same everywhere.</summary>
public class DailyLevelTests
{
    const int Days = 200;

    static readonly DateOnly First = new(2026, 11, 28);

    static readonly DateOnly[] Dates = [.. Enumerable.Range(0, Days).Select(First.AddDays)];

    /// <summary>What nobody may win with: constants, every revision, and every answer that stands in the course.</summary>
    static readonly (string Title, Predicate Predicate)[] Known =
    [
        .. new[] { ("true", "true"), ("false", "false") }.Concat(Revisions.Texts.Select(r => (r.Id, r.Expression)))
            .Concat(
                from level in BuiltInPack.Catalog.Entries.Select(e => e.Level).OfType<Level>()
                from text in level.Solutions.Select(s => ($"{level.Id}/{s.Id}", s.Skip.Text)).Concat(level.Options.Select(o => ($"{level.Id}/{o.Id}", o.Skip.Text)))
                select text)
            .DistinctBy(t => t.Item2.Trim())
            .Select(t => (t.Item1, Predicate.Compile(SourceText.From(t.Item1, t.Item2), PredicateScope.All).Predicate))
            .Where(t => t.Predicate is not null)
            .Select(t => (t.Item1, t.Predicate!)),
    ];

    [Fact]
    public void Every_day_reads_without_a_problem() =>
        Assert.All(Dates, d => Assert.Equal("", string.Concat(DailyLevel.Entry(d).Diagnostics.Select(DiagnosticFormatter.Format))));

    [Fact]
    public void The_reference_of_every_day_is_gold() => Parallel.ForEach(Dates, date =>
    {
        var prepared = Prepared(date);
        var run = LevelRun.Run(prepared, prepared.Level.Solutions[0]);
        Assert.True(run.Verdict == Verdict.Gold, $"{date:yyyy-MM-dd}: {run.Verdict}\n{string.Concat(run.Diagnostics.Select(DiagnosticFormatter.Format))}{DailyLevel.Text(date)}");
    });

    [Fact]
    public void Nothing_that_is_known_passes_a_day_on_the_map_that_is_shown() => Parallel.ForEach(Dates, date =>
    {
        var shown = Prepared(date).Shown;
        var goals = DailyLevel.Entry(date).Level!.Goals;
        foreach (var (title, predicate) in Known)
        {
            var card = Scorer.Score(goals, [new ScoredRun(shown.Id, shown.Seed, shown.Run(predicate).Metrics, shown.Perfect)]);
            Assert.False(card.Verdict.IsPass(), $"{date:yyyy-MM-dd}: {title} comes to {card.Verdict}: {string.Join(", ", card.Goals.Select(g => $"{g.Goal.Metric.Name} {g.Value} of {g.Population}"))}\n{DailyLevel.Text(date)}");
        }
    });

    [Fact]
    public void Every_twist_of_a_day_is_needed() => Parallel.ForEach(Dates, date =>
    {
        var prepared = Prepared(date);
        var reference = prepared.Level.Solutions[0].Skip.Text;
        var rare = prepared.Level.Hints[3].Text;
        var twists = DailyTwist.All.Where(t => reference.Contains(TermOf(t), StringComparison.Ordinal)).ToList();
        Assert.Equal(3, twists.Count);
        foreach (var twist in twists)
        {
            var without = reference.Replace(TermOf(twist), "", StringComparison.Ordinal);
            var run = LevelRun.Run(prepared, SourceText.From("without", without));
            var isShownMet = !run.Goals.Any(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false, Map: "day" });
            var isRare = rare.Contains($"`{twist.Id}`", StringComparison.Ordinal);
            Assert.True(isRare ? run.Verdict != Verdict.Gold && isShownMet : !run.Verdict.IsPass(), $"{date:yyyy-MM-dd}: without {twist.Id} {run.Verdict}\n{DailyLevel.Text(date)}");
        }
    });

    [Fact]
    public void Every_day_runs_alike_on_every_path_of_the_engine() => Parallel.ForEach(Dates.Where((_, i) => i % 4 == 0), date =>
    {
        var prepared = Prepared(date);
        var reference = Predicate.Compile(prepared.Level.Solutions[0].Skip, PredicateScope.All).Predicate!;
        foreach (var map in prepared.Maps)
        {
            var literal = Compaction.Run(map.Map, reference.Ask, map.Settings);
            var fast = FastMap.Of(map.Map, map.Settings);
            foreach (var path in fast is null ? [] : Enum.GetValues<VectorPath>())
            {
                var run = FastCompaction.Run(fast!, reference.Ask, path);
                Assert.Equal(literal.Metrics, run.Metrics);
                Assert.Equal(literal.ByState, run.ByState);
            }
        }
    });

    [Fact]
    public void A_day_is_the_same_for_ever() => Golden.CheckBeside("daily-2026-11-28", DailyLevel.Text(First));

    [Fact]
    public void Two_hundred_days_are_the_same_for_ever() => Golden.CheckBeside("daily-hashes",
        string.Concat(Dates.Select(d => $"{DailyLevel.IdOf(d)} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DailyLevel.Text(d))))[..16]}\n")));

    [Fact]
    public void No_two_days_are_alike() =>
        Assert.Equal(Days, Dates.Select(d => DailyLevel.Text(d).Split("skip:")[1]).Distinct().Count());

    [Theory]
    [InlineData("daily-2026-11-28", true)]
    [InlineData("daily-2024-02-29", true)]
    [InlineData("daily-2026-02-29", false)]
    [InlineData("daily-2026-1-1", false)]
    [InlineData("daily", false)]
    [InlineData("first-scan", false)]
    public void An_id_is_a_days_where_there_is_such_a_day(string id, bool isDay) => Assert.Equal(isDay, DailyLevel.DateOf(id) is not null);

    [Fact]
    public void The_catalog_finds_every_day() => Assert.Equal("daily-2031-01-01", BuiltInPack.Catalog.Find("daily-2031-01-01")?.Level?.Id);

    [Fact]
    public void A_day_lends_only_what_it_says() => Assert.Empty(BuiltInPack.Catalog.LentBefore("daily-2026-11-28"));

    static string TermOf(DailyTwist twist) => $"{(twist.Moves ? " - " : " || ")}{twist.Term}";

    static PreparedLevel Prepared(DateOnly date)
    {
        var problems = new DiagnosticBag();
        var prepared = PreparedLevel.Prepare(DailyLevel.Entry(date).Level!, new BuiltInPack(), problems);
        Assert.Equal("", string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        return prepared!;
    }
}

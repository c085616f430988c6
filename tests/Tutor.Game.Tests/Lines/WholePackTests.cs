using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Text;
using Xunit;

namespace Tutor.Game.Tests.Lines;

/// <summary>Every level of the built-in pack, played by lines: wrongly first, then rightly.</summary>
public sealed class WholePackTests
{
    static readonly PackWorld World = TextPlayer.BuiltIn();

    public static TheoryData<string> Levels => [.. World.Levels.Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_is_played_to_its_end(string id)
    {
        var level = World.Load(id).Level!;
        var script = level.Entry.Kind switch
        {
            "watch" => ["watch", "watch wrong", "watch end"],
            "pick" => ["options", .. Enumerable.Range(1, level.Options.Length).SelectMany(n => new[] { $"pick {n}", "check" })],
            "predict" => ["questions", .. Foretold(level), "check"],
            _ => (string[])["skip false", "check", "page", "wrong", "hint", "skip", .. (level.Reference ?? Revisions.All[^1].Expression).Split('\n'), ".", "check"],
        };
        var said = TextPlayer.Play(World, [$"play {id}", "map", "lesson", .. script, "quit"]);
        Assert.DoesNotContain("There is no command", said);
        Assert.EndsWith("Goodbye.\n", said);
        Assert.True(IsDone(level, said), said);
        Assert.All(said.Split('\n').Where(l => !l.Contains("> ", StringComparison.Ordinal)), l => Assert.InRange(TextColumns.Of(l), 0, 110));
    }

    static bool IsDone(PlayableLevel level, string said) => level.Entry.Kind switch
    {
        "watch" => said.Contains("Seen to the end: passed.", StringComparison.Ordinal),
        "predict" => said.Contains("came true. Passed.", StringComparison.Ordinal),
        "open" => said.Contains("Kept.", StringComparison.Ordinal),
        "pick" => said.Contains("Gold: every goal", StringComparison.Ordinal) || said.Contains("Passed.", StringComparison.Ordinal),
        _ => said.Contains("Not yet.", StringComparison.Ordinal) && said.Contains("Gold: every goal", StringComparison.Ordinal),
    };

    static IEnumerable<string> Foretold(PlayableLevel level)
    {
        var result = level.Score(level.Starter, CancellationToken.None).Result!;
        return level.Predictions.Select((item, i) => item.Page is { } page
            ? $"say {i + 1} {AnswerOf(result.Verdicts[page])}" : $"say {i + 1} {item.Metric!.Value(result.Metrics)}");
    }

    static int AnswerOf(PageVerdict verdict) => verdict switch
    {
        PageVerdict.Migrated => 1,
        PageVerdict.Futile or PageVerdict.NoTarget => 2,
        PageVerdict.SkippedPin => 3,
        PageVerdict.FalseSkip => 4,
        _ => 5,
    };
}

using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Text;
using Xunit;

namespace Tutor.Game.Tests.Lines;

/// <summary>Every level of the built-in pack, played by lines: wrongly first, then rightly.</summary>
public sealed class WholePackTests
{
    static readonly PlayedPack Pack = TextPlayer.BuiltIn();

    public static TheoryData<string> Levels => [.. Pack.Entries.Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_is_played_to_its_end(string id)
    {
        var sitting = Pack.Open(Pack.Find(id)!).Sitting!;
        var level = sitting.Level;
        var script = level.Kind switch
        {
            LevelKind.Watch => ["watch", "watch wrong", "watch end"],
            LevelKind.Pick => ["options", .. Enumerable.Range(1, level.Options.Length).SelectMany(n => new[] { $"pick {n}", "check" })],
            LevelKind.Mark => ["marks", "mark take all", "check", "check", "wrong", "page", "hint", "mark take all", .. Marked(sitting), "check"],
            LevelKind.Attack => ["palette", $"paint {level.Attack!.Kinds[0]}", "check", "check", "erase all", .. Painted(level), "check", "check", "painting", "page"],
            LevelKind.Predict => ["questions", .. Foretold(sitting), "check", "check"],
            LevelKind.Repair or LevelKind.Write or LevelKind.Golf or LevelKind.Open => (string[])["skip false", "check", "page", "wrong", "hint", "skip", .. (level.Reference?.Skip.Text.Trim() ?? Revisions.All[^1].Expression).Split('\n'), ".", "check"],
        };
        var said = TextPlayer.Play(Pack, [$"play {id}", "map", "lesson", .. script, "quit"]);
        Assert.DoesNotContain("There is no command", said);
        Assert.EndsWith("Goodbye.\n", said);
        Assert.True(IsDone(level, said), said);
        Assert.All(said.Split('\n').Where(l => !l.Contains("> ", StringComparison.Ordinal)), l => Assert.InRange(TextColumns.Of(l), 0, 110));
    }

    static bool IsDone(Level level, string said) => level.Kind switch
    {
        LevelKind.Watch => said.Contains("Seen to the end: passed.", StringComparison.Ordinal),
        LevelKind.Predict => said.Contains("came true. Passed", StringComparison.Ordinal),
        LevelKind.Open => said.Contains("there is nothing to pass", StringComparison.Ordinal),
        LevelKind.Pick => said.Contains("Gold: every goal", StringComparison.Ordinal) || said.Contains("Passed.", StringComparison.Ordinal),
        LevelKind.Mark or LevelKind.Attack or LevelKind.Repair or LevelKind.Write or LevelKind.Golf => said.Contains("Not yet.", StringComparison.Ordinal) && said.Contains("Gold: every goal", StringComparison.Ordinal),
    };

    /// <summary>The level's own answer, as marks.</summary>
    static IEnumerable<string> Marked(Sitting sitting)
    {
        var predicate = Predicate.Compile(sitting.Level.Reference!.Skip, sitting.Prepared.Scope).Predicate!;
        var marks = Marks.Of(predicate, sitting.Drawn)!;
        return [$"mark skip {string.Join(' ', Enumerable.Range(0, marks.Count).Where(p => marks[p] == PageMark.Skip).Select(p => $"+{p}"))}"];
    }

    /// <summary>The best declared memory, page by page.</summary>
    static IEnumerable<string> Painted(Level level) => Painting.TryRead(level, level.Solutions.First(s => s.Expect == Core.Scoring.Verdict.Gold).Skip.Text)
        .Painting!.Pages.Select(p => $"paint {p.Kind} +{p.Frame}");

    static IEnumerable<string> Foretold(Sitting sitting)
    {
        var result = LevelRun.Run(sitting.Prepared, SourceText.From("predicate", sitting.Level.StartingText)).Shown!.Result;
        var forecast = ((ForecastAtHand)sitting.AtHand).Forecast;
        return forecast.Items.Select((item, i) => forecast.Truth(i, result) is { Number: { } number } ? $"say {i + 1} {number}"
            : $"say {i + 1} {Forecast.ChoicesOf(item).IndexOf(forecast.Truth(i, result)) + 1}");
    }
}

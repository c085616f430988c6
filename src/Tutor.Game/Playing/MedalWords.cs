using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>Verdicts of levels in words.</summary>
static class MedalWords
{
    /// <summary>The word for how far a player is, by the best stored verdict. An unknown verdict means that the level was tried.</summary>
    public static string State(string stored) => (Verdicts.Find(stored)?.State() ?? LevelState.Tried).Word();

    public static string State(Verdict verdict) => verdict.State().Word();

    /// <summary>What the next medal of a passed level asks for, as an addition to the medal that was won. Empty if there is none.</summary>
    public static string Next(LevelStanding standing)
    {
        var goals = standing.Level.Level?.Goals ?? [];
        var tier = standing.State == LevelState.Silver || goals.All(g => g.Tier != GoalTier.Silver) ? GoalTier.Gold : GoalTier.Silver;
        var asked = goals.Where(g => g.Tier == tier).ToList();
        return !standing.IsPassed || standing.IsDone || asked.Count == 0 ? ""
            : $"; for {tier.Word()}: {string.Join(", ", asked.Select(g => $"{g.Metric.Title} {GoalWords.Spoken(g.Bound)}"))}";
    }

    /// <summary>Said when a level is passed.</summary>
    /// <param name="hasMore">There is a medal beyond this one.</param>
    /// <param name="left">What the next medal asks for and does not have, as <see cref="Left"/> says it; or empty.</param>
    public static string Medal(Verdict verdict, bool hasMore, string left = "") => verdict switch
    {
        Verdict.Gold => "Gold: every goal of this level is met.",
        Verdict.Silver => left.Length > 0 ? $"Silver; {left}." : "Silver. Gold asks for more, if you like.",
        Verdict.Pass or Verdict.None or Verdict.Error or Verdict.Fail =>
            !hasMore ? "Passed." : left.Length > 0 ? $"Passed; {left}." : "Passed. There is more to win here, if you like.",
    };

    /// <summary>What is left for the next medal: <c>for gold: futile at most 0</c>. Empty where nothing is.</summary>
    public static string Left(IEnumerable<GoalResult> goals)
    {
        var next = goals.Where(g => !g.IsMet).GroupBy(g => g.Goal.Tier).MinBy(t => t.Key);
        return next is null ? "" : $"for {next.Key.Word()}: {string.Join(", ", next.Select(g => $"{g.Goal.Metric.Title} {GoalWords.Spoken(g.Goal.Bound)}"))}";
    }
}

using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Core.Linting.Rules;

/// <summary>Words that several rules share.</summary>
static class Finding
{
    /// <summary>The first goal that was missed, with its numbers; or what the first error is.</summary>
    public static string? Why(LevelRunResult run)
    {
        if (run.Verdict == Verdict.Error)
        {
            return run.Diagnostics.FirstOrDefault(d => d.IsError)?.Message;
        }

        var missed = run.Goals.FirstOrDefault(g => !g.IsMet);
        return missed is not null
            ? $"{missed.Goal.Metric.Name} is {missed.Value} on {MapOf(missed)}; {missed.Goal.Tier.Word()} wants {missed.Goal.Bound}, which is {missed.Limit}"
            : run.Goals.IsEmpty ? "the level has no goals" : "every goal is met on every map";
    }

    /// <summary><c>host</c>, or <c>crowd (seed 7)</c>.</summary>
    public static string MapOf(GoalResult goal) => goal.Seed is { } seed ? $"{goal.Map} (seed {seed})" : goal.Map;

    /// <summary>A text without blanks and back quotes, to compare two texts.</summary>
    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '`'));
}

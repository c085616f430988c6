using System.Collections.Immutable;

namespace Tutor.Tests.Support;

/// <summary>What a simulated learner does.</summary>
enum Deed : byte
{
    Open,
    Leave,
    Watch,

    /// <summary>Gives an answer in its stored form, a predicate as it is typed, and hands it in for good.</summary>
    Answer,
    Hint,
}

/// <summary>One deed.</summary>
/// <param name="Seconds">That pass before it.</param>
/// <param name="IsRight">It passes the level.</param>
/// <param name="Code">Of a text that does not compile: its code.</param>
sealed record Step(Deed Deed, string Level, int Seconds, string Text = "", bool IsRight = false, string? Code = null)
{
    /// <summary>An answer that is a try: it is judged.</summary>
    public bool IsTry => Deed is Deed.Watch or Deed.Answer && Code is null;
}

/// <summary>All that a simulated learner, or a few at one machine, do: known before it is played, so that a report of it can be checked.</summary>
/// <param name="Names">As <c>export --name</c> takes them.</param>
sealed record LearnerPlan(string Names, ImmutableArray<Step> Steps)
{
    public IEnumerable<Step> TriesAt(string level) => Steps.Where(s => s.Level == level && s.IsTry);

    public IEnumerable<string> Levels => Steps.Select(s => s.Level).Distinct();
}

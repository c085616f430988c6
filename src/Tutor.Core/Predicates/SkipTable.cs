using System.Collections.Immutable;

namespace Tutor.Core.Predicates;

/// <summary>What a predicate says of one page state.</summary>
public enum SkipAnswer : byte
{
    /// <summary>False: the scanner may take the page.</summary>
    Keep,

    /// <summary>True: leave this page.</summary>
    Skip,

    /// <summary>What C leaves undefined happened on this page state.</summary>
    Error,
}

/// <summary>
/// A predicate's answer for every page state of one map, by palette index: all that the engines need of it.
/// It is asked once per page state, not once per page.
/// </summary>
public sealed record SkipTable(ImmutableArray<SkipAnswer> Answers)
{
    /// <summary>The answer for a palette index.</summary>
    public SkipAnswer this[int stateId] => Answers[stateId];

    public bool HasErrors => Answers.Contains(SkipAnswer.Error);
}

using System.Collections.Immutable;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Predicates;

/// <summary>
/// A predicate's answer for every page state of one map, by palette index: all that the engines need of it.
/// It is asked once per page state, not once per page.
/// </summary>
public sealed record SkipTable(ImmutableArray<SkipAnswer> Answers)
{
    /// <summary>The answer for a palette index.</summary>
    public SkipAnswer this[int stateId] => Answers[stateId];
}

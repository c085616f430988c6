using System.Collections.Immutable;
using Tutor.Core.Linting.Rules;

namespace Tutor.Core.Linting;

/// <summary>The rules that a level which reads clean is held against.</summary>
static class LintRules
{
    /// <summary>Every rule; findings are sorted by place afterwards, so the order says nothing.</summary>
    public static ImmutableArray<Action<LintedLevel>> All { get; } =
    [
        DeclaredScores.Check,
        TrivialPredicates.Check,
        RightAndWrong.Check,
        HiddenMaps.Check,
        OtherSeeds.Check,
        PickOptions.Check,
        Hints.Check,
        DrainedHolders.Check,
        Lessons.Check,
        Misconceptions.Check,
        Ideas.Check,
        MixedKinds.Check,
        Bounds.Check,
        Brief.Check,
        Mutants.Check,
    ];
}

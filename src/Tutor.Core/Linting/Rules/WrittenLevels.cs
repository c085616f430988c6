using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;

namespace Tutor.Core.Linting.Rules;

/// <summary>Levels in which the player writes a predicate that goals judge: write, repair and golf.</summary>
static class WrittenLevels
{
    public static bool IsWritten(this Level level) => level.Kind.Row() is { HandsIn: AnswerForm.Predicate, IsJudgedByGoals: true };

    /// <summary>Full marks: the best medal that the goals give.</summary>
    public static Verdict FullMarks(this Level level) => level.Goals.Max(g => g.Tier).AsVerdict();

    /// <summary>The declared solutions that are to reach full marks.</summary>
    public static IEnumerable<LevelSolution> Answers(this Level level) =>
        level.Goals.IsEmpty ? [] : level.Solutions.Where(s => s.Expect == level.FullMarks());

    /// <summary>The levels before this one in the order of the pack, each with its answers.</summary>
    public static ImmutableArray<Level> Before(LintedLevel level) =>
    [
        .. level.Catalog.Entries.TakeWhile(e => e.Id != level.Level.Id)
            .Select(e => e.Level).OfType<Level>().Where(l => l.IsWritten()),
    ];
}

using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Game.Playing;

/// <summary>Another predicate, and on how many candidates it answers otherwise.</summary>
sealed record OtherPredicate(string Title, SkipTable Answers, long Differ);

/// <summary>A page state on which two predicates differ.</summary>
/// <param name="Pages">Candidates of this state, over all passes.</param>
/// <param name="Right">The right answer for these pages.</param>
readonly record struct DifferingState(int Id, PageState Page, long Pages, SkipAnswer Mine, SkipAnswer Theirs, SkipAnswer Right);

/// <summary>One predicate beside others, on the candidates of one map.</summary>
sealed class Comparison
{
    readonly MemoryMap _map;
    readonly CompactControl _control;
    readonly ImmutableArray<StateCounts> _counts;
    readonly SkipTable _mine;

    /// <param name="others">Titles and texts. A text that does not compile is left out.</param>
    public Comparison(MemoryMap map, CompactControl control, Predicate mine, CompactionResult result,
        IEnumerable<(string Title, string Text)> others)
    {
        _map = map;
        _control = control;
        _counts = result.ByState;
        _mine = mine.Answer(map.Palette, control);
        Others =
        [
            .. from other in others
               let predicate = Predicate.Compile(SourceText.From("predicate", other.Text), PredicateScope.All).Predicate
               where predicate is not null
               let answers = predicate.Answer(map.Palette, control)
               select new OtherPredicate(other.Title, answers, States(answers).Sum(id => _counts[id].Candidates)),
        ];
    }

    public ImmutableArray<OtherPredicate> Others { get; }

    /// <summary>The page states on which the player's predicate and another one differ, the most frequent state first.</summary>
    public List<DifferingState> Differing(OtherPredicate other) =>
    [
        .. States(other.Answers).OrderByDescending(id => _counts[id].Candidates).Select(id =>
        {
            var page = _map.Palette[id];
            var right = Migration.MovableNow(page, _control) ? SkipAnswer.Keep : SkipAnswer.Skip;
            return new DifferingState(id, page, _counts[id].Candidates, _mine[id], other.Answers[id], right);
        }),
    ];

    IEnumerable<int> States(SkipTable other) =>
        Enumerable.Range(0, _counts.Length).Where(id => _counts[id].Candidates > 0 && _mine[id] != other[id]);
}

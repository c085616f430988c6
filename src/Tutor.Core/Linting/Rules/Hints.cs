using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Checks that hints lead up to the answer, and that only the last one gives it.</summary>
static class Hints
{
    /// <summary>Shorter predicates are not looked for: any sentence may contain them.</summary>
    const int ShortestLeak = 12;

    static readonly string[] Rungs = ["nudge", "concept", "page", "shape", "answer"];

    public static void Check(LintedLevel level)
    {
        var hints = level.Level.Hints;
        if (hints.IsEmpty)
        {
            return;
        }

        foreach (var hint in hints.Where(h => h.Kind != "answer"))
        {
            if (LeakIn(level, hint) is { } leak)
            {
                level.Report(LintCodes.HintLeaks, hint.Span, $"this {hint.Kind} holds the whole of {leak.Name}",
                    "keep the predicate for the last rung, kind: answer");
            }
        }

        var order = hints.Select(h => Array.IndexOf(Rungs, h.Kind)).ToList();
        var fall = Enumerable.Range(1, order.Count - 1).FirstOrDefault(i => order[i] < order[i - 1]);
        if (fall > 0)
        {
            level.Report(LintCodes.HintOrder, hints[fall].Span,
                $"a hint of kind '{hints[fall].Kind}' stands behind one of kind '{hints[fall - 1].Kind}'",
                $"order them {string.Join(", ", Rungs)}");
        }
        else if (level.IsJudged && hints[^1].Kind != "answer")
        {
            level.Report(LintCodes.HintOrder, hints[^1].Span, "the last hint is not the answer",
                "end the ladder with kind: answer, so that nobody is stuck for good");
        }
    }

    /// <summary>The solution whose whole text a hint holds, or null.</summary>
    public static PlayedPredicate? LeakIn(LintedLevel level, LevelHint hint)
    {
        var text = Finding.Bare(hint.Text);
        return level.Right.FirstOrDefault(s =>
            Finding.Bare(s.Skip.Text) is { Length: >= ShortestLeak } answer && text.Contains(answer, StringComparison.Ordinal));
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode HintLeaks = Row(Hints.Check).Error(4010, "a hint that gives the answer away");

    public static readonly DiagnosticCode HintOrder = Row(Hints.Check).Warning(4011, "hints that do not climb to the answer");
}

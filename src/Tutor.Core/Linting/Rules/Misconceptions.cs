using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A declared misconception shows in a declared wrong predicate, and where one is said to show, it does.</summary>
static class Misconceptions
{
    public static void Check(LintedLevel level)
    {
        foreach (var (solution, played) in level.Level.Solutions.Zip(level.Solutions))
        {
            CheckShown(level, solution.Misconception, played);
        }

        foreach (var (option, played) in level.Level.Options.Zip(level.Options))
        {
            CheckShown(level, option.Misconception, played);
        }

        var seen = level.Solutions.Concat(level.Options).Where(p => !p.Result.IsPassed)
            .SelectMany(p => p.Result.Misconceptions).Select(m => m.Id)
            .Concat(TriedAnyway(level)).ToHashSet(StringComparer.Ordinal);
        foreach (var node in level.ItemsOf("misconceptions"))
        {
            if (NodeReader.Text(node, "id") is { } id && !seen.Contains(id))
            {
                level.Report(LintCodes.MisconceptionUnseen, NodeReader.Find(node, "id")!.Span,
                    $"no declared wrong solution shows the misconception '{id}'",
                    "declare the predicate of somebody who believes it, or mend its 'when'");
            }
        }
    }

    /// <summary>The wrong predicates that everybody tries: the starter, <c>true</c> and <c>false</c>.</summary>
    static IEnumerable<string> TriedAnyway(LintedLevel level)
    {
        var runs = new List<LevelRunResult> { level.Play("true"), level.Play("false") };
        if (level.Level.Starter is { } starter)
        {
            runs.Add(LevelRun.Run(level.Prepared, starter));
        }

        return runs.SelectMany(r => r.Misconceptions).Select(m => m.Id);
    }

    static void CheckShown(LintedLevel level, string? declared, PlayedPredicate played)
    {
        if (declared is not null && !played.Result.Misconceptions.Any(m => m.Id == declared))
        {
            level.Report(LintCodes.MisconceptionNotShown, played.Span,
                $"{played.Name} is said to show '{declared}', and on no map it does",
                "mend the 'when' of the misconception, or take the word out here");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode MisconceptionUnseen = Row(Misconceptions.Check).Warning(4016, "a misconception that no solution or option shows");

    public static readonly DiagnosticCode MisconceptionNotShown = Row(Misconceptions.Check).Error(4017, "a misconception that is declared and does not show");
}

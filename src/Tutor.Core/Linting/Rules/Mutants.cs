using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// A predicate with a slip in it should not score like the reference. Reported are slips that score as well although
/// the pack has a page kind that tells the two apart: the maps lack that kind.
/// </summary>
static class Mutants
{
    public static void Check(LintedLevel level)
    {
        if (level.Level.Kind is not (LevelKind.Write or LevelKind.Repair)
            || level.Reference is not { Result.Predicate: { } right } reference)
        {
            return;
        }

        var survivors = new List<(string Text, string Kind)>();
        foreach (var text in Mutation.Of(reference.Skip))
        {
            var scope = level.Prepared.Scope with { Vocabulary = default, States = [] };
            if (Predicate.Compile(SourceText.From("predicate", text), scope).Predicate is { } slip
                && ScoresAsWell(level, right, slip, reference.Result)
                && Telling(level, right, slip) is { } kind)
            {
                survivors.Add((text, kind));
            }
        }

        if (survivors is [var first, ..])
        {
            level.Report(LintCodes.MutantSurvives, reference.Span,
                $"{Count(survivors.Count)} of {reference.Name} with one slip in it {(survivors.Count == 1 ? "scores" : "score")} as well: '{Short(first.Text)}'",
                $"a page of kind '{first.Kind}' tells them apart: put one on a hidden map");
        }
    }

    static bool ScoresAsWell(LintedLevel level, Predicate right, Predicate slip, LevelRunResult reference)
    {
        if (level.Prepared.Maps.All(m => AnswersAlike(m, right, slip)))
        {
            return true;
        }

        var run = LevelRun.Run(level.Prepared, slip.Source, level.Prepared.Scope with { Vocabulary = default, States = [] });
        return run.IsPassed && run.Verdict >= reference.Verdict;
    }

    static bool AnswersAlike(PreparedMap map, Predicate right, Predicate slip)
    {
        for (var pass = 1; pass <= map.Settings.Passes; pass++)
        {
            foreach (var page in map.Map.Palette.Where(p => p.Has(PageFlags.Lru)).Select(p => Asked(p, pass, map.Settings)))
            {
                if (right.Ask(page, map.Settings.Control) != slip.Ask(page, map.Settings.Control))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A page kind of the pack that the reference judges rightly and the slip does not, or null.</summary>
    static string? Telling(LintedLevel level, Predicate right, Predicate slip)
    {
        var (settings, shown) = (level.Prepared.Shown.Settings, level.Prepared.Shown.Map);
        var zone = shown.Zones.IsEmpty ? ZoneType.Normal : shown.Zones[0].Type;
        foreach (var kind in level.Level.Kinds.All.Where(k => !k.IsFree && k.Order == 0))
        {
            if (kind.Zone is not null && kind.Zone != zone)
            {
                continue;
            }

            var page = Asked(kind.ToState(zone), 1, settings);
            var truth = Migration.MovableNow(page, settings.Control) ? SkipAnswer.Keep : SkipAnswer.Skip;
            if (page.Has(PageFlags.Lru) && right.Ask(page, settings.Control) == truth && slip.Ask(page, settings.Control) != truth)
            {
                return kind.Name;
            }
        }

        return null;
    }

    static PageState Asked(PageState page, int pass, RunSettings settings) =>
        page.AtPass(pass).Drained(settings.DrainedCpus.AsSpan());

    static string Count(int count) => count == 1 ? "a mutant" : $"{count} mutants";

    static string Short(string text)
    {
        const int most = 100;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode MutantSurvives = Row(Mutants.Check).Warning(4030, "a broken reference that scores as well");
}

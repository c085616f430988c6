using System.Collections.Immutable;
using System.Globalization;
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
    const int MostConstants = 16;

    /// <summary>With nothing beside the number, and with the one reference that everybody has heard of.</summary>
    static readonly ImmutableArray<string> Allowances = ["", " + folio_test_private(folio)"];

    public static void Check(LintedLevel level)
    {
        if (level.Level.Kind is not (LevelKind.Write or LevelKind.Repair)
            || level.Reference is not { Result.Predicate: { } right } reference)
        {
            return;
        }

        var survivors = new List<(string Text, string Kind)>();
        foreach (var text in Mutation.Of(reference.Skip).Concat(NearTheCounts(level)))
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

    /// <summary>A number in place of what is expected, chosen by the counts that the maps happen to have.</summary>
    static IEnumerable<string> NearTheCounts(LintedLevel level)
    {
        var own = level.Prepared.Shown.Settings.Control.OwnReferences;
        return level.Prepared.Maps.SelectMany(m => m.Map.Palette).Where(p => p.Has(PageFlags.Lru)).Select(p => p.RefCount + own - p.MapCount)
            .SelectMany(extra => Enumerable.Range(extra - 1, 2)).Where(n => n >= 0).Distinct().Order().Take(MostConstants)
            .SelectMany(n => Allowances.Select(buffers =>
                string.Create(CultureInfo.InvariantCulture, $"folio_ref_count(folio) - folio_mapcount(folio) > {n}{buffers}")));
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
        // Elsewhere a large folio is turned away before the predicate is asked.
        var isLargeAsked = settings.Trigger == RunTrigger.ContigRange;
        foreach (var kind in level.Level.Kinds.All.Where(k => !k.IsFree && (k.Order == 0 || isLargeAsked)))
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

using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>What a predicate did on one map.</summary>
public sealed record MapRun(PreparedMap Map, CompactionResult Result, ImmutableArray<KindScore> ByKind);

/// <summary>What a predicate came to on a level: all that a screen, a report or the linter needs.</summary>
public sealed record LevelRunResult
{
    public required Level Level { get; init; }

    /// <summary>The text that was run.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The compiled predicate; null if the text has errors, or if marks were run in its place.</summary>
    public Predicate? Predicate { get; init; }

    /// <summary>The errors and warnings of the text, and the places where C leaves its value undefined on a page of a map.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public Verdict Verdict { get; init; }

    public ImmutableArray<GoalResult> Goals { get; init; } = [];

    /// <summary>The level's misconceptions that this predicate shows.</summary>
    public ImmutableArray<Misconception> Misconceptions { get; init; } = [];

    /// <summary>One for each map and seed, in the order of the level; none while the text has errors.</summary>
    public ImmutableArray<MapRun> Maps { get; init; } = [];

    /// <summary>The run on the map that is drawn, or null while the text has errors.</summary>
    public MapRun? Shown => Maps.FirstOrDefault(m => m.Map.Role == MapRole.Shown) ?? Maps.FirstOrDefault();

    public bool IsPassed => Verdict.IsPass();
}

/// <summary>
/// The one pipeline: level + predicate text → diagnostics, runs, score. The game, the command line, the linter and
/// the tests all call it.
/// </summary>
public static class LevelRun
{
    /// <summary>Runs a text on every map that was prepared.</summary>
    /// <param name="scope">What the text may use; null: what the player may.</param>
    /// <param name="isPartial">Not all of the level's maps were prepared, or not with its seeds: nothing is judged.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LevelRunResult Run(PreparedLevel prepared, SourceText text, PredicateScope? scope = null,
        bool isPartial = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var compilation = Predicate.Compile(text, scope ?? prepared.Scope);
        if (compilation.Predicate is not { } predicate)
        {
            return new LevelRunResult
            {
                Level = prepared.Level, Text = text, Diagnostics = compilation.Diagnostics, Verdict = Verdict.Error,
            };
        }

        var runs = new MapRun[prepared.Maps.Length];
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = cancellation },
            i => runs[i] = RunOn(prepared, prepared.Maps[i], predicate, cancellation));
        return Judge(prepared, text, predicate, compilation.Diagnostics, [.. runs], isPartial);
    }

    /// <summary>Runs what a player said of each page of a level of kind mark.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LevelRunResult Run(PreparedLevel prepared, Marks marks, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(marks);
        var runs = prepared.Maps.Select(m => Counted(m, m.Run(marks, cancellation))).ToImmutableArray();
        return Judge(prepared, SourceText.From("marks", marks.Write()), null, [], runs, isPartial: false);
    }

    /// <summary>Runs the attacked predicate on a memory that was painted.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LevelRunResult Run(PreparedLevel prepared, Painting painting, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(painting);
        var painted = prepared.With(painting);
        var run = Run(painted, painted.Attacked ?? SourceText.From("predicate", "false"), cancellation: cancellation);
        // The player did not write this text and cannot mend its warnings.
        return run with { Diagnostics = [.. run.Diagnostics.Where(d => d.IsError)] };
    }

    /// <summary>Runs one of the level's own predicates. One with an origin may use every name.</summary>
    public static LevelRunResult Run(PreparedLevel prepared, LevelSolution solution, bool isPartial = false)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.IsPainting)
        {
            return Painting.TryRead(prepared.Level, solution.Skip.Text).Painting is { } painting ? Run(prepared, painting)
                : new LevelRunResult { Level = prepared.Level, Text = solution.Skip, Verdict = Verdict.Error };
        }

        var scope = solution.Origin is null ? prepared.Scope : prepared.Scope with { Vocabulary = default };
        // The predicate that is attacked is no answer.
        return Run(prepared, solution.Skip, scope, isPartial || prepared.Level.Attack is not null);
    }

    /// <summary>Runs a predicate. On a level of kind mark it first becomes marks, as a player would set them: it is asked once a page, about what the page card shows.</summary>
    static MapRun RunOn(PreparedLevel prepared, PreparedMap map, Predicate predicate, CancellationToken cancellation) =>
        Counted(map, prepared.Level.Mark is not null && Marks.Of(predicate, map) is { } marks
            ? map.Run(marks, cancellation) : map.Run(predicate, cancellation: cancellation));

    static MapRun Counted(PreparedMap map, CompactionResult result) => new(map,
        map.PagesUsed is { } used ? result with { Metrics = result.Metrics with { PagesUsed = used } } : result,
        KindScore.Of(map.Map.Palette, result.ByState));

    static LevelRunResult Judge(PreparedLevel prepared, SourceText text, Predicate? predicate,
        ImmutableArray<Diagnostic> diagnostics, ImmutableArray<MapRun> runs, bool isPartial)
    {
        var card = Scorer.Score(prepared.Level.Goals,
            [.. runs.Select(r => new ScoredRun(r.Map.Id, r.Map.Seed, r.Result.Metrics, r.Map.Perfect))]);
        var hasErrors = runs.Any(r => r.Result.HasErrors);
        return new LevelRunResult
        {
            Level = prepared.Level,
            Text = text,
            Predicate = predicate,
            Diagnostics = hasErrors && predicate is not null ? DiagnosticBag.Sort(diagnostics.Concat(UndefinedOn(predicate, runs))) : diagnostics,
            Verdict = hasErrors ? Verdict.Error : isPartial ? Verdict.None : card.Verdict,
            Goals = card.Goals,
            Misconceptions = [.. prepared.Level.Misconceptions.Where(m => runs.Any(r => m.ShowsIn(r.Result.Metrics, r.Map.Perfect, r.ByKind) && Causes.AreIn(predicate, r, m)))],
            Maps = runs,
        };
    }

    /// <summary>Reports where C leaves the predicate's value undefined, for pages that the scanner asked about in any pass.</summary>
    static IEnumerable<Diagnostic> UndefinedOn(Predicate predicate, ImmutableArray<MapRun> runs)
    {
        foreach (var run in runs.Where(r => r.Result.HasErrors))
        {
            var settings = run.Map.Settings;
            var asked = Enumerable.Range(1, settings.Passes)
                .SelectMany(pass => run.Map.Map.Palette.Select(s => s.AtPass(pass).Drained(settings.DrainedCpus.AsSpan())))
                .Where(s => s.Has(PageFlags.Lru))
                .Distinct()
                .ToImmutableArray();
            foreach (var problem in predicate.EvaluationProblems(asked, settings.Control))
            {
                yield return problem;
            }
        }
    }
}

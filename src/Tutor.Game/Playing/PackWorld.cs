using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The world of the real game: a pack and a player's progress.</summary>
sealed class PackWorld : IGameWorld
{
    readonly ILevels _levels;
    readonly LevelCatalog _catalog;
    readonly IPlayerProgress _progress;
    readonly Dictionary<string, PreparedLevel> _prepared = [];

    public PackWorld(ILevels levels, IPlayerProgress progress)
    {
        _levels = levels;
        _progress = progress;
        _catalog = levels.Catalog;
        Levels = [.. _catalog.Entries.Select(EntryOf)];
    }

    public string Title => _catalog.Pack?.Title ?? "Levels";

    public IReadOnlyList<LevelEntry> Levels { get; }

    public string? SaveNotice => _progress.Notice?.ToString();

    public (PlayableLevel? Level, IReadOnlyList<string> Problems) Load(string id, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var entry = _catalog.Entries.First(e => e.Id == id);
        if (entry.Level is not { } level || entry.Diagnostics.Any(d => d.IsError))
        {
            return (null, Written(entry.Diagnostics));
        }

        var problems = new DiagnosticBag();
        if (!_prepared.TryGetValue(id, out var prepared))
        {
            prepared = _levels.Prepare(level, problems, progress, cancellation);
            if (prepared is null)
            {
                return (null, Written(problems.ToImmutable()));
            }

            _prepared.Add(id, prepared);
        }

        return (PlayableOf(EntryOf(entry), level, prepared), []);
    }

    public string? ReadText(string path) => _levels.ReadText(path);

    public LevelProgress? Best(LevelEntry level) => _progress.Best(level.Id, level.Revision);

    public IReadOnlyList<Attempt> History(string level) => _progress.History(level);

    public bool Record(Attempt attempt)
    {
        _progress.Record(attempt);
        return _progress.Notice is null;
    }

    public void Note(PlayerEvent happened) => _progress.Note(happened);

    public Keeping? NextKeeping() => _progress.NextKeeping();

    public (string? Path, string? Problem) Save(string name, string text) => _progress.Save(name, text);

    public string? Recall(string key) => _progress.Recall(key);

    public void Remember(string key, string value) => _progress.Remember(key, value);

    static LevelEntry EntryOf(CatalogEntry entry)
    {
        var problem = entry.Diagnostics.FirstOrDefault(d => d.IsError)?.ToString()
            ?? (entry.Level is null ? "this file cannot be read" : null);
        var level = entry.Level;
        return new LevelEntry(entry.Id, level?.Revision ?? 1, level?.Title is { Length: > 0 } title ? title : entry.Id,
            entry.Chapter?.Title ?? "Further levels", WordOf(level?.Kind ?? LevelKind.Write), level?.Minutes ?? 0, problem, level?.Pages ?? 0)
        {
            Brief = level?.Brief ?? "",
            Afterwards = level?.Afterwards ?? "",
            Teaches = level?.Teaches ?? [],
            Needs = level?.Needs ?? [],
            AnswerRung = 1 + (level?.Hints.ToList().FindIndex(h => h.Kind == "answer") ?? -1),
            Metrics = [.. level?.Goals.Select(g => g.Metric.Name).Distinct() ?? [], .. level?.Golf is null ? Array.Empty<string>() : [Tries.Golf]],
            HasMedals = level?.Goals.Any(g => g.Tier != GoalTier.Pass) ?? false,
        };
    }

    static PlayableLevel PlayableOf(LevelEntry entry, Level level, PreparedLevel prepared) => new()
    {
        Entry = entry,
        Brief = level.Brief,
        LessonPath = level.Lesson?.Text,
        Map = prepared.Shown.Map,
        BecauseOf = prepared.Shown.Scenario.BecauseOf,
        Run = prepared.Shown.Settings,
        Scope = prepared.Scope,
        Starter = level.StartingText,
        Options = [.. level.Options.Select(o => new OptionLine(o.Id, o.Skip.Text.Trim(), o.Feedback.Length == 0 ? null : o.Feedback))],
        Hints = [.. level.Hints.Select(h => new HintLine(h.Kind, h.Text))],
        Afterwards = level.Afterwards,
        Predictions = level.Predictions,
        Reference = level.Solutions.FirstOrDefault(s => s.Id == "reference")?.Skip.Text.Trim(),
        GolfMeasure = level.Golf?.ToString().ToLowerInvariant(),
        Par = new Lazy<long?>(() => level.Golf is not null && level.Solutions.FirstOrDefault(s => s.Id == "reference") is { } own
            ? GolfCount.Of(LevelRun.Run(prepared, own)) : null),
        ScoreBlock = text => ScoringOf(
            LevelRun.Run(prepared, SourceText.From("predicate", text), prepared.Scope with { Vocabulary = default }), prepared),
        Score = (text, cancellation) => ScoringOf(
            LevelRun.Run(prepared, SourceText.From("predicate", text), cancellation: cancellation), prepared),
    };

    static Scoring ScoringOf(LevelRunResult run, PreparedLevel prepared) => new()
    {
        Diagnostics = run.Diagnostics,
        Predicate = run.Predicate,
        Result = run.Shown?.Result,
        Goals = [.. run.Goals.Select(g => GoalOf(g, prepared, run.Shown))],
        Verdict = run.Verdict.ToString().ToLowerInvariant(),
        Says = [.. run.Misconceptions.Select(m => m.Say)],
        Golf = GolfCount.Of(run),
        FindCounterExample = () => CounterExample.Of(run),
        Metrics = KeptMetrics.Write(KeptMetrics.Of(run)),
    };

    static GoalLine GoalOf(GoalResult result, PreparedLevel prepared, MapRun? shown)
    {
        var goal = result.Goal;
        var spare = goal.Bound.Side == BoundSide.Max ? result.Limit - result.Value : result.Value - result.Limit;
        var value = goal.Bound.IsPercent && result.Population > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * result.Value / result.Population:0.##}%")
            : Words.Count(result.Value);
        var margin = spare < 0 ? $"{Words.Count(-spare)} {(goal.Bound.Side == BoundSide.Max ? "too many" : "missing")}"
            : spare > 0 ? $"{Words.Count(spare)} to spare" : "";
        var isShown = result.Map == prepared.Shown.Id && result.Seed == prepared.Shown.Seed;
        // A recorded map has no seed.
        var seed = result.Seed is { } number ? string.Create(CultureInfo.InvariantCulture, $", seed {number}") : "";
        var where = isShown ? null : $"map {result.Map}{seed}";
        return new GoalLine(goal.Tier.ToString().ToLowerInvariant(), goal.Metric.Name, goal.Bound.ToString(), value, margin, result.IsMet, where,
            !result.IsMet && shown is not null && goal.Bound.IsMetBy(goal.Metric.Value(shown.Result.Metrics), goal.Metric.PopulationOf(shown.Result.Metrics, shown.Map.Perfect)));
    }

    static string WordOf(LevelKind kind) => kind.ToString().ToLowerInvariant();

    static List<string> Written(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(DiagnosticFormatter.Format)];
}

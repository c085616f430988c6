using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>
/// A level with its maps built, ready to be played: a keystroke costs a run, never a map. Immutable, but for what
/// it works out once.
/// </summary>
public sealed class PreparedLevel
{
    PreparedLevel(Level level, ImmutableArray<PreparedMap> maps, PredicateScope scope, ImmutableArray<PredictItem> predictions, DumpReading? dump = null, string? dumpText = null)
    {
        Level = level;
        Predictions = predictions;
        Dump = dump;
        DumpText = dumpText;
        Maps = maps;
        Scope = scope;
    }

    public Level Level { get; }

    /// <summary>One for each map and seed, in the order of the file.</summary>
    public ImmutableArray<PreparedMap> Maps { get; }

    /// <summary>The map that is drawn: the first that is shown.</summary>
    public PreparedMap Shown => Maps.FirstOrDefault(m => m.Role == MapRole.Shown) ?? Maps[0];

    /// <summary>The items that the player foretells. An item about a page dump carries the reading of the dump, which has the answer.</summary>
    public ImmutableArray<PredictItem> Predictions { get; }

    /// <summary>The page dump that the level asks about, or null.</summary>
    public DumpReading? Dump { get; }

    /// <summary>That dump's lines as they were printed, or null.</summary>
    public string? DumpText { get; }

    /// <summary>What the player may write.</summary>
    public PredicateScope Scope { get; }

    /// <summary>The predicate that a level of kind attack gives. Null on other levels, and while the attacked predicate is the player's own and not known yet.</summary>
    public SourceText? Attacked { get; private init; }

    /// <summary>The same level against this predicate: what the player wrote last.</summary>
    public PreparedLevel Against(SourceText own) => With(this, Maps, own);

    /// <summary>The same level on a memory that was painted.</summary>
    public PreparedLevel With(Painting painting)
    {
        ArgumentNullException.ThrowIfNull(painting);
        return With(this, [painting.Build(Level)], painting.Against is { } own ? SourceText.From("predicate", own) : Attacked);
    }

    static PreparedLevel With(PreparedLevel level, ImmutableArray<PreparedMap> maps, SourceText? attacked) =>
        new(level.Level, maps, level.Scope, level.Predictions) { Attacked = attacked };

    /// <summary>The same level with only these of its maps: what a player sees while others wait.</summary>
    public PreparedLevel Only(Func<PreparedMap, bool> isWanted) => new(Level, [.. Maps.Where(isWanted)], Scope, Predictions, Dump, DumpText) { Attacked = Attacked };

    /// <summary>Builds all maps, or those that were asked for; null if one cannot be built.</summary>
    /// <param name="map">Only this map of the level; null: all.</param>
    /// <param name="seed">This seed in place of the maps' own.</param>
    /// <param name="taughtBy">Where a name is taught that this level does not allow.</param>
    /// <param name="lentBefore">What earlier levels lent, by this level's id: a word once taught stays lent.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PreparedLevel? Prepare(Level level, IPackFiles files, DiagnosticBag problems, string? map = null,
        ulong? seed = null, Func<string, string?>? taughtBy = null, IProgress<double>? progress = null,
        Func<string, ImmutableArray<string>>? lentBefore = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        if (level.Dump is not null)
        {
            return DumpedLevel.Read(level, files, problems) is { } dumped
                ? new PreparedLevel(level, [dumped.Map], new PredicateScope { Vocabulary = level.Vocabulary, Names = level.Names }, dumped.Items, dumped.Reading, dumped.Text)
                : null;
        }

        if (level.Attack is { } attack)
        {
            var names = new PredicateScope { Names = attack.Revision?.Names ?? level.Names, Control = level.Run.Control };
            return new PreparedLevel(level, [new Painting(level).Build(level)], names, level.Predictions) { Attacked = attack.Text };
        }

        var orders = level.Maps.Where(m => map is null || m.Id == map)
            .SelectMany(m => m.Recipe is null ? [(Map: m, Seed: (ulong?)null)]
                : seed is null ? m.Seeds.Select(s => (Map: m, Seed: (ulong?)s))
                : [(Map: m, Seed: seed)])
            .ToList();
        var built = new PreparedMap?[orders.Count];
        var found = new DiagnosticBag[orders.Count];
        // A large map is built on every core by itself; many small ones side by side.
        Parallel.For(0, orders.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            found[i] = new DiagnosticBag();
            built[i] = Build(level, orders[i].Map, orders[i].Seed, files, found[i], i == 0 ? progress : null, cancellation);
        });
        foreach (var bag in found)
        {
            problems.AddRange(bag.ToImmutable());
        }

        if (built.Length == 0 || Array.Exists(built, b => b is null))
        {
            return null;
        }

        var maps = built.OfType<PreparedMap>().ToImmutableArray();
        var scope = new PredicateScope
        {
            Vocabulary = level.Mark is not null || level.Vocabulary.IsDefault || lentBefore is null ? level.OwnVocabulary
                : [.. level.Vocabulary.Union(lentBefore(level.Id), StringComparer.Ordinal)],
            TakenAway = level.TakesAway,
            Names = level.Names,
            TaughtBy = taughtBy,
            Control = maps[0].Settings.Control,
            States = [.. maps.SelectMany(m => m.Map.Palette).Distinct()],
        };
        return new PreparedLevel(level, maps, scope, level.Predictions);
    }

    static PreparedMap? Build(Level level, LevelMap map, ulong? seed, IPackFiles files, DiagnosticBag problems,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        if (map.Recorded is { } recorded)
        {
            return FromRecording(level, map, recorded, files, problems);
        }

        var (scenario, wrong) = ScenarioBuilder.Build(map.Recipe!, level.Kinds, seed!.Value, progress, cancellation);
        foreach (var problem in wrong)
        {
            problems.Report(LevelCodes.BadMap, level.Source, map.Span with { Length = 0 },
                $"{problem.Place}: {problem.Message}", problem.Help);
        }

        return scenario is null ? null
            : new PreparedMap(map.Id, map.Role, seed, level.Mark is null ? scenario : Marks.PageByPage(scenario), SettingsFor(level, map, scenario.Map)).Warm();
    }

    /// <summary>A file of the pack as the level's own path is written, so that what is wrong in it can be found from the same folder.</summary>
    static string Beside(string level, string relative) => level[..(level.LastIndexOfAny(['/', '\\']) + 1)] + relative;

    static PreparedMap? FromRecording(Level level, LevelMap map, SourceText path, IPackFiles files, DiagnosticBag problems)
    {
        var (bytes, problem) = files.ReadBytes(path.Text);
        if (problem is not null)
        {
            // A file that is not there is the level's mistake: the place is where the level names it.
            problems.Report(problem.Code, path, new TextSpan(0, path.Length), $"'{path.Text}': {problem.Message}", problem.Help);
        }

        if (bytes is null)
        {
            return null;
        }

        var (recording, diagnostics) = Recording.Read(Beside(level.Source.Path, path.Text), bytes);
        problems.AddRange(diagnostics);
        if (recording is null)
        {
            return null;
        }

        var settings = SettingsFor(level, map, recording.Map);
        if (!recording.IsMadeUp && recording.Release != settings.Control.Release)
        {
            problems.Report(LevelCodes.BadMap, path, new TextSpan(0, path.Length),
                $"'{path.Text}' was recorded on {recording.Kernel}, and this level runs another release's scanner",
                $"write 'run: {{ release: \"{recording.Release.Word()}\" }}': the releases have rules of their own");
            return null;
        }

        // The recording has the sysctl in it, and a level about contiguous ranges does not obey it anyway.
        var isolates = settings.Control.IsolateUnevictable
            && (recording.UnevictableAllowed || settings.Trigger == RunTrigger.ContigRange);
        return new PreparedMap(map.Id, map.Role, null, Scenario.Of(recording),
            settings with { Control = settings.Control with { IsolateUnevictable = isolates } });
    }

    static RunSettings SettingsFor(Level level, LevelMap map, MemoryMap memory) => (map.Run ?? level.Run) with
    {
        Races =
        [
            .. level.Races.Where(r => r.Page < memory.PageCount)
                .Select(r => new ScriptedRace(r.Pass, memory.FirstPfn + r.Page, r.Kind)),
        ],
    };
}

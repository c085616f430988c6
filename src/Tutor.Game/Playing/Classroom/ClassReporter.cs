using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing.Classroom;

/// <summary>Makes the report of a class from what was handed in. Every answer is run again; nothing is kept anywhere.</summary>
/// <param name="prepare">Builds a level's maps; null with problems when they cannot be built.</param>
sealed class ClassReporter(LevelCatalog catalog, Func<Level, DiagnosticBag, PreparedLevel?> prepare)
{
    /// <summary>Told whenever an answer was run, of how many, and of which level; by any thread.</summary>
    public Action<int, string>? HasRun { get; init; }

    /// <summary>Files in which something is not what the game writes are counted as well, with what could be run.</summary>
    public bool CountsDoubtful { get; init; }

    /// <summary>Of this level alone is reported; null: of all. The answers to the others are run all the same, since files are judged whole.</summary>
    public string? Level { get; init; }

    public ClassReport Report(IReadOnlyList<HandedIn> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var facts = new Dictionary<string, LevelFacts>(StringComparer.Ordinal);
        new Referee(catalog, prepare)
        {
            Prepared = level => facts[level.Level.Id] = LevelFacts.Of(level), HasRun = HasRun, NotesBeliefs = true,
        }.Judge(files);
        var doubtful = CountsDoubtful ? [] : files.Where(f => f.IsDoubtful).ToList();
        var labels = LearnerLabels.Of(files);
        var (counted, shared) = SharedRowsFinder.Find([.. files.Except(doubtful)], f => labels[f]);
        var order = catalog.Entries.Select((e, i) => (e.Id, i)).ToDictionary(StringComparer.Ordinal);
        var learners = counted.Select(f => LearnerReader.Read(f, labels[f], order, Level)).OrderBy(l => l.Label, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return new ClassReport
        {
            Pack = catalog.Pack?.Title ?? "Levels",
            Learners = learners,
            Levels = [.. catalog.Entries.Where(e => learners.Any(l => l.At(e.Id) is not null)).Select(e => LevelOf(e, facts.GetValueOrDefault(e.Id), learners, counted))],
            Shared = [.. shared],
            NotCounted = [.. doubtful.Select(f => f.Path)],
        };
    }

    static LevelInClass LevelOf(CatalogEntry entry, LevelFacts? facts, ImmutableArray<Learner> learners, IReadOnlyList<HandedIn> files)
    {
        var at = learners.Select(l => l.At(entry.Id)).OfType<LearnerAtLevel>().ToList();
        return new LevelInClass(entry.Id, entry.Title, entry.Kind)
        {
            Opened = at.Count,
            Tried = at.Count(l => l.Tries > 0),
            Passed = at.Count(l => l.IsPassed),
            FirstTry = at.Count(l => l.IsFirstTry),
            Stuck = at.Count(l => l.StuckSince is not null),
            MedianTries = Median(at.Where(l => l.TriesToPass > 0).Select(l => l.TriesToPass)),
            MedianTime = Median(at.Select(l => l.Time).Where(t => t is not null)),
            NotCompiledBy = at.Count(l => l.NotCompiled > 0),
            NeverCompiled = at.Count(l => l.State == LearnerState.NeverCompiled),
            NotCompiled = at.Sum(l => l.NotCompiled),
            Codes = Summed(at.SelectMany(l => l.Codes)),
            Hints = [.. Enumerable.Range(1, at.Select(l => l.Hints).DefaultIfEmpty().Max()).Select(rung => at.Count(l => l.Hints >= rung))],
            Beliefs = [.. Beliefs(entry, at)],
            Questions = facts?.Count(FirstsOf(entry.Id, files)) ?? [],
        };
    }

    /// <summary>The first answers of all learners, as they are stored.</summary>
    static List<(string Answer, string? Option)> FirstsOf(string level, IReadOnlyList<HandedIn> files) =>
    [
        .. files.Select(f => LearnerReader.TriesAt(f, level).FirstOrDefault()).OfType<JudgedAttempt>().Select(t => (t.Attempt.Predicate, t.Attempt.Option)),
    ];

    static IEnumerable<BeliefInClass> Beliefs(CatalogEntry entry, List<LearnerAtLevel> at)
    {
        var says = entry.Level?.Misconceptions.ToDictionary(m => m.Id, m => m.Say, StringComparer.Ordinal) ?? [];
        foreach (var note in Enum.GetValues<GeneralNote>())
        {
            says.TryAdd(LearnerReader.IdOf(note), note.Sentence());
        }

        return at.SelectMany(l => l.Beliefs).GroupBy(b => b.Key, StringComparer.Ordinal)
            .Select(b => new BeliefInClass(b.Key, says.GetValueOrDefault(b.Key, ""), b.Count(), b.Sum(one => one.Value)))
            .OrderByDescending(b => b.Learners).ThenByDescending(b => b.Answers).ThenBy(b => b.Id, StringComparer.Ordinal);
    }

    static ImmutableArray<KeyValuePair<string, int>> Summed(IEnumerable<KeyValuePair<string, int>> counts) =>
    [
        .. counts.GroupBy(c => c.Key, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key, c.Sum(one => one.Value)))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal),
    ];

    /// <summary>The lower of two in the middle; the default where there is none.</summary>
    static T? Median<T>(IEnumerable<T> values) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[(sorted.Count - 1) / 2] : default;
}

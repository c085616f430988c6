using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing.Classroom;

/// <summary>Reads of a hand-in, once it is judged, what its learner did at each level.</summary>
static partial class LearnerReader
{
    /// <param name="order">The places of levels in the pack.</param>
    /// <param name="only">This level alone, or null.</param>
    public static Learner Read(HandedIn file, string label, IReadOnlyDictionary<string, int> order, string? only)
    {
        var times = TimeAtLevels.Of(file.Attempts.Select(a => a.Attempt), file.Events);
        var levels = file.Attempts.Select(a => a.Attempt.Level).Concat(file.Events.Select(e => e.Level)).Distinct(StringComparer.Ordinal)
            .Where(l => order.ContainsKey(l) && (only is null || l == only)).OrderBy(l => order[l]);
        return new Learner(label, file.Path, [.. file.File.Names], [.. levels.Select(l => At(file, l, times)).OfType<LearnerAtLevel>()]);
    }

    /// <summary>Answers that were handed in at a level since its last reset, oldest first.</summary>
    public static IEnumerable<JudgedAttempt> TriesAt(HandedIn file, string level)
    {
        var since = Since(file, level);
        return file.Attempts.Where(a => a.Attempt.Level == level && a.Attempt.Verdict != VerdictWords.Seen && a.Attempt.At >= since).OrderBy(a => a.Attempt.At);
    }

    /// <summary>The name of a note, as ids of misconceptions are written.</summary>
    public static string IdOf(GeneralNote note) => note switch
    {
        GeneralNote.AsksNothing => "asks-nothing",
        GeneralNote.AsksNobody => "asks-nobody",
        GeneralNote.OtherWayRound => "other-way-round",
        GeneralNote.BetterOtherWayRound => "better-other-way-round",
    };

    static LearnerAtLevel? At(HandedIn file, string level, IReadOnlyDictionary<string, TimeSpan> times)
    {
        var since = Since(file, level);
        var tries = TriesAt(file, level).ToList();
        var events = file.Events.Where(e => e.Level == level && e.At >= since).ToList();
        var texts = events.Where(e => e.Kind == PlayerEventKind.NotCompiled).ToList();
        var seen = file.Attempts.Where(a => a.Attempt.Level == level && a.Attempt.Verdict == VerdictWords.Seen && a.Attempt.At >= since).Select(a => (DateTimeOffset?)a.Attempt.At).Min();
        if (tries.Count + events.Count == 0 && seen is null)
        {
            return null;
        }

        var verdicts = tries.Select(t => Verdicts.Find(t.Attempt.Verdict) ?? Verdict.None).ToList();
        var toPass = 1 + verdicts.FindIndex(v => v.IsPass());
        // At an open level nothing is to be passed, and nobody is stuck.
        var isOpen = tries.Count > 0 && verdicts.TrueForAll(v => v == Verdict.None);
        var first = tries.Select(t => t.Attempt.At).Concat(texts.Select(t => t.At)).Select(at => (DateTimeOffset?)at).Min();
        return new LearnerAtLevel(level, StateOf(tries.Count, toPass, texts.Count, seen), verdicts.DefaultIfEmpty(Verdict.None).MaxBy(v => VerdictWords.Rank(v.Word())),
            tries.Count, toPass, toPass > 0 || isOpen ? null : first, texts.Count, HintsIn(events),
            times.TryGetValue(level, out var time) ? time : null, tries is [var answer, ..] ? answer.Attempt.Option ?? answer.Attempt.Predicate : null)
        {
            IsFirstTry = toPass == 1 && !(seen < tries[0].Attempt.At),
            Codes = Counted(texts.SelectMany(t => t.Detail.Split(' ')).Where(code => Code().IsMatch(code))),
            Beliefs = Counted(tries.SelectMany(BeliefsIn)),
        };
    }

    /// <summary>What was written upside down, or asks nothing, was not written out of a belief that the level knows.</summary>
    static IEnumerable<string> BeliefsIn(JudgedAttempt answer) => answer.Note is not { } note ? answer.Misconceptions
        : [IdOf(note), .. note == GeneralNote.AsksNobody ? answer.Misconceptions : []];

    static LearnerState StateOf(int tries, int toPass, int texts, DateTimeOffset? seen) => toPass > 0 ? LearnerState.Passed
        : tries > 0 ? LearnerState.Tried : seen is not null ? LearnerState.Seen
        : texts > 0 ? LearnerState.NeverCompiled : LearnerState.Opened;

    static int HintsIn(List<PlayerEvent> events) => events.Where(e => e.Kind == PlayerEventKind.HintShown)
        .Select(e => int.TryParse(e.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var rung) && rung <= MostRungs ? rung : 0).DefaultIfEmpty().Max();

    /// <summary>What is older than this does not count: somebody began again.</summary>
    static DateTimeOffset Since(HandedIn file, string level) =>
        file.Events.Where(e => e.Kind == PlayerEventKind.Reset && (e.Level == level || e.Level.Length == 0)).Select(e => e.At).DefaultIfEmpty().Max();

    static ImmutableArray<KeyValuePair<string, int>> Counted(IEnumerable<string> ids) =>
        [.. ids.CountBy(id => id, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];

    /// <summary>More rungs than any ladder has; a file may claim what it likes.</summary>
    const int MostRungs = 20;

    [GeneratedRegex("^TUT[0-9]{4}$")]
    private static partial Regex Code();
}

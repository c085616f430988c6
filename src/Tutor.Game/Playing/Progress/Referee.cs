using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// Plays attempts of other machines again: what counts is what they come to here. Only that a scan was watched to its
/// end has to be believed. A level is built once for all files, and an answer that many gave is run once.
/// </summary>
/// <param name="prepare">Builds a level's maps; null with problems when they cannot be built.</param>
sealed class Referee(LevelCatalog catalog, Func<Level, DiagnosticBag, PreparedLevel?> prepare)
{
    /// <summary>Told each level that was built, before its answers are run.</summary>
    public Action<PreparedLevel>? Prepared { get; init; }

    /// <summary>Told whenever an answer was run, of how many, and of which level; by any thread.</summary>
    public Action<int, string>? HasRun { get; init; }

    /// <summary>Whether the negation of a wrong answer is run as well, to say more of it.</summary>
    public bool NotesBeliefs { get; init; }

    /// <summary>Judges every claim, and adds to each file's findings what is to be told.</summary>
    public void Judge(IReadOnlyList<HandedIn> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var claims = files.SelectMany(f => f.Claims.Select((claim, index) => new Claim(f, index, claim))).ToList();
        var judged = files.ToDictionary(f => f, f => new JudgedAttempt?[f.Claims.Count]);
        var levels = claims.GroupBy(c => Entry(c.Claimed.Attempt.Level)).ToList();
        var answers = levels.Sum(l => l.Key is null ? 0 : l.Select(AnswerOf).Distinct().Count());
        foreach (var level in levels.OrderBy(l => l.Key is null ? -1 : catalog.Entries.IndexOf(l.Key)))
        {
            JudgeLevel(level.Key, [.. level], judged, answers);
        }

        foreach (var file in files)
        {
            file.Attempts = [.. judged[file].OfType<JudgedAttempt>()];
            file.Events = [.. file.File.Events.Select(e => e.Event).Select(OfThisPack).OfType<PlayerEvent>()];
        }
    }

    sealed record Claim(HandedIn File, int Index, ClaimedAttempt Claimed);

    sealed record Outcome(Attempt? Attempt, string? Refusal, IReadOnlyList<string> Misconceptions, GeneralNote? Note);

    static (string Predicate, string? Option) AnswerOf(Claim claim) => (claim.Claimed.Attempt.Predicate, claim.Claimed.Attempt.Option);

    CatalogEntry? Entry(string level) => catalog.Find(level)
        ?? catalog.Entries.FirstOrDefault(e => e.Level?.Formerly.Contains(level) ?? false);

    /// <summary>Events of levels that the pack does not have mean nothing here.</summary>
    PlayerEvent? OfThisPack(PlayerEvent happened) => happened.Level.Length == 0 ? happened
        : Entry(happened.Level) is { } entry ? happened with { Level = entry.Id } : null;

    void JudgeLevel(CatalogEntry? entry, List<Claim> claims, Dictionary<HandedIn, JudgedAttempt?[]> judged, int answers)
    {
        var prepared = entry?.Level is { } level ? prepare(level, new DiagnosticBag()) : null;
        foreach (var alike in claims.GroupBy(c => (c.File, c.Claimed.Attempt.Level, c.Claimed.Attempt.Revision)))
        {
            TellLevel(entry, prepared, alike.First(), alike.Count());
        }

        if (prepared is null)
        {
            return;
        }

        Prepared?.Invoke(prepared);
        var different = claims.Where(c => c.Claimed.Attempt.Verdict != VerdictWords.Seen).DistinctBy(AnswerOf).ToList();
        var outcomes = new Outcome[different.Count];
        Parallel.For(0, outcomes.Length, i =>
        {
            outcomes[i] = Judge(prepared, different[i].Claimed.Attempt);
            HasRun?.Invoke(answers, prepared.Level.Id);
        });
        var known = different.Zip(outcomes).ToDictionary(o => AnswerOf(o.First), o => o.Second);
        foreach (var claim in claims)
        {
            judged[claim.File][claim.Index] = Judged(claim, prepared.Level, known.GetValueOrDefault(AnswerOf(claim)));
        }
    }

    void TellLevel(CatalogEntry? entry, PreparedLevel? prepared, Claim first, int count)
    {
        var (claim, attempt) = (first.Claimed, first.Claimed.Attempt);
        var attempts = count == 1 ? "this attempt is" : $"{count} attempts of this file are";
        if (entry is null)
        {
            var near = Suggestions.Nearest(attempt.Level, catalog.Entries.Select(e => e.Id));
            Report(first, ExportCodes.UnknownLevel, claim.LevelSpan, $"this pack has no level '{attempt.Level}': {attempts} left out",
                near is null ? "choose the pack that it was played in with --pack DIR" : $"is '{near}' meant? Choose the pack that it was played in with --pack DIR");
        }
        else if (prepared is null)
        {
            Report(first, ExportCodes.UnknownLevel, claim.LevelSpan, $"level '{attempt.Level}' of this pack cannot be played: {attempts} left out",
                $"'tutor lint {attempt.Level}' says what is wrong with it");
        }
        else if (prepared.Level.Id != attempt.Level)
        {
            Report(first, ExportCodes.OtherRevision, claim.LevelSpan, $"'{attempt.Level}' is '{prepared.Level.Id}' in this pack: {attempts} run on that one",
                "what is no answer to it any more is left out");
        }
        else if (prepared.Level.Revision != attempt.Revision)
        {
            Report(first, ExportCodes.OtherRevision, claim.RevisionSpan,
                $"revision {attempt.Revision} of '{attempt.Level}' was played, and this pack has revision {prepared.Level.Revision}: {attempts} run on that one",
                "what is no answer to it any more is left out");
        }
    }

    Outcome Judge(PreparedLevel prepared, Attempt stored)
    {
        var (attempt, judgement, refusal) = Sitting.JudgeAgain(prepared, stored);
        var wrong = judgement is { Run: { IsPassed: false } run } ? run : null;
        return new Outcome(attempt, refusal, [.. wrong?.Misconceptions.Select(m => m.Id) ?? []],
            NotesBeliefs && wrong is not null ? GeneralNotes.Of(prepared, wrong) : null);
    }

    static JudgedAttempt? Judged(Claim one, Level level, Outcome? outcome)
    {
        var (claim, attempt) = (one.Claimed, one.Claimed.Attempt);
        if (attempt.Verdict == VerdictWords.Seen)
        {
            // An attempt that says the answer was shown makes no claim, so there is nothing to run.
            return new JudgedAttempt(attempt with { Level = level.Id, How = AttemptHow.Imported });
        }

        var isOfThisRevision = (level.Id, level.Revision) == (attempt.Level, attempt.Revision);
        if (outcome!.Attempt is not { } judged)
        {
            one.File.IsDoubtful |= isOfThisRevision;
            Report(one, ExportCodes.NoAnswer, attempt.Option is null ? claim.PredicateSpan : claim.OptionSpan, outcome.Refusal!,
                "it is left out: the game writes no such attempt");
            return null;
        }

        if (isOfThisRevision && judged.Verdict != attempt.Verdict)
        {
            one.File.IsDoubtful = true;
            one.File.Corrected++;
            Report(one, ExportCodes.ClaimsOtherwise, claim.VerdictSpan, $"claims '{attempt.Verdict}' for '{attempt.Level}', and comes to '{judged.Verdict}'",
                "what it comes to is what counts");
        }

        return new JudgedAttempt(attempt with { Level = level.Id, Revision = level.Revision, Verdict = judged.Verdict, Metrics = judged.Metrics, How = AttemptHow.Imported })
        {
            Misconceptions = outcome.Misconceptions,
            Note = outcome.Note,
        };
    }

    static void Report(Claim claim, DiagnosticCode code, TextSpan span, string message, string help) =>
        claim.File.Findings.Report(code, claim.Claimed.Source, span, message, help);
}

using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>
/// Plays attempts of another machine again: what counts is what they come to here. Only that a scan was watched to
/// its end has to be believed.
/// </summary>
sealed class ImportReferee(LevelLibrary library, CliHost host, DiagnosticBag findings)
{
    /// <summary>The attempts with the verdicts that they deserve, in their order; those that cannot be run are left out.</summary>
    public IReadOnlyList<Attempt> Judge(IReadOnlyList<ClaimedAttempt> claims)
    {
        var judged = new Attempt?[claims.Count];
        foreach (var level in claims.Select((Claim, Index) => (Claim, Index)).GroupBy(c => c.Claim.Attempt.Level))
        {
            foreach (var revision in level.GroupBy(c => c.Claim.Attempt.Revision))
            {
                var attempts = revision.ToList();
                if (Prepare(attempts[0].Claim, attempts.Count) is not { } prepared)
                {
                    continue;
                }

                var known = new Dictionary<(string, string?), (Attempt? Attempt, string? Refusal)>();
                foreach (var (claim, index) in attempts)
                {
                    judged[index] = Judge(claim, prepared, known);
                }
            }
        }

        return [.. judged.OfType<Attempt>()];
    }

    /// <summary>Events of levels that the pack does not have mean nothing here.</summary>
    public bool IsOfThisPack(PlayerEvent happened) =>
        happened.Level.Length == 0 || library.Catalog.Entries.Any(e => e.Id == happened.Level);

    PreparedLevel? Prepare(ClaimedAttempt claim, int count)
    {
        var attempt = claim.Attempt;
        var attempts = count == 1 ? "this attempt is" : $"{count} attempts of this file are";
        var entry = library.Catalog.Entries.FirstOrDefault(e => e.Id == attempt.Level)
            ?? library.Catalog.Entries.FirstOrDefault(e => e.Level?.Formerly.Contains(attempt.Level) ?? false);
        if (entry is null)
        {
            var near = Suggestions.Nearest(attempt.Level, library.Catalog.Entries.Select(e => e.Id));
            Report(ExportCodes.UnknownLevel, claim, claim.LevelSpan, $"this pack has no level '{attempt.Level}': {attempts} left out",
                near is null ? "choose the pack that it was played in with --pack DIR" : $"is '{near}' meant? Choose the pack that it was played in with --pack DIR");
            return null;
        }

        if (entry.Level is { } successor && successor.Id != attempt.Level)
        {
            Report(ExportCodes.OtherRevision, claim, claim.LevelSpan, $"'{attempt.Level}' is '{successor.Id}' in this pack: {attempts} run on that one",
                "what is no answer to it any more is left out");
        }
        else if (entry.Level is { } other && other.Revision != attempt.Revision)
        {
            Report(ExportCodes.OtherRevision, claim, claim.RevisionSpan,
                $"revision {attempt.Revision} of '{attempt.Level}' was played, and this pack has revision {other.Revision}: {attempts} run on that one",
                "what is no answer to it any more is left out");
        }

        var problems = new DiagnosticBag();
        if (entry.Level is { } level)
        {
            using var progress = new ProgressLine(host, level.Pages);
            if (library.Prepare(level, problems, progress: progress) is { } prepared)
            {
                return prepared;
            }
        }

        Report(ExportCodes.UnknownLevel, claim, claim.LevelSpan, $"level '{attempt.Level}' of this pack cannot be played: {attempts} left out",
            $"'tutor lint {attempt.Level}' says what is wrong with it");
        return null;
    }

    Attempt? Judge(ClaimedAttempt claim, PreparedLevel prepared, Dictionary<(string, string?), (Attempt? Attempt, string? Refusal)> known)
    {
        var attempt = claim.Attempt;
        if (attempt.Verdict == VerdictWords.Seen)
        {
            // That the answer was shown claims nothing: there is nothing to run.
            return attempt with { Level = prepared.Level.Id, How = AttemptHow.Imported };
        }

        if (!known.TryGetValue((attempt.Predicate, attempt.Option), out var outcome))
        {
            outcome = Sitting.JudgeAgain(prepared, attempt);
            known.Add((attempt.Predicate, attempt.Option), outcome);
        }

        if (outcome.Attempt is not { } judged)
        {
            Report(ExportCodes.NoAnswer, claim, attempt.Option is null ? claim.PredicateSpan : claim.OptionSpan, outcome.Refusal!,
                "it is left out: the game writes no such attempt");
            return null;
        }

        var (level, revision) = (prepared.Level.Id, prepared.Level.Revision);
        if ((level, revision) == (attempt.Level, attempt.Revision) && judged.Verdict != attempt.Verdict)
        {
            Report(ExportCodes.ClaimsOtherwise, claim, claim.VerdictSpan,
                $"claims '{attempt.Verdict}' for '{attempt.Level}', and comes to '{judged.Verdict}'",
                $"it is kept as '{judged.Verdict}'");
        }

        return attempt with { Level = level, Revision = revision, Verdict = judged.Verdict, Metrics = judged.Metrics, How = AttemptHow.Imported };
    }

    void Report(DiagnosticCode code, ClaimedAttempt claim, TextSpan span, string message, string help) =>
        findings.Report(code, claim.Source, span, message, help);
}

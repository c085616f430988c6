using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Classroom;

namespace Tutor.Cli.Classroom;

/// <summary>A class as comma-separated values: a row for each learner and level; a learner who opened nothing has one row.</summary>
static class ClassCsv
{
    public static void Write(TextWriter output, ClassReport report)
    {
        output.Write(CsvText.Mark);
        CsvText.Row(output,
        [
            "learner", "file", "people", "level", "title", "kind", "state", "verdict", "tries", "tries_to_pass", "first_try", "stuck_since_utc",
            "not_compiled", "codes", "hints", "minutes", "first_answer", "misconceptions",
        ]);
        var levels = report.Levels.ToDictionary(l => l.Id, StringComparer.Ordinal);
        foreach (var learner in report.Learners)
        {
            var people = CsvText.Number(Math.Max(1, learner.Names.Length));
            if (learner.Levels.IsEmpty)
            {
                CsvText.Row(output, [learner.Label, learner.Path, people, .. Enumerable.Repeat("", 15)]);
            }

            foreach (var at in learner.Levels)
            {
                CsvText.Row(output, [learner.Label, learner.Path, people, .. Cells(at, levels[at.Level])]);
            }
        }
    }

    static string[] Cells(LearnerAtLevel at, LevelInClass level) =>
    [
        at.Level, level.Title, level.Kind.Word(), ClassWords.Id(at.State), at.Tries > 0 ? at.Best.Word() : "", CsvText.Number(at.Tries),
        at.TriesToPass > 0 ? CsvText.Number(at.TriesToPass) : "", at.IsFirstTry ? "1" : "0", at.StuckSince?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
        CsvText.Number(at.NotCompiled), Counted(at.Codes), CsvText.Number(at.Hints), at.Time?.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
        at.FirstAnswer ?? "", Counted(at.Beliefs),
    ];

    static string Counted(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join("; ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}

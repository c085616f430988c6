using System.Globalization;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Classroom;

namespace Tutor.Cli.Classroom;

/// <summary>What the reports of a class say, in whatever form.</summary>
static class ClassWords
{
    public static string Id(LearnerState state) => state switch
    {
        LearnerState.Opened => "opened",
        LearnerState.NeverCompiled => "never_compiled",
        LearnerState.Seen => "answer_shown",
        LearnerState.Tried => "tried",
        LearnerState.Passed => "passed",
    };

    /// <summary>A cell of the table of learners and levels: a sign and how often.</summary>
    public static string Cell(LearnerAtLevel? at) => at is null ? "" : at.State switch
    {
        LearnerState.Opened => "o",
        LearnerState.NeverCompiled => $"! {Words.Count(at.NotCompiled)}",
        LearnerState.Seen => "seen",
        LearnerState.Tried => $"\u2717 {Words.Count(at.Tries)}",
        LearnerState.Passed => $"\u2713 {Words.Count(at.TriesToPass)}",
    };

    /// <summary>What the cells mean.</summary>
    public const string CellLegend =
        "\u2713 2: passed with the second try. \u2717 3: three tries, not passed. ! 4: four texts, and none compiled. seen: the answer was shown. o: opened. Empty: not opened.";

    /// <summary>Who is counted, in a sentence.</summary>
    public static string Counted(ClassReport report) => $"{Of(report.Learners.Length, "hand-in")}"
        + (report.Groups > 0 ? $", {Words.Count(report.Groups)} of them by more than one learner" : "") + ".";

    /// <summary>Remarks about files: those that were not counted, and those that were counted although something is odd.</summary>
    public static IEnumerable<string> Told(ClassReport report)
    {
        foreach (var path in report.NotCounted)
        {
            yield return $"{path} is not counted: it cannot be read, or something in it is not what the game writes.";
        }

        foreach (var shared in report.Shared)
        {
            yield return shared.IsCopy
                ? $"{shared.Path} ({shared.Label}) has nothing that is not in {shared.OtherPath} ({shared.OtherLabel}), too: counted once, as {shared.OtherLabel}."
                : $"{shared.Path} ({shared.Label}) and {shared.OtherPath} ({shared.OtherLabel}) have {Of(shared.Rows, "row")} in common: both are counted.";
        }
    }

    /// <summary>The same for a room, without the names that files carry.</summary>
    public static IEnumerable<string> ToldWithoutNames(ClassReport report)
    {
        if (!report.NotCounted.IsEmpty)
        {
            yield return $"{Of(report.NotCounted.Length, "file")} not counted.";
        }

        if (report.Shared.Count(s => s.IsCopy) is > 0 and var copies)
        {
            yield return $"{Of(copies, "file")} handed in twice, counted once.";
        }
    }

    public static string Minutes(TimeSpan? time) => time?.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) ?? "";

    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Texts that did not compile, in a sentence; empty where there were none.</summary>
    public static string NotCompiled(LevelInClass level) => level.NotCompiled == 0 ? ""
        : $"{Of(level.NotCompiled, "text")} of {Of(level.NotCompiledBy, "learner")} did not compile"
            + (level.NeverCompiled > 0 ? $", and {Words.Count(level.NeverCompiled)} never had one that did" : "")
            + (level.Codes.IsEmpty ? "." : $": {string.Join(", ", level.Codes.Select(c => $"{c.Key} {Words.Count(c.Value)}"))}. 'tutor explain {level.Codes[0].Key}' says what it is.");

    /// <summary>Hints, in a sentence; empty where nobody opened one.</summary>
    public static string Hints(LevelInClass level) => level.Hints.IsEmpty ? ""
        : $"Hints opened: {string.Join(", ", level.Hints.Select((count, i) => $"hint {Words.Count(i + 1)} by {Words.Count(count)}"))}.";

    /// <summary>A count with its noun.</summary>
    public static string Of(int count, string what) => count == 1 ? $"1 {what}" : $"{Words.Count(count)} {what}s";
}

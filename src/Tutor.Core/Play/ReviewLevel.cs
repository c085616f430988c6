using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Scenarios;

namespace Tutor.Core.Play;

/// <summary>
/// A passed level once more: with its goals and vocabulary, on maps of other seeds, and without its brief. It is made from
/// the level and a date, so that an attempt at it can run again on any machine.
/// </summary>
public static class ReviewLevel
{
    const string Prefix = "review-";
    const string DateFormat = "yyyy-MM-dd";
    const string Brief = "You have passed this level before. What it asks is not said again, and the maps are others: look who holds the pages, and write the test.";

    /// <summary><c>review-2026-11-28-guest-memory</c>.</summary>
    public static string IdOf(DateOnly date, string level) => $"{Prefix}{date.ToString(DateFormat, CultureInfo.InvariantCulture)}-{level}";

    /// <summary>The day and the level of such an id; null where it is no review's.</summary>
    public static (DateOnly Date, string Level)? Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var start = Prefix.Length + DateFormat.Length + 1;
        return id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length > start
            && DateOnly.TryParseExact(id.AsSpan(Prefix.Length, DateFormat.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, id[start..]) : null;
    }

    /// <summary>Whether a level can be met again: it is written, and goals judge it.</summary>
    public static bool IsFor(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Kind.Row() is { HandsIn: AnswerForm.Predicate, IsJudgedByGoals: true };
    }

    /// <summary>The review of a level on a day, or null where that level cannot be met again.</summary>
    internal static CatalogEntry? Entry(DateOnly date, CatalogEntry level) => level.Level is not { } its || !IsFor(its) ? null : level with
    {
        Id = IdOf(date, level.Id),
        Chapter = null,
        Level = its with
        {
            Id = IdOf(date, level.Id),
            Title = $"Again: {its.Title}",
            Brief = Brief,
            Lesson = null,
            Teaches = [],
            Formerly = [],
            Starter = null,
            RepairStart = null,
            Maps = [.. its.Maps.Select((map, i) => map with { Seeds = [.. map.Seeds.Select((seed, j) => FreshSeed(date, seed, i, j))] })],
        },
    };

    static ulong FreshSeed(DateOnly date, ulong seed, int map, int number) =>
        (ulong)Rng.ForStream(seed, ((ulong)date.DayNumber << 16) ^ ((ulong)map << 8) ^ (ulong)number).Below(1_000_000_000);
}

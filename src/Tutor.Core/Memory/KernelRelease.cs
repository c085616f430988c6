using System.Collections.Immutable;
using System.Globalization;

namespace Tutor.Core.Memory;

/// <summary>The kernel release whose scanner is followed.</summary>
public enum KernelRelease : byte
{
    /// <summary>6.1: large folios stay where they are.</summary>
    Linux61,

    /// <summary>6.12: large folios below a pageblock move, whole or in pieces.</summary>
    Linux612,
}

/// <summary>How levels and the command line spell <see cref="KernelRelease"/>.</summary>
public static class KernelReleases
{
    /// <summary>Every spelling, oldest release first.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<KernelRelease>().Select(Word)];

    /// <summary>Whether a word has the form of a release: <c>6.17</c>, <c>5.10.1</c>.</summary>
    public static bool IsRelease(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Split('.') is { Length: 2 or 3 } parts && parts.All(p => p.Length is > 0 and < 5 && p.All(char.IsAsciiDigit));
    }

    /// <summary>What to write for a release whose scanner is not here.</summary>
    public static string Cure(string word) => Before(word, All) is { } last
        ? $"the scanners are those of {string.Join(" and ", All)}; the last before {word} is \"{last}\""
        : $"the scanners are those of {string.Join(" and ", All)}; the oldest is \"{All[0]}\"";

    /// <summary>The last of these releases that is not later than <paramref name="word"/>, or null where all are.</summary>
    /// <param name="word">Numbers and dots.</param>
    /// <param name="releases">Oldest first.</param>
    public static string? Before(string word, ImmutableArray<string> releases) =>
        releases.LastOrDefault(r => NumberOf(r).CompareTo(NumberOf(word)) <= 0);

    /// <summary>6.9 is before 6.12. A third number is a stable release's, and changes nothing here.</summary>
    static (int Major, int Minor) NumberOf(string word)
    {
        var parts = word.Split('.');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }

    /// <summary><c>6.12</c>.</summary>
    public static string Word(this KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => "6.1",
        KernelRelease.Linux612 => "6.12",
    };
}

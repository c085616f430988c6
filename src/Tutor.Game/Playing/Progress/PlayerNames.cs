using System.Globalization;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>Who played: names as people give them, a few for one machine.</summary>
static class PlayerNames
{
    /// <summary>Names of one hand-in.</summary>
    public const int Most = 20;

    /// <summary>Characters of one name.</summary>
    public const int Longest = 100;

    /// <summary>The names in <c>Ada, Bob</c>, or what is wrong with one of them.</summary>
    public static (IReadOnlyList<string> Names, string? Problem) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        var problem = names.Count == 0 ? "there is no name"
            : names.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"there are {names.Count} names, and {Most} at most are kept")
            : names.Select(ProblemOf).FirstOrDefault(p => p is not null);
        return (names, problem);
    }

    /// <summary>Why this is no name; null where it is one.</summary>
    public static string? ProblemOf(string name) => name.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"a name has more than {Longest} characters")
        : ControlCharacters.IndexIn(name) >= 0 || name.AsSpan().ContainsAny('\n', '\r', '\t') ? "a name holds control characters"
        : null;
}

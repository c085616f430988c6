using System.Text.RegularExpressions;

namespace Tutor.Core.Levels.Yaml;

/// <summary>The form of names that authors give: <c>any-ref-is-a-pin</c>.</summary>
public static partial class KebabName
{
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+|[.][0-9]+)*$";

    /// <summary>Characters, at most.</summary>
    public const int Most = 48;

    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Most && !text.Contains('\n', StringComparison.Ordinal) && Form().IsMatch(text);
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Text.RegularExpressions;

namespace Tutor.Core.Levels;

/// <summary>A text of a level as it is said in a line, where links cannot be followed: the label of each, without its target.</summary>
public static partial class LinkLabels
{
    public static string Of(string markdown) => Link().Replace(markdown, "${label}");

    [GeneratedRegex(@"\[(?<label>[^\]]*)\]\([^)\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Levels.Yaml;

namespace Tutor.Core.Levels;

/// <summary>Takes values out of nodes. What has not been checked may be asked, too: where nothing fits, nothing comes.</summary>
sealed partial class NodeReader
{
    /// <summary>Every digit counts: 010 is 8 to some readers of YAML and 10 to others.</summary>
    [GeneratedRegex("^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDecimal();

    [GeneratedRegex(PageShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(AmountShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex PerCent();

    /// <summary>The whole text: in .NET '$' lets a line break follow, elsewhere it does not.</summary>
    static bool Fits(Regex pattern, string text) => !text.Contains('\n', StringComparison.Ordinal) && pattern.IsMatch(text);

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Find(YamlNode? node, string key) => EntryOf(node, key)?.Value;

    /// <summary>The text of a key's value, or null.</summary>
    public static string? Text(YamlNode? node, string key) => (Find(node, key) as YamlScalar)?.Value;

    /// <summary>The number of a key's value, or null where it is none.</summary>
    public static long? Number(YamlNode? node, string key) =>
        Text(node, key) is { } text && PlainDecimal().IsMatch(text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The entries of a list, or none.</summary>
    public static ImmutableArray<YamlNode> Items(YamlNode? node, string key) =>
        (Find(node, key) as YamlSequence)?.Items ?? [];

    /// <summary>The texts of a list, or none.</summary>
    public static ImmutableArray<string> Texts(YamlNode? node, string key) =>
        [.. Items(node, key).OfType<YamlScalar>().Select(s => s.Value)];

    /// <summary>A key with its value, or null.</summary>
    public static YamlEntry? EntryOf(YamlNode? node, string key) =>
        (node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Value == key);

    /// <summary>A place: pages counted from the map's first. Null where the text is none.</summary>
    public static long? PageOf(string text, long firstPfn) =>
        !Fits(Page(), text) ? null
        : text[0] == '+' ? long.Parse(text.AsSpan(1), CultureInfo.InvariantCulture)
        : long.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - firstPfn;

    /// <summary>A number, or hundredths of a per cent; null where the text is neither.</summary>
    public static (long Amount, bool IsPercent)? AmountOf(string text)
    {
        if (Fits(PerCent(), text))
        {
            var parts = text.TrimEnd('%').Split('.');
            var hundredths = parts.Length == 1 ? 0 : long.Parse(parts[1].PadRight(2, '0'), CultureInfo.InvariantCulture);
            return (long.Parse(parts[0], CultureInfo.InvariantCulture) * 100 + hundredths, true);
        }

        return Fits(PlainDecimal(), text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= AmountShape.Most ? (number, false) : null;
    }
}

using System.Text.RegularExpressions;

namespace Tutor.Core.Levels.Yaml;

/// <summary>What YAML takes a value without quotes for.</summary>
enum YamlType : byte
{
    Text,
    Number,
    Flag,
    Nothing,
}

/// <summary>
/// The core schema of YAML 1.2 (chapter 10.3.2), as editors have it: text without quotes may be a number, a flag or
/// nothing. Older readers take more for flags (<c>yes</c>, <c>on</c>); those are text here.
/// </summary>
static partial class PlainMeaning
{
    public static YamlType Of(YamlScalar scalar)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        return scalar.Style != YamlStyle.Plain ? YamlType.Text
            : Nothing().IsMatch(scalar.Value) ? YamlType.Nothing
            : Flag().IsMatch(scalar.Value) ? YamlType.Flag
            : Number().IsMatch(scalar.Value) ? YamlType.Number
            : YamlType.Text;
    }

    [GeneratedRegex(@"^(~|null|Null|NULL|)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(true|True|TRUE|false|False|FALSE)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Flag();

    [GeneratedRegex(@"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

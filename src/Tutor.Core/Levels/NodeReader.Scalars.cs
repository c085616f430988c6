using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>Checks single values: their type as YAML has it, then their form and range.</summary>
sealed partial class NodeReader
{
    [GeneratedRegex(VersionShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(PagesShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    [GeneratedRegex(TextShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex NotBlank();

    bool CheckScalar(YamlScalar scalar, ValueShape shape, string what) => CheckType(scalar, shape, what) && shape switch
    {
        TextShape text => CheckText(scalar, text, what),
        PredicateShape => CheckFilled(scalar, what),
        NameShape => CheckName(scalar, what),
        VersionShape => CheckVersion(scalar, what),
        NumberShape number => CheckNumber(scalar, number.Least, number.Most, what),
        RangeShape range => CheckNumber(scalar, range.Least, range.Most, what),
        FlagShape => CheckWord(scalar, ["true", "false"], what),
        WordShape { CureOfRelease: { } cure } releases when !releases.All.Contains(scalar.Value) && KernelReleases.IsRelease(scalar.Value) =>
            Broken(LevelCodes.UnknownRelease, scalar.Span, $"{what} has nothing of its own for {Shorten(scalar.Value)}", cure(scalar.Value)),
        WordShape words => CheckWord(scalar, words.All, what),
        PageShape => CheckPlace(scalar, isRange: false, what),
        PagesShape => CheckPlace(scalar, isRange: true, what),
        AmountShape amount => CheckAmount(scalar, amount, what),
        _ => WrongShape(scalar, what, shape.Words),
    };

    /// <summary>Without quotes <c>6.12</c> is a number, and <c>6.10</c> would be 6.1; in quotes <c>"4096"</c> is text.</summary>
    bool CheckType(YamlScalar scalar, ValueShape shape, string what)
    {
        var type = PlainMeaning.Of(scalar);
        switch (shape)
        {
            case NumberShape or RangeShape or FlagShape when scalar.Style != YamlStyle.Plain:
            case AmountShape when scalar.Style != YamlStyle.Plain && !scalar.Value.EndsWith('%'):
                return Broken(YamlCodes.NotText, scalar.Span,
                    $"{what} is a {(shape is FlagShape ? "flag" : "number")}, and in quotes it is text", $"write {Shorten(scalar.Value.Trim())} without quotes");
            case TextShape or NameShape or VersionShape or WordShape or PageShape or PagesShape when type is YamlType.Number or YamlType.Flag:
                return Broken(YamlCodes.NotText, scalar.Span,
                    $"{what} is text, and without quotes YAML reads a {(type == YamlType.Flag ? "flag" : "number")} here", $"write \"{scalar.Value}\"");
            case not (NumberShape or RangeShape or FlagShape or AmountShape) when type == YamlType.Nothing && !scalar.IsEmpty:
                return Broken(YamlCodes.NotText, scalar.Span,
                    $"{what} is empty: to YAML '{scalar.Value}' is nothing", $"write \"{scalar.Value}\" if that is the text, or leave the key out");
            default:
                return true;
        }
    }

    bool CheckText(YamlScalar scalar, TextShape shape, string what)
    {
        var length = scalar.Value.EnumerateRunes().Count();
        if (length > shape.Most)
        {
            Report(LevelCodes.OutOfRange, scalar.Span, $"{what} has {length} characters, and {shape.Most} are the most", "make it shorter");
            return false;
        }

        return CheckFilled(scalar, what);
    }

    bool CheckFilled(YamlScalar scalar, string what)
    {
        if (NotBlank().IsMatch(scalar.Value))
        {
            return true;
        }

        return Broken(LevelCodes.WrongShape, scalar.Span, $"{what} is empty", "write a value, or leave the key out");
    }

    bool CheckName(YamlScalar scalar, string what)
    {
        if (KebabName.Is(scalar.Value))
        {
            return true;
        }

        Report(LevelCodes.BadName, scalar.Span, $"{what} is not a name: '{Shorten(scalar.Value)}'",
            "names are lower case words and numbers joined by hyphens, 48 characters at most: 'own-reference'");
        return false;
    }

    bool CheckVersion(YamlScalar scalar, string what) => Fits(Version(), scalar.Value) || Broken(LevelCodes.BadName, scalar.Span,
        $"{what} is not a version: '{Shorten(scalar.Value)}'", "write \"1.0\": numbers and dots");

    bool CheckNumber(YamlScalar scalar, long least, long most, string what)
    {
        if (!Fits(PlainDecimal(), scalar.Value))
        {
            Report(LevelCodes.NotANumber, scalar.Span, $"{what} is not a whole number in plain decimal: '{Shorten(scalar.Value)}'",
                "write digits only: 4096, not 010, 0x10 or 1_000");
            return false;
        }

        if (!long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            || value < least || value > most)
        {
            Report(LevelCodes.OutOfRange, scalar.Span, $"{what} is {Shorten(scalar.Value)}, and goes from {least} to {most}", "write a number of that range");
            return false;
        }

        return true;
    }

    bool CheckWord(YamlScalar scalar, ImmutableArray<string> words, string what)
    {
        if (words.Contains(scalar.Value))
        {
            return true;
        }

        var near = Suggestions.Nearest(scalar.Value, words);
        const int fewWords = 12;
        Report(LevelCodes.UnknownWord, scalar.Span, $"{what} cannot be '{Shorten(scalar.Value)}'",
            near is not null ? $"did you mean '{near}'?"
                : words.Length <= fewWords ? $"one of {string.Join(", ", words)}" : null);
        return false;
    }

    bool CheckPlace(YamlScalar scalar, bool isRange, string what)
    {
        if (Fits(isRange ? Pages() : Page(), scalar.Value))
        {
            return true;
        }

        Report(LevelCodes.BadPlace, scalar.Span, $"{what} is not a {(isRange ? "place or range" : "place")}: '{Shorten(scalar.Value)}'",
            isRange ? "write \"+515\" or \"+512..+1024\" (half-open), counted from the map's first page, or pfns as \"0x…\""
                : "write \"+515\", counted from the map's first page, or a pfn as \"0x…\"");
        return false;
    }

    bool CheckAmount(YamlScalar scalar, AmountShape shape, string what)
    {
        if (AmountOf(scalar.Value) is { } amount)
        {
            if (amount.IsPercent && !shape.HasPerCent)
            {
                Report(LevelCodes.BadBound, scalar.Span, $"{what} is a number here: of what it bounds there is no whole",
                    "write 0, or another number, without quotes");
                return false;
            }

            return true;
        }

        Report(LevelCodes.BadBound, scalar.Span, $"{what} is neither a number nor a per cent: '{Shorten(scalar.Value)}'",
            "write 12, or \"2%\", with two digits after the point at most");
        return false;
    }

    static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 40 ? line : line[..39] + "…";
    }
}

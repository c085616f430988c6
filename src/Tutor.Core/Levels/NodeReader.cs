using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// Holds nodes against the table of keys, and reports everything that does not fit, each at its own place. What
/// comes through has the shape that the table says, so that readers can take values without asking again.
/// </summary>
public sealed partial class NodeReader(SourceText source, DiagnosticBag problems)
{
    /// <summary>Every digit counts: 010 is 8 to some readers of YAML and 10 to others.</summary>
    [GeneratedRegex("^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDecimal();

    [GeneratedRegex(VersionShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(PageShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(PagesShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    [GeneratedRegex(AmountShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex PerCent();

    [GeneratedRegex(TextShape.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex NotBlank();

    /// <summary>The whole text: in .NET '$' lets a line break follow, elsewhere it does not.</summary>
    static bool Fits(Regex pattern, string text) => !text.Contains('\n', StringComparison.Ordinal) && pattern.IsMatch(text);

    public SourceText Source { get; } = source;

    public DiagnosticBag Problems { get; } = problems;

    /// <summary>Checks a node and everything under it. True when it has the shape.</summary>
    /// <param name="what">What a person would call it: "minutes", "a map".</param>
    public bool Check(YamlNode node, ValueShape shape, string what)
    {
        if (node is YamlRefused)
        {
            return false;
        }

        var scalar = node as YamlScalar;
        if (scalar is not null && shape is PredicateShape && YamlTraps.IsCutByFolding(Source, scalar))
        {
            return Broken(YamlCodes.CutShort, FirstLineOf(scalar), $"{what} is cut short: YAML joins its lines, and the rest is a comment behind '//'",
                "write '|' instead of '>', or /* … */ for the comment");
        }

        if (scalar is not null && YamlTraps.IsCutByComment(Source, scalar) && shape is TextShape or PredicateShape)
        {
            Report(YamlCodes.CutShort, scalar.Span, $"{what} is cut short: the rest of the line is a comment to YAML",
                "quote it, or put it into a '|' block under the key");
            return false;
        }

        return shape switch
        {
            KeysShape keys => node is YamlMapping mapping ? CheckKeys(mapping, keys) : WrongShape(node, what, "a mapping"),
            NamedShape named => node is YamlMapping mapping ? CheckNamed(mapping, named, what) : WrongShape(node, what, "a mapping"),
            ListShape list => node is YamlSequence sequence ? CheckList(sequence, list, what) : WrongShape(node, what, "a list"),
            RangeShape range when node is YamlSequence pair => CheckRange(pair, range, what),
            _ => scalar is not null ? CheckScalar(scalar, shape, what) : WrongShape(node, what, "a single value"),
        };
    }

    bool CheckKeys(YamlMapping mapping, KeysShape shape)
    {
        var isRight = CheckDuplicates(mapping);
        foreach (var entry in mapping.Entries)
        {
            var key = shape.Keys.FirstOrDefault(k => k.Name == entry.Key.Value);
            if (key is null)
            {
                var near = Suggestions.Nearest(entry.Key.Value, shape.Keys.Select(k => k.Name));
                if (entry.Key.Value.Any(c => c > ' ' && char.IsWhiteSpace(c)))
                {
                    isRight = Broken(LevelCodes.UnknownKey, entry.Key.Span, "a blank of another kind (U+00A0, perhaps) stands in this key", "write ordinary blanks");
                    continue;
                }

                Report(LevelCodes.UnknownKey, entry.Key.Span, $"'{entry.Key.Value}' is not a key of {A(shape.Name)}",
                    near is not null ? $"did you mean '{near}'?"
                        : $"its keys are {string.Join(", ", shape.Keys.Select(k => k.Name))}");
                isRight = false;
                continue;
            }

            isRight &= Check(entry.Value, key.Shape, $"'{key.Name}'");
        }

        foreach (var key in shape.Keys.Where(k => k.IsRequired && Find(mapping, k.Name) is null))
        {
            Report(LevelCodes.MissingKey, new TextSpan(mapping.Span.Start, 0), $"{A(shape.Name)} needs '{key.Name}'",
                $"add '{key.Name}: …' ({key.Shape.Words}): {char.ToLowerInvariant(key.Sentence[0])}{key.Sentence[1..]}");
            isRight = false;
        }

        return CheckRules(mapping, shape) & isRight;
    }

    bool CheckRules(YamlMapping mapping, KeysShape shape)
    {
        if (mapping.Entries.Length < shape.Least)
        {
            Report(LevelCodes.MissingKey, new TextSpan(mapping.Span.Start, 0), $"these {shape.Name} are empty",
                $"write one of {string.Join(", ", shape.Keys.Select(k => k.Name))}; or leave the key out");
            return false;
        }

        var isRight = true;
        foreach (var rule in shape.Rules)
        {
            isRight &= rule switch
            {
                NeedsOneRule needs => needs.Keys.Any(k => Find(mapping, k) is not null)
                    || Broken(LevelCodes.MissingKey, new TextSpan(mapping.Span.Start, 0),
                        $"{A(shape.Name)} needs {EitherOf(needs.Keys)}", needs.Help),
                BesideRule beside => EntryOf(mapping, beside.Key) is not { } entry || Find(mapping, beside.Needed) is not null
                    || Broken(LevelCodes.NotForThisKind, entry.Key.Span, $"'{beside.Key}' needs '{beside.Needed}'", beside.Help),
                AloneRule alone => CheckAlone(mapping, alone),
                WhenRule its => Text(mapping, its.Key) != its.Value || CheckWhen(mapping, its, shape),
                _ => throw new InvalidOperationException($"a rule that nobody checks: {rule}"),
            };
        }

        return isRight;
    }

    bool CheckAlone(YamlMapping mapping, AloneRule rule)
    {
        var isRight = true;
        foreach (var other in Find(mapping, rule.Key) is null ? [] : rule.Others)
        {
            isRight &= EntryOf(mapping, other) is not { } entry || Broken(LevelCodes.NotForThisKind, entry.Key.Span,
                $"beside '{rule.Key}' there is no '{other}': {rule.Why}", rule.Help);
        }

        return isRight;
    }

    bool CheckWhen(YamlMapping mapping, WhenRule rule, KeysShape shape)
    {
        var isRight = true;
        foreach (var (key, help) in rule.Needs)
        {
            isRight &= Find(mapping, key) is not null || Broken(LevelCodes.NotForThisKind, Find(mapping, rule.Key)!.Span,
                $"{A(shape.Name)} of {rule.Key} '{rule.Value}' needs '{key}'", help);
        }

        foreach (var (key, where) in rule.Never)
        {
            isRight &= EntryOf(mapping, key) is not { } entry || Broken(LevelCodes.NotForThisKind, entry.Key.Span,
                $"'{key}' belongs to {shape.Name}s of {rule.Key} {where}, and this one is of {rule.Key} '{rule.Value}'", rule.Help);
        }

        return isRight;
    }

    /// <summary>'pages', 'like' or 'recorded'.</summary>
    static string EitherOf(ImmutableArray<string> keys) =>
        $"{string.Join(", ", keys[..^1].Select(k => $"'{k}'"))} or '{keys[^1]}'";

    bool Broken(DiagnosticCode code, TextSpan span, string message, string help)
    {
        Report(code, span, message, help);
        return false;
    }

    bool CheckNamed(YamlMapping mapping, NamedShape shape, string what)
    {
        var isRight = CheckDuplicates(mapping);
        foreach (var entry in mapping.Entries)
        {
            isRight &= (shape.Form is { } form ? CheckForm(entry.Key, form) : CheckName(entry.Key, $"the name '{entry.Key.Value}'"))
                & Check(entry.Value, shape.Value, $"'{entry.Key.Value}'");
        }

        return CheckCount(mapping.Entries.Length, shape.Least, shape.Most, mapping.Span, what) && isRight;
    }

    bool CheckForm(YamlScalar key, KeyForm form)
    {
        var isRight = Regex.IsMatch(key.Value, form.Pattern, RegexOptions.CultureInvariant);
        if (!isRight)
        {
            Report(LevelCodes.UnknownKey, key.Span, $"'{key.Value}' is not {form.Words}", form.Help);
        }

        return isRight;
    }

    bool CheckDuplicates(YamlMapping mapping)
    {
        var isRight = true;
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var key in mapping.Entries.Select(e => e.Key))
        {
            if (!seen.TryAdd(key.Value, key))
            {
                Report(LevelCodes.DuplicateKey, key.Span, $"'{key.Value}' stands here twice",
                    $"the first is in line {PositionOf(seen[key.Value].Span).Line}; keep one of them");
                isRight = false;
            }
        }

        return isRight;
    }

    bool CheckList(YamlSequence sequence, ListShape shape, string what)
    {
        var isRight = CheckCount(sequence.Items.Length, shape.Least, shape.Most, sequence.Span, what);
        foreach (var item in sequence.Items)
        {
            isRight &= Check(item, shape.Item, shape.Item is KeysShape keys ? A(keys.Name) : $"an entry of {what}");
        }

        return isRight;
    }

    bool CheckRange(YamlSequence pair, RangeShape shape, string what)
    {
        var number = new NumberShape(shape.Least, shape.Most);
        if (pair.Items is not [YamlScalar least, YamlScalar most])
        {
            Report(LevelCodes.WrongShape, pair.Span, $"{what} is a number, or [least, most]", "write 64, or [4, 48]");
            return false;
        }

        return CheckScalar(least, number, what) & CheckScalar(most, number, what);
    }

    bool CheckCount(int count, int least, int most, TextSpan span, string what)
    {
        if (count < least)
        {
            Report(LevelCodes.WrongShape, new TextSpan(span.Start, 0),
                count == 0 ? $"{what} is empty" : $"{what} needs {least} entries, and has {count}",
                count == 0 ? "write an entry, or leave the key out" : "write the others, too");
        }

        if (count > most)
        {
            Report(LevelCodes.OutOfRange, new TextSpan(span.Start, 0), $"{what} has {count} entries, and {most} are the most", "take some of them away");
        }

        return count >= least && count <= most;
    }

    bool CheckScalar(YamlScalar scalar, ValueShape shape, string what) => CheckType(scalar, shape, what) && shape switch
    {
        TextShape text => CheckText(scalar, text, what),
        PredicateShape => CheckFilled(scalar, what),
        NameShape => CheckName(scalar, what),
        VersionShape => CheckVersion(scalar, what),
        NumberShape number => CheckNumber(scalar, number.Least, number.Most, what),
        RangeShape range => CheckNumber(scalar, range.Least, range.Most, what),
        FlagShape => CheckWord(scalar, ["true", "false"], what),
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

    bool WrongShape(YamlNode node, string what, string wanted)
    {
        if (node is YamlScalar { IsEmpty: true } empty)
        {
            Report(LevelCodes.WrongShape, empty.Span, $"{what} is empty", $"it takes {wanted}; or leave the key out");
        }
        else
        {
            Report(LevelCodes.WrongShape, new TextSpan(node.Span.Start, Math.Min(node.Span.Length, 1)),
                $"{what} is {wanted}, not {node.Shape}", HowToWrite(wanted));
        }

        return false;
    }

    static string HowToWrite(string wanted) => wanted switch
    {
        "a mapping" => "write its keys one a line, 'key: value', or between { and }",
        "a list" => "begin each entry with '- ', or write them between [ and ]",
        _ => $"write {wanted} behind the colon",
    };

    public void Report(DiagnosticCode code, TextSpan span, string message, string? help) =>
        Problems.Report(code, Source, span, message, help);

    TextSpan FirstLineOf(YamlScalar scalar) =>
        TextSpan.FromBounds(scalar.Span.Start, Math.Min(scalar.Span.End, Source.LineSpan(PositionOf(scalar.Span).Line).End));

    LinePosition PositionOf(TextSpan span) => Source.PositionOf(span.Start);

    static string A(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {noun}" : $"a {noun}";

    static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 40 ? line : line[..39] + "…";
    }

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

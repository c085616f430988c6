using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// Holds nodes against the table of keys, and reports everything that does not fit, each at its own place. What
/// comes through has the shape that the table says, so that readers can take values without asking again.
/// </summary>
sealed partial class NodeReader(SourceText source, DiagnosticBag problems)
{
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
}

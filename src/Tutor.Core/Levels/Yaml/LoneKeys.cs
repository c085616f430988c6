using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Between <c>{</c> and <c>}</c> YAML takes a text without a colon for a key without a value. Nobody writes such keys
/// on purpose: a blank is missing, or a comma has cut a value in two.
/// </summary>
static class LoneKeys
{
    /// <summary>The entries without lone keys, each reported; a value that was cut in two is refused.</summary>
    public static ImmutableArray<YamlEntry> Refuse(SourceText source, List<YamlEntry> entries, DiagnosticBag problems)
    {
        var kept = ImmutableArray.CreateBuilder<YamlEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (!IsLone(source, entry))
            {
                kept.Add(entry);
            }
            else if (kept.Count > 0 && IsCut(kept[^1].Value))
            {
                var (key, value) = kept[^1];
                Report(YamlCodes.CutShort, value.Span, $"'{key.Value}' is cut short: between {{ and }} a comma ends a value", YamlSlip.QuoteInBrackets);
                kept[^1] = new YamlEntry(key, new YamlRefused(value.Span));
            }
            else if (kept.Count == 0 || kept[^1].Value is not YamlRefused)
            {
                ReportMark(entry.Key);
            }
        }

        return kept.ToImmutable();

        void ReportMark(YamlScalar key)
        {
            var colon = key.Value.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                Report(YamlCodes.MissingMark, new TextSpan(key.Span.Start + colon, 1), "a blank is missing behind ':'",
                    $"write '{key.Value[..colon]}: {key.Value[(colon + 1)..]}'");
            }
            else
            {
                Report(YamlCodes.MissingMark, key.Span, $"a colon is missing behind '{key.Value}'", $"write '{key.Value}: …'");
            }
        }

        void Report(DiagnosticCode code, TextSpan span, string message, string help) => problems.Report(code, source, span, message, help);
    }

    static bool IsLone(SourceText source, YamlEntry entry) =>
        entry.Key.Style == YamlStyle.Plain && entry.Key.Value.Length > 0 && entry.Value is YamlScalar { IsEmpty: true }
        && !source.Text.AsSpan(entry.Key.Span.End).TrimStart().StartsWith(":");

    /// <summary>A call whose bracket is still open, or text that goes on behind a comma.</summary>
    static bool IsCut(YamlNode value) => value is YamlScalar { Style: YamlStyle.Plain } plain
        && (plain.Value.Count(c => c == '(') > plain.Value.Count(c => c == ')') || plain.Value.Contains(' ', StringComparison.Ordinal));
}

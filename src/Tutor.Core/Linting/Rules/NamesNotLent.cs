using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// Hints, feedback and notes name functions that the player may use, or say "not lent" in the same text. A lesson may
/// name what it likes: it tells of other releases, too.
/// </summary>
static partial class NamesNotLent
{
    const string SaysSo = "not lent";

    public static void Check(LintedLevel level)
    {
        if (level.Level.Vocabulary.IsDefault || !(level.Level.IsWritten() || level.Level.Kind == LevelKind.Pick))
        {
            return;
        }

        foreach (var (text, span) in Texts(level))
        {
            var unlent = text.Contains(SaysSo, StringComparison.OrdinalIgnoreCase) ? null
                : Name().Matches(text).Select(m => m.Groups["name"].Value).FirstOrDefault(n => !IsLent(level, n));
            if (unlent is not null)
            {
                level.Report(LintCodes.NotLent, span, $"this names '{unlent}', which the level does not lend",
                    $"lend it with 'skip.vocabulary', name one that is lent, or say in the text that it is {SaysSo}");
            }
        }
    }

    static IEnumerable<(string Text, TextSpan Span)> Texts(LintedLevel level)
    {
        foreach (var hint in level.Level.Hints)
        {
            yield return (hint.Text, hint.Span);
        }

        foreach (var option in level.Level.Options)
        {
            yield return (option.Feedback, option.Span);
        }

        foreach (var node in level.ItemsOf("misconceptions"))
        {
            yield return (NodeReader.Text(node, "say") ?? "", node.Span);
        }
    }

    static bool IsLent(LintedLevel level, string name)
    {
        var rows = BuiltIns.All.Where(b => b.Name == name).ToList();
        return rows.Count == 0 || rows.Exists(level.Prepared.Scope.Contains);
    }

    /// <summary>A call in a span of code.</summary>
    [GeneratedRegex(@"(?<name>\b[A-Za-z_]\w*)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode NotLent = Row(NamesNotLent.Check).Warning(4033, "a text that names what the level does not lend");
}

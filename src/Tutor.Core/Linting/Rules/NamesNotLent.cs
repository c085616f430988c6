using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// Hints, feedback, notes and the lesson name functions that the player may use, or say "not lent" in the same text; of a
/// lesson in the same paragraph, where it names one first. A lesson tells of other releases, too: a name that is a link
/// leads to its explanation, blocks of code may say everything, and what stands under <c>## More</c> is for those who know more.
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

        if (level.Level.Lesson is { } path && level.Files.ReadText(path.Text).Text is { } lesson)
        {
            CheckLesson(level, lesson);
        }
    }

    static void CheckLesson(LintedLevel level, SourceText lesson)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Lesson().Matches(LessonText.Read(lesson.Text).Main))
        {
            // A block of code or a link; what a link leads to may be named from then on.
            if (!match.Groups["paragraph"].Success)
            {
                continue;
            }

            var paragraph = match.Groups["paragraph"];
            var isSaid = WhiteSpace().Replace(paragraph.Value, " ").Contains(SaysSo, StringComparison.OrdinalIgnoreCase);
            foreach (Match use in Use().Matches(paragraph.Value))
            {
                var name = use.Groups["name"];
                if (!IsLent(level, name.Value) && told.Add(name.Value) && !isSaid && !use.Groups["link"].Success)
                {
                    level.Report(LintCodes.NotLent, lesson, new TextSpan(paragraph.Index + name.Index, name.Length),
                        $"this names '{name.Value}', which the level does not lend",
                        $"say in this paragraph that it is {SaysSo}, link it to the glossary, or move the paragraph below '{LessonText.Heading}'");
                }
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

    /// <summary>A block of code, which is passed over, or a paragraph.</summary>
    [GeneratedRegex(@"^```[\s\S]*?^```|(?<paragraph>^\S[^\n]*(?:\n(?!```)[^\n]*\S[^\n]*)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lesson();

    /// <summary>A call, alone or in the label of a link.</summary>
    [GeneratedRegex(@"(?<link>\[[^\]]*?)?(?<name>\b[A-Za-z_]\w*)\((?(link)[^\]]*\]\()", RegexOptions.CultureInvariant)]
    private static partial Regex Use();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    /// <summary>A call in a span of code.</summary>
    [GeneratedRegex(@"(?<name>\b[A-Za-z_]\w*)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode NotLent = Row(NamesNotLent.Check).Warning(4033, "a text that names what the level does not lend");
}

using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>The lesson is there, its links lead somewhere, its runnable blocks compile, and its pictures of pages can be drawn.</summary>
static partial class Lessons
{
    public static void Check(LintedLevel level)
    {
        if (level.Level.Lesson is not { } path)
        {
            return;
        }

        var (text, problem) = level.Files.ReadText(path.Text);
        if (text is null)
        {
            level.Report(LintCodes.LessonUnreadable, path, new TextSpan(0, path.Length),
                $"'{path.Text}': {problem?.Message ?? "cannot be read"}", problem?.Help);
            return;
        }

        foreach (Match link in Link().Matches(text.Text))
        {
            var target = link.Groups["to"];
            if (WhyBroken(target.Value, path.Text, text, level) is { } why)
            {
                level.Report(LintCodes.BrokenLink, text, new TextSpan(target.Index, target.Length), why, null);
            }
        }

        if (OpenFence(text) is { } fence)
        {
            level.Report(LintCodes.BrokenBlock, text, fence, "this block is never closed: the rest of the lesson is code", "close it with a line of ```");
        }

        foreach (var block in LessonText.Predicates(text.Text))
        {
            CheckBlock(level, text, block);
        }

        foreach (Match block in Pages().Matches(text.Text))
        {
            CheckPages(level, text, block.Groups["pages"]);
        }
    }

    static void CheckPages(LintedLevel level, SourceText lesson, Group block)
    {
        var problems = new List<PagesProblem>();
        PagesBlock.Read(block.Value, level.Catalog.Kinds, problems);
        foreach (var problem in problems)
        {
            level.Report(LintCodes.BrokenPages, lesson, new TextSpan(block.Index + problem.Span.Start, problem.Span.Length), problem.Message, problem.Help);
        }
    }

    /// <summary>The fence that no other closes, or null.</summary>
    static TextSpan? OpenFence(SourceText text)
    {
        TextSpan? open = null;
        for (var line = 1; line <= text.LineCount; line++)
        {
            var span = text.LineSpan(line);
            if (text.ToString(span).StartsWith("```", StringComparison.Ordinal))
            {
                open = open is null ? span : null;
            }
        }

        return open;
    }

    static void CheckBlock(LintedLevel level, SourceText lesson, TextSpan code)
    {
        var offsets = Enumerable.Range(code.Start, code.Length + 1).ToArray();
        var embedded = SourceText.Embed(lesson, lesson.ToString(code), offsets);
        var error = Predicate.Compile(embedded, PredicateScope.All).Diagnostics.FirstOrDefault(d => d.IsError);
        if (error is not null)
        {
            level.Report(LintCodes.BrokenBlock, error.Source, error.Span,
                $"this block cannot be run: {error.Message} ({error.Code.Id})", error.Help);
        }
    }

    static string? WhyBroken(string target, string lessonPath, SourceText lesson, LintedLevel level)
    {
        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return null;
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (file, anchor) = hash < 0 ? (target, "") : (target[..hash], target[(hash + 1)..]);
        var other = lesson;
        if (file.Length > 0)
        {
            other = Resolve(lessonPath, file) is { } inPack ? level.Files.ReadText(inPack).Text : null;
            if (other is null)
            {
                return $"the pack has no '{file}'";
            }
        }

        if (file.Length > 0 && anchor.Length > 0 && Resolve(lessonPath, file) is { } path && level.Files.Base?.ReadText(path).Text is { } basis
            && Anchors(basis).Contains(anchor))
        {
            return null;
        }

        if (file.Length == 0 && Terms(level).Any(t => t.Anchor == anchor))
        {
            return null;
        }

        return anchor.Length == 0 || Anchors(other).Contains(anchor) ? null : $"'{other.Path}' has no '{anchor}'";
    }

    /// <summary>Terms of the pack's glossary, and of the pack's that it adds to.</summary>
    public static IEnumerable<GlossaryTerm> Terms(LintedLevel level) =>
        new[] { level.Files.ReadText(GlossaryText.Path).Text, level.Files.Base?.ReadText(GlossaryText.Path).Text }
            .OfType<SourceText>().SelectMany(t => GlossaryText.Read(t));

    /// <summary>A path relative to the lesson's folder as one relative to the pack; null where it leaves the pack.</summary>
    static string? Resolve(string lessonPath, string relative)
    {
        var parts = lessonPath.Split('/')[..^1].ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>Headings, and terms of a definition list (a line before one that begins with a colon), as anchors.</summary>
    static HashSet<string> Anchors(SourceText text) =>
    [
        .. Heading().Matches(text.Text).Concat(Term().Matches(text.Text))
            .Select(m => GlossaryText.AnchorOf(m.Groups["name"].Value.Replace("`", "", StringComparison.Ordinal))),
    ];

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^```pages[^\n]*\n(?<pages>.*?)\n?^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    [GeneratedRegex("^#{1,6} (?<name>[^\n]+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("^(?<name>[^\n:#][^\n]*)\n: ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode LessonUnreadable = Row(Lessons.Check).Error(4013, "a lesson that cannot be read");

    public static readonly DiagnosticCode BrokenLink = Row(Lessons.Check).Error(4014, "a link that leads nowhere");

    public static readonly DiagnosticCode BrokenBlock = Row(Lessons.Check).Error(4015, "a runnable block that does not compile");

    public static readonly DiagnosticCode BrokenPages = Row(Lessons.Check).Error(4053, "a picture of pages that cannot be drawn");
}

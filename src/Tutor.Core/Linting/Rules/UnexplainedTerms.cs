using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// A word is explained before it is used. A level's texts, in the order in which they are read, link a term of the
/// glossary at its first use, unless an earlier level teaches it; what the level itself teaches its lesson may use. What stands under <c>## More</c> is for those who know more.
/// </summary>
static class UnexplainedTerms
{
    const string Skipped = @"^```[\s\S]*?^```|^\#{1,6}\x20[^\n]*";
    const string Link = @"\[(?<label>[^\]\n]*(?:\n[^\]\n]+)?)\]\((?<to>[^)\s]*)\)";
    const string Code = @"`(?<code>[^`\n]+)`";

    public static void Check(LintedLevel level)
    {
        var all = Lessons.Terms(level).ToList();
        var untaught = new Terms([.. all.Where(t => !IsTaughtBefore(t, level))]);
        var own = all.Where(t => t.TaughtIn == level.Level.Id).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var anchors = all.Select(t => t.Anchor).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, source, place) in Texts(level))
        {
            foreach (var (term, at, isLink) in untaught.Uses(text))
            {
                // A lesson explains what it teaches.
                if (place is null && own.Contains(term))
                {
                    explained.Add(term);
                    told.Add(term);
                }
                else if (told.Add(term) && !isLink)
                {
                    var used = text.Substring(at.Start, at.Length).ReplaceLineEndings(" ");
                    level.Report(LintCodes.UnexplainedTerm, source, place ?? at, $"'{used}' is used here, and no level before has taught it",
                        $"link it at its first use, '[{used}](#{GlossaryText.AnchorOf(term)})', or say it in other words");
                }
            }

            // A lesson's links are looked at with its blocks.
            if (place is { } inLevel)
            {
                foreach (var to in Terms.Links(text).Where(l => l.StartsWith('#') && !anchors.Contains(l[1..])))
                {
                    level.Report(LintCodes.BrokenLink, source, inLevel, $"the glossary has no '{to[1..]}'", null);
                }
            }
        }

        foreach (var term in own.Where(t => !explained.Contains(t)))
        {
            level.Report(LintCodes.TermNotTaught, level.PlaceOf("lesson"), $"the glossary says that this level teaches '{term}', and its lesson does not use the word",
                "explain it there, or name another level in the glossary");
        }
    }

    /// <summary>Up to the level before this one; what a pack adds to was played before it.</summary>
    static bool IsTaughtBefore(GlossaryTerm term, LintedLevel level)
    {
        var entries = level.Catalog.Entries;
        return term.TaughtIn is { } id && (entries.TakeWhile(e => e.Id != level.Level.Id).Any(e => e.Id == id)
            || (entries.All(e => e.Id != id) && level.Catalog.Base?.Entries.Any(e => e.Id == id) == true));
    }

    /// <summary>In the order in which they are read. A text of the level's file is one place; in a lesson every word has its own.</summary>
    static IEnumerable<(string Text, SourceText Source, TextSpan? Place)> Texts(LintedLevel level)
    {
        var own = level.Level;
        yield return (own.Brief, own.Source, level.PlaceOf("brief"));
        if (own.Lesson is { } path && level.Files.ReadText(path.Text).Text is { } lesson)
        {
            yield return (LessonText.Read(lesson.Text).Main, lesson, null);
        }

        foreach (var option in own.Options)
        {
            yield return (option.Feedback, own.Source, new TextSpan(option.Span.Start, 0));
        }

        foreach (var hint in own.Hints)
        {
            yield return (hint.Text, own.Source, new TextSpan(hint.Span.Start, 0));
        }

        foreach (var node in level.ItemsOf("misconceptions"))
        {
            yield return (NodeReader.Text(node, "say") ?? "", own.Source, new TextSpan(node.Span.Start, 0));
        }
    }

    /// <summary>Terms that no level before has taught, found in a text.</summary>
    sealed class Terms
    {
        readonly Regex _pattern;
        readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);
        readonly Dictionary<string, string> _byAnchor = new(StringComparer.Ordinal);

        public Terms(IReadOnlyList<GlossaryTerm> terms)
        {
            foreach (var term in terms)
            {
                _named.TryAdd(term.Name, term.Name);
                _byAnchor.TryAdd(term.Anchor, term.Name);
            }

            // The longest first: an LRU batch is no LRU.
            var prose = terms.Where(t => !t.IsCode).OrderByDescending(t => t.Name.Length).Select(PatternOf).ToList();
            var words = prose.Count == 0 ? "(?!)" : string.Join('|', prose);
            _pattern = new Regex($@"{Skipped}|{Link}|{Code}|(?<![\w/])(?<term>{words})(?:e?s|e?d)?(?!\w)", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        }

        public static IEnumerable<string> Links(string text) => Regex.Matches(text, Link).Select(m => m.Groups["to"].Value);

        public IEnumerable<(string Term, TextSpan At, bool IsLink)> Uses(string text)
        {
            foreach (Match match in _pattern.Matches(text))
            {
                var (to, code, term) = (match.Groups["to"], match.Groups["code"], match.Groups["term"]);
                if (to.Success)
                {
                    if (to.Value.LastIndexOf('#') is >= 0 and var hash && _byAnchor.TryGetValue(to.Value[(hash + 1)..], out var linked))
                    {
                        yield return (linked, new TextSpan(match.Index, match.Length), true);
                    }
                }
                else if (code.Success && _named.TryGetValue(code.Value.EndsWith("()", StringComparison.Ordinal) ? code.Value[..^2] : code.Value, out var named))
                {
                    yield return (named, new TextSpan(match.Index, match.Length), false);
                }
                else if (term.Success && _named.TryGetValue(string.Join(' ', term.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), out var said))
                {
                    yield return (said, new TextSpan(match.Index, match.Length), false);
                }
            }
        }

        /// <summary>Names with capitals are names; other words may begin a sentence.</summary>
        static string PatternOf(GlossaryTerm term)
        {
            var words = string.Join(@"\s+", term.Name.Split(' ').Select(Regex.Escape));
            return term.Name.Any(char.IsUpper) ? words : $"(?i:{words})";
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode UnexplainedTerm = Row(UnexplainedTerms.Check).Warning(4050, "a term that is neither taught before nor linked");

    public static readonly DiagnosticCode TermNotTaught = Row(UnexplainedTerms.Check).Warning(4052, "a level that does not teach the term that it is said to");
}

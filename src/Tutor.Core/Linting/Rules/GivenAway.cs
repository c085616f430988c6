using System.Text.RegularExpressions;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// Nothing that is read before a level is passed gives it away. Each span of code in the brief, the lesson, the
/// glossary and the hints before the answer is tried: alone, joined to what the editor begins with and to each
/// known-wrong solution, and in place of each of their parts. What passes as well with a bare 0 or 1 in the span's
/// place is no merit of the span.
/// </summary>
static partial class GivenAway
{
    /// <summary>A longer text is taken for a quotation, and is only tried alone.</summary>
    const int LongestPart = 200;

    static readonly string[] Joints = ["&&", "||", "+", "-"];

    public static void Check(LintedLevel level)
    {
        if (!level.Level.IsWritten())
        {
            return;
        }

        var trial = new Trial(level);
        foreach (var (source, span, code) in Spans(level))
        {
            if (trial.Winner(code) is { } winner)
            {
                level.Report(LintCodes.GivesAway, source, span,
                    winner == code ? $"this passes '{level.Level.Id}'" : $"with this, '{Short(winner)}' passes '{level.Level.Id}'",
                    "say what to look for, and leave the test itself to the player");
            }
        }
    }

    static IEnumerable<(SourceText Source, TextSpan Span, string Code)> Spans(LintedLevel level)
    {
        var own = level.Level;
        foreach (var code in CodeIn(own.Brief))
        {
            yield return (own.Source, level.PlaceOf("brief"), code.Value);
        }

        foreach (var hint in own.Hints.Where(h => h.Kind != "answer" && Hints.LeakIn(level, h) is null))
        {
            foreach (var code in CodeIn(hint.Text))
            {
                yield return (own.Source, hint.Span, code.Value);
            }
        }

        foreach (var path in new[] { own.Lesson?.Text, "glossary.md" }.OfType<string>())
        {
            if (level.Files.ReadText(path).Text is not { } text)
            {
                continue;
            }

            foreach (var code in CodeIn(text.Text))
            {
                yield return (text, new TextSpan(code.Index, code.Length), code.Value);
            }
        }
    }

    /// <summary>Spans and blocks of code in Markdown.</summary>
    static IEnumerable<Group> CodeIn(string markdown) => Block().Matches(markdown).Concat(Span().Matches(markdown))
        .Select(m => m.Groups["code"]).Where(g => !string.IsNullOrWhiteSpace(g.Value));

    static string Short(string text)
    {
        const int most = 100;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }

    [GeneratedRegex("^```[^\n]*\n(?<code>.*?)\n?^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("(?<!`)`(?<code>[^`\n]+)`(?!`)", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    /// <summary>The texts that a player could make of a span without thinking.</summary>
    sealed class Trial
    {
        readonly LintedLevel _level;
        readonly PredicateScope _scope;
        readonly List<string> _bases;
        readonly Dictionary<string, bool> _passes = new(StringComparer.Ordinal);

        public Trial(LintedLevel level)
        {
            _level = level;
            _scope = level.Prepared.Scope with { States = [] };
            _bases =
            [
                .. level.Solutions.Where(s => !s.Result.IsPassed).Select(s => s.Skip.Text.Trim())
                    .Prepend(level.Level.StartingText.Trim()).Distinct(StringComparer.Ordinal).Where(Compiles),
            ];
        }

        /// <summary>The text that passes, or null.</summary>
        public string? Winner(string code)
        {
            if (Passes(code))
            {
                return code;
            }

            // What is no part of an expression is tried no further; nor is a bare constant: it says as much as any number.
            if (code.Length > LongestPart || BuiltIns.Find(code.Trim())?.Kind == BuiltInKind.Constant || code.Contains('{', StringComparison.Ordinal) || !Predicate.Compile(SourceText.From("predicate", code), PredicateScope.All with { Control = _scope.Control }).IsUsable())
            {
                return null;
            }

            return _bases.Where(b => b != code).SelectMany(b => MadeOnlyOf(b, code)).Distinct(StringComparer.Ordinal).FirstOrDefault();
        }

        /// <summary>A text that passes with the span in it, but with neither 0 nor 1 in the span's place.</summary>
        IEnumerable<string> MadeOnlyOf(string text, string code) => Made(text, code)
            .Zip(Made(text, "0"), Made(text, "1"))
            .Where(made => Passes(made.First) && !Passes(made.Second) && !Passes(made.Third))
            .Select(made => made.First);

        static IEnumerable<string> Made(string text, string code)
        {
            if (!text.Contains('{', StringComparison.Ordinal))
            {
                foreach (var joint in Joints)
                {
                    yield return $"({text}) {joint} ({code})";
                    yield return $"({code}) {joint} ({text})";
                }
            }

            foreach (var part in Mutation.ExpressionsOf(SourceText.From("predicate", text)))
            {
                yield return $"{text[..part.Span.Start]}({code}){text[part.Span.End..]}";
            }
        }

        bool Compiles(string text) => Predicate.Compile(SourceText.From("predicate", text), _scope).IsUsable();

        bool Passes(string text)
        {
            if (!_passes.TryGetValue(text, out var passes))
            {
                passes = Compiles(text) && LevelRun.Run(_level.Prepared, SourceText.From("predicate", text), _scope).IsPassed;
                _passes.Add(text, passes);
            }

            return passes;
        }
    }

    static bool IsUsable(this PredicateCompilation compilation) => compilation.Predicate is not null;
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode GivesAway = Row(GivenAway.Check).Warning(4032, "a text that gives its level away");
}

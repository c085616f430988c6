using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A term and what the glossary says of it, in Markdown.</summary>
public sealed record GlossaryTerm(string Name, string Text, TextSpan Span)
{
    /// <summary>The glossary writes it as code: an ordinary word of prose that looks like it is not this term.</summary>
    public bool IsCode { get; init; }

    /// <summary>Id of the level that teaches it (<c>*Taught in: first-scan.*</c>), or null: no level does.</summary>
    public string? TaughtIn { get; init; }

    /// <summary>Where that id stands in the glossary.</summary>
    public TextSpan TaughtInSpan { get; init; }

    /// <summary>What a link to it ends with: <c>buffer-heads</c>.</summary>
    public string Anchor => GlossaryText.AnchorOf(Name);
}

/// <summary>
/// Reads <c>content/glossary.md</c>: a term is a line with <c>: …</c> in the line below it, or a heading of the second
/// or third level with text under it; a heading with terms under it sorts them.
/// </summary>
public static partial class GlossaryText
{
    /// <summary>Where it stands in the content of a pack.</summary>
    public const string Path = "glossary.md";

    /// <summary>The terms, in the order of the file.</summary>
    /// <param name="problems">Told what is no term and looks like one.</param>
    public static ImmutableArray<GlossaryTerm> Read(SourceText source, DiagnosticBag? problems = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var run = new Run(source, problems ?? new DiagnosticBag());
        for (var line = 1; line <= source.LineCount; line++)
        {
            run.Take(line);
        }

        return run.Finish();
    }

    /// <summary>As GitHub makes a heading's anchor: lower case, blanks to hyphens, no other punctuation.</summary>
    public static string AnchorOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Trim().ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '_' or '-'));
    }

    /// <summary>The term of this name, or the one that is the same but for punctuation, blanks and a plural; null if there is none.</summary>
    public static GlossaryTerm? Find(IEnumerable<GlossaryTerm> terms, string name)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(name);
        var all = terms.ToList();
        var plain = Plain(name);
        return all.Find(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? all.Find(t => Plain(t.Name) == plain)
            ?? all.Find(t => Plain(t.Name) + "S" == plain || Plain(t.Name) + "ES" == plain);
    }

    /// <summary>Letters and digits alone: "page block" finds "pageblock", "FOLL PIN" finds "FOLL_PIN".</summary>
    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"[*]Taught in: (?<level>[a-z0-9-]+)[.][*]", RegexOptions.CultureInvariant)]
    private static partial Regex Taught();

    sealed class Run(SourceText source, DiagnosticBag problems)
    {
        readonly ImmutableArray<GlossaryTerm>.Builder _terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);
        readonly List<string> _body = [];
        (string Name, TextSpan Span, bool IsHeading, bool IsCode)? _open;
        bool _hasTitle;

        /// <summary>This paragraph has been reported.</summary>
        bool _isTold;

        public void Take(int line)
        {
            var span = source.LineSpan(line);
            var text = source.ToString(span);
            var level = text.TakeWhile(c => c == '#').Count();
            if (level is >= 1 and <= 3 && (text.Length == level || text[level] == ' '))
            {
                Close(followsTerm: false);
                _hasTitle |= level == 1;
                Open(text[level..], span, isHeading: true, level > 1);
            }
            else if (IsDefinition(line + 1) && text.Length > 0 && !char.IsWhiteSpace(text[0]) && text[0] != ':')
            {
                Close(followsTerm: true);
                Open(text, span, isHeading: false, isTerm: true);
            }
            else if (text.StartsWith(':') && (_open is not { IsHeading: false } || !IsDefinition(line) || _body.Count > 0))
            {
                problems.Report(LevelCodes.BrokenGlossary, source, span, "no term stands above this definition",
                    "write the term into the line above it: 'term', and then ': what it is'");
            }
            else
            {
                _isTold &= text.Trim().Length > 0;
                if (_open is null && !_hasTitle && !_isTold && text.Trim().Length > 0)
                {
                    _isTold = true;
                    problems.Report(LevelCodes.BrokenGlossary, source, span, "this line belongs to no term",
                        "a term has its definition in the line below, behind ': '; and the file begins with '# Glossary'");
                }

                _body.Add(text.StartsWith(": ", StringComparison.Ordinal) ? text[2..] : text);
            }
        }

        public ImmutableArray<GlossaryTerm> Finish()
        {
            Close(followsTerm: false);
            return _terms.ToImmutable();
        }

        void Open(string raw, TextSpan span, bool isHeading, bool isTerm)
        {
            var name = raw.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Trim();
            if (name.Length == 0)
            {
                problems.Report(LevelCodes.BrokenGlossary, source, span, "a heading without a name", "name it, or take it away");
            }

            _open = isTerm && name.Length > 0 ? (name, span, isHeading, raw.Trim() is ['`', .., '`']) : null;
        }

        bool IsDefinition(int line) => line <= source.LineCount && source.LineText(line).StartsWith(": ", StringComparison.Ordinal);

        /// <summary>Ends the term that is open. A heading may have no text where terms follow.</summary>
        void Close(bool followsTerm)
        {
            var text = string.Join('\n', _body).Trim();
            _body.Clear();
            if (_open is not { } open)
            {
                return;
            }

            _open = null;
            if (text.Length == 0)
            {
                if (!(open.IsHeading && followsTerm))
                {
                    problems.Report(LevelCodes.BrokenGlossary, source, open.Span, $"'{open.Name}' has no definition", "write one below it, or take it away");
                }

                return;
            }

            if (!_lines.TryAdd(open.Name, source.PositionOf(open.Span.Start).Line))
            {
                problems.Report(LevelCodes.BrokenGlossary, source, open.Span, $"'{open.Name}' stands here twice",
                    $"the first is in line {_lines[open.Name]}; keep one of them");
            }

            var taught = Taught().IsMatch(text) ? Taught().Match(source.Text, open.Span.Start).Groups["level"] : null;
            _terms.Add(new GlossaryTerm(open.Name, text, open.Span)
            {
                IsCode = open.IsCode,
                TaughtIn = taught?.Value,
                TaughtInSpan = taught is null ? default : new TextSpan(taught.Index, taught.Length),
            });
        }
    }
}

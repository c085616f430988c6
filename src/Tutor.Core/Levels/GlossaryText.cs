using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A term and what the glossary says of it, in Markdown.</summary>
public sealed record GlossaryTerm(string Name, string Text, TextSpan Span);

/// <summary>
/// Reads <c>content/glossary.md</c>: a term is a line with <c>: …</c> in the line below it, or a heading of the second
/// or third level with text under it; a heading with terms under it sorts them.
/// </summary>
public static class GlossaryText
{
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

    sealed class Run(SourceText source, DiagnosticBag problems)
    {
        readonly ImmutableArray<GlossaryTerm>.Builder _terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);
        readonly List<string> _body = [];
        (string Name, TextSpan Span, bool IsHeading)? _open;
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

            _open = isTerm && name.Length > 0 ? (name, span, isHeading) : null;
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

            _terms.Add(new GlossaryTerm(open.Name, text, open.Span));
        }
    }
}

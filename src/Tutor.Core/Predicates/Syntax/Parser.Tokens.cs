using System.Text;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    /// <summary>Blanks and comments go; what C does not know is reported and goes too.</summary>
    void ReadTokens()
    {
        var lexer = new Lexer(_source.Text);
        while (true)
        {
            var token = lexer.Next();
            switch (token.Kind)
            {
                case TokenKind.Whitespace or TokenKind.Comment:
                    continue;
                case TokenKind.Bad:
                    ReportBad(token);
                    continue;
                case TokenKind.OpenComment:
                    _isBroken = true;
                    _diagnostics.Report(SyntaxCodes.OpenComment, _source, new TextSpan(token.Start, 2),
                        "this comment has no end", "close it with '*/'");
                    continue;
                case TokenKind.Directive:
                    ReadDirective(token);
                    continue;
                case TokenKind.EndOfText:
                    CheckConditionsClosed();
                    _tokens.Add(token);
                    return;
                case TokenKind.Name or TokenKind.Keyword or TokenKind.Number or TokenKind.Quoted or TokenKind.Operator or TokenKind.Punctuation:
                    if (IsIncluded)
                    {
                        _tokens.Add(token);
                    }

                    continue;
            }
        }
    }

    /// <summary>A run of bad characters is one mistake.</summary>
    void ReportBad(Token token)
    {
        if (_lastBadEnd == token.Start)
        {
            _lastBadEnd = token.End;
            return;
        }

        _isBroken = true;
        _lastBadEnd = token.End;
        var text = _source.ToString(token.Span);
        var rune = Rune.TryGetRuneAt(text, 0, out var r) ? r.Value : text[0];
        var shown = char.IsControl(text[0]) || char.IsSurrogate(text[0]) && text.Length == 1
            ? $"U+{rune:X4}" : $"'{text}'";
        var help = text[0] switch
        {
            '\u2212' or '\u2013' or '\u2014' => "C's minus is '-'",
            '\u2018' or '\u2019' or '\u201c' or '\u201d' => "a word processor's quotation mark: take it away",
            '\u00a0' or '\ufeff' or '\u200b' => "an invisible character: type a plain blank instead",
            '\u2264' => "C's is '<='",
            '\u2265' => "C's is '>='",
            '\u2260' => "C's is '!='",
            '\u00ac' => "C's is '!'",
            '`' => "take it away: a predicate needs no quotes",
            _ => null,
        };
        _diagnostics.Report(SyntaxCodes.BadCharacter, _source, token.Span, $"C does not know {shown}", help);
    }
}

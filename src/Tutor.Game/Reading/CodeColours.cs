using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Game.Reading;

/// <summary>A predicate's text in colours, from the language's own lexer.</summary>
static class CodeColours
{
    /// <summary>One ink a code unit.</summary>
    public static Ink[] Of(string text)
    {
        var inks = new Ink[text.Length];
        foreach (var token in Lexer.Tokens(text))
        {
            inks.AsSpan(token.Start, token.Length).Fill(InkOf(token, text));
        }

        return inks;
    }

    /// <summary>Lines of runs, tabs as blanks to the next multiple of 8 columns, as the kernel shows them.</summary>
    public static List<Line> Lines(string text)
    {
        var inks = Of(text);
        var lines = new List<Line>();
        var runs = new List<Run>();
        var column = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '\n')
            {
                lines.Add(new Line([.. runs], Paper: Paper.Code));
                runs.Clear();
                column = 0;
                continue;
            }

            var width = text[i] == '\t' ? 8 - column % 8 : 1;
            var piece = text[i] == '\t' ? new string(' ', width) : text[i] == '\r' ? "" : text[i].ToString();
            column += width;
            if (runs is [.., var last] && last.Ink == inks[i])
            {
                runs[^1] = last with { Text = last.Text + piece };
            }
            else
            {
                runs.Add(new Run(piece, inks[i]));
            }
        }

        return lines;
    }

    static Ink InkOf(Token token, string text) => token.Kind switch
    {
        TokenKind.Comment or TokenKind.OpenComment or TokenKind.Directive => Ink.CodeComment,
        TokenKind.Keyword => Ink.CodeWord,
        TokenKind.Number or TokenKind.Quoted => Ink.CodeNumber,
        TokenKind.Bad => Ink.Error,
        TokenKind.Name => BuiltIns.Find(text.Substring(token.Start, token.Length)) is not null ? Ink.CodeName : Ink.Code,
        TokenKind.Operator or TokenKind.Punctuation or TokenKind.Whitespace or TokenKind.EndOfText => Ink.Code,
    };
}

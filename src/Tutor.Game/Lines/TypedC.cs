using System.Buffers;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Game.Lines;

/// <summary>Tells a predicate that was typed at the prompt from a command that nobody knows.</summary>
static class TypedC
{
    static readonly SearchValues<char> Signs = SearchValues.Create("!&|<>=(){};*%^~");

    /// <summary>It has a sign that is C's, or a name that the language knows.</summary>
    public static bool Looks(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.AsSpan().ContainsAny(Signs)
            || line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(w => BuiltIns.Named(w).Any());
    }

    /// <summary>
    /// A function that has no body yet, or whose braces are not closed: it goes on in the next line. An expression is one
    /// line, so that a parenthesis too many takes no command for its end.
    /// </summary>
    public static bool IsOpen(string text)
    {
        var (depth, hasBody) = (0, false);
        var first = Keyword.None;
        foreach (var token in Lexer.Tokens(text))
        {
            first = first == Keyword.None && depth == 0 && !hasBody ? token.Keyword : first;
            hasBody |= token.Operator is Symbol.OpenBrace or Symbol.Semicolon;
            depth += token.Operator switch
            {
                Symbol.OpenParen or Symbol.OpenBrace => 1,
                Symbol.CloseParen or Symbol.CloseBrace => -1,
                _ => 0,
            };
        }

        return (depth > 0 || !hasBody) && first is (Keyword.Storage or Keyword.TypeWord or Keyword.TypeName);
    }
}

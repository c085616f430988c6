using Tutor.Core.Predicates.Syntax;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class LexerTests
{
    [Fact]
    public void Colours_know_names_numbers_operators_and_comments() => Assert.Equal(
        [
            (TokenKind.Name, "folio_order"), (TokenKind.Punctuation, "("), (TokenKind.Name, "x"),
                (TokenKind.Punctuation, ")"),
            (TokenKind.Whitespace, " "), (TokenKind.Operator, ">="), (TokenKind.Whitespace, " "),
                (TokenKind.Number, "0x1F"),
            (TokenKind.Whitespace, " "), (TokenKind.Comment, "// pins"),
        ], Kinds("folio_order(x) >= 0x1F // pins"));

    [Fact]
    public void Words_of_C_are_keywords() =>
        Assert.All(Kinds("if else return unsigned struct while").Where(k => k.Text != " "), k =>
            Assert.Equal(TokenKind.Keyword, k.Kind));

    [Fact]
    public void Word_operators_are_operators() =>
        Assert.All(Kinds("and or not").Where(k => k.Text != " "), k =>
            Assert.Equal(TokenKind.Operator, k.Kind));

    [Fact]
    public void The_longest_operator_wins() =>
        Assert.Equal(["<<=", ">>", "->", "--", ">="], Kinds("<<=>>->-->=").Select(k => k.Text));

    [Fact]
    public void A_comment_without_end_reaches_to_the_end() =>
        Assert.Equal((TokenKind.OpenComment, "/* if"), Kinds("/* if")[^1]);

    [Fact]
    public void A_line_continued_is_blank() =>
        Assert.Equal((TokenKind.Whitespace, "\\\n"), Kinds("1\\\n+2")[1]);

    [Fact]
    public void A_pair_of_surrogates_is_one_bad_character() =>
        Assert.Equal((TokenKind.Bad, "😀"), Assert.Single(Kinds("😀")));

    static List<(TokenKind Kind, string Text)> Kinds(string text) =>
        [.. Lexer.Tokens(text).Select(t => (t.Kind, text.Substring(t.Start, t.Length)))];
}

using CsCheck;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class PrinterTests
{
    static readonly string[] Names = ["page", "folio", "mapping", "x", "y"];
    static readonly Symbol[] Unary = [Symbol.Minus, Symbol.Plus, Symbol.Not, Symbol.Tilde, Symbol.And];

    static readonly Symbol[] Binary =
    [
        Symbol.Plus, Symbol.Minus, Symbol.Star, Symbol.Slash, Symbol.Percent, Symbol.ShiftLeft,
            Symbol.ShiftRight,
        Symbol.Less, Symbol.GreaterEqual, Symbol.Equal, Symbol.NotEqual, Symbol.And, Symbol.Xor, Symbol.Or,
            Symbol.AndAnd,
        Symbol.OrOr,
    ];

    static readonly Gen<ExpressionSyntax> Leaf = Gen.OneOf(
        Gen.Int[0, Names.Length - 1].Select(n => (ExpressionSyntax)new NameSyntax(default, Names[n])),
        Gen.Int[0, 9999].Select(
            n => (ExpressionSyntax)new LiteralSyntax(default, $"{n + 1}", n + 1, CType.Int)));

    static readonly Gen<ExpressionSyntax> Tree = Grow(5);

    /// <summary>Trees of all kinds, without any brackets: the printer must put in what is needed.</summary>
    static Gen<ExpressionSyntax> Grow(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var inner = Grow(depth - 1);
        return Gen.Frequency(
            (1, Leaf),
            (2, Gen.Select(Gen.Int[0, Unary.Length - 1].Select(i => Unary[i]), inner).Select(
                (s, e) => (ExpressionSyntax)new UnarySyntax(default, s, default, e))),
            (5, Gen.Select(inner, Gen.Int[0, Binary.Length - 1].Select(i => Binary[i]), inner)
                .Select((l, s, r) => (ExpressionSyntax)new BinarySyntax(default, l, s, default, r))),
            (2, Gen.Select(inner, inner, inner)
                .Select((c, t, f) => (ExpressionSyntax)new ConditionalSyntax(default, c, t, f))),
            (1, Gen.Select(inner, inner).Select((t, v) =>
                (ExpressionSyntax)new AssignmentSyntax(
                    default, t, v is NameSyntax ? Symbol.Plus : Symbol.None, default, v))),
            (1, inner.Select(
                e => (ExpressionSyntax)new CastSyntax(
                default, new TypeSyntax(default, CType.ULong, "unsigned long", false), e))),
            (1, inner.Select(
                e => (ExpressionSyntax)new MemberSyntax(default, e, new NameSyntax(default, "order")))),
            (1, Gen.Select(inner, inner).Select((a, b) =>
                (ExpressionSyntax)new CallSyntax(default, new NameSyntax(default, "f"), [a, b]))));
    }

    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree() => Tree.Sample(tree =>
    {
        var parsed = Parse(Printer.Print(tree));
        return !parsed.HasErrors && SyntaxShape.Of(parsed.Root) == SyntaxShape.Of(tree);
    }, iter: 3000, threads: 1);

    [Fact]
    public void Reading_a_printed_predicate_gives_the_same_predicate() => Gen.Int.Sample(seed =>
    {
        var tree = Parse(new RandomC(seed).Next("f").Text).Root;
        var printed = Parse(Printer.Print(tree));
        return !printed.HasErrors && SyntaxShape.Of(printed.Root) == SyntaxShape.Of(tree);
    }, iter: 500, threads: 1);

    [Fact]
    public void Every_known_predicate_survives_printing() => Assert.All(Revisions.All, known =>
    {
        Assert.Equal(
            SyntaxShape.Of(Parse(known.Function).Root),
            SyntaxShape.Of(Parse(Printer.Print(Parse(known.Function).Root)).Root));
        Assert.Equal(
            SyntaxShape.Of(Parse(known.Expression).Root),
            SyntaxShape.Of(Parse(Printer.Print(Parse(known.Expression).Root)).Root));
    });

    [Fact]
    public void Functions_are_printed_as_the_kernel_writes_them() => Assert.Equal(
        "bool skip(struct page *page)\n{\n\tint refs = page_count(page), maps;\n\tmaps = page_mapcount(page);\n"
            + "\tif (refs > maps) {\n\t\treturn true;\n\t} else if (!maps)\n\t\treturn false;\n\telse\n\t\trefs = 1;\n\treturn refs;\n}\n",
        Printer.Print(
            Parse("bool skip(struct page*page){int refs=page_count(page),maps;maps=page_mapcount(page);"
            + "if(refs>maps){return true;}else if(not maps)return false;else refs=1;return refs;}").Root));

    [Fact]
    public void An_else_stays_with_its_if() =>
        Assert.Contains("if (a) {", Printer.Print(IfInIf()), StringComparison.Ordinal);

    [Fact]
    public void Signs_do_not_grow_together() =>
        Assert.Equal("- -x - -y", Printer.Print(Parse("-(-x) - (-y)").Root.Expression!.WithoutBrackets()));

    static ParseResult Parse(string text) => Parser.Parse(SourceText.From("predicate", text));

    /// <summary><c>if (a) { if (b) return 1; } else return 2;</c> with the braces taken off.</summary>
    static PredicateSyntax IfInIf()
    {
        var root = Parse("int f(int a, int b) { if (a) { if (b) return 1; } else return 2; return 3; }").Root;
        var function = root.Functions[0];
        var outer = (IfSyntax)function.Body.Statements[0];
        var bare = outer with { Then = ((BlockSyntax)outer.Then).Statements[0] };
        return root with { Functions = [function with { Body = function.Body with { Statements = [bare,
            function.Body.Statements[1]] } }] };
    }
}

static class SyntaxExtensions
{
    /// <summary>The same tree without the author's brackets.</summary>
    public static ExpressionSyntax WithoutBrackets(this ExpressionSyntax expression) => expression switch
    {
        ParenthesizedSyntax p => p.Inner.WithoutBrackets(),
        UnarySyntax u => u with { Operand = u.Operand.WithoutBrackets() },
        BinarySyntax b => b with { Left = b.Left.WithoutBrackets(), Right = b.Right.WithoutBrackets() },
        _ => expression,
    };
}

using System.Globalization;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Linting;

/// <summary>
/// Predicates that differ from one by a single slip: a comparison on its edge, a number off by one, a term left out,
/// <c>&amp;&amp;</c> for <c>||</c>, a <c>!</c> forgotten.
/// </summary>
static class Mutation
{
    /// <summary>
    /// What people take for the same: the raw field for what <c>folio_mapping()</c> returned, and counts of a page, or of
    /// as many pages as it has, for those of its folio.
    /// </summary>
    static readonly (string Asked, string Taken)[] TakenForTheSame =
    [
        ("mapping", "folio->mapping"),
        ("folio_mapcount(folio)", "page_mapcount(page)"),
        ("folio_mapcount(folio)", "(page_mapcount(page) * folio_nr_pages(folio))"),
        ("folio_ref_count(folio)", "page_ref_count(page)"),
    ];

    /// <summary>The mutants' texts, each once, in the order of their places. Not all of them compile.</summary>
    public static IEnumerable<string> Of(SourceText predicate)
    {
        return ExpressionsOf(predicate)
            .SelectMany(e => Edits(e, predicate.Text))
            .Select(edit => predicate.Text[..edit.Span.Start] + edit.Text + predicate.Text[edit.Span.End..])
            .Concat(TakenForTheSame.Select(t => With(predicate, t.Asked, t.Taken)))
            .Where(t => t != predicate.Text)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Every expression of this text in place of the one that asks.</summary>
    static string With(SourceText predicate, string asked, string taken)
    {
        var text = predicate.Text;
        foreach (var span in ExpressionsOf(predicate).Select(e => e.Span).Where(s => predicate.Text[s.Start..s.End] == asked).Distinct().OrderByDescending(s => s.Start))
        {
            text = text[..span.Start] + taken + text[span.End..];
        }

        return text;
    }

    /// <summary>Every expression of a text and each of its parts, those of all functions.</summary>
    public static IEnumerable<ExpressionSyntax> ExpressionsOf(SourceText predicate)
    {
        var root = Parser.Parse(predicate).Root;
        return (root.Expression is { } whole ? [whole] : root.Functions.SelectMany(f => In(f.Body))).SelectMany(WithParts);
    }

    static IEnumerable<(TextSpan Span, string Text)> Edits(ExpressionSyntax expression, string text)
    {
        switch (expression)
        {
            case BinarySyntax binary:
                if (Slip(text.Substring(binary.OperatorSpan.Start, binary.OperatorSpan.Length)) is { } slip)
                {
                    yield return (binary.OperatorSpan, slip);
                }

                if (binary.Operator is Symbol.AndAnd or Symbol.OrOr)
                {
                    yield return (binary.Span, text[binary.Left.Span.Start..binary.Left.Span.End]);
                    yield return (binary.Span, text[binary.Right.Span.Start..binary.Right.Span.End]);
                }

                break;
            case UnarySyntax { Operator: Symbol.Not } not:
                yield return (not.OperatorSpan, "");
                break;
            case LiteralSyntax literal when long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                yield return (literal.Span, (number + 1).ToString(CultureInfo.InvariantCulture));
                if (number > 0)
                {
                    yield return (literal.Span, (number - 1).ToString(CultureInfo.InvariantCulture));
                }

                break;
        }
    }

    static string? Slip(string symbol) => symbol switch
    {
        ">" => ">=",
        ">=" => ">",
        "<" => "<=",
        "<=" => "<",
        "==" => "!=",
        "!=" => "==",
        "&&" => "||",
        "||" => "&&",
        "and" => "or",
        "or" => "and",
        "+" => "-",
        "-" => "+",
        _ => null,
    };

    static IEnumerable<ExpressionSyntax> WithParts(ExpressionSyntax expression)
    {
        IEnumerable<ExpressionSyntax> parts = expression switch
        {
            BinarySyntax b => [b.Left, b.Right],
            UnarySyntax u => [u.Operand],
            ConditionalSyntax c => [c.Condition, c.WhenTrue, c.WhenFalse],
            AssignmentSyntax a => [a.Value],
            CastSyntax c => [c.Operand],
            CallSyntax c => c.Arguments,
            ParenthesizedSyntax p => [p.Inner],
            _ => [],
        };
        return parts.SelectMany(WithParts).Prepend(expression);
    }

    static IEnumerable<ExpressionSyntax> In(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.SelectMany(In),
        IfSyntax branch => In(branch.Then).Prepend(branch.Condition).Concat(branch.Else is null ? [] : In(branch.Else)),
        ReturnSyntax { Value: { } value } => [value],
        DeclarationSyntax declaration => declaration.Variables.Select(v => v.Initializer).OfType<ExpressionSyntax>(),
        ExpressionStatementSyntax alone => [alone.Expression],
        _ => [],
    };
}

using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>
/// The conditions that a predicate is put together from by <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>? :</c> and
/// <c>if</c>: the rows of its truth table.
/// </summary>
public static class Terms
{
    /// <summary>In the order in which they stand, those of called functions too; what was not evaluated is among them.</summary>
    public static IEnumerable<ExplainedPart> Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var terms = new List<ExplainedPart>();
        if (explanation.Entry is { } entry)
        {
            Add(entry, terms);
        }
        else
        {
            Add(explanation.Root, terms);
        }

        return terms;
    }

    static void Add(ExplainedCall? call, List<ExplainedPart> terms)
    {
        foreach (var part in call?.Conditions ?? [])
        {
            Add(part, terms);
        }

        Add(call?.Returned, terms);
    }

    static void Add(ExplainedPart? part, List<ExplainedPart> terms)
    {
        if (part is null || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        switch (part.Node)
        {
            case BoundLogical or BoundConditional or BoundUnary { Operator: Symbol.Not }
                or BoundBuiltIn { BuiltIn.Name: "likely" or "unlikely" }:
                foreach (var child in part.Children)
                {
                    Add(child, terms);
                }

                break;
            case BoundCall when part.Call is not null:
                Add(part.Call, terms);
                break;
            default:
                if (!part.IsConstant)
                {
                    terms.Add(part);
                }

                break;
        }
    }
}

using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>Marks which parts decided an answer, from the top down.</summary>
static class Decisions
{
    public static void Mark(ExplainedPart? root)
    {
        if (root is null || !root.Evaluated || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        root.Decided = true;
        switch (root.Node)
        {
            case BoundLogical logical:
                MarkLogical(root, logical.IsAnd);
                break;
            case BoundConditional:
                root.Children[0].Decided = true;
                Mark(root.Children[1]);
                Mark(root.Children[2]);
                break;
            case BoundUnary { Operator: Symbol.Not } or BoundCast or BoundAssignment:
                Mark(root.Children[0]);
                break;
            case BoundBuiltIn { BuiltIn.Name: "likely" or "unlikely" }:
                Mark(root.Children[0]);
                break;
            case BoundCall:
                Mark(root.Call);
                break;
        }
    }

    /// <summary>The return, and the condition of the last <c>if</c> before it.</summary>
    public static void Mark(ExplainedCall? call)
    {
        Mark(call?.Returned);
        if (call is { Conditions: [.., var last] })
        {
            Mark(last);
        }
    }

    /// <summary>A false part of <c>&amp;&amp;</c> and a true one of <c>||</c> decide alone; else both sides do.</summary>
    static void MarkLogical(ExplainedPart part, bool isAnd)
    {
        var (left, right) = (part.Children[0], part.Children[1]);
        if (!right.Evaluated)
        {
            Mark(left);
            return;
        }

        Mark(right);
        if ((right.Value != 0) == isAnd)
        {
            Mark(left);
        }
    }
}

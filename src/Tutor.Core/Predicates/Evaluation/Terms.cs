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

    /// <summary>
    /// The kernel names in the terms that decided an answer. A variable stands for what was evaluated in its function:
    /// where a term reads one, the names of that function's run count as the term's.
    /// </summary>
    public static HashSet<string> NamesThatDecide(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in Of(explanation).Where(t => t.Decided))
        {
            AddNames(term, explanation, names);
        }

        return names;
    }

    static void AddNames(ExplainedPart part, Explanation explanation, HashSet<string> names)
    {
        switch (part.Node)
        {
            case BoundBuiltIn { BuiltIn: var builtIn }:
                names.Add(builtIn.Name);
                if (builtIn.Means is { } means)
                {
                    names.Add(means);
                }

                break;
            case BoundLocal { Local: { IsParameter: true, Type: CType.Mapping } }:
                // The scanner fills it, whatever the function calls it.
                names.Add("mapping");
                break;
            case BoundLocal { Local: { IsParameter: true, Type: CType.Page or CType.Folio or CType.Control } }:
                break;
            case BoundLocal:
                foreach (var other in CallsIn(explanation).SelectMany(c => c.Parts).SelectMany(Below).Where(p => p.Evaluated))
                {
                    if (other.Node is BoundBuiltIn { BuiltIn: var read })
                    {
                        names.Add(read.Name);
                    }
                }

                break;
        }

        foreach (var child in part.Children)
        {
            AddNames(child, explanation, names);
        }

        foreach (var inner in part.Call?.Parts ?? [])
        {
            AddNames(inner, explanation, names);
        }
    }

    static IEnumerable<ExplainedPart> Below(ExplainedPart part) => part.Children.SelectMany(Below).Prepend(part);

    static IEnumerable<ExplainedCall> CallsIn(Explanation explanation) =>
        explanation.Entry is { } entry ? [entry, .. entry.Parts.SelectMany(Below).Select(p => p.Call).OfType<ExplainedCall>()] : [];

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

using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates;

/// <summary>
/// A function of mm/ that loops, locks and asks its VMA is no predicate for three reasons. That is one message, at the
/// first place, which says the others with their places: a page of messages would read as if mending each were enough.
/// </summary>
static class Refusals
{
    /// <summary>The messages with all refusals in the first of them; everything else as it was.</summary>
    public static ImmutableArray<Diagnostic> Joined(ImmutableArray<Diagnostic> diagnostics)
    {
        var refusals = diagnostics.Where(IsRefusal).ToList();
        if (refusals.Count < 2)
        {
            return diagnostics;
        }

        var first = refusals[0];
        return [.. diagnostics.Where(d => ReferenceEquals(d, first) || !IsRefusal(d))
            .Select(d => ReferenceEquals(d, first) ? d with { Also = [.. refusals.Skip(1)] } : d)];
    }

    /// <summary>Whether it names something that a predicate cannot mean, with the reason as its help.</summary>
    static bool IsRefusal(Diagnostic diagnostic) =>
        diagnostic.Code == SyntaxCodes.Loop || diagnostic.Code == SyntaxCodes.Goto || diagnostic.Code == SyntaxCodes.Switch
        || diagnostic.Code == NameCodes.NotOffered
        || (diagnostic.Code == NameCodes.UnknownType && diagnostic.Help is { } help && RefusedNames.IsReason(help));
}

namespace Tutor.Tests.Tidy.Layers;

/// <summary>Holds the uses of an assembly against the table.</summary>
static class LayerRules
{
    /// <summary>Uses that point the wrong way, and namespaces that have no row.</summary>
    /// <param name="root">Only what is below this namespace is looked at.</param>
    public static IEnumerable<string> Breaches(IEnumerable<Use> uses, IReadOnlyList<Layer> layers, string root)
    {
        foreach (var use in uses.Where(u => IsIn(u.From, root)).OrderBy(u => u.By, StringComparer.Ordinal))
        {
            if (RowOf(layers, use.From) is not { } from)
            {
                yield return $"{use.From} is in no layer: give it a row";
            }
            else if (RowOf(layers, TypeNames.NamespaceOf(use.To)) is { } to && from != to && !from.MayUse.Contains(to.Namespace))
            {
                yield return $"{use.By} uses {use.To}, and {from.Namespace} may not use {to.Namespace}";
            }
        }
    }

    /// <summary>Uses of what is behind a fence.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<Use> uses, IReadOnlyList<Fence> fences, IReadOnlyList<string> harmless) =>
        from use in uses
        where !harmless.Contains($"{use.To}.{use.Member}")
        from fence in fences
        where fence.Type.EndsWith('.') ? use.To.StartsWith(fence.Type, StringComparison.Ordinal) : use.To == fence.Type
        where use.From.StartsWith("Tutor", StringComparison.Ordinal) && !fence.Only.Any(o => IsIn(use.From, o))
        orderby use.By
        select $"{use.By} uses {use.To}{(use.Member is null ? "" : $".{use.Member}")}: {fence.Why}";

    static Layer? RowOf(IReadOnlyList<Layer> layers, string space) => layers
        .Where(l => IsIn(space, l.Namespace)).MaxBy(l => l.Namespace.Length);

    static bool IsIn(string space, string parent) =>
        space == parent || space.StartsWith($"{parent}.", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>What can be said only of all levels of a pack together; told at <c>pack.yaml</c>.</summary>
static class PackRules
{
    /// <summary>Of so many levels one may be a transfer; one is always allowed.</summary>
    const int LevelsPerTransfer = 12;

    /// <summary>With fewer pick levels a place is chance.</summary>
    const int FewestPicks = 3;

    public static IEnumerable<Diagnostic> Check(LevelCatalog catalog, ImmutableArray<LintedLevel> levels, SourceText pack) =>
        Transfers(catalog, pack).Concat(OptionPlaces(levels, pack));

    static IEnumerable<Diagnostic> Transfers(LevelCatalog catalog, SourceText pack)
    {
        var transfers = catalog.Entries.Where(e => e.Level is { IsTransfer: true }).Select(e => e.Id).ToList();
        var most = Math.Max(1, catalog.Entries.Length / LevelsPerTransfer);
        if (transfers.Count > most)
        {
            yield return new Diagnostic(LintCodes.ManyTransfers, pack, default,
                $"{transfers.Count} levels are transfers: {string.Join(", ", transfers)}",
                $"of {catalog.Entries.Length} levels at most {most} may be: let the others ask for something new");
        }
    }

    /// <summary>At most two in five right options may share a place.</summary>
    static IEnumerable<Diagnostic> OptionPlaces(ImmutableArray<LintedLevel> levels, SourceText pack)
    {
        var picks = levels.Where(l => l.Level.Kind == LevelKind.Pick && l.Options.Any(o => o.Result.IsPassed)).ToList();
        var places = picks.SelectMany(l => l.Options.Select((o, i) => (Place: i, Right: o.Result.IsPassed)).Where(o => o.Right)).Select(o => o.Place).ToList();
        foreach (var place in places.GroupBy(p => p).Where(g => picks.Count >= FewestPicks && g.Count() > 1 && g.Count() * 5 > places.Count * 2))
        {
            yield return new Diagnostic(LintCodes.OptionTells, pack, default,
                $"of {places.Count} right options {place.Count()} stand in place {place.Key + 1} of their level's list",
                "move some: at most two in five may share a place");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode ManyTransfers = Rows.Table.Warning(4036, "more transfer levels than one in twelve");
}

using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Reports a kind of a mix that the drawn map does not have, because its weight is small and the map has few pages.</summary>
static class MixedKinds
{
    public static void Check(LintedLevel level)
    {
        foreach (var map in level.Level.Maps.Where(m => m.Recipe is not null))
        {
            var named = map.Recipe!.Mix.Where(e => e.Weight > 0).Select(e => e.Kind);
            var met = level.Prepared.Maps.Where(m => m.Id == map.Id)
                .SelectMany(m => m.Map.Palette.Select(p => p.Kind)).ToHashSet(StringComparer.Ordinal);
            foreach (var kind in named.Where(k => !met.Contains(k)))
            {
                level.Report(LintCodes.KindNeverOccurs, map.Span, $"no page of '{map.Id}' is of kind '{kind}'",
                    "raise its weight, shorten the runs, or place one with 'set'");
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode KindNeverOccurs = Row(MixedKinds.Check).Warning(4022, "a page kind that never occurs");
}

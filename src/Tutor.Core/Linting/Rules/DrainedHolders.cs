using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>Reports holders that the trigger drains before the scan. They hold nothing when the predicate is asked, so the level would not show them.</summary>
static class DrainedHolders
{
    public static void Check(LintedLevel level)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in level.Prepared.Maps)
        {
            foreach (var page in map.Map.Palette.Where(p => !p.HoldersInferred))
            {
                var drained = page.Holders.Items.FirstOrDefault(h =>
                    h.Kind == HolderKind.LruBatch && map.Settings.DrainedCpus.Contains(h.Cpu));
                if (drained is not null && reported.Add(page.Kind))
                {
                    level.Report(LintCodes.HolderDrained, level.Level.Maps.First(m => m.Id == map.Id).Span,
                        $"the LRU batch that holds '{page.Kind}' is drained before the run begins",
                        "a run by kcompactd or direct drains the local CPU only: use cpu: other and one of these triggers");
                }
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode HolderDrained = Row(DrainedHolders.Check).Error(4012, "a holder that the run drains before it begins");
}

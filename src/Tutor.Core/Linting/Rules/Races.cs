using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A scripted race strikes a page that the scanner can take: to a free page or a slab page nothing happens.</summary>
static class Races
{
    public static void Check(LintedLevel level)
    {
        if (level.Prepared.Maps.FirstOrDefault(m => m.Role == MapRole.Shown) is not { } shown)
        {
            return;
        }

        foreach (var (race, node) in level.Level.Races.Zip(level.ItemsOf("run", "races")))
        {
            if (race.Page < shown.Map.PageCount && NodeReader.Find(node, "page") is YamlScalar page
                && (shown.Map.StateAt(race.Page).Flags & (PageFlags.Lru | PageFlags.MovableOps)) == 0)
            {
                level.Report(LintCodes.RaceStrikesNobody, page.Span, $"the scanner never takes the page {page.Value} of '{shown.Id}', and this race strikes nobody",
                    "name another page, or put one there with 'set'");
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode RaceStrikesNobody = Row(Races.Check).Error(4028, "a race that strikes nobody");
}

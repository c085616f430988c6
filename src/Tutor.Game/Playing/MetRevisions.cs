using Tutor.Core.Predicates;

namespace Tutor.Game.Playing;

/// <summary>
/// The revisions of the check that a player has met: a level up to this one began with it, offered it, or attacked it.
/// The name of any other revision would mean nothing to the player. The kernel's own check is always among them.
/// </summary>
static class MetRevisions
{
    public static HashSet<string> UpTo(Sitting sitting)
    {
        var met = new HashSet<string>(StringComparer.Ordinal) { Revisions.Stock.Id };
        foreach (var entry in sitting.Pack.Entries)
        {
            if (entry.Level is { } level)
            {
                var texts = level.Options.Select(o => o.Skip.Text).Append(level.StartingText).ToList();
                met.UnionWith(Revisions.All.Where(r => texts.Exists(r.IsShownBy) || level.Attack?.Against == r.Id).Select(r => r.Id));
            }

            if (entry.Id == sitting.Entry.Id)
            {
                break;
            }
        }

        return met;
    }
}

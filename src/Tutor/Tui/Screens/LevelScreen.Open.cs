using Tutor.Core.Predicates;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <content>Screens that are opened from a level.</content>
sealed partial class LevelScreen
{
    void OpenWatch()
    {
        if (_scores.Latest?.Predicate is not { } predicate)
        {
            Say("There is nothing to watch before the text is a predicate.", Ink.Warning);
        }
        else if (_level.Map.PageCount > WatchScreen.MostPages)
        {
            Say($"This map has {Words.Pages(_level.Map.PageCount)}: too many steps to watch.", Ink.Muted);
        }
        else
        {
            Game.Open(new WatchScreen(_level.Map, predicate, _level.Run, Game.Settings.IsCalm));
        }
    }

    void OpenComparison()
    {
        if (_scores.Settle() is not { Predicate: { } predicate, Result: { } result })
        {
            Say("There is nothing to compare before the text is a predicate.", Ink.Warning);
            return;
        }

        var tries = _world.History(_level.Entry.Id).Select(a => a.Predicate).Where(t => t != Text).Distinct().Take(1)
            .Select(t => ("Your last try", t));
        var story = KnownPredicates.All.Select(k => (k.Title, k.Expression));
        Game.Open(new CompareScreen(_map, _level.Run, predicate, result, [.. tries, .. story]));
    }
}

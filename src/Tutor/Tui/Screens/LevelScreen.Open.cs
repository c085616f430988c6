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

    void OpenCounterExample()
    {
        if (_scores.Settle() is not { Predicate: { } predicate } scoring)
        {
            Say("There is nothing to hold against the text before it is a predicate.", Ink.Warning);
        }
        else if (scoring.FindCounterExample() is { } example)
        {
            Game.Open(new CounterScreen(example, predicate, GoToPage));
        }
        else
        {
            Say(scoring.Goals.IsEmpty ? "This level has no goal: nothing speaks against your predicate."
                : scoring.Goals.All(g => g.IsMet) ? "Nothing speaks against it: every goal is met."
                : "What is missing is no single page's fault: look at the score.", Ink.Muted);
        }
    }

    void GoToPage(int page)
    {
        _map.MoveTo(page);
        _focus = Pane.Map;
    }

    /// <summary>After a failed try: the belief behind it, or the goal that is missed; and the page that shows it.</summary>
    void SayWhyNot(Scoring scoring, string kept)
    {
        var example = scoring.FindCounterExample();
        var why = scoring.Says.FirstOrDefault() ?? FirstMissing(scoring);
        var proof = example is null ? "" : $" F12 shows {(example.Pages.Length == 1 ? "the page that proves it" : $"{example.Pages.Length} pages that prove it")}.";
        Say($"Not yet. {why}{proof}{kept}", Ink.Warning);
        if (example?.Pages[0] is { IsShown: true, Page: var page })
        {
            _map.MoveTo(page);
        }
        else
        {
            _map.Jump(VerdictLooks.IsWrong);
        }
    }

    static string FirstMissing(Scoring scoring)
    {
        var goal = scoring.Goals.FirstOrDefault(g => g is { Medal: "pass", IsMet: false });
        return goal is null ? "" : $"{ScorePanel.Name(goal.Metric)} is {goal.Value}{(goal.Where is null ? "" : $" on {goal.Where}")}; the goal is {goal.Bound}. F6 goes to a wrong page.";
    }
}

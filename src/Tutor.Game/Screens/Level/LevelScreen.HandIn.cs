using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Screens.Level;

/// <content>A try is handed in, and what is said of it.</content>
sealed partial class LevelScreen
{
    void HandIn()
    {
        if (_level.IsWatch)
        {
            WatchToTheEnd();
            return;
        }

        if (_sheet is not null)
        {
            HandInSheet(_sheet);
            return;
        }

        var scoring = _scores.Settle();
        TakeScore();
        if (scoring.Predicate is null)
        {
            // The message takes the place of what was said under the text: it says it again.
            Say(ToldDiagnostic(scoring.Diagnostics) is { } told ? $"This is not a predicate yet. {told.Code.Id} {told.Message}{(told.Help is { } help ? $"; {help}" : "")}"
                : "This is not a predicate yet.", Ink.Warning);
            return;
        }

        var entry = _level.Entry;
        var kept = Keep(new Attempt(entry.Id, entry.Revision, Text, scoring.Verdict, scoring.Metrics,
            _level.IsPick ? AttemptHow.Option : AttemptHow.Typed, _level.IsPick ? _level.Options[_option].Id : null));
        _handedIn = Text;
        if (scoring.IsPassed)
        {
            Say($"{Medals.Word(scoring.Verdict, scoring.HasMore)}{GolfWords(scoring)}{kept} F9 goes on to the next level; stay as long as you like.", Ink.Good);
            OpenAfterwards(scoring, scoring.Verdict);
        }
        else if (scoring.Verdict == "none")
        {
            Say($"Kept.{kept} This level is open: there is nothing to pass.", Ink.Good);
        }
        else
        {
            SayWhyNot(scoring, kept);
        }
    }

    /// <summary>Beside the medal: what golf counts, par, and the best so far.</summary>
    string GolfWords(Scoring scoring) => scoring.Golf is not { } count ? ""
        : $" {Words.Count(count)} {_level.GolfMeasure}; par is {(_level.Par.Value is { } par ? Words.Count(par) : "not known")}, your best {Words.Count(Math.Min(count, BestGolf() ?? count))}.";

    /// <summary>After a pass: why it was right, and what it still cannot know.</summary>
    void OpenAfterwards(Scoring scoring, string verdict)
    {
        if (_level.Afterwards is { } afterwards)
        {
            var isOwn = IsWriting || _level.IsPick;
            var text = $"# {Medals.Word(verdict, scoring.HasMore)}\n\n{(Feedback is { } feedback ? $"{feedback}\n\n" : "")}"
                + AfterPass.Text(afterwards, _level.Map, _level.Run.Control, scoring, toWrong: "F6", toCompare: "F8", isOwn)
                + ChapterEnd.Text(Standings.Of(_world), _level.Entry.Id);
            Game.Open(new ReadingScreen(isOwn ? "Why it was right" : "What was to be seen", text, "", _world.ReadText));
        }
    }

    /// <summary>After a failed try: the belief behind it, or the goal that is missed; and the page that shows it.</summary>
    void SayWhyNot(Scoring scoring, string kept)
    {
        var example = scoring.FindCounterExample();
        // What the author says of this very answer is nearer than what is said of its kind.
        var why = Feedback ?? scoring.Says.FirstOrDefault() ?? FirstMissing(scoring);
        var proof = example is null ? "" : $" F12 shows {(example.Pages.Length == 1 ? "the page that proves it" : $"{example.Pages.Length} pages that prove it")}, Ctrl+S everything about {(example.Pages.Length == 1 ? "it" : "the first")}.";
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

    /// <summary>What the author says of the option under the cursor; null without options.</summary>
    string? Feedback => _level.IsPick ? _level.Options[_option].Feedback : null;

    static string FirstMissing(Scoring scoring)
    {
        var goal = scoring.Goals.FirstOrDefault(g => g is { Medal: "pass", IsMet: false });
        return goal is null ? "" : $"{ScorePanel.Name(goal.Metric)} is {goal.Value}{(goal.Where is { } where ? $" on {where.Split(',')[0]}" : "")}; the goal is {ScorePanel.Spoken(goal.Bound)}. F6 goes to a wrong page.";
    }
}

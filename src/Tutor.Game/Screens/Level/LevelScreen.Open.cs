using Tutor.Core.Play;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>Screens that are opened from a level.</content>
sealed partial class LevelScreen
{
    void Watch()
    {
        if (_answer.Watch())
        {
            return;
        }

        if (_sitting.Latest?.Predicate is not { } predicate)
        {
            Say("There is nothing to watch before the text is a predicate.", Ink.Warning);
        }
        else if (_sitting.Map.PageCount > WatchScreen.MostPages)
        {
            Say($"This map has {Words.Pages(_sitting.Map.PageCount)}: too many steps to watch.", Ink.Muted);
        }
        else
        {
            Game.Open(new WatchScreen(_sitting.Map, predicate, _sitting.Drawn.Settings, Game.Settings.IsCalm, _map.Cursor));
        }
    }

    void OpenComparison()
    {
        if (_sitting.Latest?.Predicate is not { } predicate || _sitting.DrawnRun?.Result is not { } result)
        {
            Say("There is nothing to compare before the text is a predicate.", Ink.Warning);
            return;
        }

        Game.Open(new CompareScreen(_map, _sitting.Drawn.Settings, predicate, result, Rivals.Of(_sitting)));
    }

    void OpenLesson()
    {
        _sitting.ReadLesson();
        var path = _sitting.Level.Lesson?.Text;
        var text = path is null ? null : _pack.ReadText(path);
        // A score would give the forecast away.
        var blocks = IsSecret ? null : new LessonBlocks(_sitting.ScoreBlock, _answer.IsWriting ? TakeBack : null);
        Game.Open(text is null
            ? new ReadingScreen(Name, _sitting.WholeBrief, "", _pack.ReadText, blocks) { Kinds = _pack.Kinds, IsBrief = true }
            : new ReadingScreen(MarkdownText.TitleOf(text) ?? Name, text, path!, _pack.ReadText, blocks) { Kinds = _pack.Kinds });
    }

    void OpenTries()
    {
        var tries = Tries.Read(_sitting.History);
        if (tries.Count == 0)
        {
            Say("You have not handed in anything here yet.", Ink.Muted);
            return;
        }

        Game.Open(new TriesScreen(tries, TriedMetrics, _sitting.Level.GolfWord ?? "", _answer.Take,
            _answer.HasPlot ? () => LevelPoints.Of(_sitting) : null));
    }

    IReadOnlyList<string> TriedMetrics =>
        [.. _sitting.Level.Golf is null ? [] : new[] { Tries.Golf }, .. _sitting.Level.Goals.Select(g => g.Metric.Name).Distinct()];

    bool _hasTaken;

    void TakeBack(string text)
    {
        _hasTaken = true;
        _answer.Take?.Invoke(text);
    }

    /// <summary>Shows what the panes may have no room for: what was said last (a message, feedback or diagnostics), and the whole score.</summary>
    void OpenSaid() => Game.Open(new SaidScreen(width => [.. Notes(width), .. _sitting.IsBusy ? [] : Wrapping.Wrap(VerdictLine.Of(_sitting).Text, width), .. IsSecret ? [] : WholeScore(width)]));

    IEnumerable<Line> WholeScore(int width) =>
        [Line.Empty, Line.Of("The score", Ink.Title), .. ScoreLines(width), Line.Empty, .. ScorePanel.Goals(_sitting.Latest, width), .. ScorePanel.Bases(_sitting.Latest, width)];

    void OpenHints()
    {
        if (_sitting.Level.Hints.IsEmpty)
        {
            Say("This level has no hints.", Ink.Muted);
            return;
        }

        var ladder = _sitting.Hints;
        ladder.Step();
        Game.Open(new HintScreen(ladder, GoOn));
    }

    /// <summary>The card of the page that best proves what was said after the last try.</summary>
    void ShowMe()
    {
        if (_sitting.Latest is { Predicate: { } predicate } run && CounterExample.Of(run)?.Pages[0] is { } page)
        {
            GoToPage(page);
            Game.Open(CardScreen.Of(page.Run, page.Page, predicate, Beliefs.Of(_sitting.Prepared, run).FirstOrDefault() ?? "This is one of the pages that count against your predicate."));
            return;
        }

        Say("There is no page to show: nothing speaks against the text at hand.", Ink.Muted);
    }

    void OpenCounterExample()
    {
        if (_sitting.Latest is not { Predicate: { } predicate } run)
        {
            Say("There is nothing to hold against the text before it is a predicate.", Ink.Warning);
        }
        else if (CounterExample.Of(run) is { } example)
        {
            Game.Open(new CounterScreen(example, predicate, _sitting.Prepared.Scope, page =>
            {
                GoToPage(page);
                _focus = Pane.Map;
            }));
        }
        else
        {
            Say(_answer.WhyNoProof is { } why ? why : run.Goals.IsEmpty ? "This level has no goal: nothing speaks against your predicate."
                : run.Goals.All(g => g.IsMet) ? "Nothing speaks against it: every goal is met."
                : "What is missing is no single page's fault: look at the score.", Ink.Muted);
        }
    }

    /// <summary>To a page of any map that the player sees.</summary>
    void GoToPage(CounterPage page)
    {
        _sitting.Draw(page.Run.Map);
        TakeScore();
        _map.MoveTo(page.Page);
    }

    void NextMap()
    {
        var maps = _sitting.VisibleMaps;
        if (maps.Length < 2)
        {
            Say("This is the only map that you see. One that beats an answer becomes yours to see.", Ink.Muted);
            return;
        }

        _sitting.Draw(maps[(maps.IndexOf(_sitting.Drawn) + 1) % maps.Length]);
        TakeScore();
    }

    void OpenWhy()
    {
        if (_sitting.IsPassed && _sitting.Afterwards(toWrong: "F6", toCompare: "F8") is { } afterwards)
        {
            Game.Open(new ReadingScreen("Why it was right", afterwards, "", _pack.ReadText));
        }
        else
        {
            Say("Why it is right is told when it is passed.", Ink.Muted);
        }
    }
}

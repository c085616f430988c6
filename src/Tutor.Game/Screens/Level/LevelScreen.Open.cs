using Tutor.Core.Predicates.Binding;
using Tutor.Game.Drawing;
using Tutor.Game.Drawing.Reading;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Screens.Level;

/// <content>Screens that are opened from a level.</content>
sealed partial class LevelScreen
{
    bool _isBestKnown;
    long? _bestGolf;

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
            Game.Open(new WatchScreen(_level.Map, predicate, _level.Run, Game.Settings.IsCalm, _map.Cursor));
        }
    }

    void OpenComparison()
    {
        if (_scores.Settle() is not { Predicate: { } predicate, Result: { } result })
        {
            Say("There is nothing to compare before the text is a predicate.", Ink.Warning);
            return;
        }

        Game.Open(new CompareScreen(_map, _level.Run, predicate, result, Rivals.Of(_level, _world, Text)));
    }

    void OpenLesson()
    {
        var path = _level.LessonPath;
        var text = path is null ? null : _world.ReadText(path);
        // What is to be foretold could be read off a score.
        var blocks = IsSecret ? null : new LessonBlocks(_level.ScoreBlock, IsWriting ? TakeBack : null);
        Game.Open(text is null
            ? new ReadingScreen(_level.Entry.Title, _level.WholeBrief, "", _world.ReadText, blocks)
            : new ReadingScreen(ReadingScreen.TitleOf(text) ?? _level.Entry.Title, text, path!, _world.ReadText, blocks));
    }

    /// <summary>The page about the message or the name at the caret; else about the message that is shown.</summary>
    void Explain()
    {
        var diagnostics = _scores.Settle().Diagnostics;
        var caret = _editor.Buffer.Caret;
        var name = BuiltIns.Named(_editor.Buffer.WordAtCaret).FirstOrDefault();
        var message = diagnostics.FirstOrDefault(d => d.IsError && d.Span.Start <= caret && caret <= d.Span.End);
        message ??= name is null ? diagnostics.FirstOrDefault(d => d.IsError) ?? diagnostics.FirstOrDefault() : null;
        var (path, anchor) = message is not null ? ($"diagnostics/{message.Code.Id}.md", "")
            : ($"reference/{name?.Group ?? "built-ins"}.md", name?.Name ?? "");
        if ((message is null && name is null) || _world.ReadText(path) is not { } text)
        {
            Say(message is null && name is null ? "Put the caret on one of the kernel's names; a message has its page too."
                : $"This pack has no page about '{message?.Code.Id ?? name!.Name}'.", Ink.Muted);
            return;
        }

        Game.Open(new ReadingScreen(ReadingScreen.TitleOf(text) ?? path, text, path, _world.ReadText).At(anchor));
    }

    void OpenTries()
    {
        var tries = Tries.Read(_world.History(_level.Entry.Id));
        if (tries.Count == 0)
        {
            Say("You have not handed in anything here yet.", Ink.Muted);
            return;
        }

        Game.Open(new TriesScreen(tries, TriedMetrics, _level.GolfMeasure ?? "", IsWriting ? TakeBack : _level.IsPick ? Choose : null,
            IsWriting || _level.IsPick ? () => LevelPoints.Of(_level, _world) : null));
    }

    IReadOnlyList<string> TriedMetrics =>
        [.. _level.GolfMeasure is null ? [] : new[] { Tries.Golf }, .. (_scores.Latest?.Goals ?? []).Select(g => g.Metric).Distinct()];

    void TakeBack(string text)
    {
        _editor.Buffer.Replace(text);
        _focus = Pane.Answer;
        Say("Ctrl+Z brings your text back.", Ink.Muted);
        AfterEdit(keepMessage: true);
    }

    void Choose(string text)
    {
        var option = _level.Options.ToList().FindIndex(o => o.Text == text);
        _option = option >= 0 ? option : _option;
        Rescore();
    }

    /// <summary>Read once and again after each attempt: it is drawn with every key.</summary>
    long? BestGolf()
    {
        if (!_isBestKnown)
        {
            _isBestKnown = true;
            _bestGolf = Tries.Bests(Tries.Read(_world.History(_level.Entry.Id)), [Tries.Golf]) is [var best] ? best.Value : null;
        }

        return _bestGolf;
    }

    void OpenHints()
    {
        if (_level.Hints.IsEmpty)
        {
            Say("This level has no hints.", Ink.Muted);
            return;
        }

        var ladder = SeenHints.Of(_level, _world);
        ladder.Step();
        Game.Open(new HintScreen(ladder, GoToNext));
    }

    /// <summary>The card of the page that best proves what was said after the last try.</summary>
    void ShowMe()
    {
        if (_scores.Settle() is { Predicate: { } predicate } scoring && scoring.FindCounterExample()?.Pages[0] is { } page)
        {
            if (page.IsShown)
            {
                _map.MoveTo(page.Page);
            }

            Game.Open(CardScreen.Of(page.Run, page.Page, predicate, scoring.Says.FirstOrDefault() ?? "This is one of the pages that count against your predicate."));
            return;
        }

        Say("There is no page to show: nothing speaks against the text at hand.", Ink.Muted);
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
            Say(_sheet is not null ? "Nothing is asked of the test here; the marks say which forecasts came true." : scoring.Goals.IsEmpty ? "This level has no goal: nothing speaks against your predicate."
                : scoring.Goals.All(g => g.IsMet) ? "Nothing speaks against it: every goal is met."
                : "What is missing is no single page's fault: look at the score.", Ink.Muted);
        }
    }

    void GoToPage(int page)
    {
        _map.MoveTo(page);
        _focus = Pane.Map;
    }
}

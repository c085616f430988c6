using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Screens.Level;

/// <content>Levels that are not written: watched to the end, or foretold.</content>
sealed partial class LevelScreen
{
    readonly PredictionSheet? _sheet;

    /// <summary>The scan was seen to its end; the author's words wait until the player comes back from it.</summary>
    bool _opensAfterwards;

    /// <summary>The predicate is the player's to write.</summary>
    bool IsWriting => !_level.IsPick && !_level.IsWatch && _sheet is null;

    /// <summary>What will happen is still to be said: nothing that tells it is shown.</summary>
    bool IsSecret => _sheet is { IsRevealed: false };

    /// <summary>What a command shows would say what will happen.</summary>
    static bool TellsTheAnswer(Command command) => command is Command.NextWrong or Command.PreviousWrong or Command.NextFutile
        or Command.NextFalseSkip or Command.NextPin or Command.Watch or Command.Compare or Command.CounterExample or Command.ShowMe
        or Command.Terms or Command.LightTerm or Command.KindsOrVerdicts;

    bool DoSheet(PredictionSheet sheet, Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                sheet.Move(command == Command.Up ? -1 : 1);
                break;
            case Command.Backspace:
                sheet.Backspace();
                break;
            case Command.Left or Command.Right:
                sheet.Turn(command == Command.Left ? -1 : 1);
                break;
            default:
                return false;
        }

        _message = null;
        ShowSheet(sheet);
        return true;
    }

    void ShowSheet(PredictionSheet sheet)
    {
        _map.Mode = sheet.IsRevealed ? MapMode.Verdicts : MapMode.Kinds;
        if (sheet.Page is { } page)
        {
            _map.MoveTo(page);
        }
    }

    void HandInSheet(PredictionSheet sheet)
    {
        if (_scores.Settle().Result is not { } result)
        {
            return;
        }

        if (!sheet.IsComplete)
        {
            Say("Say something about each of them first.", Ink.Warning);
            return;
        }

        var right = sheet.Reveal(result);
        var isPassed = right == sheet.Count;
        var kept = Keep(new Attempt(_level.Entry.Id, _level.Entry.Revision, sheet.Forecast.Write(), isPassed ? "pass" : "fail", "{}", AttemptHow.Predicted));
        ShowSheet(sheet);
        Say(isPassed
            ? $"All {sheet.Count} came true. Passed.{kept} F9 goes on to the next level."
            : $"{right} of {sheet.Count} came true.{kept} The page card says why; change your forecast and try again.", isPassed ? Ink.Good : Ink.Warning);
        if (isPassed)
        {
            OpenAfterwards(_scores.Settle(), "pass");
        }
    }

    void WatchToTheEnd()
    {
        if (_scores.Settle().Predicate is not { } predicate)
        {
            return;
        }

        var isKept = false;
        Game.Open(new WatchScreen(_level.Map, predicate, _level.Run, Game.Settings.IsCalm, _map.Cursor, () =>
        {
            if (!isKept)
            {
                isKept = true;
                var kept = Keep(new Attempt(_level.Entry.Id, _level.Entry.Revision, Text, "pass", "{}", AttemptHow.Watched));
                Say($"Seen to the end: passed.{kept} F9 goes on to the next level.", Ink.Good);
                _opensAfterwards = true;
            }
        }));
    }

    /// <summary>Keeps an attempt; what to add to the message when it is not on disk.</summary>
    string Keep(Attempt attempt)
    {
        _isBestKnown = false;
        return _world.Record(attempt) ? "" : " Not saved: the list of levels says why.";
    }
}

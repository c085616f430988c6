using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>Levels that are not written: watched to the end, or foretold.</content>
sealed partial class LevelScreen
{
    readonly ForecastPane? _forecast;

    /// <summary>The scan was seen to its end; the author's words wait until the player comes back from it.</summary>
    bool _opensAfterwards;

    /// <summary>The predicate is the player's to write.</summary>
    bool IsWriting => _sitting.IsWriting;

    /// <summary>What will happen is still to be said: nothing that tells it is shown.</summary>
    bool IsSecret => _sitting.IsSecret;

    KeyScope AnswerScope => _sitting.Form switch
    {
        AnswerForm.Predicate => KeyScope.Editor,
        AnswerForm.Option => KeyScope.Options,
        AnswerForm.Forecast => KeyScope.Forecast,
        AnswerForm.Watched => KeyScope.Scan,
        AnswerForm.Marks => KeyScope.Marks,
        AnswerForm.Painting => KeyScope.Palette,
    };

    void ClickMap(int x, int y)
    {
        var before = _map.Cursor;
        if (!_map.Click(_layout.Map.Inset(), x, y))
        {
            return;
        }

        if (_marks is not null && _map.Cursor == before)
        {
            DoMarking(Command.MarkInTurn);
        }
        else if (_palette is not null)
        {
            ClickFrame(_map.Cursor);
        }
    }

    /// <summary>What a command shows would say what will happen; where pages are to be marked, what they are made of does.</summary>
    bool TellsTheAnswer(Command command) => (KeyMap.Shows(command) & (_marks is null ? KeyShows.Verdicts : KeyShows.Verdicts | KeyShows.Kinds)) != 0;

    /// <summary>What is shown is made of the text of a predicate.</summary>
    static bool NeedsPredicate(Command command) => KeyMap.Shows(command).HasFlag(KeyShows.Predicate);

    bool DoForecast(ForecastPane forecast, Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                forecast.Move(command == Command.Up ? -1 : 1);
                break;
            case Command.Backspace:
                forecast.Backspace();
                break;
            case Command.Left or Command.Right:
                forecast.Turn(command == Command.Left ? -1 : 1);
                break;
            default:
                return false;
        }

        _message = null;
        ShowForecast();
        return true;
    }

    void ShowForecast()
    {
        if (_forecast is null)
        {
            return;
        }

        _map.Mode = IsSecret ? MapMode.Kinds : MapMode.Verdicts;
        if (_forecast.Page is { } page)
        {
            _map.MoveTo(page);
        }
    }

    /// <summary>The number that the list's cursor asks for: no page is at hand.</summary>
    Metric? AskedNumber => _focus == Pane.Answer ? _forecast?.Asked : null;

    /// <summary>In place of the page card: what is to be foretold.</summary>
    static List<Line> NumberLines(Metric metric, int width) =>
    [
        .. Wrapping.Wrap([new Run(metric.Title, Ink.Strong, CellStyle.Bold), new Run($": {metric.Sentence}.")], width),
        Line.Empty,
        .. Wrapping.Wrap([new Run("Tab", Ink.Key), new Run(" goes to the map; each page has its card there.", Ink.Muted)], width),
    ];

    void WatchToTheEnd()
    {
        if (_sitting.Latest?.Predicate is { } predicate)
        {
            Game.Open(new WatchScreen(_sitting.Map, predicate, _sitting.Drawn.Settings, Game.Settings.IsCalm, _map.Cursor, () =>
            {
                _opensAfterwards |= _sitting.Last is not { IsPassed: true };
                _sitting.WatchedToTheEnd();
                SayLast();
            }));
        }
    }

    bool DoOptions(Command command)
    {
        if (_forecast is not null)
        {
            return DoForecast(_forecast, command);
        }

        if (_marks is not null)
        {
            return DoMarks(command);
        }

        if (_palette is not null)
        {
            return DoPalette(command);
        }

        switch (command)
        {
            case Command.Up or Command.Down when _sitting.IsPick:
                LookAtOption(_sitting.Option + (command == Command.Up ? -1 : 1));
                return true;
            default:
                return false;
        }
    }
}

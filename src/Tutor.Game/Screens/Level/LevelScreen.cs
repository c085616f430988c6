using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens.Level;

/// <summary>One level: brief, memory map, editor or answers, score, page card.</summary>
sealed partial class LevelScreen : Screen
{
    readonly PlayableLevel _level;
    readonly IGameWorld _world;
    readonly ScoreRunner _scores;
    readonly EditorPane _editor = new();
    readonly TextPane _brief = new();
    readonly MapPane _map;
    Pane _focus;
    int _option;
    string? _message;
    Ink _messageInk;
    string? _handedIn;
    int _historyAt = -1;
    LevelLayout _layout;
    (string Title, string Text)? _coach;

    public LevelScreen(PlayableLevel level, IGameWorld world)
    {
        _level = level;
        _world = world;
        _scores = new ScoreRunner(level.Score);
        _map = new MapPane(level.Map);
        _focus = Pane.Answer;
        _sheet = level.Predictions.IsEmpty ? null : new PredictionSheet(level.Predictions);
        _editor.Buffer.Begin((IsWriting ? world.Recall(DraftKey) : null) ?? level.Starter);
        Rescore();
        if (_sheet is not null)
        {
            ShowSheet(_sheet);
            return;
        }

        if (_map.VerdictAt(0) == Core.Simulation.PageVerdict.NeverCandidate)
        {
            // A page that the predicate decides about says more than the first one.
            _map.Jump(v => v != Core.Simulation.PageVerdict.NeverCandidate);
        }
    }

    enum Pane
    {
        Brief,
        Map,
        Answer,
    }

    public override string Name => _level.Entry.Title;

    public override bool IsEditing => (_focus == Pane.Answer && IsWriting) || _editor.Words.Count > 0;

    public override IEnumerable<KeyScope> Scopes =>
    [
        .. _editor.Words.Count > 0 ? [KeyScope.Completion] : Array.Empty<KeyScope>(),
        _focus switch
        {
            Pane.Brief => KeyScope.Brief,
            Pane.Map => KeyScope.Map,
            _ => IsWriting ? KeyScope.Editor : _level.IsWatch ? KeyScope.Scan : _sheet is not null ? KeyScope.Forecast : KeyScope.Options,
        },
        KeyScope.Level, KeyScope.Everywhere,
    ];

    /// <summary>The newest score of the text at hand.</summary>
    public Scoring? Scoring => _scores.Latest;

    /// <summary>The text that is scored: what stands in the editor, or the option under the cursor.</summary>
    public string Text => _level.IsPick ? _level.Options[_option].Text : _editor.Buffer.Text;

    public MapPane Map => _map;

    /// <summary>Somebody who says what to do next, in place of the brief; Markdown. Null in a level.</summary>
    public (string Title, string Text)? Coach
    {
        get => _coach;
        set
        {
            if (_coach != value)
            {
                _coach = value;
                _brief.ScrollTo(0);
            }
        }
    }

    string DraftKey => $"draft:{_level.Entry.Id}";

    /// <summary>Waits for a score that another thread makes.</summary>
    public void Settle()
    {
        _scores.Settle();
        TakeScore();
    }

    public override void Shown()
    {
        _world.Remember("last", _level.Entry.Id);
        if (_opensAfterwards)
        {
            _opensAfterwards = false;
            OpenAfterwards(_scores.Settle(), "pass");
        }
    }

    public override bool IsOff(Command command) => IsSecret && TellsTheAnswer(command);

    public override string? CopyText => Text + "\n";

    public override TimeSpan? NextTick => _scores.IsBusy ? TimeSpan.FromMilliseconds(16) : null;

    public override bool Tick(TimeSpan now)
    {
        if (!_scores.Poll())
        {
            return false;
        }

        TakeScore();
        return true;
    }

    public override bool Do(Command command)
    {
        if (_editor.Words.Count > 0 && DoWords(command))
        {
            return true;
        }

        return DoLevel(command) || _focus switch
        {
            Pane.Brief => _brief.Do(command),
            Pane.Map => DoMap(command),
            _ => IsWriting ? DoEditor(command) : DoOptions(command),
        };
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (_layout.Brief.Contains(x, y))
        {
            _brief.Scroll(wheel);
            _focus = wheel == 0 ? Pane.Brief : _focus;
        }
        else if (_layout.Map.Contains(x, y))
        {
            if (wheel != 0)
            {
                _map.MoveCells(0, wheel);
            }
            else
            {
                _focus = Pane.Map;
                _map.Click(_layout.Map.Inset(), x, y);
            }
        }
        else if (_layout.Answer.Contains(x, y) && wheel == 0)
        {
            _focus = Pane.Answer;
            ClickAnswer(x, y);
        }
    }

    bool DoLevel(Command command)
    {
        switch (command)
        {
            case Command.NextPane:
                _focus = (Pane)(((int)_focus + 1) % 3);
                return true;
            case Command.PreviousPane:
                _focus = (Pane)(((int)_focus + 2) % 3);
                return true;
            case Command.Lesson:
                OpenLesson();
                return true;
            case Command.WholeBrief:
                Game.Open(new ReadingScreen(_level.Entry.Title, _level.WholeBrief, "", _world.ReadText));
                return true;
            case Command.Hint:
                OpenHints();
                return true;
            case var telling when IsSecret && TellsTheAnswer(telling):
                Say("First say what will happen; then this is yours.", Ink.Muted);
                return true;
            case Command.Card:
                Game.Open(new CardScreen(_map, CardLines));
                return true;
            case Command.HandIn:
                HandIn();
                return true;
            case Command.NextWrong when _focus != Pane.Map:
                JumpToWrong();
                return true;
            case Command.Watch when _level.IsWatch:
                WatchToTheEnd();
                return true;
            case Command.Watch:
                OpenWatch();
                return true;
            case Command.Compare:
                OpenComparison();
                return true;
            case Command.CounterExample:
                OpenCounterExample();
                return true;
            case Command.ShowMe:
                ShowMe();
                return true;
            case Command.Terms:
                OpenTerms();
                return true;
            case Command.LightTerm:
                ToggleLight();
                return true;
            case Command.Tries:
                OpenTries();
                return true;
            case Command.InWords:
                OpenWords();
                return true;
            case Command.Share:
                OpenShareCard();
                return true;
            case Command.NextLevel:
                GoToNext();
                return true;
            default:
                return false;
        }
    }

    bool DoOptions(Command command)
    {
        if (_sheet is not null)
        {
            return DoSheet(_sheet, command);
        }

        switch (command)
        {
            case Command.Up or Command.Down when _level.IsPick:
                _option = Math.Clamp(_option + (command == Command.Up ? -1 : 1), 0, _level.Options.Length - 1);
                _message = null;
                Rescore();
                return true;
            default:
                return false;
        }
    }

    void Say(string message, Ink ink)
    {
        _message = message;
        _messageInk = ink;
    }

    void Rescore()
    {
        _scores.Start(Text);
        TakeScore();
    }

    void TakeScore()
    {
        if (_scores.Latest?.Result is { } result)
        {
            _map.Verdicts = result.Verdicts;
            _map.VerdictsKey = result;
        }
    }

    void GoToNext()
    {
        var levels = _world.Levels;
        var at = levels.ToList().FindIndex(l => l.Id == _level.Entry.Id);
        if (at < 0 || at + 1 >= levels.Count)
        {
            Say("This is the last level. Esc goes back to the list.", Ink.Muted);
            return;
        }

        LevelOpener.Open(Game, _world, levels[at + 1], replace: true);
    }
}

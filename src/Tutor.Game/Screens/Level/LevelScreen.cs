using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>One level: brief, memory map, editor or answers, score, page card.</summary>
sealed partial class LevelScreen : Screen
{
    static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(16);

    static readonly TimeSpan FlashTime = TimeSpan.FromMilliseconds(200);

    readonly Sitting _sitting;
    readonly PlayedPack _pack;
    readonly AnswerPane _answer;
    readonly TextPane _brief = new();
    readonly VerdictsBefore _before = new();
    MapPane _map;
    Pane _focus;
    string? _message;
    Ink _messageInk;
    HandInResult? _told;
    bool _isWarned;
    Command _waiting;
    bool _hasBriefToShow;

    /// <summary>Whether the verdict has just come, and still stands out.</summary>
    bool _isFlashing;
    TimeSpan? _flashesSince;
    LevelLayout _layout;
    (string Title, string Text)? _coach;

    /// <param name="isCoached">A tour says what to do next, in place of the brief.</param>
    public LevelScreen(Sitting sitting, bool isCoached = false)
    {
        _sitting = sitting;
        _hasBriefToShow = !isCoached && sitting is { IsPassed: false, Sandbox: null, IsBriefRead: false };
        _pack = sitting.Pack;
        _map = new MapPane(sitting.Map);
        _focus = Pane.Answer;
        _answer = AnswerPanes.Of(this);
        _answer.Begin();
        TakeScore();
        if (sitting.Revised is { } revised)
        {
            Say(revised.Sentence, Ink.Accent);
        }

        _answer.LeadOnMap();
        if (!_answer.LeadsOnMap && _map.VerdictAt(0) == Core.Simulation.PageVerdict.NeverCandidate)
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

    public override string Name => _sitting.Sandbox?.Name ?? _sitting.Entry.Title;

    public override bool IsEditing => (IsAnswering && _answer.IsWriting) || _answer.ScopeOver is not null;

    public override IEnumerable<KeyScope> Scopes =>
    [
        .. _answer.ScopeOver is { } over ? [over] : Array.Empty<KeyScope>(),
        .. _focus == Pane.Map && _answer.MapScope is { } onMap ? [onMap] : Array.Empty<KeyScope>(),
        .. SandboxScopes,
        _focus switch
        {
            Pane.Brief => KeyScope.Brief,
            Pane.Map => KeyScope.Map,
            Pane.Answer => _answer.Scope,
        },
        KeyScope.Level, KeyScope.Everywhere,
    ];

    /// <summary>The newest score of the text at hand.</summary>
    public LevelRunResult? Score => _sitting.Latest;

    public MapPane Map => _map;

    public Sitting Sitting => _sitting;

    /// <summary>Keys mean what they mean in the pane of the answer.</summary>
    public bool IsAnswering => _focus == Pane.Answer;

    /// <summary>Whether the player has still to decide, so that nothing may give the answer away.</summary>
    bool IsSecret => _sitting.IsSecret;

    /// <summary>What the tour says to do next, in place of the brief, as Markdown. Null on a level of the pack.</summary>
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

    public override void Covered(Screen by)
    {
        if (by.Reads is { } what)
        {
            _sitting.Reads(what);
        }
    }

    public override void Shown()
    {
        _sitting.Reads(null);
        if (_sitting.Sandbox is null)
        {
            _pack.RememberOpen(_sitting.Entry);
        }

        if (_hasBriefToShow)
        {
            _hasBriefToShow = false;
            _sitting.ReadBrief();
            Game.Open(new BriefCard(this, _sitting.WholeBrief, () => _hasTaken));
            return;
        }

        if (_opensAfterwards && _sitting.Last is { } last)
        {
            _opensAfterwards = false;
            OpenAfterwards(last);
            return;
        }

        OpenClosing();
    }

    public override bool IsOff(Command command) => (IsSecret && TellsTheAnswer(command)) || (_answer.WhyNoPredicate is not null && NeedsPredicate(command))
        || (_sitting.Sandbox is not null && AskedDeeds.ContainsKey(command));

    public override bool GoesOn => true;

    public override string? CopyText => _sitting.Text + "\n";

    public override TimeSpan? NextTick => _sitting.IsWaiting ? PollTime : _isFlashing ? FlashTime : null;

    public override bool Tick(TimeSpan now)
    {
        var hasFlashed = HasFlashed(now);
        var wasJudging = _sitting.IsJudging;
        if (!_sitting.Poll())
        {
            return hasFlashed;
        }

        TakeScore();
        if (wasJudging && !_sitting.IsJudging)
        {
            SayLast();
        }
        else
        {
            SayKept();
        }

        if (_waiting != Command.None && !_sitting.IsBusy)
        {
            var command = _waiting;
            _waiting = Command.None;
            Do(command);
        }

        return true;
    }

    /// <summary>A verdict waits until it can be said and its text opened, and so does a key that waits for the score.</summary>
    bool IsNews => _sitting is { IsWaiting: true, IsJudging: false } && _waiting == Command.None;

    public override TimeSpan? NextTickBelow => IsNews ? PollTime : null;

    public override bool TickBelow()
    {
        if (!IsNews || !_sitting.Poll())
        {
            return false;
        }

        TakeScore();
        SayKept();
        return true;
    }

    /// <summary>Now it may be known whether what was told is kept.</summary>
    void SayKept()
    {
        if (_told is not null && _message is not null && _sitting.Last is { } last && last != _told)
        {
            SayTold(last);
        }
    }

    /// <summary>The moment is over.</summary>
    bool HasFlashed(TimeSpan now)
    {
        if (!_isFlashing)
        {
            return false;
        }

        _flashesSince ??= now;
        _isFlashing = now - _flashesSince < FlashTime;
        return !_isFlashing;
    }

    public override bool Do(Command command)
    {
        if (_answer.DoFirst(command, IsAnswering))
        {
            return true;
        }

        _isWarned &= command == Command.NextLevel;
        if (_sitting.IsBusy && NeedsScore(command))
        {
            _waiting = command;
            return true;
        }

        return DoSandbox(command) || DoLevel(command) || _focus switch
        {
            Pane.Brief => _brief.Do(command),
            Pane.Map => DoMap(command),
            Pane.Answer => _answer.Do(command),
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
                ClickMap(x, y);
            }
        }
        else if (_layout.Answer.Contains(x, y) && wheel == 0)
        {
            Focus(Pane.Answer);
            _answer.Click(_layout.Answer.Inset(), x, y);
        }
    }

    /// <summary>The card shows the page under the cursor of the list while the list has the focus, else the page under the map's cursor.</summary>
    void Focus(Pane pane)
    {
        _focus = pane;
        if (pane == Pane.Answer)
        {
            _answer.LeadOnMap();
        }
    }

    /// <summary>The keys are the answer's from now on.</summary>
    public void FocusAnswer() => _focus = Pane.Answer;

    /// <summary>What was said is not said any more.</summary>
    public void Quiet() => _message = null;

    /// <summary>Says something under the answer, until the answer changes.</summary>
    public void Say(string message, Ink ink)
    {
        _message = message;
        _messageInk = ink;
        _told = null;
    }

    public override void Type(string text) => _answer.Type(text, IsAnswering);

    /// <summary>Shows the newest score on the map that is drawn.</summary>
    public void TakeScore()
    {
        if (_map.Map != _sitting.Map)
        {
            var cursor = _answer.ChangesMap ? _map.Cursor : 0;
            _map = new MapPane(_sitting.Map);
            _map.MoveTo(cursor);
        }

        if (_sitting.DrawnRun?.Result is { } result)
        {
            _map.Verdicts = result.Verdicts;
            _map.VerdictsKey = result;
            _before.Take(_sitting.Latest!.Text.Text, _sitting.Map, result);
        }
        else if (IsSecret)
        {
            _map.Verdicts = [];
            _map.VerdictsKey = null;
        }
        else if (_sitting.Latest is { } wrong)
        {
            var before = _before.Of(wrong.Text.Text, _sitting.Map);
            _map.Verdicts = before is null ? [] : before.Verdicts;
            _map.VerdictsKey = before;
        }

        // A text that is no predicate has no verdicts: those of the text before are not taken for its own.
        _map.IsStale = _sitting is { Latest: not null, DrawnRun: null } && _map.Verdicts.Count > 0;
        _answer.ShowOnMap();
    }

    /// <summary>Who leaves a level before it is passed is told so; the same key again leads on.</summary>
    void GoToNext()
    {
        if (_sitting.Next is not null && !_isWarned && LeavesBehind is { } behind)
        {
            _isWarned = true;
            Say($"{behind} F9 once more goes on all the same.", Ink.Warning);
            return;
        }

        GoOn();
    }

    void GoOn()
    {
        if (_sitting.Next is { } next)
        {
            LevelOpener.Open(Game, _pack, next, replace: true);
        }
        else
        {
            Say("This is the last level. Esc goes back to the list.", Ink.Muted);
        }
    }

    /// <summary>What is not done here yet; null where nothing is, or nothing is to be passed.</summary>
    string? LeavesBehind => IsSecret && _sitting.IsChosen ? "This is not handed in yet: F5 does."
        : !_sitting.LeavesSomething ? null
        : _sitting.Rules.IsWatched ? "This scan is not seen to its end yet." : "This level is not passed yet.";
}

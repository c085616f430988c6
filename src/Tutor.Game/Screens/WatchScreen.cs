using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>The scan, step by step: play, pause, speed, back and forth, stops where something goes wrong.</summary>
sealed partial class WatchScreen : Screen
{
    /// <summary>Larger runs have more steps than anybody would watch, and than should be kept.</summary>
    public const int MostPages = 1 << 18;

    const int Fastest = 20;

    /// <summary>The speed of a step a tick; each speed is twice the one before it.</summary>
    const int StepATick = 5;

    /// <summary>The first speed is chosen so that a run takes at most this long, and at least half of it where possible.</summary>
    const double SecondsToTheEnd = 45;

    static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(33);

    readonly ScanReplay _replay;
    readonly MapPane _pane;
    readonly List<Look> _kinds;
    readonly Predicate _predicate;
    readonly CompactControl _control;
    readonly CompactionResult _result;
    readonly bool _isCalm;
    readonly Action? _seen;
    bool _isPlaying;
    bool _breaks;
    bool _followsScanner = true;
    int _speed = 1;
    TimeSpan? _last;
    Area _bar;
    Area _mapArea;

    /// <param name="page">Under the cursor.</param>
    /// <param name="seen">Called when the end is reached, each time.</param>
    public WatchScreen(MemoryMap map, Predicate predicate, RunSettings run, bool isCalm, int page = 0, Action? seen = null)
    {
        var trace = new ScanTrace();
        _result = Compaction.Run(map, predicate.Ask, run, trace);
        _replay = new ScanReplay(map, trace.Events, _result);
        _pane = new MapPane(map) { KeepsKinds = true };
        _pane.MoveTo(page);
        _kinds = [.. _pane.Legend.Kinds().Select(k => k.Look)];
        _predicate = predicate;
        _control = run.Control;
        _isCalm = isCalm;
        _seen = seen;
        _speed = Math.Clamp(StepATick + (int)Math.Ceiling(Math.Log2(Math.Max(1, _replay.Count) * TickTime.TotalSeconds / SecondsToTheEnd)), 1, Fastest);
    }

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Watch, KeyScope.Everywhere];

    public override string Name => "Watching the scan";

    public override TimeSpan? NextTick => _isPlaying ? StepTime : null;

    /// <summary>At the slowest speeds a step takes several ticks.</summary>
    TimeSpan StepTime => TickTime * (1 << Math.Max(0, StepATick - _speed));

    public override bool Tick(TimeSpan now)
    {
        if (!_isPlaying || (_last is { } last && now - last < StepTime))
        {
            return false;
        }

        _last = now;
        var stopped = _replay.StepUntil(1 << Math.Max(0, _speed - StepATick), e => _breaks && IsBreak(e));
        _isPlaying &= !stopped;
        Arrived();
        return true;
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Faster or Command.Slower:
                _speed = Math.Clamp(_speed + (command == Command.Faster ? 1 : -1), 1, Fastest);
                return true;
            case Command.BreakAtWrong:
                _breaks = !_breaks;
                return true;
            case Command.MoveLeft or Command.MoveRight:
                return MoveCursor(() => _pane.MoveCells(command == Command.MoveLeft ? -1 : 1, 0));
            case Command.MoveUp or Command.MoveDown:
                return MoveCursor(() => _pane.MoveCells(0, command == Command.MoveUp ? -1 : 1));
            case Command.ZoomIn or Command.ZoomOut:
                _pane.Zoom(command == Command.ZoomIn);
                return true;
            case Command.Card:
                _isPlaying = false;
                Game.Open(new CardScreen(_pane, CardLines));
                return true;
            default:
                return Travel(command);
        }
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            GoTo(_replay.Position + wheel);
        }
        else if (_bar.Contains(x, y))
        {
            GoTo((int)((long)(x - _bar.X) * _replay.Count / Math.Max(1, _bar.Width - 1)));
        }
        else if (_mapArea.Contains(x, y))
        {
            MoveCursor(() => _pane.Click(_mapArea, x, y));
        }
    }

    /// <summary>Commands that take the run to another moment.</summary>
    bool Travel(Command command)
    {
        var part = Math.Max(1, _replay.Count / 20);
        switch (command)
        {
            case Command.PlayPause when _isCalm:
                return StopAt(e => e.Kind is ScanEventKind.BatchEnds);
            case Command.PlayPause:
                _isPlaying = !_isPlaying && !_replay.IsAtEnd;
                _followsScanner |= _isPlaying;
                return true;
            case Command.StepForward:
                return GoTo(_replay.Position + 1);
            case Command.StepBack:
                return GoTo(_replay.Position - 1);
            case Command.PageDown:
                return GoTo(_replay.Position + part);
            case Command.PageUp:
                return GoTo(_replay.Position - part);
            case Command.First:
                return GoTo(0);
            case Command.Last:
                return GoTo(_replay.Count);
            case Command.NextFutile:
                return StopAt(ScanReplay.IsFutile);
            case Command.NextFalseSkip:
                return StopAt(ScanReplay.IsFalseSkip);
            case Command.ToCursor:
                return StopAt(IsAtCursor);
            default:
                return false;
        }
    }

    bool GoTo(int position)
    {
        _isPlaying = false;
        _followsScanner = true;
        _replay.GoTo(position);
        Arrived();
        return true;
    }

    bool StopAt(Func<ScanEvent, bool> isWanted)
    {
        _isPlaying = false;
        _followsScanner = true;
        _replay.GoToNext(isWanted);
        Arrived();
        return true;
    }

    void Arrived()
    {
        if (_replay.IsAtEnd)
        {
            _isPlaying = false;
            _seen?.Invoke();
        }
    }

    bool MoveCursor(Action move)
    {
        _followsScanner = false;
        move();
        return true;
    }

    bool IsBreak(ScanEvent e) => ScanReplay.IsFutile(e) || ScanReplay.IsFalseSkip(e) || IsAtCursor(e);

    /// <summary>The page under the cursor is looked at, tried, moved, taken as a target or moved to.</summary>
    bool IsAtCursor(ScanEvent e)
    {
        var pfn = _pane.Map.FirstPfn + _pane.Cursor;
        return e.Kind switch
        {
            ScanEventKind.Look or ScanEventKind.FreeChunkTaken => e.Pfn <= pfn && pfn < e.Pfn + Math.Max(1, e.Count),
            ScanEventKind.FolioSplit or ScanEventKind.SplitFailed => e.Pfn <= pfn && pfn < e.Pfn + e.Count,
            ScanEventKind.Moved => IsIn(e.Pfn) || IsIn(e.Count),
            ScanEventKind.LruLost or ScanEventKind.TryFailed or ScanEventKind.TryRefused or ScanEventKind.OutOfTargets or ScanEventKind.PieceFreed => IsIn(e.Pfn),
            ScanEventKind.PassBegins or ScanEventKind.ZoneBegins or ScanEventKind.ZoneGivenUp or ScanEventKind.ZoneEnds
                or ScanEventKind.CallBegins or ScanEventKind.CallEnds or ScanEventKind.LockTaken or ScanEventKind.LockReleased
                or ScanEventKind.RolledBack or ScanEventKind.BatchBegins or ScanEventKind.BatchEnds or ScanEventKind.FreeCallEnds => false,
        };

        bool IsIn(long first) => first <= pfn && pfn < first + e.Pages;
    }

    /// <summary>The card of the page under the cursor. Before the scan has decided about the page, its verdict is left out.</summary>
    List<Line> CardLines(int width)
    {
        var verdict = _replay.Verdicts[_pane.Cursor];
        return PageCard.Lines(_pane.Map, _pane.Cursor, verdict, _predicate, _control, width, isSecret: verdict == PageVerdict.NeverCandidate);
    }
}

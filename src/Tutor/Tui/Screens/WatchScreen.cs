using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>The scan, step by step: play, pause, speed, back and forth.</summary>
sealed class WatchScreen : Screen
{
    /// <summary>Larger runs have more steps than anybody would watch, and than should be kept.</summary>
    public const int MostPages = 1 << 18;

    const int Fastest = 16;
    readonly ScanReplay _replay;
    readonly MapPane _pane;
    readonly CompactionResult _result;
    readonly Action? _seen;
    bool _isPlaying;
    int _speed = 1;
    TimeSpan? _last;

    /// <param name="seen">Called once when the end is reached.</param>
    public WatchScreen(MemoryMap map, Predicate predicate, RunSettings run, bool isCalm, Action? seen = null)
    {
        var trace = new ScanTrace();
        _result = Compaction.Run(map, predicate.Ask, run, trace);
        _replay = new ScanReplay(map, trace.Events);
        _pane = new MapPane(map);
        _isPlaying = !isCalm;
        _seen = seen;
    }

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Watch, KeyScope.Everywhere];

    public override string Name => "Watching the scan";

    public bool IsAtEnd => _replay.IsAtEnd;

    public override bool Tick(TimeSpan now)
    {
        if (!_isPlaying || (_last is { } last && now - last < TimeSpan.FromMilliseconds(33)))
        {
            return false;
        }

        _last = now;
        Forward(1 << Math.Max(0, _speed - 1));
        return true;
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.PlayPause:
                _isPlaying = !_isPlaying && !_replay.IsAtEnd;
                return true;
            case Command.StepForward:
                _isPlaying = false;
                Forward(1);
                return true;
            case Command.StepBack:
                _isPlaying = false;
                _replay.Step(-1);
                return true;
            case Command.PageDown or Command.PageUp:
                _isPlaying = false;
                var part = Math.Max(1, _replay.Count / 20);
                Forward(command == Command.PageDown ? part : -part);
                return true;
            case Command.Faster or Command.Slower:
                _speed = Math.Clamp(_speed + (command == Command.Faster ? 1 : -1), 1, Fastest);
                return true;
            case Command.NextFutile:
                return StopAt(e => e.Kind == ScanEventKind.TryRefused);
            case Command.NextFalseSkip:
                return StopAt(e => e is { Kind: ScanEventKind.Look, Verdict: PageVerdict.FalseSkip });
            case Command.First:
                _isPlaying = false;
                _replay.GoTo(0);
                return true;
            case Command.Last:
                Forward(_replay.Count);
                return true;
            default:
                return false;
        }
    }

    public override void Draw(Grid grid)
    {
        var state = _replay.IsAtEnd ? "at the end" : _isPlaying ? "playing" : "paused";
        TitleBar.Draw(grid, "Watching the scan", $"{state}, speed {_speed}");
        _pane.Verdicts = _replay.Verdicts;
        _pane.VerdictsKey = new object();
        _pane.Marks = _replay.Marks;
        _pane.MoveTo(_replay.MigratePage);
        var right = Math.Clamp(grid.Width * 36 / 100, 30, 48);
        var inside = grid.Box(new Area(0, 1, grid.Width - right, grid.Height - 5), "Memory map");
        _pane.Draw(grid, inside, isActive: false);
        var side = grid.Box(new Area(grid.Width - right, 1, right, grid.Height - 5), _replay.IsAtEnd ? "The whole run" : "Until now");
        grid.Put(side, Numbers(side.Width));
        var text = new Area(1, grid.Height - 4, grid.Width - 2, 2);
        grid.Put(text, Wrapping.Wrap(_replay.Narration(), text.Width, Ink.Strong));
        DrawBar(grid, grid.Height - 2);
        Footer.Draw(grid, Scopes);
    }

    void Forward(int steps)
    {
        _replay.Step(steps);
        if (_replay.IsAtEnd)
        {
            _isPlaying = false;
            _seen?.Invoke();
        }
    }

    bool StopAt(Func<ScanEvent, bool> isWanted)
    {
        _isPlaying = false;
        _replay.GoToNext(isWanted);
        Forward(0);
        return true;
    }

    void DrawBar(Grid grid, int y)
    {
        var width = grid.Width - 24;
        var done = _replay.Count == 0 ? width : (int)((long)width * _replay.Position / _replay.Count);
        for (var x = 0; x < width; x++)
        {
            grid.Set(1 + x, y, new Cell(x < done ? Glyphs.Current.Full : Glyphs.Current.Light, x < done ? Ink.Accent : Ink.Border));
        }

        grid.Put(width + 2, y, $"{Words.Count(_replay.Position)} / {Words.Count(_replay.Count)}", Ink.Muted);
    }

    List<Line> Numbers(int width)
    {
        var lines = new List<Line>();
        void Add(string name, long value, Ink ink = Ink.Text) =>
            lines.Add(Line.Of(new Run(TextColumns.Pad(name, Math.Min(24, width - 9)), ink), new Run(TextColumns.Pad(Words.Count(value), 8, right: true), Ink.Strong)));
        if (_replay.IsAtEnd)
        {
            var c = _result.Counters;
            lines.Add(Line.Of("As /proc/vmstat counts", Ink.Title));
            Add("compact_migrate_scanned", c.CompactMigrateScanned);
            Add("compact_free_scanned", c.CompactFreeScanned);
            Add("compact_isolated", c.CompactIsolated);
            Add("pgmigrate_success", c.PgmigrateSuccess, Ink.Migrated);
            Add("pgmigrate_fail", c.PgmigrateFail, Ink.Futile);
            lines.Add(Line.Empty);
            Add("blocks freed", _result.Metrics.BlocksFreed);
            Add("LRU locks", _result.Metrics.LruLocks);
            Add("batches", _result.Metrics.Batches);
        }
        else
        {
            Add("looked at", _replay.LookedAt);
            Add("isolated", _replay.Isolated);
            Add("pgmigrate_success", _replay.Moved, Ink.Migrated);
            Add("pgmigrate_fail", _replay.Failed, Ink.Futile);
            Add("LRU locks", _replay.Locks);
            Add("batches", _replay.Batches);
            Add("pass", _replay.Pass);
        }

        lines.Add(Line.Empty);
        lines.Add(Line.Of(new Run("M", Ink.Strong, CellStyle.Bold), new Run(" migrate scanner", Ink.Muted)));
        if (_replay.Marks.Values.Any(m => m.Glyph == "F"))
        {
            lines.Add(Line.Of(new Run("F", Ink.Strong, CellStyle.Bold), new Run(" free scanner", Ink.Muted)));
        }

        lines.Add(Line.Of(new Run("i", Ink.Accent, CellStyle.Bold), new Run(" isolated, waits to move", Ink.Muted)));
        foreach (var verdict in new[] { PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.SkippedPin, PageVerdict.FalseSkip })
        {
            var look = VerdictLooks.Of(verdict);
            lines.Add(Line.Of(new Run(look.Glyph, look.Ink, CellStyle.Bold), new Run($" {look.Name}", Ink.Muted)));
        }

        return lines;
    }
}

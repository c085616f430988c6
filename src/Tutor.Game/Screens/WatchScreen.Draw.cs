using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <content>The picture.</content>
sealed partial class WatchScreen
{
    static readonly PageVerdict[] LegendVerdicts =
        [PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.SkippedPin, PageVerdict.FalseSkip];

    public override void Draw(Grid grid)
    {
        var state = _replay.IsAtEnd ? "at the end" : _isPlaying ? "playing" : "paused";
        var speed = _isCalm ? ", nothing moves by itself" : $", speed {_speed}";
        TitleBar.Draw(grid, "Watching the scan", $"{state}{speed}{(_breaks ? ", stops at ! x and the cursor" : "")}");
        _pane.Verdicts = _replay.Verdicts;
        _pane.VerdictsKey = new object();
        _pane.Marks = _replay.Marks;
        _pane.Follow = _followsScanner ? _replay.MigratePage : null;
        var right = Math.Clamp(grid.Width * 36 / 100, 32, 48);
        _mapArea = grid.Box(new Area(0, 1, grid.Width - right, grid.Height - 5), "Memory map");
        _pane.Draw(grid, _mapArea, isActive: true);
        var side = grid.Box(new Area(grid.Width - right, 1, right, grid.Height - 5), _replay.IsAtEnd ? "The whole run" : "Until now");
        grid.Put(side, Numbers(side));
        var text = new Area(1, grid.Height - 4, grid.Width - 2, 2);
        grid.Put(text, Wrapping.Wrap(Narration(), text.Width, Ink.Strong));
        DrawBar(grid, grid.Height - 2);
        Footer.Draw(grid, Scopes);
    }

    string Narration() => _replay.Position > 0 ? _replay.Narration()
        : $"{_replay.Narration()} {(_isCalm ? "Space goes on to the end of a batch" : "Space plays")}, Right is one step, End skips all of it.";

    void DrawBar(Grid grid, int y)
    {
        var width = grid.Width - 24;
        _bar = new Area(1, y, width, 1);
        var done = _replay.Count == 0 ? width : (int)((long)width * _replay.Position / _replay.Count);
        for (var x = 0; x < width; x++)
        {
            grid.Set(1 + x, y, new Cell(x < done ? Glyphs.Current.Full : Glyphs.Current.Light, x < done ? Ink.Title : Ink.Border));
        }

        grid.Put(width + 2, y, $"{Words.Count(_replay.Position)} / {Words.Count(_replay.Count)}", Ink.Muted);
    }

    List<Line> Numbers(Area area)
    {
        var lines = new List<Line>();
        void Add(string name, long value, Ink ink = Ink.Text) =>
            lines.Add(Line.Of(new Run(TextColumns.Pad(name, 23), ink), new Run(TextColumns.Pad(Words.Count(value), Math.Min(11, area.Width - 23), right: true), Ink.Strong)));
        var now = _replay.Counters;
        var end = _replay.IsAtEnd ? _result.Metrics : null;
        Add("compact_migrate_scanned", now.MigrateScanned);
        Add("compact_free_scanned", now.FreeScanned);
        Add("compact_isolated", now.Isolated);
        Add("pgmigrate_success", now.Success, Ink.Migrated);
        Add("pgmigrate_fail", end?.PgmigrateFail ?? now.Fail, Ink.Futile);
        Add("LRU locks", now.Locks);
        Add("batches", now.Batches);
        if (end is not null)
        {
            Add("blocks freed", end.BlocksFreed);
        }
        else
        {
            Add("pass", now.Pass);
        }

        var legend = _replay.Legend.Concat(LegendVerdicts.Select(VerdictLooks.Of)).ToList();
        if (lines.Count + legend.Count < area.Height)
        {
            lines.Add(Line.Empty);
        }

        lines.AddRange(legend.Select(l => Line.Of(new Run(l.Glyph, l.Ink, CellStyle.Bold), new Run($" {l.Name}", Ink.Muted))));
        return lines;
    }
}

using System.Globalization;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <content>The picture.</content>
sealed partial class WatchScreen
{
    /// <summary>Rows from which the course over time has room above the bar.</summary>
    const int RoomForCourse = 30;

    /// <summary>Rows of the side from which the orders have a row each.</summary>
    const int RoomForTable = 30;

    /// <summary>Columns of the map from which its legend has three rows.</summary>
    const int WideLegend = 76;

    /// <summary>A huge page of 2 MiB.</summary>
    const int HugeOrder = 9;

    static readonly PageVerdict[] LegendVerdicts =
        [PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.SkippedPin, PageVerdict.FalseSkip];

    public override void Draw(Grid grid)
    {
        var state = _replay.IsAtEnd ? "at the end" : _isPlaying ? "playing" : "paused";
        var speed = _isCalm ? ", nothing moves by itself" : $", speed {_speed}";
        TitleBar.Draw(grid, "Watching the scan", $"{state}{speed}{(_breaks ? ", stops at ! x and the cursor" : "")}");
        _pane.Verdicts = _replay.Verdicts;
        _pane.VerdictsKey = new object();
        _pane.Marks = [.. _replay.Marks.Select(m => (m.Page, ScanLooks.Of(m.Mark)))];
        _pane.Ahead = _replay.IsAtEnd ? int.MaxValue : _replay.MigratePage;
        _pane.Follow = _followsScanner ? _replay.MigratePage : null;
        var right = Math.Clamp(grid.Width * 36 / 100, 32, 48);
        var course = grid.Height >= RoomForCourse ? 2 : 0;
        var height = grid.Height - 5 - course;
        var map = new Area(0, 1, grid.Width - right + 1, height);
        var legend = map.Width >= WideLegend ? 3 : 4;
        _mapArea = map.Inset() with { Height = height - 2 - legend };
        _pane.Fit(_mapArea);
        var inside = grid.Box(map, MapTitle(), isJoined: true);
        _pane.Draw(grid, _mapArea, isActive: true);
        grid.Put(inside with { Y = inside.Bottom - legend, Height = legend }, LegendLines(inside.Width, legend));
        var side = grid.Box(new Area(grid.Width - right, 1, right, height), _replay.IsAtEnd ? "The whole run" : "Until now", isJoined: true);
        grid.Put(side, Numbers(side));
        var text = new Area(1, 1 + height, grid.Width - 2, 2);
        grid.Put(text, Wrapping.Wrap(Narration(), text.Width, Ink.Strong));
        if (course > 0)
        {
            DrawCourse(grid, grid.Height - 4);
        }

        DrawBar(grid, grid.Height - 2);
        Footer.Draw(grid, Scopes);
    }

    string MapTitle() => _replay.IsAtEnd ? $"Memory map, {_pane.Scale}" : $"Kinds ahead of M, {_pane.Scale}";

    /// <summary>Every mark that this run can show: kinds in a row, then scanners and what becomes of pages.</summary>
    List<Line> LegendLines(int width, int rows)
    {
        List<Look> marks = [.. _replay.Legend.Select(ScanLooks.Of), .. LegendVerdicts.Select(VerdictLooks.Of), ScanLooks.Left];
        return [.. MapLegend.Lines(_kinds, width, 1, key: null), .. MapLegend.Lines(marks, width, rows - 1, key: null)];
    }

    /// <summary>What happened when: pages that moved, and wasted or missed ones, above the part of the bar that they belong to.</summary>
    void DrawCourse(Grid grid, int y)
    {
        var width = BarWidth(grid);
        var (moved, wrong) = _replay.Course(width);
        var most = Math.Max(moved.Max(), wrong.Max());
        grid.Put(1, y, Sparkline.Of(moved, most), Ink.Migrated);
        grid.Put(width + 2, y, "moved", Ink.Migrated);
        grid.Put(1, y + 1, Sparkline.Of(wrong, most), Ink.Futile);
        grid.Put(width + 2, y + 1, "futile, false skips", Ink.Futile);
    }

    static int BarWidth(Grid grid) => grid.Width - 24;

    string Narration() => _replay.Position > 0 ? _replay.Narration()
        : $"{_replay.Narration()} {(_isCalm ? "Space goes on to the end of a batch" : "Space plays")}, Right is one step, End skips all of it.";

    void DrawBar(Grid grid, int y)
    {
        var width = BarWidth(grid);
        _bar = new Area(1, y, width, 1);
        var done = _replay.Count == 0 ? width : (int)((long)width * _replay.Position / _replay.Count);
        for (var x = 0; x < width; x++)
        {
            grid.Set(1 + x, y, new Cell(x < done ? Glyphs.Full : Glyphs.Horizontal, x < done ? Ink.Title : Ink.Border));
        }

        grid.Put(width + 2, y, $"{Words.Count(_replay.Position)} / {Words.Count(_replay.Count)}", Ink.Muted);
    }

    List<Line> Numbers(Area area)
    {
        var lines = new List<Line>();
        void Add(string name, long value, Ink ink = Ink.Text) =>
            lines.Add(Line.Of(new Run(name, ink), new Run(TextColumns.Pad(Words.Count(value), Math.Min(34, area.Width) - name.Length, right: true), Ink.Strong)));
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

        AddFree(lines, area);
        if (!_replay.HasTargets)
        {
            lines.Add(Line.Empty);
            lines.AddRange(Wrapping.Wrap("This run has no free scanner: every page finds a frame to move to.", area.Width, Ink.Muted));
        }

        return lines;
    }

    /// <summary>Free blocks by order, before, now and at the end after: a table where there is room, else a bar for each order.</summary>
    void AddFree(List<Line> lines, Area area)
    {
        var (before, now, after) = _replay.FreeBlocks;
        var last = _replay.IsAtEnd ? ("after", after) : ("now", now);
        if (area.Height >= RoomForTable)
        {
            lines.Add(Line.Empty);
            lines.Add(Line.Of(new Run(TextColumns.Pad("free blocks", 14), Ink.Title), new Run(TextColumns.Pad("before", 9, right: true), Ink.Muted),
                new Run(TextColumns.Pad(last.Item1, 9, right: true), Ink.Muted)));
            for (var order = FreeFrames.LargestOrder; order >= 0; order--)
            {
                var more = last.Item2[order] > before[order];
                lines.Add(Line.Of(new Run(TextColumns.Pad($"order {order}", 9)), new Run(TextColumns.Pad(SizeOf(order), 8, right: true), Ink.Muted),
                    new Run(TextColumns.Pad(Words.Count(before[order]), 6, right: true)),
                    new Run(TextColumns.Pad(Words.Count(last.Item2[order]), 9, right: true), more ? Ink.Good : Ink.Text)));
            }

            lines.Add(Line.Of(new Run(TextColumns.Pad("unusable", 14)), new Run(TextColumns.Pad(Unusable(before), 9, right: true)),
                new Run(TextColumns.Pad(Unusable(last.Item2), 9, right: true), Ink.Strong)));
            lines.Add(Line.Of("of free pages, for a huge page (order 9)", Ink.Muted));
            return;
        }

        lines.Add(Line.Of("free by order 0-10, unusable", Ink.Title));
        foreach (var (name, blocks) in new[] { ("before", before), last })
        {
            var most = Math.Max(before.Max(), last.Item2.Max());
            lines.Add(Line.Of(new Run(TextColumns.Pad(name, 7), Ink.Muted), new Run(Sparkline.Of([.. blocks.Select(b => (long)b)], most), Ink.Migrated),
                new Run(TextColumns.Pad(Unusable(blocks), 7, right: true), Ink.Strong)));
        }
    }

    static string SizeOf(int order) => order < 8 ? $"{4 << order} KiB" : $"{1 << order - 8} MiB";

    /// <summary>Of the free pages, those that make no block of a huge page (order 9).</summary>
    static string Unusable(int[] blocks) =>
        FreeFrames.Unusable(blocks, HugeOrder) is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%") : "none";
}

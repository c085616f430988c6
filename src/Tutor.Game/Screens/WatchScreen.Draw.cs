using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <content>The picture.</content>
sealed partial class WatchScreen
{
    /// <summary>From here on what becomes of candidates is counted beside the map, and the legend need not name it.</summary>
    const int RoomForScore = 30;

    static readonly PageVerdict[] LegendVerdicts =
        [PageVerdict.Migrated, PageVerdict.Futile, PageVerdict.NoTarget, PageVerdict.SkippedPin, PageVerdict.FalseSkip];

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
        var hasScore = grid.Height >= RoomForScore;
        List<Look> marks = [.. _replay.Legend.Select(ScanLooks.Of), .. hasScore ? [] : LegendVerdicts.Where(v => v != PageVerdict.NoTarget || _replay.RunsOutOfTargets).Select(VerdictLooks.Of), ScanLooks.Left];
        var layout = WatchLayout.For(grid.Width, grid.Height, _pane.Extent, width => RowsOfLegend(marks, width));
        _mapArea = layout.Cells;
        _pane.Fit(_mapArea);
        grid.Box(layout.Map, MapTitle(layout.Map.Width - 6), isJoined: true);
        _pane.Draw(grid, _mapArea, isActive: true);
        grid.Put(layout.Legend, LegendLines(marks, layout.Legend));
        DrawNumbers(grid, layout, hasScore);
        grid.Put(layout.Said, Wrapping.Wrap(Narration(), layout.Said.Width, Ink.Strong));
        DrawBar(grid, layout);
        grid.ThumbsAgain();
        Footer.Draw(grid, Scopes);
    }

    /// <summary>Whole names, where they do not take more rows from the map than that.</summary>
    int RowsOfLegend(List<Look> marks, int width)
    {
        const int most = 3;
        var whole = MapLegend.Wanted(marks, width, isShort: false);
        return MapLegend.Wanted(_kinds, width, isShort: true) + (whole <= most ? whole : MapLegend.Wanted(marks, width, isShort: true));
    }

    string MapTitle(int width)
    {
        var what = _replay.IsAtEnd ? "Memory map" : "Kinds ahead of M";
        return $"{(what.Length + _pane.Scale.Length + 2 <= width ? what : "Map")}, {_pane.Scale}";
    }

    /// <summary>Every mark that this run can show: kinds, then scanners and what becomes of pages.</summary>
    List<Line> LegendLines(List<Look> marks, Area area)
    {
        var forKinds = Math.Min(MapLegend.Wanted(_kinds, area.Width, isShort: true), Math.Max(1, area.Height / 2));
        return [.. MapLegend.Lines(_kinds, area.Width, forKinds, key: null), .. MapLegend.Lines(marks, area.Width, area.Height - forKinds, key: null)];
    }

    /// <summary>Numbers at the right; what happened when stands below them, where it has no pane of its own.</summary>
    void DrawNumbers(Grid grid, WatchLayout layout, bool hasScore)
    {
        var side = grid.Box(layout.Side, _replay.IsAtEnd ? "The whole run" : "Until now", isJoined: true);
        side = side.Width > 40 ? side with { X = side.X + 1, Width = side.Width - 2 } : side with { Width = side.Width - 1 };
        var lines = ScanNumbers.Lines(_replay, _replay.IsAtEnd ? _result.Metrics : null, side.Width, side.Height, hasScore);
        grid.Put(side, lines);
        var rest = side with { Y = side.Y + lines.Count + 1, Height = side.Height - lines.Count - 1 };
        if (layout.Course.Height > 0)
        {
            var inside = grid.Box(layout.Course, "Over time", isJoined: true);
            ScanCourse.Draw(grid, inside, _replay, BarWidth(layout), isBesideBar: true);
        }
        else if (rest.Height > 1)
        {
            ScanCourse.Draw(grid, rest, _replay, rest.Width, isBesideBar: false);
        }
    }

    /// <summary>Columns of the bar: what is said at its right has the same room from begin to end.</summary>
    int BarWidth(WatchLayout layout) => layout.Bar.Width - Math.Max(Position(_replay.Count).Length + 1, layout.Course.Height > 0 ? 18 : 0);

    string Position(int at) => $"{Words.Count(at)} / {Words.Count(_replay.Count)}";

    string Narration() => _replay.Position > 0 ? _replay.Narration()
        : $"{_replay.Narration()} {(_isCalm ? "Space goes on to the end of a batch" : "Space plays")}, Right is one step, End skips all of it.";

    void DrawBar(Grid grid, WatchLayout layout)
    {
        var width = BarWidth(layout);
        _bar = layout.Bar with { Width = width };
        var done = _replay.Count == 0 ? width : (int)((long)width * _replay.Position / _replay.Count);
        for (var x = 0; x < width; x++)
        {
            grid.Set(_bar.X + x, _bar.Y, new Cell(x < done ? Glyphs.Full : Glyphs.Horizontal, x < done ? Ink.Title : Ink.Border));
        }

        grid.Put(_bar.Right + 1, _bar.Y, Position(_replay.Position), Ink.Muted);
    }
}

using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <content>Where the levels stand, and what is said of them.</content>
sealed partial class HomeScreen
{
    /// <summary>One row a chapter and a level, a blank one between chapters.</summary>
    List<(string? Chapter, int? Level)> Rows()
    {
        var rows = new List<(string?, int?)>();
        string? chapter = null;
        for (var i = 0; i < _levels.Count; i++)
        {
            if (!IsShown(_levels[i]))
            {
                continue;
            }

            if (_levels[i].Level.ChapterTitle != chapter)
            {
                if (chapter is not null)
                {
                    rows.Add((null, null));
                }

                chapter = _levels[i].Level.ChapterTitle;
                rows.Add((chapter, null));
            }

            rows.Add((null, i));
        }

        return rows;
    }

    /// <summary>Where the list lies: in two columns where it is broad enough for them and too long for one.</summary>
    void LayOutList(Area area)
    {
        _list = area;
        _rows = Rows();
        _half = 0;
        if (area.Width < TwoColumns || _rows.Count <= area.Height)
        {
            return;
        }

        // A chapter is not torn apart: the blank row before it ends the first column.
        var breaks = Enumerable.Range(1, _rows.Count - 1).Where(i => _rows[i] is { Chapter: null, Level: null });
        var half = breaks.LastOrDefault(i => i <= area.Height);
        _half = _rows.Count - half - 1 <= area.Height ? half : 0;
    }

    /// <summary>What is seen of the list, and where.</summary>
    List<(Area Area, string? Chapter, int? Level)> Places()
    {
        var places = new List<(Area, string?, int?)>();
        if (_list.Height < 1)
        {
            // The window was too small from the beginning, and nothing was drawn yet.
            return places;
        }

        if (_half > 0)
        {
            var left = _list with { Width = (_list.Width - ColumnGap) / 2, Height = 1 };
            var right = left with { X = left.Right + ColumnGap };
            places.AddRange(_rows.Take(_half).Select((r, i) => (left with { Y = _list.Y + i }, r.Chapter, r.Level)));
            places.AddRange(_rows.Skip(_half + 1).Select((r, i) => (right with { Y = _list.Y + i }, r.Chapter, r.Level)));
            return places;
        }

        var selectedRow = Math.Max(0, _rows.FindIndex(r => r.Level == _selected));
        _first = Math.Clamp(_first, Math.Max(0, selectedRow - _list.Height + 1), Math.Max(0, selectedRow - 1));
        places.AddRange(_rows.Skip(_first).Take(_list.Height).Select((r, i) => (_list with { Y = _list.Y + i, Height = 1 }, r.Chapter, r.Level)));
        return places;
    }

    void DrawList(Grid grid)
    {
        var next = NextForYou();
        foreach (var (area, chapter, level) in Places())
        {
            if (chapter is not null)
            {
                DrawChapter(grid, area, chapter);
            }
            else if (level is { } i)
            {
                DrawLevel(grid, area, _levels[i], i == _selected, i == next);
            }
        }

        if (_half == 0)
        {
            grid.ScrollBar(_list with { Width = _list.Width + 1 }, _first, _rows.Count);
        }
    }

    /// <summary>How much of the course is passed, as a line under the title.</summary>
    void DrawProgress(Grid grid, Area row, int passed)
    {
        var done = Math.Max(1, row.Width * passed / _levels.Count);
        for (var x = 0; x < row.Width; x++)
        {
            grid.Set(row.X + x, row.Y, new Cell(x < done ? Glyphs.DoubleHorizontal : Glyphs.Horizontal, x < done ? Ink.Good : Ink.Border));
        }
    }

    void DrawChapter(Grid grid, Area row, string chapter)
    {
        grid.Put(row.X, row.Y, chapter, Ink.Title, style: CellStyle.Bold, limit: row.Width);
        var levels = _levels.Where(l => l.Level.ChapterTitle == chapter).ToList();
        var passed = levels.Count(l => l.IsPassed);
        if (passed > 0)
        {
            var right = $"{passed} of {levels.Count}";
            grid.Put(row.Right - right.Length - 1, row.Y, right, passed == levels.Count ? Ink.Good : Ink.Muted);
        }
    }

    static void DrawLevel(Grid grid, Area row, LevelStanding level, bool isSelected, bool isNext)
    {
        var paper = isSelected ? Paper.Selected : Paper.Normal;
        // In sixteen colours grey cannot be read on the bar.
        var quiet = isSelected ? Ink.Text : Ink.Muted;
        grid.Fill(row, paper);
        grid.Put(row.X + 1, row.Y, isSelected ? Glyphs.Arrow : " ", Ink.Accent, paper);
        grid.Put(row.X + 3, row.Y, Medals.Mark(level), level.IsPassed ? Ink.Good : quiet, paper);
        var right = level.Level.Problem is not null ? "cannot be played"
            : isNext ? (level.Word.Length > 0 ? $"{level.Word}, next for you" : "next for you")
            : level.Word.Length > 0 ? level.Word : $"{level.Level.Minutes} min";
        grid.Put(row.X + 7, row.Y, TextColumns.Fit(level.Level.Title, row.Width - 9 - right.Length), isSelected ? Ink.Strong : Ink.Text, paper,
            isSelected ? CellStyle.Bold : CellStyle.None);
        grid.Put(row.Right - right.Length - 1, row.Y, right,
            level.Level.Problem is not null ? Ink.Bad : isNext ? Ink.Title : level.IsPassed ? Ink.Good : quiet, paper);
    }

    void DrawAbout(Grid grid, Area area, LevelStanding level)
    {
        // A blank column on both sides, as in a popup.
        var inside = grid.Box(area, level.Level.Title);
        inside = inside with { X = inside.X + 1, Width = inside.Width - 2 };
        if (_aboutOf != (level, inside.Width, inside.Height))
        {
            // Made once for a level and a size, because it reads the tries from the store and lays the brief out.
            _aboutOf = (level, inside.Width, inside.Height);
            var bests = level.IsPassed ? Tries.Bests(Tries.Read(pack.Progress.History(level.Level.Id)), level.Level.CountedMetrics) : [];
            _about = LevelAbout.Lines(level, bests, [.. _levels.Where(l => l.Level.ChapterTitle == level.Level.ChapterTitle)], inside);
        }

        grid.Put(inside, _about);
    }
}

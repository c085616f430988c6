using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>The levels, chapter by chapter, with what the player has reached. Nothing is locked.</summary>
sealed class HomeScreen(PlayedPack pack) : Screen
{
    /// <summary>Columns from which the list can stand in two.</summary>
    const int TwoColumns = 100;

    const int ColumnGap = 3;

    List<LevelStanding> _levels = [];
    LevelFilter _filter;
    int _selected = -1;
    string? _played;
    int _first;
    string? _search;

    /// <summary>What comes after the course and was found; null: a level.</summary>
    AfterScreen.Deed? _foundDeed;
    Area _list;
    List<(string? Chapter, int? Level)> _rows = [];

    /// <summary>The rows of the first of two columns; 0 where there is one.</summary>
    int _half;
    (LevelStanding Level, int Width, int Height)? _aboutOf;
    List<Line> _about = [];
    bool _wasRevising;
    string? _said;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Home, KeyScope.Everywhere];

    public override string Name => "Levels";

    public override bool IsEditing => _search is not null;

    public CatalogEntry? Selected => _selected >= 0 && _selected < _levels.Count ? _levels[_selected].Level : null;

    public override void Shown()
    {
        Game.Texts = pack.ReadText;
        pack.Leave();
        pack.Revise();
        _wasRevising = pack.IsRevising;
        _levels = pack.Standings();
        _aboutOf = null;
        var played = pack.LastOpened;
        var last = _levels.FindIndex(l => l.Level.Id == played);
        if (_selected < 0)
        {
            _selected = last >= 0 && !_levels[last].IsPassed ? last : NextForYou();
        }
        else if (last >= 0 && played != _played)
        {
            // The player went on from level to level, or came in by the command line: that is where they are.
            _selected = last;
        }

        _played = played;
        Select(_selected);
    }

    public override TimeSpan? NextTick => _wasRevising ? TimeSpan.FromMilliseconds(100) : null;

    public override bool Tick(TimeSpan now)
    {
        if (!_wasRevising || pack.IsRevising)
        {
            return pack.Poll();
        }

        _wasRevising = false;
        _levels = pack.Standings();
        pack.Poll();
        return true;
    }

    public override void Draw(Grid grid)
    {
        var (passed, gold) = (_levels.Count(l => l.IsBehind), _levels.Count(l => l.State == LevelState.Gold));
        TitleBar.Draw(grid, pack.Title, $"{passed} of {_levels.Count} passed{(gold > 0 ? $", {gold} gold" : "")}");
        // Whole, with its cure: a player who reads half of it loses what they play.
        var notice = pack.Progress.Notice is { } problem ? Wrapping.Wrap(Words.Sentence(problem.ToString()), grid.Width - 2, Ink.Warning) : [];
        var wide = grid.Width >= 100;
        var listWidth = wide ? grid.Width * 6 / 10 : grid.Width;
        var aboutHeight = wide ? 0 : 6;
        LayOutList(new Area(1, 2, listWidth - 3, grid.Height - 3 - aboutHeight - notice.Count));
        DrawList(grid);
        if (Selected is not null)
        {
            var area = wide
                ? new Area(listWidth, 2, grid.Width - listWidth - 1, grid.Height - 4 - Math.Max(0, notice.Count - 1))
                : new Area(0, grid.Height - 1 - aboutHeight - notice.Count, grid.Width, aboutHeight);
            DrawAbout(grid, area, _levels[_selected]);
        }

        grid.Put(new Area(1, grid.Height - 1 - notice.Count, grid.Width - 2, notice.Count), notice);

        // There is nothing behind the list to go back to.
        Footer.Draw(grid, Scopes, isOff: c => c == Command.Back);
        if (_filter == LevelFilter.All && (_said ?? pack.Revised?.Sentence) is { } said)
        {
            grid.Put(1, 1, said, Ink.Accent, limit: grid.Width - 2);
        }
        else if (passed > 0 && _filter == LevelFilter.All)
        {
            DrawProgress(grid, new Area(1, 1, grid.Width - 2, 1), passed);
        }

        if (_filter != LevelFilter.All && _search is null)
        {
            grid.Put(1, 1, _filter == LevelFilter.ToPass ? "shown: what is left to pass" : "shown: passed, with a medal left", Ink.Title, limit: grid.Width - 2);
        }

        if (_search is not null)
        {
            grid.Fill(new Area(0, grid.Height - 1, grid.Width, 1), Paper.Bar);
            var x = grid.Put(1, grid.Height - 1, $"find: {_search}", Ink.Strong, Paper.Bar);
            grid.Put(x + 3, grid.Height - 1, _foundDeed is { } deed ? $"Enter opens: {deed.Title}" : "Enter takes it, Esc forgets it", _foundDeed is null ? Ink.Muted : Ink.Accent, Paper.Bar);
            grid.Cursor = (x, grid.Height - 1);
        }
    }

    public override bool Do(Command command)
    {
        _said = null;
        switch (command)
        {
            case Command.Up:
                Step(-1);
                return true;
            case Command.Down:
                Step(1);
                return true;
            case Command.PageUp:
                Select(ChapterStart(-1));
                return true;
            case Command.PageDown:
                Select(ChapterStart(1));
                return true;
            case Command.First:
                Select(_levels.FindIndex(IsShown));
                return true;
            case Command.Last:
                Select(_levels.FindLastIndex(IsShown));
                return true;
            case Command.NextLevel:
                _filter = LevelFilter.All;
                Select(NextForYou());
                return true;
            case Command.Filter:
                NextFilter();
                return true;
            case Command.After:
                Game.Open(new AfterScreen(pack, ShowWhatIsLeftForGold));
                return true;
            case Command.GoldLeft:
                ShowWhatIsLeftForGold();
                return true;
            case Command.Open:
                var found = _foundDeed;
                (_search, _foundDeed) = (null, null);
                if (found is not null)
                {
                    var after = new AfterScreen(pack, ShowWhatIsLeftForGold);
                    Game.Open(after);
                    after.Do(found.Command);
                }
                else if (Selected is { } level)
                {
                    LevelOpener.Open(Game, pack, level);
                }

                return true;
            case Command.Search:
                _search = "";
                return true;
            case Command.Back:
                // The list is the bottom: leaving is Ctrl+Q, so that one Esc too many loses nothing.
                (_search, _foundDeed) = (null, null);
                return true;
            case Command.Sheet:
                var sheet = PlayerSheet.Markdown(pack.Title, _levels, pack.Progress.History);
                Game.Open(SavedText.Screen("Your cheat sheet", sheet, pack, "sheet.md", sheet));
                return true;
            case Command.Dump:
                Game.Open(new DumpScreen());
                return true;
            case Command.Glossary:
                OpenGlossary();
                return true;
            default:
                return false;
        }
    }

    public override bool Press(KeyPress key)
    {
        if (_search is null)
        {
            return false;
        }

        switch (key.Name)
        {
            case "Backspace":
                _search = _search.Length > 0 ? _search[..^1] : _search;
                Find(_search);
                return true;
            default:
                return false;
        }
    }

    public override void Type(string text)
    {
        if (_search is null)
        {
            return;
        }

        _search += text;
        Find(_search);
    }

    /// <summary>To the first level that has it; where none has a word that begins so, to what comes after the course.</summary>
    void Find(string typed)
    {
        string NameOf(LevelStanding level) => $"{level.Level.Id} {level.Level.Title} {level.Level.ChapterTitle}";
        var found = WordSearch.Find(_levels.Where(IsShown), typed, NameOf, _ => "");
        var isBeginning = typed.Length == 0 || found.Any(l => WordSearch.HasBeginning(NameOf(l), typed));
        _foundDeed = isBeginning ? null : AfterScreen.Deeds.FirstOrDefault(d => WordSearch.HasBeginning(d.Title, typed));
        if (_foundDeed is null && found is [var first, ..])
        {
            Select(_levels.IndexOf(first));
        }
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            Step(Math.Sign(wheel));
            return;
        }

        if (Places().Find(p => p.Area.Contains(x, y)) is { Level: { } clicked })
        {
            var isSecond = clicked == _selected;
            Select(clicked);
            if (isSecond)
            {
                Do(Command.Open);
            }
        }
    }

    bool IsShown(LevelStanding level) => _filter switch
    {
        LevelFilter.ToPass => !level.IsPassed && !level.IsDone,
        LevelFilter.ToPolish => level is { IsPassed: true, IsDone: false },
        LevelFilter.All => true,
    };

    /// <summary>The first level in order that is not passed.</summary>
    int NextForYou() => Math.Max(0, _levels.FindIndex(l => l is { IsPassed: false, IsDone: false, Level.Level: not null }));

    void Select(int index) => _selected = _levels.Count == 0 ? -1 : Math.Clamp(index, 0, _levels.Count - 1);

    /// <summary>To the next level that is shown, if there is one.</summary>
    void Step(int step)
    {
        for (var i = _selected + step; i >= 0 && i < _levels.Count; i += step)
        {
            if (IsShown(_levels[i]))
            {
                _selected = i;
                return;
            }
        }
    }

    /// <summary>To the next filter that leaves something; the level under the cursor, or the one after it, stays.</summary>
    void NextFilter()
    {
        do
        {
            _filter = _filter == LevelFilter.ToPolish ? LevelFilter.All : _filter + 1;
        }
        while (!_levels.Exists(IsShown));
        var here = _levels.FindIndex(Math.Max(0, _selected), IsShown);
        Select(here >= 0 ? here : _levels.FindLastIndex(IsShown));
    }

    /// <summary>Levels that are passed and have a medal left; where there are none, that.</summary>
    void ShowWhatIsLeftForGold()
    {
        _filter = LevelFilter.ToPolish;
        if (!_levels.Exists(IsShown))
        {
            _filter = LevelFilter.All;
            _said = _levels.Exists(l => l.IsPassed) ? "Every level that you passed has its best medal." : "Nothing is passed yet: medals come behind that.";
            return;
        }

        Select(_levels.FindIndex(IsShown));
    }

    /// <summary>The first shown level of the chapter after this one; or of this one, then of the one before.</summary>
    int ChapterStart(int step)
    {
        var starts = Enumerable.Range(0, _levels.Count).Where(i => IsShown(_levels[i]))
            .GroupBy(i => _levels[i].Level.ChapterTitle).Select(g => g.First()).ToList();
        return step > 0
            ? starts.Find(s => s > _selected) is > 0 and var next ? next : _levels.FindLastIndex(IsShown)
            : starts.FindLast(s => s < _selected) is var before && before > 0 ? before : starts.FirstOrDefault(_selected);
    }

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
            // The window was too small from the beginning: nothing is seen yet.
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
        var inside = grid.Box(area, level.Level.Title);
        if (_aboutOf != (level, inside.Width, inside.Height))
        {
            // Made once for a level and a size: tries are read from where they are kept, and the brief is laid out.
            _aboutOf = (level, inside.Width, inside.Height);
            var bests = level.IsPassed ? Tries.Bests(Tries.Read(pack.Progress.History(level.Level.Id)), level.Level.CountedMetrics) : [];
            _about = LevelAbout.Lines(level, bests, [.. _levels.Where(l => l.Level.ChapterTitle == level.Level.ChapterTitle)], inside);
        }

        grid.Put(inside, _about);
    }

    void OpenGlossary()
    {
        if (pack.ReadText("glossary.md") is { } text)
        {
            Game.Open(new ReadingScreen("Glossary", text, "glossary.md", pack.ReadText) { Kinds = pack.Kinds });
        }
    }
}

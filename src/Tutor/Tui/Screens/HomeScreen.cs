using Tutor.Storage;
using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>The levels, chapter by chapter, with what the player has reached. Nothing is locked.</summary>
sealed class HomeScreen(IGameWorld world) : Screen
{
    readonly Dictionary<string, LevelProgress> _best = [];
    int _selected = -1;
    string? _played;
    int _first;
    string? _search;
    Area _list;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Home, KeyScope.Everywhere];

    public override string Name => "Levels";

    public override bool IsEditing => _search is not null;

    IReadOnlyList<LevelEntry> Levels => world.Levels;

    public LevelEntry? Selected => _selected >= 0 && _selected < Levels.Count ? Levels[_selected] : null;

    public override void Shown()
    {
        _best.Clear();
        foreach (var level in Levels)
        {
            if (world.Best(level) is { } best)
            {
                _best[level.Id] = best;
            }
        }

        var played = world.Recall("last");
        var last = Levels.ToList().FindIndex(l => l.Id == played);
        if (_selected < 0)
        {
            _selected = last >= 0 && !IsPassed(Levels[last]) ? last : NextForYou();
        }
        else if (last >= 0 && played != _played)
        {
            // The player went on from level to level, or came in by the command line: that is where they are.
            _selected = last;
        }

        _played = played;
    }

    public override void Draw(Grid grid)
    {
        var passed = Levels.Count(IsPassed);
        TitleBar.Draw(grid, world.Title, $"{passed} of {Levels.Count} passed");
        var notice = world.SaveNotice;
        var wide = grid.Width >= 100;
        var listWidth = wide ? grid.Width * 6 / 10 : grid.Width;
        var aboutHeight = wide ? 0 : 6;
        _list = new Area(1, 2, listWidth - 3, grid.Height - 3 - aboutHeight - (notice is null ? 0 : 1));
        DrawList(grid, _list);
        if (Selected is { } level)
        {
            var area = wide
                ? new Area(listWidth, 2, grid.Width - listWidth - 1, grid.Height - 4)
                : new Area(0, grid.Height - 1 - aboutHeight - (notice is null ? 0 : 1), grid.Width, aboutHeight);
            DrawAbout(grid, area, level);
        }

        if (notice is not null)
        {
            grid.Put(1, grid.Height - 2, notice, Ink.Warning, limit: grid.Width - 2);
        }

        Footer.Draw(grid, Scopes);
        if (_search is not null)
        {
            grid.Fill(new Area(0, grid.Height - 1, grid.Width, 1), Paper.Bar);
            var x = grid.Put(1, grid.Height - 1, $"find: {_search}", Ink.Strong, Paper.Bar);
            grid.Put(x + 3, grid.Height - 1, "Enter takes it, Esc forgets it", Ink.Muted, Paper.Bar);
            grid.Cursor = (x, grid.Height - 1);
        }
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Up:
                Select(_selected - 1);
                return true;
            case Command.Down:
                Select(_selected + 1);
                return true;
            case Command.PageUp:
                Select(ChapterStart(-1));
                return true;
            case Command.PageDown:
                Select(ChapterStart(1));
                return true;
            case Command.First:
                Select(0);
                return true;
            case Command.Last:
                Select(Levels.Count - 1);
                return true;
            case Command.NextLevel:
                Select(NextForYou());
                return true;
            case Command.Open:
                if (Selected is { } level)
                {
                    LevelOpener.Open(Game, world, level);
                }

                return true;
            case Command.Search:
                _search = "";
                return true;
            case Command.Back:
                // The list is the bottom: leaving is Ctrl+Q, so that one Esc too many loses nothing.
                _search = null;
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
            case "Enter":
                _search = null;
                return true;
            case "Backspace":
                _search = _search.Length > 0 ? _search[..^1] : _search;
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
        var found = Levels.ToList().FindIndex(l => $"{l.Id} {l.Title} {l.Chapter}".Contains(_search, StringComparison.OrdinalIgnoreCase));
        Select(found >= 0 ? found : _selected);
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            Select(_selected + Math.Sign(wheel));
            return;
        }

        var rows = Rows();
        var row = y - _list.Y + _first;
        if (_list.Contains(x, y) && row < rows.Count && rows[row].Level is { } clicked)
        {
            var isSecond = clicked == _selected;
            Select(clicked);
            if (isSecond)
            {
                Do(Command.Open);
            }
        }
    }

    bool IsPassed(LevelEntry level) => _best.TryGetValue(level.Id, out var best) && best.IsPassed;

    /// <summary>The first level in order that is not passed.</summary>
    int NextForYou()
    {
        var next = Levels.ToList().FindIndex(l => !IsPassed(l) && l.Problem is null);
        return next >= 0 ? next : 0;
    }

    void Select(int index) => _selected = Levels.Count == 0 ? -1 : Math.Clamp(index, 0, Levels.Count - 1);

    int ChapterStart(int step)
    {
        var starts = Enumerable.Range(0, Levels.Count).Where(i => i == 0 || Levels[i].Chapter != Levels[i - 1].Chapter).ToList();
        return step > 0
            ? starts.Find(s => s > _selected) is > 0 and var next ? next : Levels.Count - 1
            : starts.FindLast(s => s < _selected);
    }

    /// <summary>One row a chapter and a level, a blank one between chapters.</summary>
    List<(string? Chapter, int? Level)> Rows()
    {
        var rows = new List<(string?, int?)>();
        for (var i = 0; i < Levels.Count; i++)
        {
            if (i == 0 || Levels[i].Chapter != Levels[i - 1].Chapter)
            {
                if (i > 0)
                {
                    rows.Add((null, null));
                }

                rows.Add((Levels[i].Chapter, null));
            }

            rows.Add((null, i));
        }

        return rows;
    }

    void DrawList(Grid grid, Area area)
    {
        var rows = Rows();
        var selectedRow = Math.Max(0, rows.FindIndex(r => r.Level == _selected));
        _first = Math.Clamp(_first, Math.Max(0, selectedRow - area.Height + 1), Math.Max(0, selectedRow - 1));
        var next = NextForYou();
        for (var y = 0; y < area.Height && _first + y < rows.Count; y++)
        {
            var (chapter, index) = rows[_first + y];
            if (chapter is not null)
            {
                grid.Put(area.X, area.Y + y, chapter, Ink.Title, style: CellStyle.Bold, limit: area.Width);
            }
            else if (index is { } i)
            {
                DrawLevel(grid, area with { Y = area.Y + y, Height = 1 }, Levels[i], i == _selected, i == next);
            }
        }

        grid.ScrollBar(area with { Width = area.Width + 1 }, _first, rows.Count);
    }

    void DrawLevel(Grid grid, Area row, LevelEntry level, bool isSelected, bool isNext)
    {
        var paper = isSelected ? Paper.Selected : Paper.Normal;
        grid.Fill(row, paper);
        var best = _best.GetValueOrDefault(level.Id);
        grid.Put(row.X + 1, row.Y, isSelected ? Glyphs.Current.Arrow : " ", Ink.Accent, paper);
        grid.Put(row.X + 3, row.Y, best is null ? "   " : Medals.Stars(best.Verdict), Ink.Accent, paper);
        var right = level.Problem is not null ? "cannot be played"
            : best is not null ? Medals.State(best.Verdict)
            : isNext ? $"next for you" : "";
        var x = grid.Put(row.X + 7, row.Y, level.Title, isSelected ? Ink.Strong : Ink.Text, paper,
            isSelected ? CellStyle.Bold : CellStyle.None, row.Width - 8 - right.Length);
        _ = x;
        grid.Put(row.Right - right.Length - 1, row.Y, right,
            level.Problem is not null ? Ink.Bad : best?.IsPassed == true ? Ink.Good : isNext ? Ink.Accent : Ink.Muted, paper);
    }

    void DrawAbout(Grid grid, Area area, LevelEntry level)
    {
        var inside = grid.Box(area, level.Title);
        var lines = new List<Line>();
        if (level.Problem is { } problem)
        {
            lines.AddRange(Wrapping.Wrap(problem, inside.Width, Ink.Bad));
        }

        lines.Add(Line.Of(new Run(KindWords(level.Kind), Ink.Strong), new Run($"  about {Words.Count(level.Minutes)} min", Ink.Muted)));
        if (_best.TryGetValue(level.Id, out var best))
        {
            lines.Add(Line.Of(new Run($"Best so far: {Medals.State(best.Verdict)}", best.IsPassed ? Ink.Good : Ink.Text),
                new Run(best.Attempts == 1 ? ", in 1 try" : $", in {Words.Count(best.Attempts)} tries", Ink.Muted)));
        }
        else
        {
            lines.Add(Line.Of("Not tried yet.", Ink.Muted));
        }

        lines.Add(Line.Of(new Run("Enter", Ink.Key), new Run(" plays it.", Ink.Muted)));
        grid.Put(inside, lines);
    }

    static string KindWords(string kind) => kind switch
    {
        "watch" => "Watch: a scan, step by step",
        "predict" => "Predict: say what will happen",
        "pick" => "Pick: choose the right predicate",
        "repair" => "Repair: a real revision with its real bug",
        "golf" => "Golf: the shortest predicate that is right",
        "open" => "Open: try what you like",
        _ => "Write: your own predicate",
    };

    void OpenGlossary()
    {
        if (world.ReadText("glossary.md") is { } text)
        {
            Game.Open(new ReadingScreen("Glossary", text, "glossary.md", world.ReadText));
        }
    }
}

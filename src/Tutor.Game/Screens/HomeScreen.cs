using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>The levels, chapter by chapter, with what the player has reached. Nothing is locked.</summary>
sealed partial class HomeScreen(PlayedPack pack) : Screen
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
    bool _findsNothing;

    /// <summary>The thing after the course that the search found; null if it found a level.</summary>
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
            // The player went on from level to level, or came by the command line: the cursor goes where they are.
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
        var count = PackCount.Of(_levels);
        TitleBar.Draw(grid, pack.Title, count.Words);
        // The whole message with its cure: whoever reads only half of it may lose what they play.
        var notice = pack.Progress.Notice is { } problem ? Wrapping.Wrap(Words.Sentence(problem.ToString()), grid.Width - 2, Ink.Warning) : [];
        var wide = grid.Width >= 100;
        var listWidth = wide ? grid.Width * 62 / 100 : grid.Width;
        var aboutHeight = wide ? 0 : 6;
        var said = Said(count) is { } sentence ? Wrapping.Wrap(sentence, grid.Width - 2, Ink.Accent) : [];
        var top = 1 + Math.Max(1, said.Count);
        LayOutList(new Area(1, top, listWidth - 3, grid.Height - 1 - top - aboutHeight - notice.Count));
        DrawList(grid);
        if (Selected is not null)
        {
            var area = wide
                ? new Area(listWidth, top, grid.Width - listWidth - 1, grid.Height - 1 - top - notice.Count)
                : new Area(0, grid.Height - 1 - aboutHeight - notice.Count, grid.Width, aboutHeight);
            DrawAbout(grid, area, _levels[_selected]);
        }

        grid.Put(new Area(1, grid.Height - 1 - notice.Count, grid.Width - 2, notice.Count), notice);

        // There is nothing behind the list to go back to.
        Footer.Draw(grid, Scopes, isOff: c => c == Command.Back);
        grid.Put(new Area(1, 1, grid.Width - 2, said.Count), said);
        if (said.Count == 0 && count.Behind > 0 && _filter == LevelFilter.All)
        {
            DrawProgress(grid, new Area(1, 1, grid.Width - 2, 1), count.Behind);
        }

        if (_filter != LevelFilter.All && _search is null)
        {
            grid.Put(1, 1, _filter == LevelFilter.ToPass ? "shown: what is left to pass" : "shown: passed, with a medal left", Ink.Title, limit: grid.Width - 2);
        }

        if (_search is not null)
        {
            grid.Fill(new Area(0, grid.Height - 1, grid.Width, 1), Paper.Bar);
            var x = grid.Put(1, grid.Height - 1, $"find: {_search}", Ink.Strong, Paper.Bar);
            grid.Put(x + 3, grid.Height - 1, _foundDeed is { } deed ? $"Enter opens: {deed.Title}" : _findsNothing ? "no level has this; Esc forgets it" : "Enter takes it, Esc forgets it", _foundDeed is null ? Ink.Muted : Ink.Accent, Paper.Bar);
            grid.Cursor = (x, grid.Height - 1);
        }
    }

    /// <summary>What stands above the whole list; null where nothing is to be said.</summary>
    string? Said(PackCount count) => _filter != LevelFilter.All ? null
        : _said ?? pack.Revised?.Sentence ?? (count.IsWhole ? "Nothing is left to pass. a has the end of the course, your reply, a certificate, and what comes now." : null);

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
            case Command.Open when _search is not null && _findsNothing:
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
                (_search, _findsNothing) = ("", false);
                return true;
            case Command.Back:
                // The list is the bottom: leaving is Ctrl+Q, so that one Esc too many loses nothing.
                (_search, _foundDeed) = (null, null);
                return true;
            case Command.Sheet:
                var sheet = CheatSheet.Markdown(pack.Title, _levels, pack.Progress.History);
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

    /// <summary>Goes to the first level that has the word; if none has a word that begins so, to a thing after the course.</summary>
    void Find(string typed)
    {
        string NameOf(LevelStanding level) => $"{level.Level.Id} {level.Level.Title} {level.Level.ChapterTitle}";
        var found = WordSearch.Find(_levels.Where(IsShown), typed, NameOf, _ => "");
        var isBeginning = typed.Length == 0 || found.Any(l => WordSearch.HasBeginning(NameOf(l), typed));
        _foundDeed = isBeginning ? null : AfterScreen.Deeds.FirstOrDefault(d => WordSearch.HasBeginning(d.Title, typed));
        _findsNothing = typed.Length > 0 && _foundDeed is null && !found.Any();
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

    /// <summary>Goes to the next filter that leaves any level. The cursor stays at its level, or at the next one that is left.</summary>
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

    /// <summary>Shows the levels that are passed and have a medal left, or says that there are none.</summary>
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

    void OpenGlossary()
    {
        if (pack.ReadText("glossary.md") is { } text)
        {
            Game.Open(new ReadingScreen("Glossary", text, "glossary.md", pack.ReadText) { Kinds = pack.Kinds });
        }
    }
}

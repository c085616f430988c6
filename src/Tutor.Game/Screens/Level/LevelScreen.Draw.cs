using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <content>The picture.</content>
sealed partial class LevelScreen
{
    (string Markdown, int Width) _briefOf;
    (MapPane Map, object? Verdicts, MapMode Mode)? _legendOf;
    List<Look> _legend = [];
    readonly LaidOut<(List<Look> Looks, int Width, int Rows, string? Key)> _legendLines = new();
    readonly LaidOut<(LevelRunResult? Run, MapRun? Drawn, long? Golf, long? Par, long? Best, int Width)> _score = new();
    readonly LaidOut<(LevelRunResult? Run, int Width)> _goals = new();
    readonly LaidOut<(LevelRunResult? Run, int Width)> _bases = new();
    bool _isLong;
    int _scoreRows;

    /// <summary>From this many rows on, the text takes some of the rows of its messages.</summary>
    const int LongText = 4;

    public override void Draw(Grid grid)
    {
        var inner = LevelLayout.LeftWidth(grid.Width) - 2;
        var rows = _answer.Rows(inner);
        _isLong = IsAnswering && _answer.IsWriting && rows > LongText;
        var notes = Notes(inner);
        // Room for what is said is kept, so that nothing moves when it is.
        var wanted = 1 + RowsForNotes(grid.Height) + rows;
        var briefWidth = LevelLayout.BriefWidth(grid.Width) - 3;
        LayOutBrief(Coach?.Text ?? (_sitting.Prepared.DumpText is null ? _sitting.WholeBrief : _sitting.Level.Brief), briefWidth);
        var scoreWidth = LevelLayout.TextWidth(grid.Width);
        var score = ScoreLines(scoreWidth);
        // While a text is no predicate the pane keeps its rows.
        _scoreRows = IsSecret ? score.Count : _sitting.DrawnRun is null ? _scoreRows : score.Count + Bases(scoreWidth).Count;
        LevelLayout LayOut(int spare) =>
            LevelLayout.For(grid.Width, grid.Height, wanted, _brief.Lines.Count, _scoreRows, Coach is not null, _answer.IsChoosing, IsAnswering && _answer.IsReadWhole, spare);
        _layout = LayOut(spare: 0);
        if (_layout.Brief.X == 0 && SpareRows(_layout.Map.Inset()) is > 0 and var spare)
        {
            _layout = LayOut(spare);
        }

        DrawTitle(grid);
        var brief = grid.Box(_layout.Brief, Coach?.Title ?? "Brief", _focus == Pane.Brief, isJoined: true);
        if (brief.Height == 1 && _brief.Lines.Count > 1)
        {
            grid.Put(brief, 0, _brief.Lines[0].CutAtWord(brief.Width - 6).With(new Run(" "), new Run("Alt+R", Ink.Key)));
        }
        else
        {
            _brief.Draw(grid, brief);
        }

        DrawMap(grid);
        DrawAnswer(grid, notes);
        DrawScore(grid, score);
        DrawCard(grid);
        // The borders at the right are drawn last, and bars of the panes at the left stand in them.
        grid.ThumbsAgain();
        Footer.Draw(grid, Scopes, IsEditing, IsOff);
        DrawOver(grid);
    }

    /// <summary>What does not fit says so, and where it is.</summary>
    void DrawCard(Grid grid)
    {
        var area = grid.Box(_layout.Card, "Page card", isJoined: true) with { Width = LevelLayout.TextWidth(grid.Width) };
        grid.PutCut(area, (IsAnswering ? _answer.ItemCard(area.Width) : null) ?? _answer.Card(area.Width), "F4");
    }

    /// <summary>What lies over everything else: the list of words.</summary>
    public void DrawOver(Grid grid) => _answer.DrawOver(grid, _layout.Answer);

    void DrawTitle(Grid grid)
    {
        var best = _sitting.Best is { } reached ? Verdicts.Find(reached.Verdict) : null;
        var state = _pack.Progress.Notice is not null ? "not saved"
            : _sitting.Sandbox is not null ? "kept"
            : _sitting.Best is not { } tried ? "not tried yet"
            : $"{(best == Verdict.Pass && !_sitting.Entry.HasMedals ? Glyphs.Check : Medals.Stars(best))} {MedalWords.State(tried.Verdict)}";
        TitleBar.Draw(grid, Name, state, best?.IsPass() == true ? Ink.Good : Ink.Muted);
    }

    void DrawMap(Grid grid)
    {
        if (_sitting.Prepared.DumpText is { } dump)
        {
            // One page is no map: its dump is what there is to look at.
            var room = grid.Box(_layout.Map, "The page dump", _focus == Pane.Map);
            grid.PutCut(room, Wrapping.WrapCode(dump, room.Width, Ink.Code), "Alt+R");
            return;
        }

        var pane = _layout.Map.Inset();
        var legend = MapLegend.Rows(_map, pane);
        _map.Fit(pane with { Height = pane.Height - legend });
        var perCell = _map.Scale;
        var what = _answer.OnMap is { } shown ? shown.Title : _map.IsStale ? "before this text" : _map.Mode == MapMode.Kinds || _map.Verdicts.Count == 0 ? "kinds" : "verdicts";
        var title = LitTerm() is { } term ? $"Map: what '{TextColumns.Fit(term.Text, Math.Max(8, _layout.Map.Width - 24))}' says"
            : _sitting.VisibleMaps.Length > 1 ? $"Map {_sitting.NameOf(_sitting.Drawn)}: {what}, {perCell}" : $"Memory map: {what}, {perCell}";
        var inside = grid.Box(_layout.Map, FirstThatFits(_layout.Map, title, $"Map: {what}, {perCell}", $"Map: {perCell}"), _focus == Pane.Map, isJoined: true);
        _map.Draw(grid, inside with { Height = inside.Height - legend }, _focus == Pane.Map);
        if (legend == 0)
        {
            return;
        }

        var marks = _legendLines.Of((LegendLooks(), inside.Width, legend, _focus == Pane.Map ? "g" : null), of => MapLegend.Lines(of.Looks, of.Width, of.Rows, of.Key));
        grid.Put(inside with { Y = inside.Bottom - marks.Count, Height = marks.Count }, marks);
    }

    /// <summary>Rows under the map that neither it nor its legend needs: it would not show more of a page in them.</summary>
    int SpareRows(Area pane)
    {
        if (_sitting.Prepared.DumpText is not null)
        {
            return 0;
        }

        // Beside a list two rows are enough for a legend, whatever it names: nothing moves when that changes.
        const int besideList = 2;
        var legend = Math.Min(MapLegend.Rows(_map, pane), _answer.IsChoosing ? besideList : int.MaxValue);
        var cells = pane with { Height = pane.Height - legend };
        // The legend is there from three rows on.
        return Math.Min(cells.Height - _map.Extent(cells).Rows, pane.Height - 3);
    }

    /// <summary>The longest title that fits; the last one if none does.</summary>
    static string FirstThatFits(Area box, params string[] titles) => titles.FirstOrDefault(t => TextColumns.Of(t) + 6 <= box.Width) ?? titles[^1];

    /// <summary>The marks that occur; looked for once a run.</summary>
    List<Look> LegendLooks()
    {
        if (_map.Says is not null)
        {
            return [.. TermLooks.All];
        }

        if (_answer.OnMap is { } shown)
        {
            return shown.Looks;
        }

        var key = (_map, _map.VerdictsKey, _map.Mode);
        if (_legendOf != key)
        {
            _legendOf = key;
            _legend = [.. (_map.Mode == MapMode.Kinds || _map.Verdicts.Count == 0 ? _map.Legend.Kinds() : _map.Legend.Verdicts(_map.Verdicts)).Select(e => e.Look)];
        }

        return _legend;
    }

    void DrawAnswer(Grid grid, IReadOnlyList<Line> notes)
    {
        var inside = grid.Box(_layout.Answer, FirstThatFits(_layout.Answer, _answer.Title, _answer.Title[(_answer.Title.IndexOf('?', StringComparison.Ordinal) + 1)..].TrimStart()), IsAnswering, isJoined: true);
        var noteRows = Math.Clamp(RowsForNotes(grid.Height), 1, Math.Max(1, inside.Height - 2));
        var upper = inside with { Height = inside.Height - noteRows - 1 };
        _answer.Draw(grid, upper, IsAnswering);
        grid.Put(new Area(inside.X, upper.Bottom, inside.Width, noteRows), Cut(notes, noteRows, inside.Width));
        grid.Put(inside, inside.Height - 1, VerdictRow(inside.Width));
    }

    /// <summary>Rows that are kept for what is said of the answer.</summary>
    public int NoteRows => RowsForNotes(_layout.Answer.Bottom + 1);

    /// <summary>A list of answers needs the rows that a text would leave to its messages.</summary>
    int RowsForNotes(int height) => _answer.IsChoosing ? Math.Min(2, LevelLayout.NoteRows(height))
        : _isLong ? Math.Min(LevelLayout.NoteRows(height), height < 24 ? 2 : 3)
        : LevelLayout.NoteRows(height);

    /// <summary>A message that has no room ends with the key that shows all of it. The pane keeps its size.</summary>
    static IReadOnlyList<Line> Cut(IReadOnlyList<Line> notes, int rows, int width)
    {
        if (notes.Count <= rows)
        {
            return notes;
        }

        const string key = "Alt+S", all = " shows all of it";
        return [.. notes.Take(rows - 1), notes[rows - 1].CutAtWord(width - key.Length - all.Length - 1).With(new Run(" "), new Run(key, Ink.Key), new Run(all, Ink.Muted))];
    }

    /// <summary>The last row of the pane, always there.</summary>
    Line VerdictRow(int width)
    {
        var verdict = VerdictLine.Of(_sitting);
        var ink = verdict.IsGood switch
        {
            true => Ink.Good,
            false => Ink.Bad,
            null => Ink.Muted,
        };
        var mark = verdict.IsGood switch
        {
            true => $"{Glyphs.Check} ",
            false => $"{Glyphs.Cross} ",
            null => "",
        };
        var style = _isFlashing ? CellStyle.Bold | CellStyle.Reverse : CellStyle.None;
        var line = Line.Of(new Run(mark, ink, CellStyle.Bold | style), new Run(verdict.Within(width - mark.Length), ink, style));
        return line.Columns <= width ? line : line.CutAtWord(width);
    }

    /// <summary>Under the text: what was just said, or what is wrong with the text.</summary>
    IReadOnlyList<Line> Notes(int width)
    {
        if (_message is { } message)
        {
            return Wrapping.WrapCode(message, width, _messageInk);
        }

        if (LitTerm() is { } term && _sitting.Latest?.Predicate is not null)
        {
            return LitLines(term, width);
        }

        return _answer.Notes(width);
    }

    /// <summary>Laid out once for a text and a width: the picture is drawn with every key.</summary>
    void LayOutBrief(string markdown, int width)
    {
        var wanted = (markdown, width);
        if (_briefOf != wanted)
        {
            _briefOf = wanted;
            _brief.Lines = MarkdownText.Lines(markdown, width);
        }
    }

    /// <summary>What is counted; the goals one by one stand below it where there is room.</summary>
    IReadOnlyList<Line> ScoreLines(int width) => IsSecret ? _answer.BeforeScore(width)
        : _score.Of((_sitting.Latest, _sitting.DrawnRun, _sitting.Golf, _sitting.ParMet, _sitting.BestGolf, width), of =>
        {
            var lines = ScorePanel.Lines(of.Run, of.Drawn, of.Width);
            if (_sitting.Level.GolfWord is { } measure && of.Golf is { } count)
            {
                lines.Insert(0, ScorePanel.Golf(measure, count, of.Par, of.Best, of.Width));
            }

            return lines;
        });

    IReadOnlyList<Line> Bases(int width) => _bases.Of((_sitting.Latest, width), of => ScorePanel.Bases(of.Run, of.Width));

    void DrawScore(Grid grid, IReadOnlyList<Line> lines)
    {
        var inside = grid.Box(_layout.Score, IsSecret ? _answer.BeforeScoreTitle : ScorePanel.Title(_sitting.Latest), isJoined: true) with { Width = LevelLayout.TextWidth(grid.Width) };
        if (IsSecret)
        {
            // The predicate that is attacked, or what is asked, can be long.
            grid.PutCut(inside, lines, "Alt+R");
            return;
        }

        var goals = _goals.Of((_sitting.Latest, inside.Width), of => ScorePanel.Goals(of.Run, of.Width));
        var bases = Bases(inside.Width);
        IReadOnlyList<Line>[] ways = [[.. lines, Line.Empty, .. goals, .. bases], [.. lines, Line.Empty, .. goals], [.. lines, .. bases]];
        var shown = goals.Count == 0 ? lines : ways.FirstOrDefault(w => w.Count <= inside.Height) ?? lines;
        grid.Put(inside, shown.Count > inside.Height ? ScorePanel.Within(shown, inside.Height - 1) : shown);
        if (shown.Count > inside.Height)
        {
            grid.PutMore(inside, "Alt+S");
        }
    }
}

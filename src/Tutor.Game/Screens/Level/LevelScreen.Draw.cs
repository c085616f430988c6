using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens.Level;

/// <content>The picture.</content>
sealed partial class LevelScreen
{
    readonly List<(int Row, int Option)> _optionRows = [];
    int _firstOptionRow;
    (string Markdown, int Width) _briefOf;
    (MapPane Map, object? Verdicts, MapMode Mode)? _legendOf;
    List<Look> _legend = [];

    public override void Draw(Grid grid)
    {
        var inner = LevelLayout.LeftWidth(grid.Width) - 2;
        var notes = Notes(inner);
        // Room for what is said is kept, so that nothing moves when it is.
        var wanted = 1 + NoteRows(grid.Height)
            + (_forecast is not null ? _forecast.Count : _sitting.IsPick ? OptionLines(inner).Count : _marks is not null ? _marks.Count : _palette is not null ? _palette.Count : Math.Max(2, _editor.Rows(inner)));
        var briefWidth = LevelLayout.BriefWidth(grid.Width) - 3;
        LayOutBrief(Coach?.Text ?? (_sitting.Prepared.DumpText is null ? _sitting.WholeBrief : _sitting.Level.Brief), briefWidth);
        var score = ScoreLines(LevelLayout.RightWidth(grid.Width) - 2);
        _layout = LevelLayout.For(grid.Width, grid.Height, wanted, _brief.Lines.Count, score.Count, Coach is not null, IsChoosing);
        DrawTitle(grid);
        var brief = grid.Box(_layout.Brief, Coach?.Title ?? "Brief", _focus == Pane.Brief, isJoined: true);
        _brief.Draw(grid, new Area(brief.X, brief.Y, brief.Width, brief.Height));
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
        var area = grid.Box(_layout.Card, "Page card", isJoined: true);
        grid.PutCut(area, AskedNumber is { } metric ? NumberLines(metric, area.Width) : CardLines(area.Width), "F4");
    }

    /// <summary>What lies over everything else: the list of words.</summary>
    public void DrawOver(Grid grid)
    {
        if (_editor.Words.Count > 0)
        {
            _editor.DrawWords(grid, _layout.Answer);
        }
    }

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
            grid.Put(room, Wrapping.WrapCode(dump, room.Width, Ink.Code));
            return;
        }

        var pane = _layout.Map.Inset();
        var legend = MapLegend.Rows(_map, pane);
        _map.Fit(pane with { Height = pane.Height - legend });
        var perCell = _map.Scale;
        var what = IsMarking ? "your marks" : _map.Mode == MapMode.Kinds || _map.Verdicts.Count == 0 ? "kinds" : "verdicts";
        var title = LitTerm() is { } term ? $"Map: what '{TextColumns.Fit(term.Text, Math.Max(8, _layout.Map.Width - 24))}' says"
            : _sitting.VisibleMaps.Length > 1 ? $"Map {_sitting.NameOf(_sitting.Drawn)}: {what}, {perCell}" : $"Memory map: {what}, {perCell}";
        var inside = grid.Box(_layout.Map, title.Length + 6 <= _layout.Map.Width ? title : $"Map: {what}, {perCell}", _focus == Pane.Map, isJoined: true);
        _map.Draw(grid, inside with { Height = inside.Height - legend }, _focus == Pane.Map);
        grid.Put(inside with { Y = inside.Bottom - legend, Height = legend }, MapLegend.Lines(LegendLooks(), inside.Width, legend, _focus == Pane.Map ? "g" : null));
    }

    /// <summary>The marks that occur; looked for once a run.</summary>
    List<Look> LegendLooks()
    {
        if (_map.Says is not null)
        {
            return [.. TermLooks.All];
        }

        if (IsMarking)
        {
            return [.. MarkLooks.All];
        }

        var key = (_map, _map.VerdictsKey, _map.Mode);
        if (_legendOf != key)
        {
            _legendOf = key;
            _legend = [.. (_map.Mode == MapMode.Kinds || _map.Verdicts.Count == 0 ? _map.Legend.Kinds() : _map.Legend.Verdicts(_map.Verdicts)).Select(e => e.Look)];
        }

        return _legend;
    }

    void DrawAnswer(Grid grid, List<Line> notes)
    {
        var title = _forecast is not null ? "What will become of it?" : _sitting.IsWatch ? "The predicate of this scan"
            : _sitting.IsPick ? $"Skip this page? Choose one of {_sitting.Options.Length} answers" : _marks is not null ? $"Skip this page? {_sitting.Marks!.Said} of {_sitting.Marks.Count} marked" : _palette is not null ? "Paint with" : "Skip this page?";
        var inside = grid.Box(_layout.Answer, title, _focus == Pane.Answer, isJoined: true);
        var noteRows = Math.Clamp(NoteRows(grid.Height), 1, Math.Max(1, inside.Height - 2));
        var upper = inside with { Height = inside.Height - noteRows - 1 };
        if (_forecast is not null)
        {
            var first = Math.Clamp(_forecast.Selected - upper.Height + 1, 0, Math.Max(0, _forecast.Count - upper.Height));
            grid.Put(upper, _forecast.Lines(upper.Width), first);
            grid.ScrollBar(upper, first, _forecast.Count);
        }
        else if (_sitting.IsPick)
        {
            DrawOptions(grid, upper);
        }
        else if (_marks is not null)
        {
            _marks.Draw(grid, upper, _map.Cursor);
        }
        else if (_palette is not null)
        {
            _palette.Draw(grid, upper);
        }
        else
        {
            _editor.Draw(grid, upper, Messages, _focus == Pane.Answer && IsWriting);
        }

        grid.Put(new Area(inside.X, upper.Bottom, inside.Width, noteRows), Cut(notes, noteRows, inside.Width));
        grid.Put(inside, inside.Height - 1, VerdictRow(inside.Width));
    }

    /// <summary>Who chooses needs the rows that a text would leave to what is said of it.</summary>
    int NoteRows(int height) => IsChoosing ? Math.Min(2, LevelLayout.NoteRows(height)) : LevelLayout.NoteRows(height);

    /// <summary>Something is chosen out of a list, and nothing written.</summary>
    bool IsChoosing => _sitting.IsPick || _marks is not null || _forecast is not null || _palette is not null;

    /// <summary>What has no room says how to read the rest: the pane keeps its size whatever is said.</summary>
    static List<Line> Cut(List<Line> notes, int rows, int width)
    {
        if (notes.Count <= rows)
        {
            return notes;
        }

        const string key = "Alt+S", all = " shows all of it";
        var last = notes[rows - 1];
        var room = width - key.Length - all.Length - 2;
        var runs = new List<Run>();
        foreach (var run in last.Runs)
        {
            runs.Add(run with { Text = TextColumns.Fit(run.Text, Math.Max(0, room)) });
            room -= run.Columns;
            if (room <= 0)
            {
                break;
            }
        }

        return [.. notes.Take(rows - 1), Line.Of([.. runs, new Run(" "), new Run(key, Ink.Key), new Run(all, Ink.Muted)])];
    }

    /// <summary>The last row of the pane, always there.</summary>
    Line VerdictRow(int width)
    {
        var (isGood, text) = VerdictLine.Of(_sitting);
        var ink = isGood switch
        {
            true => Ink.Good,
            false => Ink.Bad,
            null => Ink.Muted,
        };
        var mark = isGood switch
        {
            true => $"{Glyphs.Check} ",
            false => $"{Glyphs.Cross} ",
            null => "",
        };
        var style = _isFlashing ? CellStyle.Bold | CellStyle.Reverse : CellStyle.None;
        return Line.Of(new Run(mark, ink, CellStyle.Bold | style), new Run(TextColumns.Fit(text, width - TextColumns.Of(mark)), ink, style));
    }

    /// <summary>The words that the level lends, where nothing else is to be said.</summary>
    List<Line> LentWords(int width)
    {
        var names = Completion.For("", members: false, _sitting.Prepared.Scope).Where(c => c.Group is not null).Select(c => c.Name).OrderBy(n => char.IsUpper(n[0]) && n.Contains('_', StringComparison.Ordinal)).ToList();
        var lines = Wrapping.Wrap([new Run("Words here: ", Ink.Muted), new Run(string.Join(" ", names), Ink.CodeName)], width);
        var rows = NoteRows(_layout.Answer.Bottom + 1);
        return lines.Count <= rows ? lines
            : [.. lines.Take(rows - 1), Line.Of(new Run("… ", Ink.Muted), new Run("Ctrl+Space", Ink.Key), new Run(" on an empty word lists them.", Ink.Muted))];
    }

    /// <summary>Under the text: what was just said, or what is wrong with the text.</summary>
    List<Line> Notes(int width)
    {
        if (_message is { } message)
        {
            return Wrapping.WrapCode(message, width, _messageInk);
        }

        if (LitTerm() is { } term && _sitting.Latest?.Predicate is not null)
        {
            return LitLines(term, width);
        }

        if (_sitting.IsWatch)
        {
            return Wrapping.Wrap([new Run("Enter", Ink.Key), new Run(" watches the scan; seen to the end, it is passed.", Ink.Muted)], width);
        }

        if (_forecast is not null)
        {
            Run[] said = _forecast.Page is null ? [new Run("Type a number, ", Ink.Muted)] : [new Run("Left Right", Ink.Key), new Run(" choose, ", Ink.Muted)];
            return Wrapping.Wrap([.. said, new Run("b", Ink.Key), new Run(" the test, ", Ink.Muted), new Run("Enter", Ink.Key), new Run(" runs it.", Ink.Muted)], width);
        }

        if (_marks is not null)
        {
            return MarkNotes(width);
        }

        if (_palette is not null)
        {
            return PaintNotes(width);
        }

        var diagnostics = Messages;
        if (ToldDiagnostic(diagnostics) is { } told)
        {
            var lines = DiagnosticLines(told, told.IsError ? Ink.Bad : Ink.Warning, width);
            if (diagnostics.Length > 1)
            {
                lines.Add(Line.Of(new Run($"Message {diagnostics.IndexOf(told) + 1} of {diagnostics.Length}. ", Ink.Muted), new Run("Alt+Down", Ink.Key), new Run(" goes to the next.", Ink.Muted)));
            }

            return lines;
        }

        if (_sitting.IsPick)
        {
            // What was handed in is seen with what its author says of it.
            return !IsSecret && _sitting.Options[_sitting.Option].Feedback is { Length: > 0 } feedback ? Wrapping.WrapCode(LinkLabels.Of(feedback), width) : [];
        }

        return _sitting.Sandbox is { } sandbox ? SandboxNotes(sandbox, width) : IsWriting ? NameLines(width) : [];
    }

    /// <summary>What the name at the caret means; where there is none, the words that the level lends.</summary>
    List<Line> NameLines(int width) =>
        NameDoc.Lines(_editor.Buffer.WordAtCaret, _sitting.Map, _map.Cursor, _sitting.Control, width, NoteRows(_layout.Answer.Bottom + 1)) is { Count: > 0 } doc ? doc : LentWords(width);

    /// <summary>What is said of the text, a message for each place: in the editor every place has its own line.</summary>
    ImmutableArray<Diagnostic> Messages => MessagesOf(_sitting.Latest);

    static ImmutableArray<Diagnostic> MessagesOf(LevelRunResult? run) => run is null ? [] : [.. run.Diagnostics.SelectMany(d => d.Places)];

    /// <summary>The message about the place of the caret; else the first error; else the first warning.</summary>
    Diagnostic? ToldDiagnostic(ImmutableArray<Diagnostic> diagnostics)
    {
        var caret = _editor.Buffer.Caret;
        return diagnostics.FirstOrDefault(d => IsWriting && d.Span.Start <= caret && caret <= Math.Max(d.Span.End, d.Span.Start + 1))
            ?? diagnostics.FirstOrDefault(d => d.IsError) ?? diagnostics.FirstOrDefault();
    }

    static List<Line> DiagnosticLines(Diagnostic diagnostic, Ink ink, int width)
    {
        var lines = Wrapping.Wrap([new Run($"{diagnostic.Code.Id} ", Ink.Muted), new Run(diagnostic.Message, ink)], width);
        if (diagnostic is { IsError: true, Help: { } help })
        {
            lines.AddRange(Wrapping.Wrap(help, width, Ink.Muted));
        }

        return lines;
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

    List<Line> OptionLines(int width)
    {
        _optionRows.Clear();
        var lines = new List<Line>();
        for (var i = 0; i < _sitting.Options.Length; i++)
        {
            var letter = (char)('a' + i);
            foreach (var line in CodeColours.Lines(Sitting.TextOf(_sitting.Options[i])).SelectMany(l => Wrapping.Wrap(l.Runs, Math.Max(8, width - 5))))
            {
                var isFirst = _optionRows.Count == 0 || _optionRows[^1].Option != i;
                var head = isFirst ? $"{(i == _sitting.Option ? Glyphs.Arrow : " ")} {letter}) " : "     ";
                lines.Add(line.After(new Run(head, Ink.Key)) with { Paper = i == _sitting.Option ? Paper.Selected : Paper.Normal });
                _optionRows.Add((lines.Count - 1, i));
            }
        }

        return lines;
    }

    void DrawOptions(Grid grid, Area area)
    {
        var lines = OptionLines(area.Width);
        var first = _optionRows.First(r => r.Option == _sitting.Option).Row;
        var last = _optionRows.Last(r => r.Option == _sitting.Option).Row;
        // An answer taller than the pane is read from its beginning.
        _firstOptionRow = Math.Clamp(_firstOptionRow, Math.Clamp(last - area.Height + 1, 0, first), first);
        grid.Put(area, lines, _firstOptionRow);
        grid.ScrollBar(area, _firstOptionRow, lines.Count);
    }

    int OptionAt(int row)
    {
        var at = _optionRows.FindIndex(r => r.Row == row + _firstOptionRow);
        return at < 0 ? -1 : _optionRows[at].Option;
    }

    /// <summary>What is counted; the goals one by one stand below it where there is room.</summary>
    List<Line> ScoreLines(int width)
    {
        if (IsSecret && _palette is not null)
        {
            return AttackLines(width);
        }

        if (IsSecret)
        {
            var words = Wrapping.Wrap(_sitting.Form.Row().ScoreWaits, width, Ink.Muted);
            return _marks is null ? words : [.. words, Line.Empty, .. AskedLines(width)];
        }

        var lines = ScorePanel.Lines(_sitting.Latest, _sitting.DrawnRun, width);
        if (_sitting.Level.GolfWord is { } measure && _sitting.Golf is { } count)
        {
            lines.Insert(0, ScorePanel.Golf(measure, count, _sitting.ParMet, _sitting.BestGolf, width));
        }

        return lines;
    }

    void DrawScore(Grid grid, List<Line> lines)
    {
        var inside = grid.Box(_layout.Score, IsSecret ? "Score" : ScorePanel.Title(_sitting.Latest), isJoined: true);
        var goals = IsSecret ? [] : ScorePanel.Goals(_sitting.Latest, inside.Width);
        var isRoomy = goals.Count > 0 && lines.Count + goals.Count + 1 <= inside.Height;
        List<Line> all = [.. lines, .. isRoomy ? [Line.Empty, .. goals] : Array.Empty<Line>()];
        if (IsSecret)
        {
            // The predicate that is attacked, or what is asked, can be long.
            grid.PutCut(inside, all, "Alt+R");
        }
        else
        {
            grid.Put(inside, all);
        }
    }
}

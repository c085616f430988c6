using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>Levels in which the player paints a memory.</content>
sealed partial class LevelScreen
{
    readonly PalettePane? _palette;

    /// <summary>The keys that paint, beside the palette and on the map.</summary>
    bool DoPainting(Command command)
    {
        switch (command)
        {
            case Command.Paint:
                PaintHere();
                break;
            case Command.Delete:
                EraseHere();
                break;
            case Command.Backspace:
                _map.MoveTo(_map.Cursor - 1);
                _sitting.Erase(_map.Cursor);
                break;
            case Command.EraseAll:
                _sitting.EraseAll();
                break;
            case Command.Undo when !_sitting.UndoPainting():
            case Command.Redo when !_sitting.RedoPainting():
                Say(command == Command.Undo ? "There is nothing before this." : "There is nothing after this.", Ink.Muted);
                return true;
            case Command.Undo or Command.Redo:
                break;
            case Command.PreviousKind or Command.NextKind:
                _sitting.TakeBrush(_sitting.Brush + (command == Command.NextKind ? 1 : -1));
                return true;
            default:
                return false;
        }

        if (command != Command.Paint)
        {
            _message = null;
        }

        TakeScore();
        return true;
    }

    /// <summary>The keys beside the palette.</summary>
    bool DoPalette(Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                return DoPainting(command == Command.Up ? Command.PreviousKind : Command.NextKind);
            case Command.Left or Command.Right:
                _map.MoveTo(_map.Cursor + (command == Command.Left ? -1 : 1));
                return true;
            case Command.First or Command.Last:
                _map.MoveTo(command == Command.First ? 0 : int.MaxValue);
                return true;
            default:
                return DoPainting(command);
        }
    }

    void PaintHere()
    {
        if (_sitting.Paint(_map.Cursor) is { } painted)
        {
            _message = null;
            TakeScore();
            _map.MoveTo(painted.End);
        }
        else
        {
            Say($"'{_sitting.Palette[_sitting.Brush]}' does not fit here: it needs {Words.Pages(_sitting.Sample(_sitting.Brush).Map.StateAt(0).NrPages)} in a row.", Ink.Warning);
        }
    }

    void EraseHere() => _sitting.Erase(_map.Cursor);

    /// <summary>A click paints the kind at hand; where that lies already, it is taken away.</summary>
    void ClickFrame(int frame)
    {
        if (_sitting.Painting!.At(frame)?.Kind == _sitting.Palette[_sitting.Brush])
        {
            EraseHere();
            _message = null;
            TakeScore();
        }
        else
        {
            PaintHere();
            _map.MoveTo(frame);
        }
    }

    void TakePainting(string stored)
    {
        if (_sitting.TakePainting(stored))
        {
            _message = null;
            TakeScore();
        }
    }

    /// <summary>Before it is handed in: the predicate, and what is asked for.</summary>
    List<Line> AttackLines(int width) =>
    [
        Line.Of(_sitting.IsAgainstOwn ? "Break your own answer" : "Break this predicate", Ink.Title),
        .. CodeColours.Lines(ForNarrowLines(_sitting.Text.Trim())).SelectMany(l => Wrapping.Wrap(l.Runs, width)),
        Line.Empty,
        .. AskedLines(width),
    ];

    /// <summary>A blank behind each cast: a line may end there.</summary>
    static string ForNarrowLines(string text) =>
        string.Concat(text.Select((c, i) => c == ')' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '_') ? ") " : $"{c}"));

    List<Line> AskedLines(int width) => [.. GoalWords.Asked(_sitting.Level).SelectMany(a => Wrapping.Wrap(a, width, Ink.Muted))];

    /// <summary>The card of the frame under the cursor; where nothing lies there, of the kind at hand.</summary>
    List<Line> PaintedCard(int width)
    {
        if (_sitting.Painting!.At(_map.Cursor) is not null)
        {
            return PageCard.Lines(_sitting.Map, _map.Cursor, _map.VerdictAt(_map.Cursor), _sitting.Latest?.Predicate, _sitting.Control, width, isSecret: IsSecret);
        }

        var sample = _sitting.Sample(_sitting.Brush);
        return
        [
            .. Wrapping.Wrap($"Frame +{_map.Cursor} is free. Space would paint:", width, Ink.Muted),
            .. PageCard.Lines(sample.Map, 0, Core.Simulation.PageVerdict.NeverCandidate, null, _sitting.Control, width, isSecret: true, place: _map.Cursor),
        ];
    }

    static List<Line> PaintNotes(int width) => Wrapping.Wrap(
    [
        new Run("Up Down", Ink.Key), new Run(" choose, ", Ink.Muted), new Run("Space", Ink.Key), new Run(" paints, ", Ink.Muted),
        new Run("Backspace", Ink.Key), new Run(" erases, ", Ink.Muted), new Run("u", Ink.Key), new Run(" takes back, ", Ink.Muted),
        new Run("Enter", Ink.Key), new Run(" hands in.", Ink.Muted),
    ], width);
}

using Tutor.Core.Play;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>Levels in which the player is the predicate: take or skip, page by page.</content>
sealed partial class LevelScreen
{
    readonly MarksPane? _marks;

    /// <summary>Pages are still to be marked: the map shows what is said of them.</summary>
    bool IsMarking => _marks is not null && IsSecret;

    /// <summary>The keys that mark a page, in the list and on the map.</summary>
    bool DoMarking(Command command)
    {
        switch (command)
        {
            case Command.MarkTake or Command.MarkSkip:
                _sitting.Say(_map.Cursor, command == Command.MarkTake ? PageMark.Take : PageMark.Skip);
                break;
            case Command.MarkInTurn:
                MarkInTurn();
                break;
            case Command.MarkAll:
                _sitting.SayAll();
                break;
            default:
                return false;
        }

        _message = null;
        TakeScore();
        return true;
    }

    /// <summary>The keys of the list of pages.</summary>
    bool DoMarks(Command command)
    {
        if (DoMarking(command))
        {
            return true;
        }

        int? page = command switch
        {
            Command.Up => _map.Cursor - 1,
            Command.Down => _map.Cursor + 1,
            Command.First => 0,
            Command.Last => int.MaxValue,
            _ => null,
        };
        if (page is { } to)
        {
            _map.MoveTo(to);
        }

        return page is not null;
    }

    void MarkInTurn() => _sitting.Say(_map.Cursor, _sitting.Marks![_map.Cursor] == PageMark.Skip ? PageMark.Take : PageMark.Skip);

    /// <summary>A click goes to a page; on the page under the cursor it marks in turn.</summary>
    void ClickMark(int page)
    {
        if (page == _map.Cursor)
        {
            DoMarking(Command.MarkInTurn);
        }
        else if (page >= 0)
        {
            _map.MoveTo(page);
        }
    }

    /// <summary>Before the marks are handed in the map shows them, and no kind of page.</summary>
    void ShowMarks()
    {
        if (_sitting.Marks is { } marks)
        {
            _map.Marks = IsSecret ? [.. Enumerable.Range(0, marks.Count).Select(p => (p, MarkLooks.Of(marks[p])))] : [];
        }
    }

    static List<Line> MarkNotes(int width) => Wrapping.Wrap(
    [
        new Run("Left", Ink.Key), new Run(" takes a page, ", Ink.Muted), new Run("Right", Ink.Key), new Run(" skips it, ", Ink.Muted),
        new Run("a", Ink.Key), new Run(" marks all, ", Ink.Muted), new Run("F4", Ink.Key), new Run(" the whole card, ", Ink.Muted),
        new Run("Enter", Ink.Key), new Run(" hands in.", Ink.Muted),
    ], width);
}

using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>
/// The whole brief of a level, shown when the level opens. Any key of the level closes it and does its usual work, so that
/// nobody has to close it first. Only the lesson opens above it, and leads back to it.
/// </summary>
/// <param name="level">The level below, which takes over.</param>
/// <param name="markdown">Its brief.</param>
/// <param name="hasBegun">The player took a text from the lesson to the editor, so the brief closes.</param>
sealed class BriefCard(Screen level, string markdown, Func<bool>? hasBegun = null) : Screen
{
    const int WidestText = 76;

    readonly TextPane _pane = new();
    int _laidOut;
    List<Line> _begin = [];
    Line _goesOn = Line.Empty;
    bool _isCovered;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.BriefCard, .. level.Scopes];

    public override string Name => level.Name;

    public override bool IsOverlay => true;

    public override string? Reads => "brief";

    public override string? CopyText => markdown;

    public override bool IsOff(Command command) => level.IsOff(command);

    public override void Draw(Grid grid)
    {
        LayOut(grid.PopupText(WidestText + 4));
        var inside = grid.PopupBox(WidestText + 4, _pane.Lines.Count + _begin.Count + 2, "What is asked", PopupPlace.Top);
        _pane.Draw(grid, inside with { Height = inside.Height - _begin.Count });
        grid.Put(inside with { Y = inside.Bottom - _begin.Count, Height = _begin.Count }, _pane.IsAtEnd ? _begin : [_goesOn, .. _begin[1..]]);
        Footer.Draw(grid, [KeyScope.BriefCard, KeyScope.Level, KeyScope.Everywhere], isOff: c => c == Command.PageDown ? _pane.IsAtEnd : IsOff(c));
    }

    public override void Covered(Screen by)
    {
        _isCovered = true;
        level.Covered(by);
    }

    public override void Shown()
    {
        if (hasBegun?.Invoke() == true)
        {
            Game.Close();
        }
        else if (_isCovered)
        {
            _isCovered = false;
            level.Covered(this);
        }
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Decline:
                Game.Close();
                return true;
            case Command.Up or Command.Down or Command.PageUp or Command.PageDown when !_pane.Fits:
                return _pane.Do(command);
            case Command.Help or Command.Settings or Command.Menu or Command.Quit or Command.Redraw or Command.Stop or Command.Copy:
                return false;
            case Command.Lesson:
                // The brief lies here again when the lesson has been read.
                return level.Do(command);
            default:
                Game.Close();
                return level.Do(command);
        }
    }

    public override void Type(string text)
    {
        Game.Close();
        level.Type(text);
    }

    public override void Paste(string text)
    {
        Game.Close();
        level.Paste(text);
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            _pane.Scroll(wheel);
        }
        else
        {
            Game.Close();
        }
    }

    void LayOut(int width)
    {
        if (_laidOut == width)
        {
            return;
        }

        _laidOut = width;
        _pane.Lines = MarkdownText.Lines(markdown, width);
        _goesOn = Line.Of(new Run($"{Glyphs.Down} more: ", Ink.Muted), new Run("PageDown", Ink.Key));
        _begin =
        [
            Line.Empty,
            .. Wrapping.Wrap([new Run("Enter", Ink.Key), new Run(" begins. ", Ink.Muted), new Run("Alt+R", Ink.Key), new Run(" or ", Ink.Muted), new Run("Ctrl+G g", Ink.Key), new Run(" shows this again.", Ink.Muted)], width),
        ];
    }
}

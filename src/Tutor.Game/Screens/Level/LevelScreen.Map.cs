using Tutor.Core.Simulation;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>The map's keys, and the card of the page under the cursor.</content>
sealed partial class LevelScreen
{
    bool DoMap(Command command)
    {
        if (_answer.DoOnMap(command))
        {
            return true;
        }

        switch (command)
        {
            case Command.Left:
                _map.MoveCells(-1, 0);
                return true;
            case Command.Right:
                _map.MoveCells(1, 0);
                return true;
            case Command.Up:
                _map.MoveCells(0, -1);
                return true;
            case Command.Down:
                _map.MoveCells(0, 1);
                return true;
            case Command.PageUp:
                _map.MoveScreens(-1);
                return true;
            case Command.PageDown:
                _map.MoveScreens(1);
                return true;
            case Command.First:
                _map.MoveTo(0);
                return true;
            case Command.Last:
                _map.MoveTo(int.MaxValue);
                return true;
            case Command.NextWrong:
                JumpToWrong();
                return true;
            case Command.PreviousWrong:
                Jump(Words.IsWrong, "no page is wrong", backwards: true);
                return true;
            case Command.NextFutile:
                Jump(v => v == PageVerdict.Futile, "no page was isolated in vain");
                return true;
            case Command.NextFalseSkip:
                Jump(v => v == PageVerdict.FalseSkip, "no page was skipped falsely");
                return true;
            case Command.NextPin:
                Jump(v => v == PageVerdict.SkippedPin, "no pinned page was skipped");
                return true;
            case Command.NextLike or Command.PreviousLike:
                if (!_map.JumpToLike(backwards: command == Command.PreviousLike))
                {
                    Say("no other page is like this one", Ink.Muted);
                }

                return true;
            case Command.Legend:
                Game.Open(new LegendScreen(_map, IsSecret));
                return true;
            case Command.ZoomInTurn:
                _map.ZoomInTurn();
                return true;
            case Command.ZoomIn or Command.ZoomOut:
                _map.Zoom(command == Command.ZoomIn);
                return true;
            case Command.KindsOrVerdicts:
                _map.Mode = _map.Mode == MapMode.Kinds ? MapMode.Verdicts : MapMode.Kinds;
                return true;
            default:
                return false;
        }
    }

    void JumpToWrong() => Jump(Words.IsWrong, "no page of this map is wrong");

    void Jump(Func<PageVerdict, bool> isWanted, string otherwise, bool backwards = false)
    {
        if (!_map.Jump(isWanted, backwards))
        {
            Say(otherwise, Ink.Muted);
        }
    }

    void ClickMap(int x, int y)
    {
        var before = _map.Cursor;
        if (_map.Click(_layout.Map.Inset(), x, y))
        {
            _answer.ClickMap(_map.Cursor == before);
        }
    }
}

using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>The commands of the level as a whole, whichever pane has the focus.</content>
sealed partial class LevelScreen
{
    bool DoLevel(Command command)
    {
        switch (command)
        {
            case Command.NextPane:
                Focus((Pane)(((int)_focus + 1) % 3));
                return true;
            case Command.PreviousPane:
                Focus((Pane)(((int)_focus + 2) % 3));
                return true;
            case Command.Lesson:
                OpenLesson();
                return true;
            case Command.WholeBrief:
                Game.Open(new ReadingScreen(Name, _sitting.WholeBrief, "", _pack.ReadText) { IsBrief = true });
                return true;
            case Command.Said:
                OpenSaid();
                return true;
            case Command.Hint:
                OpenHints();
                return true;
            case var telling when IsSecret && TellsTheAnswer(telling):
                Say(_sitting.Form.Row().TooEarly, Ink.Muted);
                return true;
            case var asking when _answer.WhyNoPredicate is { } why && NeedsPredicate(asking):
                Say(why, Ink.Muted);
                return true;
            case Command.NextMap:
                NextMap();
                return true;
            case Command.Why:
                OpenWhy();
                return true;
            case Command.Card:
                Game.Open(new CardScreen(_map, _answer.Card, IsAnswering ? _answer.StepPage : null));
                return true;
            case Command.HandIn:
                HandIn();
                return true;
            case Command.NextWrong when _focus != Pane.Map:
                JumpToWrong();
                return true;
            case Command.Watch:
                Watch();
                return true;
            case Command.Compare:
                OpenComparison();
                return true;
            case Command.CounterExample:
                OpenCounterExample();
                return true;
            case Command.ShowMe:
                ShowMe();
                return true;
            case Command.Terms:
                OpenTerms();
                return true;
            case Command.LightTerm:
                ToggleLight();
                return true;
            case Command.Tries:
                OpenTries();
                return true;
            case Command.InWords:
                OpenWords();
                return true;
            case Command.Share:
                OpenShareCard();
                return true;
            case Command.NextLevel:
                GoToNext();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the command shows something made of the score, and so waits while the score is computed.</summary>
    static bool NeedsScore(Command command) => command is Command.Explain or Command.NextProblem or Command.PreviousProblem or Command.Watch
        or Command.Compare or Command.CounterExample or Command.ShowMe or Command.Terms or Command.InWords or Command.Share;

    /// <summary>Whether the command would show something that gives the answer away.</summary>
    bool TellsTheAnswer(Command command) => (KeyMap.Shows(command) & _answer.Hides) != 0;

    /// <summary>Whether the command shows something made of a predicate's text.</summary>
    static bool NeedsPredicate(Command command) => KeyMap.Shows(command).HasFlag(KeyShows.Predicate);
}

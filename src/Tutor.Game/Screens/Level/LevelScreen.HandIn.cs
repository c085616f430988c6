using Tutor.Core.Levels;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>A try is handed in, and what is said of it.</content>
sealed partial class LevelScreen
{
    bool _opensClosing;
    bool _opensAfterwards;

    /// <summary>Hands in what is at hand.</summary>
    public void HandIn() => _answer.HandIn();

    /// <summary>The scan was seen to its end; the author's words wait until the player comes back from it.</summary>
    public void SeenToTheEnd()
    {
        _opensAfterwards |= _sitting.Last is not { IsPassed: true };
        _sitting.WatchedToTheEnd();
        SayLast();
    }

    /// <summary>The key that hands in where the player is: on the map Enter opens a page's card.</summary>
    string HandsIn => IsAnswering ? "Enter" : "F5";

    /// <summary>Behind a pass: what leads on.</summary>
    public string Onwards => _sitting.Next is null ? " Esc goes back to the list." : " F9 goes on to the next level.";

    /// <summary>Says what the last hand-in came to, and leads to what is to be seen of it.</summary>
    public void SayLast()
    {
        if (_sitting.Last is not { } last)
        {
            return;
        }

        TakeScore();
        _answer.Judged(last);
        _answer.LeadOnMap();
        SayTold(last);
        _isFlashing = !Game.Settings.IsCalm && last.Outcome is HandInOutcome.Passed or HandInOutcome.Failed;
        _flashesSince = null;
        _opensClosing |= _sitting.EndsCourse;
        if (last.IsPassed && !_answer.WaitsAfterPass)
        {
            OpenAfterwards(last);
        }
        else if (last.Outcome == HandInOutcome.Failed && !_answer.LeadsOnMap)
        {
            GoToProof(last);
        }

        if (Game.Top == this)
        {
            OpenClosing();
        }
    }

    /// <summary>Once, when nothing is left of the course; what comes after it lies below.</summary>
    void OpenClosing()
    {
        if (_opensClosing)
        {
            _opensClosing = false;
            var after = new AfterScreen(_pack);
            Game.Open(after);
            after.Do(Command.Closing);
        }
    }

    void SayTold(HandInResult last)
    {
        var (text, ink) = Told(last);
        Say(text, ink);
        _told = last;
    }

    (string Text, Ink Ink) Told(HandInResult last) => _answer.Told(last) ?? last.Outcome switch
    {
        HandInOutcome.NothingToHandIn when last.Run?.Predicate is not null =>
            ("Nothing is handed in here: what you write is scored as you write it, and kept.", Ink.Muted),
        // The message takes the place of the diagnostic under the text, so it repeats it.
        HandInOutcome.NoPredicate or HandInOutcome.NothingToHandIn => (LevelMessages.Told(LevelMessages.Of(last.Run), _answer.Caret) is { } told
            ? $"This is not a predicate yet. {told.Code.Id} {told.Message}{(told.Help is { } help ? $"; {help}" : "")}"
            : "This is not a predicate yet.", Ink.Warning),
        HandInOutcome.Chosen => (_sitting.Confirm(HandsIn), Ink.Text),
        HandInOutcome.Incomplete => (_sitting.AtHand.Incomplete, Ink.Warning),
        HandInOutcome.Unchanged => (HandInResult.Unchanged, Ink.Warning),
        HandInOutcome.Open => ($"This level is open: there is nothing to pass.{(last.Keeping is { IsKept: true } ? " Your answer is kept." : last.KeepingWords)}{(last.Beliefs is [var note, ..] ? $" {note}" : "")}", Ink.Good),
        HandInOutcome.Passed => ($"{Medals.Word(last)}{(last.IsFirstTry ? " At the first try." : "")}{GolfWords(last)}{last.KeepingWords}{RightOption(last)}{Onwards}", Ink.Good),
        HandInOutcome.Failed when last.Opened is { } map =>
            ($"Right on what you saw; map {_sitting.NameOf(map)} beats it, and is drawn now.{last.KeepingWords} {WhyWords(last)}", Ink.Warning),
        HandInOutcome.Failed => ($"Not yet.{last.KeepingWords} {WhyWords(last)}", Ink.Warning),
    };

    /// <summary>What its author says of the right option, where no text after the pass has room for it.</summary>
    string RightOption(HandInResult last) => last.Feedback is { } feedback && _sitting.Level.Afterwards is null ? $" {LinkLabels.Of(feedback).TrimEnd()}" : "";

    /// <summary>Beside the medal: what golf counts, par, and the best so far.</summary>
    string GolfWords(HandInResult last) => last.Golf is not { } golf ? ""
        : $" {Words.Count(golf.Count)} {_sitting.Level.GolfWord}{(golf.Par is { } par ? $"; par is {Words.Count(par)}" : "")}, your best {Words.Count(golf.Best)}.";

    /// <summary>The author's sentence follows the general one if both have room. If not, a key shows it.</summary>
    string WhyWords(HandInResult last)
    {
        var whole = $"{last.Why}{last.AlsoWhy}{_answer.ProofWords(last)}";
        return Wrapping.WrapCode($"Not yet. {whole}", _layout.Answer.Width - 2, Ink.Warning).Count <= NoteRows ? whole
            : $"{last.Why}{_answer.ProofWords(last)}{last.AlsoWhy}";
    }

    /// <summary>Goes to the page that proves the mistake, if it is on this map; else to the next wrong page.</summary>
    void GoToProof(HandInResult last)
    {
        if (last.Proof?.Pages[0] is { } page && page.Run.Map == _sitting.Drawn)
        {
            _map.MoveTo(page.Page);
        }
        else
        {
            _map.Jump(Words.IsWrong);
        }
    }

    /// <summary>After a pass: why it was right, and what it still cannot know.</summary>
    void OpenAfterwards(HandInResult last)
    {
        if (_sitting.Afterwards(toWrong: "F6", toCompare: "F8") is { } afterwards)
        {
            var text = $"# {Medals.Word(last)}\n\n{(_sitting.Next is null ? "" : "*F9 goes on to the next level, Esc comes back to this one.*\n\n")}{(last.Feedback is { } feedback ? $"{feedback}\n\n" : "")}{afterwards}{_answer.AfterWords}";
            Game.Open(new ReadingScreen(_answer.AfterTitle, text, "", _pack.ReadText));
        }
    }
}

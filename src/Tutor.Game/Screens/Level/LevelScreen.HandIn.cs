using Tutor.Core.Levels;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>A try is handed in, and what is said of it.</content>
sealed partial class LevelScreen
{
    void HandIn()
    {
        if (_sitting.IsWatch)
        {
            WatchToTheEnd();
        }
        else if (_sitting.HandIn())
        {
            SayLast();
        }
        else
        {
            Say("Judging …", Ink.Muted);
        }
    }

    void SayLast()
    {
        if (_sitting.Last is not { } last)
        {
            return;
        }

        TakeScore();
        if (_sitting.IsRevealed && last.CameTrue is not null)
        {
            _forecast?.Reveal();
        }

        ShowForecast();
        SayTold(last);
        _isFlashing = !Game.Settings.IsCalm && last.Outcome is HandInOutcome.Passed or HandInOutcome.Failed;
        _flashesSince = null;
        if (last.IsPassed && !_sitting.IsWatch)
        {
            OpenAfterwards(last);
        }
        else if (last.Outcome == HandInOutcome.Failed && _forecast is null)
        {
            GoToProof(last);
        }
    }

    void SayTold(HandInResult last)
    {
        var (text, ink) = Told(last);
        Say(text, ink);
        _told = last;
    }

    (string Text, Ink Ink) Told(HandInResult last) => last.Outcome switch
    {
        HandInOutcome.NothingToHandIn when _sitting.IsWatch => ("Enter watches the scan; seen to the end, it is passed.", Ink.Muted),
        HandInOutcome.NothingToHandIn when last.Run?.Predicate is not null =>
            ("Nothing is handed in here: what you write is scored as you write it, and kept.", Ink.Muted),
        // The message takes the place of the diagnostic under the text, so it repeats it.
        HandInOutcome.NoPredicate or HandInOutcome.NothingToHandIn => (ToldDiagnostic(MessagesOf(last.Run)) is { } told
            ? $"This is not a predicate yet. {told.Code.Id} {told.Message}{(told.Help is { } help ? $"; {help}" : "")}"
            : "This is not a predicate yet.", Ink.Warning),
        HandInOutcome.Chosen => (_sitting.Form.Row().Confirm, Ink.Text),
        HandInOutcome.Incomplete => (SecretWords.Incomplete(_sitting), Ink.Warning),
        HandInOutcome.Unchanged => (SecretWords.Unchanged, Ink.Warning),
        HandInOutcome.Open => ($"This level is open: there is nothing to pass.{(last.Keeping is { IsKept: true } ? " Your answer is kept." : last.KeepingWords)}{(last.Beliefs is [var note, ..] ? $" {note}" : "")}", Ink.Good),
        HandInOutcome.Passed when last.CameTrue is { } came => ($"All {came.Of} came true. Passed{FirstTry(last)}.{last.KeepingWords} F9 goes on to the next level.", Ink.Good),
        HandInOutcome.Passed when _sitting.IsWatch => ($"Seen to the end: passed.{last.KeepingWords} F9 goes on to the next level.", Ink.Good),
        HandInOutcome.Passed => ($"{Medals.Word(last)}{(last.IsFirstTry ? " At the first try." : "")}{GolfWords(last)}{last.KeepingWords}{RightOption(last)} F9 goes on to the next level.", Ink.Good),
        HandInOutcome.Failed when last.CameTrue is { } came =>
            ($"{came.Right} of {came.Of} came true.{last.KeepingWords} {(_sitting.IsRevealed ? "Down shows the answers one by one; the page card says why." : _sitting.AfterWrongForecast())}", Ink.Warning),
        HandInOutcome.Failed when last.Opened is { } map =>
            ($"Right on what you saw; map {_sitting.NameOf(map)} beats it, and is drawn now.{last.KeepingWords} {WhyWords(last)}", Ink.Warning),
        HandInOutcome.Failed => ($"Not yet.{last.KeepingWords} {WhyWords(last)}", Ink.Warning),
    };

    /// <summary>What its author says of the right option, where no text after the pass has room for it.</summary>
    string RightOption(HandInResult last) => last.Feedback is { } feedback && _sitting.Level.Afterwards is null ? $" {LinkLabels.Of(feedback).TrimEnd()}" : "";

    static string FirstTry(HandInResult last) => last.IsFirstTry ? " at the first try" : "";

    /// <summary>Beside the medal: what golf counts, par, and the best so far.</summary>
    string GolfWords(HandInResult last) => last.Golf is not { } golf ? ""
        : $" {Words.Count(golf.Count)} {_sitting.Level.GolfWord}{(golf.Par is { } par ? $"; par is {Words.Count(par)}" : "")}, your best {Words.Count(golf.Best)}.";

    /// <summary>The author's word stands beside the general one where all of it is seen; else behind, where one key shows it.</summary>
    string WhyWords(HandInResult last)
    {
        var whole = $"{last.Why}{last.AlsoWhy}{ProofWords(last)}";
        return Wrapping.WrapCode($"Not yet. {whole}", _layout.Answer.Width - 2, Ink.Warning).Count <= NoteRows(_layout.Answer.Bottom + 1) ? whole
            : $"{last.Why}{ProofWords(last)}{last.AlsoWhy}";
    }

    string ProofWords(HandInResult last) => _palette is not null ? ""
        : _marks is not null && last.Missed is not null ? " F6 goes to a page that you had wrong."
        : last.Proof is not { } proof ? (last.Missed is null ? "" : " F6 goes to a wrong page.")
        : $" F12 shows {(proof.Pages.Length == 1 ? "the page that proves it" : $"{proof.Pages.Length} pages that prove it")}, Ctrl+S everything about {(proof.Pages.Length == 1 ? "it" : "the first")}.";

    /// <summary>The page that shows what is wrong, if it is on this map; else the next wrong one.</summary>
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
            var text = $"# {Medals.Word(last)}\n\n{(last.Feedback is { } feedback ? $"{feedback}\n\n" : "")}{afterwards}";
            Game.Open(new ReadingScreen(IsWriting || _sitting.IsPick || _sitting.IsMark || _sitting.IsAttack ? "Why it was right" : "What was to be seen", text, "", _pack.ReadText));
        }
    }
}

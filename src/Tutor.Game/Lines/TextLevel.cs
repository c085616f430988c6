using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>One level in text mode: what it asks, and the answer that the player gives.</summary>
sealed partial class TextLevel
{
    const string NothingRan = "The text at hand is no predicate, so nothing was run.";
    readonly Sitting _sitting;
    readonly LineInput _input;
    readonly Speaker _speaker;
    readonly TextReading _reading;
    MapCursor _map;
    readonly Stack<string> _undo = [];
    bool _saidWhy;

    public TextLevel(Sitting sitting, LineInput input, Speaker speaker, TextReading reading)
    {
        _reading = reading;
        _sitting = sitting;
        _input = input;
        _speaker = speaker;
        _map = new MapCursor(sitting.Map);
        TakeScore();
    }

    public string Id => _sitting.Entry.Id;

    /// <summary>The sandbox that made this level, or null.</summary>
    public Sandbox? Sandbox => _sitting.Sandbox;

    public LevelKind Kind => _sitting.Level.Kind;

    /// <summary>The run of the text at hand on the map that is told; null while the text has errors.</summary>
    CompactionResult? Result => _sitting.DrawnRun?.Result;

    bool IsWriting => _sitting.IsWriting;

    /// <summary>What will happen is still to be foretold: nothing that tells it is said.</summary>
    bool IsSecret => _sitting.IsSecret;

    /// <summary>Of no page it is known what becomes of it.</summary>
    bool HasNoVerdicts => IsSecret || Result is null;

    /// <summary>Whether the commands of a scope work in this level.</summary>
    public bool Has(TextScope scope) => scope switch
    {
        TextScope.Picking => _sitting.IsPick,
        TextScope.Predicting => _sitting.Forecast is not null,
        TextScope.Marking => _sitting.IsMark,
        TextScope.Painting => _sitting.IsAttack,
        TextScope.Writing => IsWriting,
        TextScope.Sandbox => _sitting.Sandbox is not null,
        TextScope.Everywhere or TextScope.Level => true,
    };

    /// <summary>Said when the level is opened.</summary>
    public void Begin()
    {
        _speaker.Say(_sitting.Sandbox is not null ? TextGame.Sentence(_sitting.Entry.Title)
            : $"{TextGame.Sentence(_sitting.Entry.Title)} A level of kind {Kind.Word()}, {_sitting.Entry.Minutes} minutes{(_sitting.Entry.Chapter is { } chapter ? $", chapter {chapter.Title}" : "")}.");
        _speaker.Blank();
        _reading.Say(_sitting.WholeBrief);
        _speaker.Blank();
        if (_sitting.Revised is { } revised)
        {
            _speaker.Say(revised.Sentence);
        }

        if (_sitting.IsAttack)
        {
            foreach (var asked in GoalWords.Asked(_sitting.Level))
            {
                _speaker.Say("  ", $"{asked}.");
            }
        }

        _speaker.Say(_sitting.Form switch
        {
            AnswerForm.Watched => "'watch' tells the scan step by step; 'watch end' goes to its end.",
            AnswerForm.Option => "'options' reads what there is to pick from, 'pick 1' chooses one, 'check' hands it in.",
            AnswerForm.Marks => "'marks' reads the pages, 'page +3' one of them, 'mark skip +3' marks it, 'check' hands in.",
            AnswerForm.Painting => "'palette' reads the kinds, 'paint anon' paints one, 'painting' reads the memory, 'check' hands it in.",
            AnswerForm.Forecast => "'questions' reads what is asked, 'say 1 2' answers question 1 with answer 2, 'check' hands in.",
            AnswerForm.Predicate when _sitting.Sandbox is not null => "'memory' says what the memory is made of, 'set', 'paint' and 'hold' change it, 'skip' and a line of C tries a predicate, 'second' keeps it beside another one; a page dump that is pasted becomes a page.",
            AnswerForm.Predicate when !Kind.Row().IsJudgedByGoals => "'skip' and a line of C tries a predicate, 'check' keeps it; nothing is to be passed here.",
            AnswerForm.Predicate => "'text' reads the predicate, 'names' the names that you may use, 'skip' and a line of C writes it, 'check' hands it in.",
        });
    }

    /// <summary>An answer is chosen, and waits for the second <c>check</c>.</summary>
    public bool IsWaiting => IsSecret && _sitting.IsChosen;

    public void SayWhy()
    {
        if (_sitting.IsPassed && _sitting.Afterwards(toWrong: "'wrong'", toCompare: "'compare'") is { } afterwards)
        {
            SayLong(afterwards);
        }
        else
        {
            _speaker.Say("Why it is right is told when it is passed.");
        }
    }

    public void SayBrief() => _reading.Say(_sitting.WholeBrief);

    public void SayText()
    {
        foreach (var line in _sitting.Text.Split('\n'))
        {
            _speaker.Say("  ", line);
        }
    }

    public void SayScore()
    {
        if (MayNotTell())
        {
            return;
        }

        var (result, run) = (Result!, _sitting.Latest!);
        SayProblems();
        _speaker.Say(ScoreWords.Counts(result.Metrics));
        if (run.Goals.IsEmpty)
        {
            _speaker.Say(ScoreWords.Costs(result.Metrics));
        }

        if (_sitting.Drawn.Settings.BudgetNs is { } budget)
        {
            _speaker.Say($"Time by the model's prices: {GoalWords.OfBudget(result.Metrics, budget)}.");
        }

        if (_sitting.Level.GolfWord is { } measure && _sitting.Golf is { } count)
        {
            var par = _sitting.ParMet is { } known ? $"; par is {Words.Count(known)}" : "";
            var best = _sitting.BestGolf is { } yours ? $"; your best is {Words.Count(yours)}" : "";
            _speaker.Say($"{Words.Count(count)} {measure}{par}{best}.");
        }

        // What is met needs no line of its own, once all of it is.
        foreach (var goal in run.Goals.All(g => g.IsMet) ? [] : run.Goals)
        {
            _speaker.Say("  ", ScoreWords.Goal(goal, run));
        }

        var verdict = VerdictLine.Of(_sitting);
        _speaker.Say(verdict.Text);
    }

    public void HandIn()
    {
        if (_sitting.IsPick && IsSecret && !_sitting.IsChosen)
        {
            _speaker.Say("First 'pick' an option.");
            return;
        }

        _sitting.HandIn();
        TakeScore();
        if (_sitting.Last is { } last)
        {
            SayLast(last);
        }
    }

    /// <param name="word"><c>answer</c> asks for the last rung.</param>
    public void SayHint(string word)
    {
        if (_sitting.Level.Hints.IsEmpty)
        {
            _speaker.Say("This level has no hints.");
            return;
        }

        var ladder = _sitting.Hints;
        if (ladder.Step(wantsAnswer: word == "answer"))
        {
            SayRung(ladder, ladder.Shown);
            if (ladder.Left == 0)
            {
                _speaker.Say("'next' moves on; until you pass it, this level counts as seen.");
            }
        }
        else if (ladder.Left > 0)
        {
            _speaker.Say("The next one is the answer itself. Try once more, or 'hint answer' reads it.");
        }
        else
        {
            _speaker.Say("These are all the hints.");
            for (var rung = 1; rung <= ladder.Shown; rung++)
            {
                SayRung(ladder, rung);
            }
        }
    }

    void SayRung(HintLadder ladder, int rung)
    {
        var hint = ladder.Seen.ElementAt(rung - 1);
        _speaker.Say($"Hint {rung} of {_sitting.Level.Hints.Length}. {HintLadder.TitleOf(hint.Kind)}:");
        _speaker.Markdown(hint.Text);
    }

    void SayLast(HandInResult last)
    {
        if (last.Feedback is { } feedback)
        {
            _speaker.Markdown(feedback);
        }

        switch (last.Outcome)
        {
            case HandInOutcome.NothingToHandIn:
                _speaker.Say("This level is passed by watching: 'watch' goes on, 'watch end' goes to the end.");
                break;
            case HandInOutcome.NoPredicate:
                _speaker.Say("This is not a predicate yet.");
                SayProblems();
                break;
            case HandInOutcome.Chosen:
                _speaker.Say(_sitting.IsMark ? "These are your marks? 'check' once more hands them in." : "Chosen. 'check' hands it in.");
                break;
            case HandInOutcome.Incomplete:
                _speaker.Say(_sitting.IsMark ? $"{SecretWords.Incomplete(_sitting)} 'marks' reads them." : _sitting.IsAttack ? SecretWords.Incomplete(_sitting) : "Say something about each of them first: 'questions' reads them.");
                break;
            case HandInOutcome.Unchanged:
                _speaker.Say(SecretWords.Unchanged);
                break;
            case HandInOutcome.Open:
                _speaker.Say($"This level is open: there is nothing to pass.{(last.Keeping is { IsKept: true } ? " Your answer is kept." : last.KeepingWords)}");
                SayBeliefs(last);
                break;
            case HandInOutcome.Passed:
                SayPassed(last);
                break;
            case HandInOutcome.Failed when last.CameTrue is { } came:
                SayForecast();
                _speaker.Say($"{came.Right} of {came.Of} came true.{last.KeepingWords} {_sitting.AfterWrongForecast()}");
                break;
            case HandInOutcome.Failed:
                SayWhyNot(last);
                break;
        }
    }

    void SayPassed(HandInResult last)
    {
        if (last.CameTrue is { } came)
        {
            SayForecast();
            _speaker.Say($"All {came.Of} came true. Passed{(last.IsFirstTry ? " at the first try" : "")}.{last.KeepingWords}");
        }
        else
        {
            var golf = last.Golf is not { } count ? "" : $" {Words.Count(count.Count)} {_sitting.Level.GolfWord}"
                + $"{(count.Par is { } par ? $"; par is {Words.Count(par)}" : "")}, your best {Words.Count(count.Best)}.";
            _speaker.Say(_sitting.IsWatch ? $"Seen to the end: passed.{last.KeepingWords}" : $"{MedalWords.Medal(last.Verdict, last.HasMore, last.Left)}{(last.IsFirstTry ? " At the first try." : "")}{golf}{last.KeepingWords}");
        }

        if (_saidWhy)
        {
            _speaker.Say("'why' tells again why it is right.");
        }
        else if (_sitting.Afterwards(toWrong: "'wrong'", toCompare: "'compare'") is { } afterwards)
        {
            _saidWhy = true;
            SayLong(afterwards);
        }

        _speaker.Say("'next' goes on to the next level.");
    }

    void SayBeliefs(HandInResult last)
    {
        foreach (var belief in last.Feedback is null ? last.Beliefs.Take(2) : [])
        {
            _speaker.Say(belief);
        }
    }

    /// <summary>Why it is not passed, as on the screens; and the goals, which are in sight there.</summary>
    void SayWhyNot(HandInResult last)
    {
        _speaker.Say($"Not yet.{last.KeepingWords}");
        if (last.Opened is { } map)
        {
            _speaker.Say($"It is right on what you saw. Map {_sitting.NameOf(map)} beats it, and is told now; 'maps' goes back.");
        }

        SayBeliefs(last);
        foreach (var goal in (last.Run?.Goals ?? []).Where(g => !g.IsMet).Take(3))
        {
            _speaker.Say("  ", ScoreWords.Goal(goal, last.Run!));
        }

        if (last.Proof is { } proof)
        {
            _speaker.Say(proof.Pages.Length == 1 ? "'proof' shows the page that proves it." : $"'proof' shows {proof.Pages.Length} pages that prove it.");
        }
        else if (_sitting.IsMark)
        {
            _speaker.Say("'marks' now says who they are, 'wrong' goes to a page that you had wrong.");
        }
    }

    /// <summary>Says what became of the last attempt, where that was not known when it was handed in.</summary>
    public void Poll()
    {
        if (_sitting.Poll() && _sitting.Last is { Keeping.Problem: not null } last)
        {
            _speaker.Say(last.KeepingWords.TrimStart());
        }
    }

    /// <summary>The map tells the newest run.</summary>
    void TakeScore()
    {
        if (_map.Map != _sitting.Map)
        {
            _map = new MapCursor(_sitting.Map);
        }

        _map.Verdicts = Result?.Verdicts ?? (IReadOnlyList<PageVerdict>)[];
    }

    /// <summary>Warnings are for who wrote the text; the level's own is as its author wants it.</summary>
    void SayProblems()
    {
        foreach (var problem in (_sitting.Latest?.Diagnostics ?? []).Where(d => IsWriting || d.IsError))
        {
            _speaker.Say(DiagnosticFormatter.Format(problem));
        }
    }

    /// <summary>Nothing may be told before something is decided; that is said.</summary>
    bool IsTooEarly()
    {
        if (IsSecret)
        {
            _speaker.Say(_sitting.IsPick ? "First 'pick' an option and 'check' it; then this is yours." : _sitting.Form.Row().TooEarly);
        }

        return IsSecret;
    }

    /// <summary>Nothing may be told before something is decided, and of a text that is no predicate there is nothing to tell: either is said.</summary>
    bool MayNotTell()
    {
        if (IsTooEarly())
        {
            return true;
        }

        if (Result is not null)
        {
            return false;
        }

        _speaker.Say(NothingRan);
        SayProblems();
        return true;
    }

    /// <summary>A number from 1 to <paramref name="most"/>; else says what was expected.</summary>
    int? Numbered(string word, int most, string what)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        _speaker.Say(most == 0 ? $"There is no {what} here." : $"Which {what}? A number from 1 to {most}.");
        return null;
    }
}

using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Simulation;
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
    bool _saidWhy;

    public TextLevel(Sitting sitting, LineInput input, Speaker speaker, TextReading reading)
    {
        _reading = reading;
        _sitting = sitting;
        _input = input;
        _speaker = speaker;
        _map = new MapCursor(sitting.Map);
        Answer = sitting.Form.Lines().Of(this);
        TakeScore();
    }

    public string Id => _sitting.Entry.Id;

    /// <summary>The sandbox that made this level, or null.</summary>
    public Sandbox? Sandbox => _sitting.Sandbox;

    public LevelKind Kind => _sitting.Level.Kind;

    public Sitting Sitting => _sitting;

    public LineInput Input => _input;

    public Speaker Speaker => _speaker;

    public MapCursor Map => _map;

    /// <summary>How an answer is given here.</summary>
    public AnswerLines Answer { get; }

    /// <summary>The run of the text at hand on the map that is told; null while the text has errors.</summary>
    CompactionResult? Result => _sitting.DrawnRun?.Result;

    /// <summary>Whether what becomes of pages is secret, because the player has not decided yet.</summary>
    bool IsSecret => _sitting.IsSecret;

    /// <summary>Whether there are no verdicts to tell.</summary>
    public bool HasNoVerdicts => IsSecret || Result is null;

    /// <summary>Whether a command works in this level.</summary>
    public bool Has(TextCommand command) => command.Scope switch
    {
        TextScope.Answer => command.Form == _sitting.Form,
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

        Answer.SayAsked();
        _speaker.Say(Answer.Commands);
    }

    /// <summary>An answer is chosen, and waits for the second <c>check</c>.</summary>
    public bool IsWaiting => IsSecret && _sitting.IsChosen;

    /// <summary>There is something to pass here, and it is not passed.</summary>
    public bool IsLeftBehind => _sitting.LeavesSomething;

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

        // Once all goals of a medal are met, they need no line each.
        foreach (var goal in run.Goals.All(g => g.IsMet) ? [] : run.Goals)
        {
            _speaker.Say("  ", ScoreWords.Goal(goal, run));
        }

        var verdict = VerdictLine.Of(_sitting);
        _speaker.Say(verdict.Text);
    }

    /// <summary>Said once, when nothing is left of the course.</summary>
    void SayEnd()
    {
        if (_sitting.EndsCourse)
        {
            _speaker.Say("Nothing is left to pass. 'closing' sums the course up, and says what comes now.");
        }
    }

    public void HandIn()
    {
        if (Answer.NotYet is { } notYet)
        {
            _speaker.Say(notYet);
            return;
        }

        _sitting.HandIn();
        TakeScore();
        if (_sitting.Last is { } last)
        {
            SayLast(last);
            SayEnd();
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
            if (word == "answer" && ladder.Left > 0)
            {
                _speaker.Say($"The answer is the last of the {_sitting.Level.Hints.Length} hints; 'hint answer' goes on.");
            }

            if (ladder.Left == 0 && !_sitting.IsPassed)
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
                _speaker.Say($"This level is passed by watching it to its end. {Answer.Commands}");
                break;
            case HandInOutcome.NoPredicate:
                _speaker.Say("This is not a predicate yet.");
                SayProblems();
                break;
            case HandInOutcome.Chosen:
                _speaker.Say(_sitting.Confirm("'check'"));
                break;
            case HandInOutcome.Incomplete:
                _speaker.Say(Answer.Incomplete);
                break;
            case HandInOutcome.Unchanged:
                _speaker.Say(HandInResult.Unchanged);
                break;
            case HandInOutcome.Open:
                _speaker.Say($"This level is open: there is nothing to pass.{(last.Keeping is { IsKept: true } ? " Your answer is kept." : last.KeepingWords)}");
                SayBeliefs(last);
                break;
            case HandInOutcome.Passed:
                SayPassed(last);
                break;
            case HandInOutcome.Failed:
                Answer.SayFailed(last);
                break;
        }
    }

    void SayPassed(HandInResult last)
    {
        Answer.SayPassed(last);
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

    /// <summary>Says why the level is not passed, as the screens do, and then the goals, which the screens show all the time.</summary>
    public void SayWhyNot(HandInResult last)
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
        else if (Answer.WhereToLook is { } where)
        {
            _speaker.Say(where);
        }
    }

    /// <summary>Says whether the last attempt was kept, if that was not known when it was handed in.</summary>
    public void Poll()
    {
        if (!_sitting.Poll() || _sitting.Last is not { } last)
        {
            return;
        }

        if (last.Keeping is { Problem: not null })
        {
            _speaker.Say(last.KeepingWords.TrimStart());
        }
        else if (last is { Outcome: HandInOutcome.Open, Keeping.IsKept: true })
        {
            _speaker.Say("Your answer is kept.");
        }
    }

    /// <summary>Shows the newest run on the map.</summary>
    public void TakeScore()
    {
        if (_map.Map != _sitting.Map)
        {
            _map = new MapCursor(_sitting.Map);
        }

        _map.Verdicts = Result?.Verdicts ?? (IReadOnlyList<PageVerdict>)[];
    }

    /// <summary>Says the warnings about a text that the player wrote. The level's own text is as its author wants it.</summary>
    void SayProblems()
    {
        foreach (var problem in (_sitting.Latest?.Diagnostics ?? []).Where(d => Answer.Write is not null || d.IsError))
        {
            ProblemWords.Say(_speaker, problem, saysFile: false);
        }
    }

    /// <summary>Says, if it is so, that the player must decide first. True if nothing may be told.</summary>
    bool IsTooEarly()
    {
        if (IsSecret)
        {
            _speaker.Say(Answer.TooEarly);
        }

        return IsSecret;
    }

    /// <summary>Says, if it is so, that the player must decide first, or that the text is no predicate. True if there is nothing to tell.</summary>
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
    public int? Numbered(string word, int most, string what)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        _speaker.Say(most == 0 ? $"There is no {what} here." : $"Which {what}? A number from 1 to {most}.");
        return null;
    }
}

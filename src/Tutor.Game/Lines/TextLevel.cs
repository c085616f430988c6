using System.Globalization;
using Tutor.Core.Text;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Lines;

/// <summary>One level in text mode: what it asks, and the answer that the player gives.</summary>
sealed partial class TextLevel
{
    readonly PlayableLevel _level;
    readonly IGameWorld _world;
    readonly LineInput _input;
    readonly Speaker _speaker;
    readonly MapPane _map;
    readonly PredictionSheet? _sheet;
    readonly Stack<string> _undo = [];
    string _text;
    int _option;
    Scoring _scoring;

    public TextLevel(PlayableLevel level, IGameWorld world, LineInput input, Speaker speaker)
    {
        _level = level;
        _world = world;
        _input = input;
        _speaker = speaker;
        _map = new MapPane(level.Map);
        _sheet = level.Predictions.IsEmpty ? null : new PredictionSheet(level.Predictions);
        // A draft is the same on the screens and here.
        _text = level.IsPick ? level.Options[0].Text : (Has(TextScope.Writing) ? world.Recall(DraftKey) : null) ?? level.Starter;
        _scoring = Rescored();
    }

    public string Id => _level.Entry.Id;

    public string Kind => _level.Entry.Kind;

    string DraftKey => $"draft:{Id}";

    /// <summary>What will happen is still to be foretold: nothing that tells it is said.</summary>
    bool IsSecret => _sheet is { IsRevealed: false };

    /// <summary>Whether the commands of a scope work in this level.</summary>
    public bool Has(TextScope scope) => scope switch
    {
        TextScope.Picking => _level.IsPick,
        TextScope.Predicting => _sheet is not null,
        TextScope.Writing => !_level.IsPick && !_level.IsWatch && _sheet is null,
        _ => true,
    };

    /// <summary>Said when the level is opened.</summary>
    public void Begin()
    {
        _speaker.Say($"{TextGame.Sentence(_level.Entry.Title)} A level of kind {Kind}, {_level.Entry.Minutes} minutes, chapter {_level.Entry.Chapter}.");
        _speaker.Blank();
        _speaker.Markdown(_level.WholeBrief);
        _speaker.Blank();
        _speaker.Say(Kind switch
        {
            "watch" => "'watch' tells the scan step by step; 'watch end' goes to its end.",
            "pick" => "'options' reads what there is to pick from, 'pick 1' tries one, 'check' hands it in.",
            "predict" => "'questions' reads what is asked, 'say 1 2' answers question 1 with answer 2, 'check' hands in.",
            "open" => "'skip' and a line of C tries a predicate, 'check' keeps it; nothing is to be passed here.",
            _ => "'text' reads the predicate, 'skip' and a line of C writes it, 'check' hands it in.",
        });
    }

    public void SayBrief() => _speaker.Markdown(_level.WholeBrief);

    public void SayText()
    {
        foreach (var line in _text.Split('\n'))
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

        if (_scoring.Result is not { } result)
        {
            SayProblems();
            return;
        }

        SayProblems();
        _speaker.Say(ScoreWords.Counts(result.Metrics));
        if (_scoring.Goals.IsEmpty)
        {
            _speaker.Say(ScoreWords.Costs(result.Metrics));
        }

        if (_level.GolfMeasure is { } measure && _scoring.Golf is { } count)
        {
            var par = _level.Par.Value is { } known ? $"; par is {Words.Count(known)}" : "";
            var best = BestGolf() is { } yours ? $"; your best is {Words.Count(yours)}" : "";
            _speaker.Say($"{Words.Count(count)} {measure}{par}{best}.");
        }

        foreach (var goal in _scoring.Goals)
        {
            _speaker.Say("  ", ScoreWords.Goal(goal));
        }
    }

    /// <summary>What golf counts in the best try that passed.</summary>
    long? BestGolf() => Tries.Bests(Tries.Read(_world.History(Id)), [Tries.Golf]) is [var best] ? best.Value : null;

    public void HandIn()
    {
        if (_level.IsWatch)
        {
            _speaker.Say("This level is passed by watching: 'watch' goes on, 'watch end' goes to the end.");
        }
        else if (_sheet is not null)
        {
            HandInSheet(_sheet);
        }
        else if (_scoring.Predicate is null)
        {
            _speaker.Say("This is not a predicate yet.");
            SayProblems();
        }
        else
        {
            HandInPredicate();
        }
    }

    /// <param name="word"><c>answer</c> asks for the last rung.</param>
    public void SayHint(string word)
    {
        if (_level.Hints.IsEmpty)
        {
            _speaker.Say("This level has no hints.");
            return;
        }

        var ladder = SeenHints.Of(_level, _world);
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
        _speaker.Say($"Hint {rung} of {_level.Hints.Length}. {HintLadder.TitleOf(hint.Kind)}:");
        _speaker.Markdown(hint.Text);
    }

    void HandInPredicate()
    {
        var kept = Keep(new Attempt(Id, _level.Entry.Revision, _text, _scoring.Verdict, _scoring.Metrics,
            _level.IsPick ? AttemptHow.Option : AttemptHow.Typed, _level.IsPick ? _level.Options[_option].Id : null));
        if (_level.IsPick && _level.Options[_option].Feedback is { } feedback)
        {
            _speaker.Markdown(feedback);
        }

        if (_scoring.IsPassed)
        {
            var best = _level.GolfMeasure is { } measure && BestGolf() is { } yours ? $" Your best is {Words.Count(yours)} {measure}." : "";
            _speaker.Say($"{ScoreWords.Medal(_scoring.Verdict, _scoring.HasMore)}{best}{kept}");
            SayAfterwards();
            _speaker.Say("'next' goes on to the next level.");
        }
        else if (_scoring.Verdict == "none")
        {
            _speaker.Say($"Kept.{kept} This level is open: there is nothing to pass.");
        }
        else
        {
            SayWhyNot(kept);
        }
    }

    void SayWhyNot(string kept)
    {
        _speaker.Say($"Not yet.{kept}");
        foreach (var says in _scoring.Says.Take(1))
        {
            _speaker.Say(says);
        }

        foreach (var goal in _scoring.Goals.Where(g => !g.IsMet).Take(3))
        {
            _speaker.Say("  ", ScoreWords.Goal(goal));
        }

        if (_scoring.FindCounterExample() is { } example)
        {
            _speaker.Say(example.Pages.Length == 1 ? "'proof' shows the page that proves it." : $"'proof' shows {example.Pages.Length} pages that prove it.");
        }
    }

    void HandInSheet(PredictionSheet sheet)
    {
        if (_scoring.Result is not { } result)
        {
            return;
        }

        if (!sheet.IsComplete)
        {
            _speaker.Say("Say something about each of them first: 'questions' reads them.");
            return;
        }

        var right = sheet.Reveal(result);
        var isPassed = right == sheet.Count;
        var kept = Keep(new Attempt(Id, _level.Entry.Revision, sheet.Forecast.Write(), isPassed ? "pass" : "fail", "{}", AttemptHow.Predicted));
        SaySheet(sheet);
        _speaker.Say(isPassed ? $"All {sheet.Count} came true. Passed.{kept} 'next' goes on to the next level."
            : $"{right} of {sheet.Count} came true.{kept} 'page' and the number of a page says why; say otherwise and 'check' again.");
        if (isPassed)
        {
            SayAfterwards();
        }
    }

    /// <summary>After a pass: why it was right, and what it still cannot know.</summary>
    void SayAfterwards()
    {
        if (_level.Afterwards is { } afterwards)
        {
            _speaker.Markdown(AfterPass.Text(afterwards, _level.Map, _level.Run.Control, _scoring, toWrong: "'wrong'", toCompare: "'compare'",
                isOwn: Has(TextScope.Writing) || _level.IsPick) + ChapterEnd.Text(Standings.Of(_world), _level.Entry.Id));
        }
    }

    string Keep(Attempt attempt) => _world.Record(attempt) ? "" : $" Not saved: {_world.SaveNotice ?? "the disk said no"}.";

    /// <summary>Scores the text at hand on every map of the level.</summary>
    Scoring Rescored()
    {
        _scoring = _level.Score(_text, CancellationToken.None);
        if (_scoring.Result is { } result)
        {
            _map.Verdicts = result.Verdicts;
            _map.VerdictsKey = result;
        }

        return _scoring;
    }

    void SayProblems()
    {
        foreach (var problem in _scoring.Diagnostics)
        {
            _speaker.Say(DiagnosticFormatter.Format(problem));
        }
    }

    bool MayNotTell()
    {
        if (IsSecret)
        {
            _speaker.Say("First say what will happen; then this is yours.");
        }

        return IsSecret;
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

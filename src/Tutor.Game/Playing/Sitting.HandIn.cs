using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>Handing in: judged by the core, kept, and told.</content>
sealed partial class Sitting
{
    Answer? _handedIn;
    Job<Judgement>? _judging;
    long _recorded;

    /// <summary>What the last hand-in came to; null before there is one.</summary>
    public HandInResult? Last { get; private set; }

    /// <summary>Whether the present answer is the one that was handed in last.</summary>
    public bool IsHandedIn => _handedIn is not null && _handedIn.Write() == AtHand.Answer.Write();

    /// <summary>Hands in what is at hand. What came of it is in <see cref="Last"/> as soon as <see cref="Poll"/> says so, or at once.</summary>
    /// <returns>True when it is judged already.</returns>
    public bool HandIn()
    {
        Last = null;
        _recorded = 0;
        if (Rules.IsWatched || Sandbox is not null)
        {
            Last = new HandInResult(HandInOutcome.NothingToHandIn, Verdict.None, Latest);
            return true;
        }

        if (IsAnsweredAgain)
        {
            Last = new HandInResult(HandInOutcome.Unchanged, Verdict.None, null);
            return true;
        }

        if (!AtHand.Answer.IsComplete)
        {
            Last = new HandInResult(HandInOutcome.Incomplete, Verdict.None, null);
            return true;
        }

        if (IsSecret && !IsChosen)
        {
            Choose();
            Last = new HandInResult(HandInOutcome.Chosen, Verdict.None, null);
            return true;
        }

        return Judge(AtHand.Answer);
    }

    /// <summary>What is asked before an answer is handed in for good.</summary>
    /// <param name="what">What hands it in: a key, or a command in quotes.</param>
    public string Confirm(string what) => Form.Row().Confirm.Replace("{0}", what, StringComparison.Ordinal);

    /// <summary>With the last hand-in the whole pack is behind the player, and was not before.</summary>
    public bool EndsCourse { get; private set; }

    /// <summary>The scan was seen to its end: where that is what is asked, it is passed.</summary>
    /// <returns>True when it is.</returns>
    public bool WatchedToTheEnd() => Rules.IsWatched && Last is not { IsPassed: true } && Judge(AtHand.Answer);

    /// <summary>Judges an answer that was stored, here or on another machine; or says why it is no answer to the level.</summary>
    /// <returns>The attempt as it deserves to be kept, and what it came to.</returns>
    public static (Attempt? Attempt, Judgement? Judgement, string? Refusal) JudgeAgain(PreparedLevel prepared, Attempt stored)
    {
        var (answer, refusal) = Answer.Read(prepared.Level, stored.Predicate, stored.Option);
        if (answer is null)
        {
            return (null, null, refusal);
        }

        var judged = answer.Judge(prepared);
        return (AsJudged(stored, judged), judged, null);
    }

    /// <summary>What is read after a pass, in Markdown: why it was right, what it cannot know, and the end of a chapter; null where the author says nothing.</summary>
    /// <param name="toWrong">What goes to a wrong page: a key, or a command.</param>
    /// <param name="toCompare">What shows where predicates differ.</param>
    public string? Afterwards(string toWrong, string toCompare) => Level.Afterwards is not { } afterwards ? null
        : (Prepared.Dump is { } dump ? AfterPass.Text(afterwards, dump)
            : AfterPass.Text(afterwards, (Last?.Run ?? Latest)?.Shown, (Last?.Run ?? Latest)?.Predicate, Prepared.Scope, MetRevisions.UpTo(this), toWrong, toCompare, isOwn: Rules.Runs == RunPredicate.Players, isGiven: Rules.Runs == RunPredicate.Attacked))
            + ChapterEnd.Text(Pack.Standings(), Entry.Id);

    static Attempt AsJudged(Attempt attempt, Judgement judged) => attempt with
    {
        Verdict = judged.Verdict.Word(),
        Metrics = judged.Run is null ? "{}" : KeptMetrics.Write(KeptMetrics.Of(judged.Run)),
    };

    bool Judge(Answer answer)
    {
        _judging?.Cancel();
        _handedIn = answer;
        _judging = new Job<Judgement>((_, cancellation) => answer.Judge(Prepared, cancellation));
        Pack.Host.Run(_judging);
        return Judged();
    }

    /// <summary>Keeps and tells what was handed in, as soon as it is judged.</summary>
    bool Judged()
    {
        if (_judging is not { IsDone: true } done)
        {
            return false;
        }

        _judging = null;
        if (done.Result is not { } judged || _handedIn is not { } answer)
        {
            return false;
        }

        Last = judged.Run is { Maps.IsEmpty: true } run
            ? new HandInResult(HandInOutcome.NoPredicate, judged.Verdict, run)
            : Told(answer, judged);
        if (judged.Run is { Maps.IsEmpty: true } notRun)
        {
            NoteNotCompiled(notRun);
        }
        else
        {
            Keep(answer, judged);
        }

        return true;
    }

    void Keep(Answer answer, Judgement judged)
    {
        var wasReached = CourseEnd.IsReached(Pack);
        NoteFirstChoice(answer);
        var (text, option) = answer.Kept;
        var attempt = new Attempt(Entry.Id, Entry.Revision, text, "", How: Form.Row().How, Option: option);
        if (ReviewLevel.Of(Entry.Id) is var (_, again))
        {
            Pack.Progress.Note(new PlayerEvent(PlayerEventKind.Reviewed, again, Entry.Revision, judged.Verdict.Word()));
        }

        _recorded = Pack.Progress.Record(AsJudged(attempt, judged));
        Best = Pack.Best(Entry);
        EndsCourse = !wasReached && CourseEnd.IsReached(Pack);
        BestGolf = BestGolfOf();
        Score();
        Last = Last! with { Golf = Last.Golf is { } golf ? golf with { Best = BestGolf ?? golf.Count } : null };
        Pack.Poll();
        Kept();
    }

    /// <summary>Takes over what became of the attempt that was recorded last; true when that is news.</summary>
    bool Kept()
    {
        var keeping = Last is null ? null : Pack.KeepingOf(_recorded);
        if (keeping is null || keeping == Last!.Keeping)
        {
            return false;
        }

        Last = Last with { Keeping = keeping };
        return true;
    }

    HandInResult Told(Answer answer, Judgement judged)
    {
        var isFirstTry = judged.Verdict.IsPass() && !IsPassed && History.Count == 0;
        Reveal(answer, judged);
        var own = judged.Run ?? answer.Run(_visible);
        AtHand.Judged(own);
        var isFailed = judged.Verdict is Verdict.Fail or Verdict.Error && judged.Run is not null;
        var beaten = isFailed ? Beaten(own) : null;
        if (beaten is not null)
        {
            OpenMap(beaten);
        }

        // What is told of a wrong answer is of the maps that the player sees: there everything can be looked at.
        var run = isFailed ? VisibleRun(answer, own) : own;
        return new HandInResult(OutcomeOf(judged.Verdict), judged.Verdict, run)
        {
            Feedback = answer.Feedback,
            Beliefs = isFailed || (judged.Verdict == Verdict.None && Rules.Runs == RunPredicate.Players) ? Beliefs.Of(Prepared, run) : [],
            Missed = isFailed ? run.Goals.FirstOrDefault(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false }) : null,
            Proof = isFailed && Rules.Runs == RunPredicate.Players ? CounterExample.Of(run) : null,
            CameTrue = AtHand.CameTrue,
            Opened = beaten,
            IsFirstTry = isFirstTry,
            Golf = judged.Run is { } counted && GolfCount.Of(counted) is { } count ? (count, Par.Value is { } par && count <= par ? par : null, count) : null,
        };
    }

    static HandInOutcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Silver or Verdict.Gold => HandInOutcome.Passed,
        Verdict.Fail or Verdict.Error => HandInOutcome.Failed,
        Verdict.None => HandInOutcome.Open,
    };
}

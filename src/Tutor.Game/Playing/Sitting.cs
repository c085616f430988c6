using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>
/// One player at one level: the answer at hand, its draft, what it comes to, and what is kept. The only place in which a
/// level is played; level screen and text mode show it. What must not be seen before something is decided is not run
/// before: there is nothing to show by mistake.
/// </summary>
sealed partial class Sitting
{
    readonly LiveScore _live;

    public Sitting(PlayedPack pack, CatalogEntry entry, PreparedLevel prepared)
    {
        Pack = pack;
        Entry = entry;
        Prepared = prepared;
        AtHand = Form.Row().AtHand(this);
        Prepared = AtHand.Prepare(prepared);
        Par = new Lazy<long?>(ParOf);
        _live = new LiveScore(pack.Host);
        Options = OptionOrder.Of(Level, Level.Options.Length > 1 ? pack.Order : 0);
        Best = Pack.Best(Entry);
        BestGolf = BestGolfOf();
        ReadOpenedMaps();
        ReadEarlierAnswers();
        // A draft is the same on the screens and in text mode.
        AtHand.Begin(Pack.Progress.Recall(DraftKey));
        Score();
    }

    public PlayedPack Pack { get; }

    public CatalogEntry Entry { get; }

    public PreparedLevel Prepared { get; }

    public Level Level => Prepared.Level;

    public AnswerForm Form => Level.Kind.Row().HandsIn;

    public AnswerRules Rules => Form.Rules();

    /// <summary>The player's answer as it stands.</summary>
    public AnswerAtHand AtHand { get; }

    /// <summary>The level's options in the order in which this player sees them.</summary>
    public ImmutableArray<LevelOption> Options { get; }

    /// <summary>The sandbox that made this level; null at any other. Nothing is handed in there.</summary>
    public Sandbox? Sandbox { get; init; }

    /// <summary>The level was passed, now or earlier: it stays open, with every answer.</summary>
    public bool IsPassed => Best is { IsPassed: true };

    /// <summary>There is something to pass here, and it is not passed.</summary>
    public bool LeavesSomething => !IsPassed && Sandbox is null && Level.Kind != LevelKind.Open && ReviewLevel.Of(Entry.Id) is null;

    /// <summary>The text at hand, as <see cref="AnswerAtHand.Text"/> says; a predicate is scored as it is written.</summary>
    public string Text => AtHand.Text;

    /// <summary>The newest score, on the maps that the player sees; stays while the next one is made. Null before there is one, and while it is secret.</summary>
    public LevelRunResult? Latest => IsSecret ? null : _live.Latest;

    /// <summary>The newest score on the map that is drawn; null where there is none.</summary>
    public MapRun? DrawnRun => Latest?.Maps.FirstOrDefault(m => m.Map == Drawn);

    /// <summary>The brief, with the test or the page dump that a forecast is about, or the predicate that is attacked. Markdown.</summary>
    public string WholeBrief => Prepared.DumpText is { } dump ? $"{Level.Brief.TrimEnd()}\n\nThe dump:\n\n```\n{dump}\n```\n" : AtHand.Brief;

    /// <summary>Whether the score belongs to an earlier text than the present one.</summary>
    public bool IsBusy => _live.IsBusy;

    /// <summary>An answer was handed in and is not judged yet.</summary>
    public bool IsJudging => _judging is not null;

    /// <summary>Whether something is under way that <see cref="Poll"/> will take over: a score, a judgement, or the keeping of an attempt.</summary>
    public bool IsWaiting => IsBusy || IsJudging || (_recorded > 0 && Last is { Keeping: null });

    /// <summary>The best that was reached at this level so far, or null.</summary>
    public LevelProgress? Best { get; private set; }

    /// <summary>What golf counts in the best try that passed; null before there is one.</summary>
    public long? BestGolf { get; private set; }

    /// <summary>What golf counts of the newest score.</summary>
    public long? Golf { get; private set; }

    /// <summary>What golf counts of the level's own predicate: run, never written down.</summary>
    public Lazy<long?> Par { get; }

    /// <summary>Par, once the player has reached it. Before that it would hint at what the answer looks like.</summary>
    public long? ParMet => Par.Value is { } par && BestGolf <= par ? par : null;

    /// <summary>Earlier attempts, newest first.</summary>
    public IReadOnlyList<Attempt> History => Pack.Progress.History(Entry.Id);

    /// <summary>The hints, and how many of them were seen.</summary>
    public HintLadder Hints => SeenHints.Of(this);

    /// <summary>The level behind this one, or null; behind a review the next that is due.</summary>
    public CatalogEntry? Next => ReviewLevel.Of(Entry.Id) is null ? Pack.After(Entry.Id) : Pack.NextReview;

    string DraftKey => $"draft:{Entry.Id}";

    /// <summary>The player writes this predicate.</summary>
    public void Write(string text) => AtHand.Take(new WrittenPredicate(text));

    /// <summary>The player changed the answer: it is kept as a draft, and scored.</summary>
    internal void Changed()
    {
        Pack.Progress.Remember(DraftKey, AtHand.Answer.Write());
        Look();
    }

    /// <summary>The player looks at another answer.</summary>
    internal void Look()
    {
        IsChosen = false;
        Score();
    }

    /// <summary>Takes over what the host has finished; true when the score or the last hand-in is new.</summary>
    public bool Poll()
    {
        var isNew = _live.Poll();
        if (isNew)
        {
            Golf = Latest is { } run ? GolfCount.Of(run) : null;
        }

        Pack.Poll();
        return Judged() | Kept() | isNew;
    }

    /// <summary>Scores a predicate of a lesson on the maps that the player sees, with every name of the kernel's allowed.</summary>
    public LevelRunResult ScoreBlock(string text) =>
        LevelRun.Run(_visible, Predicate(text), Prepared.Scope with { Vocabulary = default });

    /// <summary>The text of an option, as it is shown.</summary>
    public static string TextOf(LevelOption option) => option.Skip.Text.Trim();

    void Score()
    {
        if (IsSecret || !AtHand.Answer.CanRun)
        {
            _live.Forget();
            Golf = null;
            return;
        }

        var (answer, seen) = (AtHand.Answer, _visible);
        _live.Start(cancellation => answer.Run(seen, cancellation));
        Golf = Latest is { } run ? GolfCount.Of(run) : null;
    }

    long? ParOf() => Level.Golf is not null && Level.Reference is { } own ? GolfCount.Of(LevelRun.Run(Prepared, own)) : null;

    long? BestGolfOf() => Level.Golf is not null && Tries.Bests(Tries.Read(History), [Tries.Golf]) is [var best] ? best.Value : null;

    static SourceText Predicate(string text) => SourceText.From("predicate", text);
}

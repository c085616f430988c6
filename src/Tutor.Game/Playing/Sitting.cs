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
    string _text;
    int _option;

    public Sitting(PlayedPack pack, CatalogEntry entry, PreparedLevel prepared)
    {
        Pack = pack;
        Entry = entry;
        Prepared = Against(pack, prepared);
        Par = new Lazy<long?>(ParOf);
        _live = new LiveScore(RunAtHand, pack.Host);
        _text = Level.StartingText;
        Options = OptionOrder.Of(Level, Level.Options.Length > 1 ? pack.Order : 0);
        Best = Pack.Best(Entry);
        BestGolf = BestGolfOf();
        ReadOpenedMaps();
        ReadEarlierChoices();
        ReadDraft();
        Score();
    }

    public PlayedPack Pack { get; }

    public CatalogEntry Entry { get; }

    public PreparedLevel Prepared { get; }

    public Level Level => Prepared.Level;

    public AnswerForm Form => Level.Kind.Row().HandsIn;

    public bool IsWriting => Form == AnswerForm.Predicate;

    public bool IsPick => Form == AnswerForm.Option;

    public bool IsWatch => Form == AnswerForm.Watched;

    /// <summary>The sandbox that made this level; null at any other. Nothing is handed in there.</summary>
    public Sandbox? Sandbox { get; init; }

    /// <summary>The level was passed, now or earlier: it stays open, with every answer.</summary>
    public bool IsPassed => Best is { IsPassed: true };

    /// <summary>
    /// Something is still to be decided, and nothing that tells whether it is right may be shown: what becomes of pages,
    /// and the score.
    /// </summary>
    public bool IsSecret => Form switch
    {
        AnswerForm.Option => !IsPassed && !_chosenBefore.Contains(Options[_option].Id),
        AnswerForm.Forecast => !IsRevealed,
        AnswerForm.Marks => !IsPassed && !_wasMarked,
        AnswerForm.Painting => !IsPassed && !IsHandedIn,
        AnswerForm.Predicate or AnswerForm.Watched => false,
    };

    /// <summary>The text that is scored: the player's, the option at hand, the marks as they are kept, or the level's own; in an attack the one that is attacked.</summary>
    public string Text => IsPick ? TextOf(Options[_option]) : Marks?.Write() ?? _text;

    /// <summary>The newest score, on the maps that the player sees; stays while the next one is made. Null before there is one, and while it is secret.</summary>
    public LevelRunResult? Latest => IsSecret ? null : _live.Latest;

    /// <summary>The newest score on the map that is drawn; null where there is none.</summary>
    public MapRun? DrawnRun => Latest?.Maps.FirstOrDefault(m => m.Map == Drawn);

    /// <summary>The brief, with the test or the page dump that a forecast is about, or the predicate that is attacked. Markdown.</summary>
    public string WholeBrief => Prepared.DumpText is { } dump
        ? $"{Level.Brief.TrimEnd()}\n\nThe dump:\n\n```\n{dump}\n```\n"
        : IsAttack ? $"{Level.Brief.TrimEnd()}\n\n{AttackedName}:\n\n```c\n{Text.Trim()}\n```\n"
        : Level.WholeBrief;

    /// <summary>The score is of a text before the one at hand.</summary>
    public bool IsBusy => _live.IsBusy;

    /// <summary>An answer was handed in and is not judged yet.</summary>
    public bool IsJudging => _judging is not null;

    /// <summary>Something is under way that <see cref="Poll"/> takes over: a score, a judgement, or what becomes of an attempt.</summary>
    public bool IsWaiting => IsBusy || IsJudging || (_recorded > 0 && Last is { Keeping: null });

    /// <summary>The best that was reached at this level so far, or null.</summary>
    public LevelProgress? Best { get; private set; }

    /// <summary>What golf counts in the best try that passed; null before there is one.</summary>
    public long? BestGolf { get; private set; }

    /// <summary>What golf counts of the newest score.</summary>
    public long? Golf { get; private set; }

    /// <summary>What golf counts of the level's own predicate: run, never written down.</summary>
    public Lazy<long?> Par { get; }

    /// <summary>Par, once the player has met it: before, it would be a target that says how the answer looks.</summary>
    public long? ParMet => Par.Value is { } par && BestGolf <= par ? par : null;

    /// <summary>Earlier attempts, newest first.</summary>
    public IReadOnlyList<Attempt> History => Pack.Progress.History(Entry.Id);

    /// <summary>The hints, and how many of them were seen.</summary>
    public HintLadder Hints => SeenHints.Of(this);

    /// <summary>The level behind this one, or null; behind a review the next that is due.</summary>
    public CatalogEntry? Next => ReviewLevel.Of(Entry.Id) is null ? Pack.After(Entry.Id) : Pack.NextReview;

    string DraftKey => $"draft:{Entry.Id}";

    /// <summary>The player writes this.</summary>
    public void Write(string text)
    {
        _text = text;
        Pack.Progress.Remember(DraftKey, text);
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
        if (IsSecret || Marks is { IsComplete: false })
        {
            _live.Forget();
            Golf = null;
            return;
        }

        _live.Start(Text);
        Golf = Latest is { } run ? GolfCount.Of(run) : null;
    }

    /// <summary>A draft is the same on the screens and in text mode.</summary>
    void ReadDraft()
    {
        var draft = Pack.Progress.Recall(DraftKey);
        if (IsWriting)
        {
            _text = draft ?? _text;
        }
        else if (IsPick)
        {
            _option = Math.Max(0, Options.ToList().FindIndex(o => o.Id == draft));
        }
        else if (Form == AnswerForm.Forecast)
        {
            ReadForecast(draft);
        }
        else if (IsMark)
        {
            ReadMarks(draft);
        }
        else if (IsAttack)
        {
            ReadPainting(draft);
        }
    }

    LevelRunResult RunAtHand(string text, CancellationToken cancellation) => Marks is { } marks
        ? LevelRun.Run(_visible, Marks.TryRead(marks.Count, text) ?? marks, cancellation)
        : LevelRun.Run(_visible, Predicate(text), cancellation: cancellation);

    long? ParOf() => Level.Golf is not null && Level.Reference is { } own ? GolfCount.Of(LevelRun.Run(Prepared, own)) : null;

    long? BestGolfOf() => Level.Golf is not null && Tries.Bests(Tries.Read(History), [Tries.Golf]) is [var best] ? best.Value : null;

    static SourceText Predicate(string text) => SourceText.From("predicate", text);
}

using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>
/// One player at one level: the answer at hand, its draft, what it comes to, and what is kept. The only place in which a
/// level is played; level screen and text mode show it.
/// </summary>
sealed partial class Sitting
{
    readonly LiveScore _live;
    Job<Judgement>? _judging;
    string _text;
    int _option;

    public Sitting(PlayedPack pack, CatalogEntry entry, PreparedLevel prepared)
    {
        Pack = pack;
        Entry = entry;
        Prepared = prepared;
        Par = new Lazy<long?>(ParOf);
        _live = new LiveScore((text, cancellation) => LevelRun.Run(prepared, Predicate(text), cancellation: cancellation), pack.Host);
        _text = Level.StartingText;
        Forecast = Form == AnswerForm.Forecast ? new Forecast(Prepared.Predictions) : null;
        ReadDraft();
        Best = Pack.Best(Entry);
        BestGolf = BestGolfOf();
        Score();
    }

    public PlayedPack Pack { get; }

    public CatalogEntry Entry { get; }

    public PreparedLevel Prepared { get; }

    public Level Level => Prepared.Level;

    /// <summary>The map that is drawn, and how it is run.</summary>
    public PreparedMap Shown => Prepared.Shown;

    public MemoryMap Map => Shown.Map;

    public CompactControl Control => Shown.Settings.Control;

    public AnswerForm Form => Level.Kind.Row().HandsIn;

    public bool IsWriting => Form == AnswerForm.Predicate;

    public bool IsPick => Form == AnswerForm.Option;

    public bool IsWatch => Form == AnswerForm.Watched;

    /// <summary>The text that is scored: the player's, the option at hand, or the level's own.</summary>
    public string Text => IsPick ? Level.Options[_option].Skip.Text.Trim() : _text;

    /// <summary>The index of the option at hand.</summary>
    public int Option => _option;

    /// <summary>The brief, with the test or the page dump that a forecast is about. Markdown.</summary>
    public string WholeBrief => Prepared.DumpText is { } dump
        ? $"{Level.Brief.TrimEnd()}\n\nThe dump:\n\n```\n{dump}\n```\n" : Level.WholeBrief;

    /// <summary>What is said of the items so far; null on other levels.</summary>
    public Forecast? Forecast { get; private set; }

    /// <summary>The forecast was handed in as it stands, and what came true is shown.</summary>
    public bool IsRevealed { get; private set; }

    /// <summary>What will happen is still to be foretold: nothing that tells it may be shown.</summary>
    public bool IsSecret => Form == AnswerForm.Forecast && !IsRevealed;

    /// <summary>The newest score; stays while the next one is made. Null before there is one.</summary>
    public LevelRunResult? Latest => _live.Latest;

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

    /// <summary>Earlier attempts, newest first.</summary>
    public IReadOnlyList<Attempt> History => Pack.Progress.History(Entry.Id);

    /// <summary>The hints, and how many of them were seen.</summary>
    public HintLadder Hints => SeenHints.Of(this);

    /// <summary>The level behind this one, or null.</summary>
    public CatalogEntry? Next => Pack.After(Entry.Id);

    string DraftKey => $"draft:{Entry.Id}";

    /// <summary>The player writes this.</summary>
    public void Write(string text)
    {
        _text = text;
        Pack.Progress.Remember(DraftKey, text);
        Score();
    }

    /// <summary>The player takes this option.</summary>
    public void Choose(int option)
    {
        _option = Math.Clamp(option, 0, Level.Options.Length - 1);
        Score();
    }

    /// <summary>The player says this of an item of the forecast, or takes back what was said of it.</summary>
    public void Say(int item, Foretold? answer)
    {
        Forecast = Forecast!.Say(item, answer);
        IsRevealed = false;
        Pack.Progress.Remember(DraftKey, Forecast.Write());
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

    /// <summary>Scores a predicate of a lesson on the level's maps, with every name of the kernel's allowed.</summary>
    public LevelRunResult ScoreBlock(string text) =>
        LevelRun.Run(Prepared, Predicate(text), Prepared.Scope with { Vocabulary = default });

    void Score()
    {
        _live.Start(Text);
        Golf = Latest is { } run ? GolfCount.Of(run) : null;
    }

    /// <summary>A draft is the same on the screens and in text mode.</summary>
    void ReadDraft()
    {
        if (Pack.Progress.Recall(DraftKey) is not { } draft)
        {
            return;
        }

        if (IsWriting)
        {
            _text = draft;
        }
        else if (Form == AnswerForm.Forecast)
        {
            Forecast = Forecast.TryRead(Prepared.Predictions, draft) ?? Forecast;
        }
    }

    long? ParOf() => Level.Golf is not null && Level.Reference is { } own ? GolfCount.Of(LevelRun.Run(Prepared, own)) : null;

    long? BestGolfOf() => Level.Golf is not null && Tries.Bests(Tries.Read(History), [Tries.Golf]) is [var best] ? best.Value : null;

    static SourceText Predicate(string text) => SourceText.From("predicate", text);
}

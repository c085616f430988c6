using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>A pack as one player plays it: its levels and texts, and what the player has reached.</summary>
sealed class PlayedPack(ILevels levels, IPlayerProgress progress, IHost host)
{
    readonly Dictionary<string, PreparedLevel> _prepared = [];
    readonly Dictionary<long, Keeping> _keepings = [];
    Level? _open;
    Job<RevisedLevels>? _revising;

    public IHost Host => host;

    public IPlayerProgress Progress => progress;

    public string Title => levels.Catalog.Pack?.Title ?? "Levels";

    /// <summary>Whether it is the pack that the program carries.</summary>
    public bool IsBuiltIn => levels.Catalog.Pack?.Id == Pack.BuiltInId;

    /// <summary>Every level in order, chapters together.</summary>
    public ImmutableArray<CatalogEntry> Entries => levels.Catalog.Entries;

    /// <summary>The level of this id: of the pack, or of a day; null if there is none.</summary>
    public CatalogEntry? Find(string? id) => id is null ? null : levels.Catalog.Find(id);

    /// <summary>The level of today.</summary>
    public CatalogEntry Daily => Find(DailyLevel.IdOf(host.Today))!;

    /// <summary>The player's own last answer, to be broken.</summary>
    public CatalogEntry AttackOwn => Find(AttackOwnLevel.Id)!;

    /// <summary>Memory of the player's making.</summary>
    public Sandbox Sandbox => field ??= new Sandbox(this, levels.Catalog.Kinds, (level, problems) => levels.Prepare(level, problems, null, CancellationToken.None));

    /// <summary>The passed level that the player has not seen for longest, on new maps; null if no review is due.</summary>
    public CatalogEntry? NextReview => Reviews.DueOn(this, host.Today) is [var first, ..] ? Find(ReviewLevel.IdOf(host.Today, first.Level.Id)) : null;

    /// <summary>The level with its maps, which are built if they are not yet; null if they cannot be built.</summary>
    public PreparedLevel? Build(CatalogEntry entry) =>
        _prepared.GetValueOrDefault(entry.Id) ?? (entry.Level is { } level ? levels.Prepare(level, new DiagnosticBag(), null, CancellationToken.None) : null);

    /// <summary>How far the player is with one level.</summary>
    public LevelStanding StandingOf(CatalogEntry entry) => new(entry, Best(entry), SeenHints.Count(entry.Id, progress));

    /// <summary>The level behind this one, or null.</summary>
    public CatalogEntry? After(string id)
    {
        var at = Entries.ToList().FindIndex(e => e.Id == id);
        return at >= 0 && at + 1 < Entries.Length ? Entries[at + 1] : null;
    }

    /// <summary>The page kinds that its maps and texts name.</summary>
    public PageKinds Kinds => levels.Catalog.Kinds;

    /// <summary>A text of the pack, or null.</summary>
    public string? ReadText(string path) => levels.ReadText(path);

    /// <summary>The best verdict that the level was given, or null when it was never tried.</summary>
    public LevelProgress? Best(CatalogEntry entry) => progress.Best(entry.Id, entry.Revision);

    /// <summary>How far the player is with each level, in the order of the pack.</summary>
    public List<LevelStanding> Standings() => [.. Entries.Select(StandingOf)];

    /// <summary>The level that was open last, else the first that is not passed; null in an empty pack.</summary>
    public CatalogEntry? LastPlayed() => Find(progress.Recall(LastKey))
        ?? Entries.FirstOrDefault(e => Best(e) is not { IsPassed: true }) ?? Entries.FirstOrDefault();

    /// <summary>The id of the level that was open last, or null.</summary>
    public string? LastOpened => progress.Recall(LastKey);

    /// <summary>
    /// Builds a level's maps and opens a sitting at it. If that cannot be, the result has the reasons and no sitting. Answers
    /// that passed an earlier revision of the level run again.
    /// </summary>
    /// <param name="told">Told how far it is, from 0 to 1, by any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public OpenedLevel Open(CatalogEntry entry, IProgress<double>? told = null, CancellationToken cancellation = default)
    {
        if (entry.Level is not { } level || entry.Problem is not null)
        {
            return new OpenedLevel(null, entry.Diagnostics);
        }

        var problems = new DiagnosticBag();
        if (!_prepared.TryGetValue(entry.Id, out var prepared))
        {
            prepared = levels.Prepare(level, problems, told, cancellation);
            if (prepared is null)
            {
                return new OpenedLevel(null, problems.ToImmutable());
            }

            _prepared[entry.Id] = prepared;
        }

        Leave();
        var revised = RevisedAnswers.RunAgain(prepared, progress);
        _open = level;
        progress.Note(new PlayerEvent(PlayerEventKind.LevelOpened, level.Id, level.Revision));
        return new OpenedLevel(new Sitting(this, entry, prepared) { Revised = revised }, []);
    }

    /// <summary>Whether answers to levels that have changed are being run again.</summary>
    public bool IsRevising => _revising is { IsDone: false };

    /// <summary>The verdicts of those answers now; null while they are not known, or if no level has changed.</summary>
    public RevisedLevels? Revised => _revising?.Result is { Verdicts.Count: > 0 } revised ? revised : null;

    /// <summary>Runs the answers again of every level that has changed since it was passed; once.</summary>
    public void Revise()
    {
        if (_revising is null && RevisedLevels.Find(Entries.Select(e => e.Level).OfType<Level>(), progress) is { Count: > 0 } changed)
        {
            _revising = new Job<RevisedLevels>((_, cancellation) => RevisedLevels.RunAgain(changed, levels, progress, cancellation));
            host.Run(_revising);
        }
    }

    /// <summary>The player is at no level any more: at the list, or gone.</summary>
    public void Leave()
    {
        if (_open is { } level)
        {
            progress.Note(new PlayerEvent(PlayerEventKind.LevelLeft, level.Id, level.Revision));
            _open = null;
        }
    }

    /// <summary>The number by which options stand in order, the same for as long as this progress is kept.</summary>
    public ulong Order
    {
        get
        {
            if (ulong.TryParse(progress.Recall(OrderKey), NumberStyles.None, CultureInfo.InvariantCulture, out var kept))
            {
                return kept;
            }

            var order = host.NewOrder();
            progress.Remember(OrderKey, order.ToString(CultureInfo.InvariantCulture));
            return order;
        }
    }

    /// <summary>Asks which recorded attempts were kept. True if there was news.</summary>
    public bool Poll()
    {
        var isNew = false;
        while (progress.NextKeeping() is { } keeping)
        {
            _keepings[keeping.Attempt] = keeping;
            isNew = true;
        }

        return isNew;
    }

    /// <summary>Whether the attempt of this number was kept; null while nobody knows.</summary>
    public Keeping? KeepingOf(long attempt) => _keepings.GetValueOrDefault(attempt);

    /// <summary>This level is the one to go on with next time.</summary>
    public void RememberOpen(CatalogEntry entry) => progress.Remember(LastKey, entry.Id);

    const string LastKey = "last";
    const string OrderKey = "order";
}

/// <summary>A level that is open, or why it is not.</summary>
sealed record OpenedLevel(Sitting? Sitting, ImmutableArray<Diagnostic> Problems)
{
    public IEnumerable<string> Told => Problems.Select(DiagnosticFormatter.Format);
}

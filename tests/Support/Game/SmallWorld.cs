using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Tests.Support;

/// <summary>The small pack and its player, whose progress is held in memory where tests can look at it.</summary>
sealed class SmallWorld : IPlayerProgress
{
    readonly Dictionary<string, string> _remembered = [];
    readonly Queue<Keeping> _keepings = [];

    /// <param name="pages">What the list says of each level's maps; 0: what they have.</param>
    /// <param name="host">What does the work that takes long; null: at once.</param>
    public SmallWorld(int pages = 0, IHost? host = null) => Pack = new PlayedPack(new SmallPack(pages), this, host ?? new PatientHost(TimeProvider.System));

    /// <summary>The same player, the next time.</summary>
    public SmallWorld(SmallWorld before)
        : this()
    {
        Attempts.AddRange(before.Attempts);
        Noted.AddRange(before.Noted);
        foreach (var (key, value) in before._remembered)
        {
            _remembered[key] = value;
        }
    }

    public const string RightAnswer = SmallPack.RightAnswer;

    public PlayedPack Pack { get; }

    public List<Attempt> Attempts { get; } = [];

    public NotKept? Notice { get; set; }

    public List<PlayerEvent> Noted { get; } = [];

    /// <summary>Files that the player asked for.</summary>
    public Dictionary<string, string> Saved { get; } = [];

    public LevelProgress? Best(string level, int revision)
    {
        var tries = Attempts.Where(a => a.Level == level).ToList();
        return tries.Count == 0 ? null : new LevelProgress(level, 1, tries.MaxBy(t => VerdictWords.Rank(t.Verdict))!.Verdict, tries.Count);
    }

    public IReadOnlyList<Attempt> History(string level) => [.. Attempts.Where(a => a.Level == level).Reverse()];

    public IReadOnlyList<PlayerEvent> Events(string level) => [.. Noted.Where(e => e.Level == level)];

    public long Record(Attempt attempt)
    {
        Attempts.Add(attempt with { At = Pack.Host.Time.GetUtcNow() });
        _keepings.Enqueue(new Keeping(Attempts.Count, Notice));
        return Attempts.Count;
    }

    public void Note(PlayerEvent happened) => Noted.Add(happened with { At = Pack.Host.Time.GetUtcNow() });

    public Keeping? NextKeeping() => _keepings.TryDequeue(out var keeping) ? keeping : null;

    public (string? Path, string? Problem) Save(string name, string text)
    {
        Saved[name] = text;
        return (name, null);
    }

    public string? Recall(string key) => _remembered.GetValueOrDefault(key);

    public void Forget(string key) => _remembered.Remove(key);

    public void Remember(string key, string value) => _remembered[key] = value;
}

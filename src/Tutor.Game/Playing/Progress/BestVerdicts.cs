namespace Tutor.Game.Playing.Progress;

/// <summary>
/// The best verdict of every level and revision that was tried since the level's last reset. Read once, then kept up
/// to date by what is recorded, so that a frame can ask.
/// </summary>
sealed class BestVerdicts
{
    readonly Dictionary<(string Level, int Revision), LevelProgress> _best = [];
    readonly Dictionary<string, DateTimeOffset> _newest = [];
    readonly Dictionary<string, DateTimeOffset> _resets = [];

    /// <summary>By level, then revision.</summary>
    public IReadOnlyList<LevelProgress> All =>
        [.. _best.Values.OrderBy(p => p.Level, StringComparer.Ordinal).ThenBy(p => p.Revision)];

    /// <summary>Null when it was never tried.</summary>
    public LevelProgress? Of(string level, int revision) => _best.GetValueOrDefault((level, revision));

    /// <summary>
    /// When an attempt that is made now is said to have been made: later than a reset before it, whatever a clock says
    /// that was set back between them.
    /// </summary>
    public DateTimeOffset TimeOfAttempt(string level, DateTimeOffset now)
    {
        var reset = Later(_resets.GetValueOrDefault(level), _resets.GetValueOrDefault(""));
        return reset == default ? now : Later(now, After(reset));
    }

    /// <summary>When a reset that is made now is said to have been made: not earlier than any attempt before it.</summary>
    /// <param name="level">Empty: of every level.</param>
    public DateTimeOffset TimeOfReset(string level, DateTimeOffset now) =>
        level.Length > 0 ? Later(now, _newest.GetValueOrDefault(level)) : _newest.Values.Aggregate(now, Later);

    /// <summary>Adds attempts that ended alike.</summary>
    /// <param name="ended">Their verdict, and how many tries they are.</param>
    /// <param name="newest">The time of the latest of them.</param>
    public void Add(LevelProgress ended, DateTimeOffset newest)
    {
        var known = Of(ended.Level, ended.Revision);
        var tries = (known?.Attempts ?? 0) + (ended.Verdict == VerdictWords.Seen ? 0 : ended.Attempts);
        var best = known is null || VerdictWords.Rank(ended.Verdict) > VerdictWords.Rank(known.Verdict) ? ended : known;
        _best[(ended.Level, ended.Revision)] = best with { Attempts = tries };
        _newest[ended.Level] = Later(newest, _newest.GetValueOrDefault(ended.Level));
    }

    /// <summary>Adds an attempt with the time that <see cref="TimeOfAttempt"/> gave it. A re-run is no try.</summary>
    public void Add(Attempt attempt) =>
        Add(new LevelProgress(attempt.Level, attempt.Revision, attempt.Verdict, attempt.RerunOf is null ? 1 : 0), attempt.At);

    /// <summary>Nothing counts that was tried before.</summary>
    /// <param name="level">Empty: at every level.</param>
    public void Reset(string level, DateTimeOffset at)
    {
        _resets[level] = Later(at, _resets.GetValueOrDefault(level));
        foreach (var key in _best.Keys.Where(k => level.Length == 0 || k.Level == level).ToList())
        {
            _best.Remove(key);
        }
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    static DateTimeOffset After(DateTimeOffset at) => at < DateTimeOffset.MaxValue ? at.AddTicks(1) : at;
}

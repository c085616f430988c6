using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing.Classroom;

/// <summary>
/// For how long a learner had each level open: from opening to leaving it. Where a program ended without a word, to the
/// last thing that happened at the level. Pauses count: nothing tells them from thinking.
/// </summary>
static class TimeAtLevels
{
    public static IReadOnlyDictionary<string, TimeSpan> Of(IEnumerable<Attempt> attempts, IEnumerable<PlayerEvent> events)
    {
        var times = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var happened = attempts.Select(a => (a.At, a.Level, Kind: (PlayerEventKind?)null))
            .Concat(events.Where(e => e.Level.Length > 0).Select(e => (e.At, e.Level, Kind: (PlayerEventKind?)e.Kind))).OrderBy(h => h.At);
        (string Level, DateTimeOffset Since, DateTimeOffset Last)? open = null;
        foreach (var (at, level, kind) in happened)
        {
            if (kind == PlayerEventKind.LevelOpened)
            {
                Close();
                open = (level, at, at);
            }
            else if (open is { } here && here.Level == level)
            {
                open = here with { Last = at };
                if (kind == PlayerEventKind.LevelLeft)
                {
                    Close();
                }
            }
        }

        Close();
        return times;

        void Close()
        {
            if (open is { } closed)
            {
                times[closed.Level] = times.GetValueOrDefault(closed.Level) + (closed.Last - closed.Since);
                open = null;
            }
        }
    }
}

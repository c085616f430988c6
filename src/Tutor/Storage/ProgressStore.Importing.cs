using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>What commands do with progress of elsewhere. All of it waits for the disk.</summary>
sealed partial class ProgressStore
{
    long? _import;

    /// <summary>Attempts that were made here, not imported.</summary>
    public long OwnAttempts() => At(d => d.OwnAttempts());

    /// <summary>How many of these attempts are not here yet.</summary>
    public int CountMissing(IReadOnlyList<Attempt> attempts) => At(d => d.CountMissing(attempts));

    /// <summary>
    /// Appends what happened elsewhere, with its own times, but for what is here already. What one store is told to
    /// import is one import: it is taken back as one.
    /// </summary>
    /// <returns>How many attempts were new; null when they could not be written: then none was, and <see cref="Notice"/> says why.</returns>
    public int? Import(IReadOnlyList<Attempt> attempts, IReadOnlyList<PlayerEvent> events)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        ArgumentNullException.ThrowIfNull(events);
        return At<int?>(d =>
        {
            var inserted = d.InsertMissing(attempts, events, new PlayerEvent(PlayerEventKind.Imported, "", 0) { At = _time.GetUtcNow() }, _import);
            _import = inserted.Import;
            return inserted.Attempts;
        });
    }

    /// <summary>
    /// Hides what the last import brought that is not hidden yet. When that was, and how many attempts; null when
    /// there is none, or when <see cref="Notice"/> says why it could not be done.
    /// </summary>
    public (DateTimeOffset At, int Attempts)? TakeBackImport() => At(d => d.TakeBackImport(_time.GetUtcNow()));

    /// <summary>Does something with a connection of its own, and reads anew.</summary>
    T? At<T>(Func<ProgressDatabase, T?> act)
    {
        lock (_gate)
        {
            var result = default(T);
            Notice = DatabasePath is null ? Notice : Try(() =>
            {
                using var database = Open(_patience);
                result = act(database);
                Take(Loaded.From(database));
            });
            return Notice is null ? result : default;
        }
    }
}

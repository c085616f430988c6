using Microsoft.Data.Sqlite;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>
/// A player's progress. Never throws: when the database cannot be read or written, play goes on,
/// <see cref="Notice"/> says so, and what could not be written is kept here and tried again with the next attempt.
/// </summary>
sealed class ProgressStore : IPlayerProgress, IDisposable
{
    /// <summary>Seconds that another terminal's write is waited for.</summary>
    const int Patience = 3;

    readonly Lock _lock = new();
    readonly TimeProvider _time;
    readonly ProgressDatabase? _database;
    readonly List<Attempt> _unsaved = [];
    readonly List<PlayerEvent> _unsavedEvents = [];
    readonly Dictionary<string, string> _remembered = [];
    readonly Queue<Keeping> _keepings = [];
    long _recorded;

    ProgressStore(ProgressDatabase? database, string? path, NotKept? notice, TimeProvider time)
    {
        _database = database;
        DatabasePath = path;
        Notice = notice;
        _time = time;
    }

    /// <summary>The file, or null when there is none.</summary>
    public string? DatabasePath { get; }

    /// <summary>Why progress is not being saved, in one sentence with the cure; null while everything is on disk.</summary>
    public NotKept? Notice { get; private set; }

    /// <summary>
    /// Opens or creates <c>progress.db</c> in <paramref name="folder"/>. Whatever is wrong with it becomes a
    /// <see cref="Notice"/>.
    /// </summary>
    public static ProgressStore Open(string? folder, TimeProvider time) => Open(folder, time, Patience);

    /// <summary>A store without a file: for tests, and for screens that must not write.</summary>
    public static ProgressStore InMemory(TimeProvider time, NotKept? notice = null) => new(null, null, notice, time);

    internal static ProgressStore Open(string? folder, TimeProvider time, int patienceSeconds)
    {
        if (folder is null)
        {
            return InMemory(time, new NotKept("progress is not saved: there is no home folder", "name one with --data DIR"));
        }

        var path = Path.Combine(folder, "progress.db");
        try
        {
            CreateFolder(folder);
            return new ProgressStore(ProgressDatabase.Open(path, patienceSeconds), path, null, time);
        }
        catch (UnfitDatabaseException e)
        {
            return InMemory(time, NoticeOf(e, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return InMemory(time, new NotKept($"progress is not saved: {folder} cannot be made ({e.Message})", "choose another with --data DIR"));
        }
        catch (SqliteException e)
        {
            return InMemory(time, NoticeOf(e, path));
        }
    }

    /// <summary>Appends an attempt with the present time.</summary>
    public long Record(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        lock (_lock)
        {
            _unsaved.Add(attempt with { At = _time.GetUtcNow() });
            _recorded++;
            Write();
            return _recorded;
        }
    }

    /// <summary>Appends an event with the present time.</summary>
    public void Note(PlayerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        lock (_lock)
        {
            _unsavedEvents.Add(happened with { At = _time.GetUtcNow() });
            Write();
        }
    }

    public Keeping? NextKeeping()
    {
        lock (_lock)
        {
            return _keepings.TryDequeue(out var keeping) ? keeping : null;
        }
    }

    public IReadOnlyList<PlayerEvent> Events(string level)
    {
        lock (_lock)
        {
            return [.. Read(d => d.Events(level), []), .. _unsavedEvents.Where(e => e.Level == level)];
        }
    }

    /// <summary>Appends attempts that were made elsewhere, with their own times, but for those that are here already.</summary>
    /// <returns>How many were new; null when they could not be written: then none was, and <see cref="Notice"/> says why.</returns>
    public int? Import(IReadOnlyList<Attempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        lock (_lock)
        {
            return Read<int?>(d => d.InsertMissing(attempts), null);
        }
    }

    /// <summary>Attempts at a level (or at all levels), newest first.</summary>
    public IReadOnlyList<Attempt> History(string? level = null, int most = 200)
    {
        lock (_lock)
        {
            var here = _unsaved.Where(a => level is null || a.Level == level).Reverse();
            return [.. here.Concat(Read(d => d.Attempts(level, most), [])).Take(most)];
        }
    }

    /// <summary>The best verdict of every level and revision that was ever tried.</summary>
    public IReadOnlyList<LevelProgress> Best()
    {
        lock (_lock)
        {
            return
            [
                .. Read(d => d.Verdicts(), [])
                    .Concat(_unsaved.Select(a => new LevelProgress(a.Level, a.Revision, a.Verdict, 1)))
                    .GroupBy(row => (row.Level, row.Revision))
                    .Select(rows => rows.MaxBy(r => VerdictWords.Rank(r.Verdict))! with
                    {
                        Attempts = rows.Where(r => r.Verdict != VerdictWords.Seen).Sum(r => r.Attempts),
                    })
                    .OrderBy(row => row.Level, StringComparer.Ordinal)
                    .ThenBy(row => row.Revision),
            ];
        }
    }

    /// <summary>The best verdict of one level, or null when it was never tried.</summary>
    public LevelProgress? Best(string level, int revision) =>
        Best().FirstOrDefault(p => p.Level == level && p.Revision == revision);

    /// <summary>Keeps a word under a name: where the player left, a draft, a setting. The last one counts.</summary>
    public void Remember(string key, string value)
    {
        lock (_lock)
        {
            _remembered[key] = value;
            try
            {
                _database?.Remember(key, value);
            }
            catch (SqliteException e)
            {
                Notice = NoticeOf(e, DatabasePath!);
            }
        }
    }

    /// <summary>What was last kept under a name, by any terminal, or null.</summary>
    public string? Recall(string key)
    {
        lock (_lock)
        {
            return Read(d => d.Recall(key), null) ?? _remembered.GetValueOrDefault(key);
        }
    }

    IReadOnlyList<Attempt> IPlayerProgress.History(string level) => History(level);

    (string? Path, string? Problem) IPlayerProgress.Save(string name, string text) =>
        OwnFiles.Save(Path.GetDirectoryName(DatabasePath), name, text);

    /// <summary>Tries once more to write what is unsaved, and closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_unsaved.Count + _unsavedEvents.Count > 0)
            {
                Write();
            }

            _database?.Dispose();
        }
    }

    /// <summary>Readable by its owner alone, as the XDG specification asks.</summary>
    static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    void Write()
    {
        if (_database is null)
        {
            TellNotKept();
            return;
        }

        try
        {
            while (_unsaved.Count > 0)
            {
                _database.Insert(_unsaved[0]);
                _unsaved.RemoveAt(0);
                _keepings.Enqueue(new Keeping(_recorded - _unsaved.Count, null));
            }

            while (_unsavedEvents.Count > 0)
            {
                _database.Insert(_unsavedEvents[0]);
                _unsavedEvents.RemoveAt(0);
            }

            Notice = null;
        }
        catch (SqliteException e)
        {
            Notice = NoticeOf(e, DatabasePath!);
            TellNotKept();
        }
    }

    void TellNotKept()
    {
        if (Notice is not null && _unsaved.Count > 0)
        {
            _keepings.Enqueue(new Keeping(_recorded, Notice));
        }
    }

    T Read<T>(Func<ProgressDatabase, T> read, T otherwise)
    {
        if (_database is null)
        {
            return otherwise;
        }

        try
        {
            return read(_database);
        }
        catch (SqliteException e)
        {
            Notice = NoticeOf(e, DatabasePath!);
            return otherwise;
        }
        catch (UnfitDatabaseException e)
        {
            Notice = NoticeOf(e, DatabasePath!);
            return otherwise;
        }
    }

    static NotKept NoticeOf(UnfitDatabaseException e, string path) => new($"progress is not saved: {path}: {e.Reason}", $"{e.Cure}, or use --data DIR");

    // Result codes: sqlite.org/rescode.html.
    static NotKept NoticeOf(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => new($"progress is not saved yet: another program holds {path}", "the next try writes it too"),
        8 => new($"progress is not saved: {path} is read-only", "make it writable, or use --data DIR"),
        11 or 26 => new($"progress is not saved: {path} is damaged", "move it away to begin anew, or use --data DIR"),
        13 => new($"progress is not saved yet: the disk of {path} is full", "free some space, the next try writes it too"),
        14 => new($"progress is not saved: {path} cannot be opened", "check its permissions, or use --data DIR"),
        _ => new($"progress is not saved: {path}: {e.Message}", "use --data DIR for another place"),
    };
}

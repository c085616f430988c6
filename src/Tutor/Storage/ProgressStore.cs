using System.Globalization;
using Microsoft.Data.Sqlite;
using Tutor.Core.Scenarios;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>
/// A player's progress. Never throws, and never waits for a disk but where it says so: a thread of its own writes.
/// When the database cannot be opened, read or written, play goes on, <see cref="Notice"/> says so, and what could
/// not be written is kept here and tried again.
/// </summary>
sealed partial class ProgressStore : IPlayerProgress, IDisposable
{
    /// <summary>
    /// The name under which a number is remembered that was drawn once for this data folder: it tells exports of
    /// different folders apart.
    /// </summary>
    public const string FolderNumber = "folder";

    /// <summary>Attempts of one level that its history shows.</summary>
    const int MostOfOneLevel = 200;

    /// <summary>Everything below it is read and changed only by who holds it; the writer waits on it for work.</summary>
    readonly object _gate = new();

    readonly TimeProvider _time;
    readonly Func<string, int, SqliteConnection> _connect;
    readonly Dictionary<string, IReadOnlyList<Attempt>> _histories = [];
    readonly Dictionary<string, IReadOnlyList<PlayerEvent>> _events = [];
    readonly Dictionary<string, string> _remembered = [];
    readonly Queue<Keeping> _keepings = [];
    BestVerdicts _best = new();
    ProgressDatabase? _reader;
    bool _isLoaded;
    long _recorded;

    ProgressStore(string? path, TimeProvider time, Func<string, int, SqliteConnection> connect, int patience)
    {
        DatabasePath = path;
        _time = time;
        _connect = connect;
        _patience = patience;
        _start = time.GetTimestamp();
    }

    /// <summary>The file, or null when there is none.</summary>
    public string? DatabasePath { get; }

    public NotKept? Notice { get; private set; }

    /// <summary>What else happened to the file while it was in use, in one sentence; null where nothing did.</summary>
    public string? Remark { get; private set; }

    /// <summary>
    /// Opens or creates <c>progress.db</c> in <paramref name="folder"/>. Whatever is wrong with it becomes a
    /// <see cref="Notice"/>, and it is tried again when there is something to keep.
    /// </summary>
    public static ProgressStore Open(string? folder, TimeProvider time) => Open(folder, time, Patience);

    /// <summary>A store without a file: for tests, and for screens that must not write.</summary>
    public static ProgressStore InMemory(TimeProvider time, NotKept? notice = null) =>
        new(null, time, ProgressDatabase.Connect, Patience) { Notice = notice };

    /// <param name="patienceSeconds">How long another process's write is waited for.</param>
    /// <param name="connect">Opens a path with such a patience; a test hands in one that meets a full disk.</param>
    internal static ProgressStore Open(string? folder, TimeProvider time, int patienceSeconds, Func<string, int, SqliteConnection>? connect = null)
    {
        if (folder is null)
        {
            return InMemory(time, ProgressNotices.NoHome);
        }

        var store = new ProgressStore(Path.Combine(folder, "progress.db"), time, connect ?? ProgressDatabase.Connect, patienceSeconds);
        store.Begin();
        return store;
    }

    public long Record(Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        lock (_gate)
        {
            var made = attempt with { At = _best.TimeOfAttempt(attempt.Level, _time.GetUtcNow()) };
            _best.Add(made);
            if (_histories.TryGetValue(made.Level, out var history))
            {
                _histories[made.Level] = [made, .. history];
            }

            Queue(new Row(++_recorded, made, null));
            return _recorded;
        }
    }

    public void Note(PlayerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var noted = happened with { At = happened.Kind == PlayerEventKind.Reset ? _best.TimeOfReset(happened.Level, now) : now };
            if (noted.Kind == PlayerEventKind.Reset)
            {
                _best.Reset(noted.Level, noted.At);
            }

            if (_events.TryGetValue(noted.Level, out var events))
            {
                _events[noted.Level] = [.. events, noted];
            }

            Queue(new Row(0, null, noted));
        }
    }

    public Keeping? NextKeeping()
    {
        lock (_gate)
        {
            return _keepings.TryDequeue(out var keeping) ? keeping : null;
        }
    }

    /// <summary>Attempts at all levels, newest first.</summary>
    public IReadOnlyList<Attempt> History()
    {
        lock (_gate)
        {
            return HistoryOf(null, int.MaxValue);
        }
    }

    public IReadOnlyList<Attempt> History(string level)
    {
        lock (_gate)
        {
            return _histories.TryGetValue(level, out var known) ? known : _histories[level] = HistoryOf(level, MostOfOneLevel);
        }
    }

    /// <summary>Events at all levels and at none, oldest first.</summary>
    public IReadOnlyList<PlayerEvent> Events()
    {
        lock (_gate)
        {
            return EventsOf(null);
        }
    }

    public IReadOnlyList<PlayerEvent> Events(string level)
    {
        lock (_gate)
        {
            return _events.TryGetValue(level, out var known) ? known : _events[level] = EventsOf(level);
        }
    }

    /// <summary>The best verdict of every level and revision that was tried since its last reset.</summary>
    public IReadOnlyList<LevelProgress> Best()
    {
        lock (_gate)
        {
            return _best.All;
        }
    }

    public LevelProgress? Best(string level, int revision)
    {
        lock (_gate)
        {
            return _best.Of(level, revision);
        }
    }

    public void Remember(string key, string value)
    {
        lock (_gate)
        {
            if (_remembered.GetValueOrDefault(key) != value)
            {
                _remembered[key] = value;
                Queue(key, value);
            }
        }
    }

    public void Forget(string key)
    {
        lock (_gate)
        {
            if (_remembered.Remove(key))
            {
                Queue(key, null);
            }
        }
    }

    public string? Recall(string key)
    {
        lock (_gate)
        {
            return _remembered.GetValueOrDefault(key);
        }
    }

    public string? FileFolder => Path.GetDirectoryName(DatabasePath);

    (string? Path, string? Problem) IPlayerProgress.Save(string name, string text) => OwnFiles.Save(FileFolder, name, text);

    /// <summary>Reads what is there. Waits a second where another program holds a file that is not complete yet.</summary>
    void Begin()
    {
        Notice = Try(() =>
        {
            CreateFolder();
            _reader = Open(ReadPatience);
            _identity = FileIdentity.Of(DatabasePath!);
            Take(Loaded.From(_reader));
        });
        if (Notice is not null && File.Exists(DatabasePath))
        {
            // What cannot be written can be shown all the same, where it can be read.
            Try(() =>
            {
                using var still = ProgressDatabase.OverStill(DatabasePath);
                Take(Loaded.From(still));
                _isLoaded = false;
            });
        }

        if (Notice is null && Recall(FolderNumber) is null)
        {
            var draw = Rng.ForStream((ulong)_time.GetUtcNow().Ticks, (ulong)Environment.ProcessId);
            Remember(FolderNumber, (draw.Next() >> 33).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What was read takes the place of what was known, but for what is not written yet.</summary>
    void Take(Loaded loaded)
    {
        _best = loaded.Best;
        foreach (var row in _rows)
        {
            if (row.Attempt is { } attempt)
            {
                _best.Add(attempt);
            }
            else if (row.Event is { Kind: PlayerEventKind.Reset } reset)
            {
                _best.Reset(reset.Level, reset.At);
            }
        }

        foreach (var key in _remembered.Keys.Concat(loaded.Words.Keys).Where(k => !_words.ContainsKey(k)).ToList())
        {
            if (loaded.Words.TryGetValue(key, out var value))
            {
                _remembered[key] = value;
            }
            else
            {
                _remembered.Remove(key);
            }
        }

        _histories.Clear();
        _events.Clear();
        _isLoaded = true;
    }

    // A row that was written a moment ago may be in the file already and still be in the queue.
    List<Attempt> HistoryOf(string? level, int most)
    {
        var written = Read(d => d.Attempts(level, most), []);
        var unwritten = _rows.Select(r => r.Attempt).OfType<Attempt>().Where(a => (level is null || a.Level == level) && !written.Contains(a));
        return [.. unwritten.Reverse().Concat(written).Take(most)];
    }

    List<PlayerEvent> EventsOf(string? level)
    {
        var written = Read(d => d.Events(level), []);
        return [.. written, .. _rows.Select(r => r.Event).OfType<PlayerEvent>().Where(e => (level is null || e.Level == level) && !written.Contains(e))];
    }

    ProgressDatabase Open(int patience) => ProgressDatabase.Over(_connect(DatabasePath!, patience), patience);

    T Read<T>(Func<ProgressDatabase, T> read, T otherwise)
    {
        if (!_isLoaded)
        {
            return otherwise;
        }

        var result = otherwise;
        if (Try(() => result = read(_reader ??= Open(ReadPatience))) is { } problem)
        {
            Notice = problem;
        }

        return result;
    }

    /// <summary>What went wrong, or null. A bug of ours goes through.</summary>
    NotKept? Try(Action access)
    {
        NotKept? notice = null;
        try
        {
            access();
        }
        catch (Exception e) when ((notice = ProgressNotices.Of(e, DatabasePath!)) is not null)
        {
            // The notice is what there is to say.
        }

        return notice;
    }

    /// <summary>Readable by its owner alone, as the XDG specification asks.</summary>
    void CreateFolder()
    {
        var folder = Path.GetDirectoryName(DatabasePath)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>What a start reads, and another terminal's write makes old.</summary>
    sealed record Loaded(BestVerdicts Best, Dictionary<string, string> Words)
    {
        public static Loaded From(ProgressDatabase database)
        {
            var best = new BestVerdicts();
            foreach (var (level, at) in database.Resets())
            {
                best.Reset(level, at);
            }

            foreach (var (ended, newest) in database.Verdicts())
            {
                best.Add(ended, newest);
            }

            return new Loaded(best, database.Words());
        }
    }
}

using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>
/// The thread that writes. Rows are written at once; words when no other follows for a moment, or with the next row.
/// What cannot be written stays in the queue, and is tried again at growing intervals and with every new row.
/// </summary>
sealed partial class ProgressStore
{
    /// <summary>Seconds that another terminal's write is waited for.</summary>
    const int Patience = 3;

    /// <summary>The same for a read; in write-ahead mode no read waits for a write.</summary>
    const int ReadPatience = 1;

    /// <summary>A word is written when none was remembered for so long: typing pauses.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>A word waits no longer than this while others follow it: whoever is killed loses less than a second.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(700);

    static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(5);

    /// <summary>What leaving waits for at most. Less than the two seconds after which a signal ends the game by force.</summary>
    static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(1.5);

    readonly int _patience;
    readonly long _start;
    readonly List<Row> _rows = [];
    readonly List<Row> _writtenRows = [];
    readonly Dictionary<string, string?> _words = [];
    readonly Dictionary<string, string?> _ownWords = [];
    readonly HashSet<long> _toldNotKept = [];
    Thread? _thread;
    ITimer? _timer;
    TimeSpan _firstWord;
    TimeSpan _lastWord;
    TimeSpan _retry;
    TimeSpan _retryAt;
    long _rounds;
    bool _isForced;
    bool _isWriting;
    bool _isClosing;

    // Of the writer's thread alone, but for the identity before that thread starts.
    ProgressDatabase? _writer;
    FileIdentity? _identity;
    long _dataVersion;
    bool _isCurrent;

    /// <summary>An attempt with its number, or an event.</summary>
    sealed record Row(long Number, Attempt? Attempt, PlayerEvent? Event);

    TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Waits until everything is written, a try to write it has failed, or the time is over. True when all is written.</summary>
    public bool Flush(TimeSpan most)
    {
        lock (_gate)
        {
            // A write that is under way may have begun before the last row came.
            var (end, enough) = (Now + most, _rounds + (_isWriting ? 2 : 1));
            if (!IsAllWritten && DatabasePath is not null)
            {
                Wake();
            }

            while (!IsAllWritten && DatabasePath is not null && _rounds < enough && Now < end)
            {
                Monitor.Wait(_gate, end - Now);
            }

            return IsAllWritten;
        }
    }

    /// <summary>
    /// Tries once more to write what is unwritten, and closes the file. What is not written then is lost:
    /// <see cref="Notice"/> says why, and <see cref="UnwrittenAttempts"/> how much.
    /// </summary>
    public void Dispose()
    {
        Flush(ClosingPatience);
        lock (_gate)
        {
            _isClosing = true;
            Notice ??= IsAllWritten || DatabasePath is null ? null : ProgressNotices.BusyToTheEnd(DatabasePath);
            Monitor.PulseAll(_gate);
        }

        // A writer that another program keeps waiting ends with the process.
        _thread?.Join(TimeSpan.FromMilliseconds(200));
        _timer?.Dispose();
        _reader?.Dispose();
    }

    /// <summary>Attempts that are not on the disk.</summary>
    public int UnwrittenAttempts
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count(r => r.Attempt is not null);
            }
        }
    }

    bool IsAllWritten => _rows.Count == 0 && _words.Count == 0;

    void Queue(Row row)
    {
        _rows.Add(row);
        if (DatabasePath is not null)
        {
            Wake();
        }
        else if (row.Attempt is not null)
        {
            _keepings.Enqueue(new Keeping(row.Number, Notice));
        }
    }

    /// <param name="value">Null: the word is forgotten.</param>
    void Queue(string key, string? value)
    {
        if (DatabasePath is null)
        {
            return;
        }

        _firstWord = _words.Count == 0 ? Now : _firstWord;
        _lastWord = Now;
        _words[key] = value;
        _ownWords[key] = value;
        StartWriter();
        Monitor.PulseAll(_gate);
    }

    /// <summary>The writer is to write now, whatever it waits for.</summary>
    void Wake()
    {
        _isForced = true;
        StartWriter();
        Monitor.PulseAll(_gate);
    }

    void StartWriter()
    {
        if (_thread is null)
        {
            _timer = _time.CreateTimer(_ => Pulse(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "progress" };
            _thread.Start();
        }
    }

    void Pulse()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    void WriteUntilClosed()
    {
        while (NextBatch() is var (rows, words))
        {
            var problem = Try(() => Write(rows, words));
            if (problem is not null)
            {
                // Whatever is wrong with the connection, the next try has a new one.
                _writer?.Dispose();
                _writer = null;
            }

            lock (_gate)
            {
                EndRound(problem);
            }
        }

        _writer?.Dispose();
    }

    /// <summary>Waits until something is to be written; null when the store is closed.</summary>
    (Row[] Rows, KeyValuePair<string, string?>[] Words)? NextBatch()
    {
        lock (_gate)
        {
            while (!_isClosing)
            {
                var wait = _isForced && !IsAllWritten ? TimeSpan.Zero : Due() - Now;
                if (wait <= TimeSpan.Zero)
                {
                    (_isForced, _isWriting) = (false, true);
                    return ([.. _rows], [.. _words]);
                }

                _timer!.Change(wait ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                Monitor.Wait(_gate);
            }

            return null;
        }
    }

    /// <summary>When something is to be written next, or null.</summary>
    TimeSpan? Due()
    {
        var words = _firstWord + LongestWait < _lastWord + Pause ? _firstWord + LongestWait : _lastWord + Pause;
        return _rows.Count > 0 ? _retryAt : _words.Count == 0 ? null : words > _retryAt ? words : _retryAt;
    }

    /// <summary>One transaction: what came together is kept together.</summary>
    void Write(Row[] rows, KeyValuePair<string, string?>[] words)
    {
        Connect();
        _writer!.Write(rows.Select(r => r.Attempt).OfType<Attempt>(), rows.Select(r => r.Event).OfType<PlayerEvent>(), words);
        lock (_gate)
        {
            TakeWritten(rows, words);
        }

        // Only then: where it cannot be read, the rows are written all the same, and must not be written again.
        var version = _writer.DataVersion();
        if (!_isCurrent || version != _dataVersion)
        {
            var loaded = Loaded.From(_writer);
            (_dataVersion, _isCurrent) = (version, true);
            lock (_gate)
            {
                Take(loaded);
            }
        }
    }

    void TakeWritten(Row[] rows, KeyValuePair<string, string?>[] words)
    {
        _rows.RemoveRange(0, rows.Length);
        _writtenRows.AddRange(rows);
        foreach (var row in rows.Where(r => r.Attempt is not null))
        {
            _keepings.Enqueue(new Keeping(row.Number, null));
        }

        foreach (var (key, value) in words)
        {
            // It may have been remembered anew meanwhile.
            if (_words.TryGetValue(key, out var present) && present == value)
            {
                _words.Remove(key);
            }
        }
    }

    /// <summary>
    /// Opens the file, where it is not open. Where it is not the one that was opened before, somebody deleted or
    /// replaced that one: what this store wrote there is written again.
    /// </summary>
    void Connect()
    {
        if (_writer is not null && FileIdentity.Of(DatabasePath!) == _identity)
        {
            return;
        }

        _writer?.Dispose();
        _writer = null;
        CreateFolder();
        var opened = Open(_patience);
        try
        {
            var present = FileIdentity.Of(DatabasePath!);
            if (_identity is not null && _identity != present)
            {
                TakeOver(opened);
            }

            _identity = present;
            // Another terminal may have written since this store read.
            _isCurrent = false;
            _writer = opened;
        }
        finally
        {
            if (_writer is null)
            {
                opened.Dispose();
            }
        }
    }

    void TakeOver(ProgressDatabase database)
    {
        lock (_gate)
        {
            database.InsertMissing([.. _writtenRows.Select(r => r.Attempt).OfType<Attempt>()], [.. _writtenRows.Select(r => r.Event).OfType<PlayerEvent>()]);
            database.Write([], [], [.. _ownWords]);
            _reader?.Dispose();
            _reader = null;
            Remark = $"{DatabasePath} was deleted or replaced while the game ran: the one that is there now holds what was played since the start";
        }
    }

    void EndRound(NotKept? problem)
    {
        _isWriting = false;
        _rounds++;
        Notice = problem;
        if (problem is null)
        {
            (_retry, _retryAt) = (TimeSpan.Zero, TimeSpan.Zero);
        }
        else
        {
            _retry = _retry == TimeSpan.Zero ? FirstRetry : _retry * 2 < LastRetry ? _retry * 2 : LastRetry;
            _retryAt = Now + _retry;
            foreach (var row in _rows.Where(r => r.Attempt is not null && _toldNotKept.Add(r.Number)))
            {
                _keepings.Enqueue(new Keeping(row.Number, problem));
            }
        }

        Monitor.PulseAll(_gate);
    }
}

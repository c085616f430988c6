namespace Tutor.Tests.Storage;

/// <summary>A clock that stands still until it is moved on; its timers ring then, on the thread that moves it.</summary>
sealed class ManualTime : TimeProvider
{
    readonly List<Timer> _timers = [];
    long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(GetTimestamp());

    public void Advance(TimeSpan time)
    {
        Interlocked.Add(ref _ticks, time.Ticks);
        foreach (var timer in _timers)
        {
            timer.RingIfDue();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    sealed class Timer(ManualTime time, Action ring) : ITimer
    {
        long _due = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Exchange(ref _due, dueTime < TimeSpan.Zero ? long.MaxValue : time.GetTimestamp() + dueTime.Ticks);
            if (Interlocked.Read(ref _due) <= time.GetTimestamp())
            {
                // Whoever changes it may hold what the ring waits for.
                ThreadPool.QueueUserWorkItem(_ => RingIfDue());
            }

            return true;
        }

        public void RingIfDue()
        {
            if (Interlocked.Read(ref _due) <= time.GetTimestamp())
            {
                Interlocked.Exchange(ref _due, long.MaxValue);
                ring();
            }
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

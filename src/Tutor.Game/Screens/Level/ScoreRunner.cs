using System.Diagnostics;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens.Level;

/// <summary>
/// Scores a text as it is typed. Quick levels are scored at once; when the last scoring took longer than a
/// frame, the next goes to another thread, and only the newest text counts.
/// </summary>
sealed class ScoreRunner(Func<string, CancellationToken, Scoring> score)
{
    const int FrameMs = 16;

    Action? _cancel;
    Task<Scoring>? _pending;
    bool _isSlow;

    /// <summary>The newest score; stays while the next is made.</summary>
    public Scoring? Latest { get; private set; }

    public bool IsBusy => _pending is not null;

    public void Start(string text)
    {
        _cancel?.Invoke();
        if (_isSlow)
        {
            var source = new CancellationTokenSource();
            var token = source.Token;
            _cancel = source.Cancel;
            _pending = Task.Run(() => Timed(text, token), token);
            return;
        }

        _pending = null;
        Latest = Timed(text, CancellationToken.None);
    }

    /// <summary>Takes over what another thread has finished; true when there is a new score.</summary>
    public bool Poll()
    {
        if (_pending is not { IsCompleted: true } done)
        {
            return false;
        }

        _pending = null;
        if (done.IsCanceled)
        {
            return false;
        }

        Latest = done.GetAwaiter().GetResult();
        return true;
    }

    /// <summary>Waits for the newest score.</summary>
    public Scoring Settle()
    {
        while (_pending is not null)
        {
            ((IAsyncResult)_pending).AsyncWaitHandle.WaitOne();
            Poll();
        }

        return Latest!;
    }

    Scoring Timed(string text, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        var scoring = score(text, token);
        _isSlow = watch.ElapsedMilliseconds > FrameMs;
        return scoring;
    }
}

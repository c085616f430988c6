using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>
/// Scores an answer as it is made. Quick levels are scored at once; when the last scoring took longer than a frame, the next
/// is a job of the host's, and only the newest answer counts.
/// </summary>
sealed class LiveScore(IHost host)
{
    static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);

    Job<LevelRunResult>? _job;
    long _began;
    bool _isSlow;

    /// <summary>The newest score; stays while the next is made.</summary>
    public LevelRunResult? Latest { get; private set; }

    public bool IsBusy => _job is not null;

    /// <summary>Drops the score, because the player must not see it.</summary>
    public void Forget()
    {
        _job?.Cancel();
        _job = null;
        Latest = null;
    }

    public void Start(Func<CancellationToken, LevelRunResult> score)
    {
        _job?.Cancel();
        _began = host.Time.GetTimestamp();
        if (!_isSlow)
        {
            _job = null;
            Take(score(CancellationToken.None));
            return;
        }

        _job = new Job<LevelRunResult>((_, cancellation) => score(cancellation));
        host.Run(_job);
        Poll();
    }

    /// <summary>Takes over a score that the host has finished. True if there is a new score.</summary>
    public bool Poll()
    {
        if (_job is not { IsDone: true } done)
        {
            return false;
        }

        _job = null;
        if (done.Result is not { } result)
        {
            return false;
        }

        Take(result);
        return true;
    }

    void Take(LevelRunResult result)
    {
        Latest = result;
        _isSlow = host.Time.GetElapsedTime(_began) > Frame;
    }
}

using System.Runtime.ExceptionServices;

namespace Tutor.Game.Playing;

/// <summary>
/// Work that may take longer than a frame, in steps. A host takes the steps, wherever it likes and one at a time; the game
/// looks whether it is done. What goes wrong in a step is thrown where the game asks for the result.
/// </summary>
abstract class Job : IProgress<double>
{
    double _share;

    /// <summary>No step is left, because there is a result, because it was cancelled, or because a step failed.</summary>
    public abstract bool IsDone { get; }

    /// <summary>How far it is, from 0 to 1.</summary>
    public double Share => Volatile.Read(ref _share);

    /// <summary>Takes one step; false when none is left.</summary>
    public abstract bool Step();

    /// <summary>Asks it to end without a result.</summary>
    public abstract void Cancel();

    /// <summary>Told by the work itself, from any thread.</summary>
    public void Report(double value) => Volatile.Write(ref _share, value);
}

/// <summary>A job that ends with a result.</summary>
sealed class Job<T> : Job
    where T : class
{
    readonly IEnumerator<T?> _steps;
    readonly Action _cancel;
    ExceptionDispatchInfo? _failure;
    T? _result;
    volatile bool _isDone;

    /// <param name="work">Its steps: null after each, and last the result.</param>
    public Job(Func<IProgress<double>, CancellationToken, IEnumerable<T?>> work)
    {
        var source = new CancellationTokenSource();
        _cancel = source.Cancel;
        _steps = work(this, source.Token).GetEnumerator();
    }

    /// <param name="work">All of it, in one step.</param>
    public Job(Func<IProgress<double>, CancellationToken, T> work)
        : this((progress, cancellation) => OneStep(() => work(progress, cancellation)))
    {
    }

    public override bool IsDone => _isDone;

    /// <summary>Null before it is done, and for ever when it was cancelled.</summary>
    public T? Result
    {
        get
        {
            if (_isDone)
            {
                _failure?.Throw();
            }

            return _isDone ? _result : null;
        }
    }

    public override bool Step()
    {
        if (_isDone)
        {
            return false;
        }

        try
        {
            var isMore = _steps.MoveNext();
            _result = isMore ? _steps.Current : null;
            _isDone = !isMore || _result is not null;
        }
        catch (OperationCanceledException)
        {
            _isDone = true;
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            _isDone = true;
        }

        return !_isDone;
    }

    public override void Cancel() => _cancel();

    static IEnumerable<T?> OneStep(Func<T> work)
    {
        yield return work();
    }
}

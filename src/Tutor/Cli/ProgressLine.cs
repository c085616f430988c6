using Tutor.Game.Panes;

namespace Tutor.Cli;

/// <summary>
/// A line on the terminal's error output that says how far something is. It appears after half a second, only on a
/// terminal, and goes at the end.
/// </summary>
sealed class ProgressLine(CliHost host, long pages) : IProgress<double>, IDisposable
{
    /// <summary>Often enough to be read, seldom enough to cost nothing.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    const int Width = 78;
    readonly long _start = host.Time.GetTimestamp();
    readonly Lock _gate = new();
    TimeSpan _next = LongWork.Patience;
    bool _isThere;

    public void Report(double value)
    {
        var elapsed = host.Time.GetElapsedTime(_start);
        if (!host.IsErrorTerminal || elapsed < _next)
        {
            return;
        }

        lock (_gate)
        {
            if (elapsed >= _next)
            {
                _next = elapsed + Pause;
                _isThere = true;
                host.Error.Write("\r" + new LongWork(pages, value, elapsed).Line(Width).PadRight(Width));
            }
        }
    }

    public void Dispose()
    {
        if (_isThere)
        {
            host.Error.Write("\r" + new string(' ', Width) + "\r");
        }
    }
}

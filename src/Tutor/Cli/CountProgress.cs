using System.Globalization;

namespace Tutor.Cli;

/// <summary>
/// How many of something are done, on a terminal's error output once it takes longer than a second; gone at the end. Any
/// thread may tell it.
/// </summary>
/// <param name="what">What is counted, as <c>runs</c>.</param>
sealed class CountProgress(CliHost host, string what) : IDisposable
{
    const int Width = 78;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    readonly long _start = host.Time.GetTimestamp();
    readonly Lock _gate = new();
    TimeSpan _next = Patience;
    int _done;
    bool _isThere;

    /// <summary>One more is done.</summary>
    /// <param name="of">How many there are.</param>
    /// <param name="which">What it was.</param>
    public void Step(int of, string which)
    {
        lock (_gate)
        {
            _done++;
            var elapsed = host.Time.GetElapsedTime(_start);
            if (!host.IsErrorTerminal || elapsed < _next)
            {
                return;
            }

            _next = elapsed + Pause;
            _isThere = true;
            var line = string.Create(CultureInfo.InvariantCulture, $"{_done:N0} of {of:N0} {what}  {which}");
            host.Error.Write("\r" + (line.Length > Width ? line[..Width] : line.PadRight(Width)));
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

using System.Globalization;

namespace Tutor.Cli;

/// <summary>How many runs of a comparison are done, on a terminal's error output once it takes longer than a second.</summary>
sealed class CompareProgress(CliHost host, int runs) : IDisposable
{
    const int Width = 78;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    readonly long _start = host.Time.GetTimestamp();
    TimeSpan _next = Patience;
    int _done;
    bool _isThere;

    /// <summary>One more map and seed is done.</summary>
    public void Step(string what)
    {
        _done++;
        var elapsed = host.Time.GetElapsedTime(_start);
        if (!host.IsErrorTerminal || elapsed < _next)
        {
            return;
        }

        _next = elapsed + Pause;
        _isThere = true;
        var line = string.Create(CultureInfo.InvariantCulture, $"{_done} of {runs} runs  {what}");
        host.Error.Write("\r" + (line.Length > Width ? line[..Width] : line.PadRight(Width)));
    }

    public void Dispose()
    {
        if (_isThere)
        {
            host.Error.Write("\r" + new string(' ', Width) + "\r");
        }
    }
}

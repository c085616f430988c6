using Tutor.Game.Playing;

namespace Tutor.Tests.Support;

/// <summary>A host that does everything at once, with a clipboard that tests look at.</summary>
sealed class ClipboardHost : IHost
{
    readonly PatientHost _host = new(TimeProvider.System);

    /// <summary>What was copied last.</summary>
    public string? Copied { get; private set; }

    public TimeProvider Time => _host.Time;

    public ulong NewOrder() => _host.NewOrder();

    public void Run(Job job) => _host.Run(job);

    public string Copy(string text)
    {
        Copied = text;
        return "Copied, says the host.";
    }
}

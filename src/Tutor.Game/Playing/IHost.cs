namespace Tutor.Game.Playing;

/// <summary>
/// What the game asks of the host that it runs in. The other way round a host hands keys, pastes, clicks, sizes and ticks
/// of its clock to <see cref="Screens.ScreenStack"/>, or lines to text mode.
/// </summary>
interface IHost
{
    /// <summary>The game measures with this clock, and takes the date from it.</summary>
    TimeProvider Time { get; }

    /// <summary>The UTC date, so that all players have the same one. It chooses the level of the day and the reviews that are due.</summary>
    DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// A number that decides the order of options. The game asks for it once and keeps it with the progress. 0 leaves the
    /// options as the author wrote them.
    /// </summary>
    ulong NewOrder();

    /// <summary>Takes the steps of a job until it is done: on another thread, between frames, or at once.</summary>
    void Run(Job job);

    /// <summary>Puts a text on the clipboard.</summary>
    /// <returns>A sentence for the player: whether it worked.</returns>
    string Copy(string text);
}

/// <summary>A host that does everything at once: for text mode, whose player waits for each answer, and for tests.</summary>
sealed class PatientHost(TimeProvider time, ulong order = 0) : IHost
{
    public ulong NewOrder() => order;

    public TimeProvider Time => time;

    public void Run(Job job)
    {
        while (job.Step())
        {
        }
    }

    public string Copy(string text) => "There is no clipboard here.";
}

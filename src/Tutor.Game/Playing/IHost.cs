namespace Tutor.Game.Playing;

/// <summary>
/// What the game asks of the host that it runs in. The other way round a host hands keys, pastes, clicks, sizes and ticks
/// of its clock to <see cref="Screens.ScreenStack"/>, or lines to text mode.
/// </summary>
interface IHost
{
    /// <summary>The game measures with this clock, and takes the date from it.</summary>
    TimeProvider Time { get; }

    /// <summary>The UTC date, which is the same for all: the level of the day is made from it, and reviews are due by it.</summary>
    DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <summary>
    /// A number by which options are put in order, asked for once in a player's progress and kept there; 0 leaves them as
    /// the author wrote them.
    /// </summary>
    ulong NewOrder();

    /// <summary>Takes the steps of a job until it is done: on another thread, between frames, or at once.</summary>
    void Run(Job job);

    /// <summary>Copies a text out of the game: a sentence that says what became of it.</summary>
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

using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>
/// What a host keeps of a player. Nothing here throws or waits for a disk: play goes on when nothing can be kept.
/// Only the game's own thread calls it.
/// </summary>
interface IPlayerProgress
{
    /// <summary>Why something is not kept, and what helps; null while everything is kept or on its way.</summary>
    NotKept? Notice { get; }

    /// <summary>
    /// The best verdict that one revision of a level was given, or null when it was never tried. Attempts that are
    /// still on their way to the disk count too. Cheap: a frame may ask.
    /// </summary>
    LevelProgress? Best(string level, int revision);

    /// <summary>Earlier attempts at a level, newest first; those before its last reset too.</summary>
    IReadOnlyList<Attempt> History(string level);

    /// <summary>What happened at a level beside its attempts, oldest first.</summary>
    IReadOnlyList<PlayerEvent> Events(string level);

    /// <summary>Keeps an attempt with the present time, and returns at once. What became of it comes later: <see cref="NextKeeping"/>.</summary>
    /// <returns>The number by which <see cref="NextKeeping"/> will name this attempt.</returns>
    long Record(Attempt attempt);

    /// <summary>Keeps an event with the present time, and returns at once.</summary>
    void Note(PlayerEvent happened);

    /// <summary>
    /// Whether a recorded attempt was kept; each answer comes once, and null while there is no news. The host asks on each
    /// tick. An attempt that could not be kept is tried again, and reported once more when it is kept.
    /// </summary>
    Keeping? NextKeeping();

    /// <summary>What was last kept under a name, or null.</summary>
    string? Recall(string key);

    /// <summary>
    /// Keeps a word under a name: where the player left, a draft, a setting. The last one counts. It is written when
    /// no other follows for a moment, and with the next event.
    /// </summary>
    void Remember(string key, string value);

    /// <summary>Nothing is kept under the name any more.</summary>
    void Forget(string key);

    /// <summary>The folder of such files, or null where nobody can say.</summary>
    string? FileFolder => null;

    /// <summary>Keeps a text that the player asked for as a new file: its path, or why there is none.</summary>
    (string? Path, string? Problem) Save(string name, string text);
}

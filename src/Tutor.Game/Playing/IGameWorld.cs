using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>What the screens need of the world: levels, texts, progress.</summary>
interface IGameWorld
{
    /// <summary>The pack's title.</summary>
    string Title { get; }

    /// <summary>Every level in order, chapters together.</summary>
    IReadOnlyList<LevelEntry> Levels { get; }

    /// <summary>Reads and prepares a level; the reason in lines when it cannot be played.</summary>
    /// <param name="progress">Told how far it is, from 0 to 1, by any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    (PlayableLevel? Level, IReadOnlyList<string> Problems) Load(string id, IProgress<double>? progress = null,
        CancellationToken cancellation = default);

    /// <summary>A text of the pack, or null.</summary>
    string? ReadText(string path);

    /// <summary>The best verdict that the level was given, or null when it was never tried.</summary>
    LevelProgress? Best(LevelEntry level);

    /// <summary>Earlier attempts, newest first.</summary>
    IReadOnlyList<Attempt> History(string level);

    /// <summary>Keeps an attempt. False when it is known already that nothing can be kept.</summary>
    bool Record(Attempt attempt);

    /// <summary>Keeps something that happened beside an attempt.</summary>
    void Note(PlayerEvent happened)
    {
    }

    /// <summary>What became of a recorded attempt, each said once; null while there is nothing to say.</summary>
    Keeping? NextKeeping() => null;

    /// <summary>Why nothing is being saved, or null.</summary>
    string? SaveNotice { get; }

    /// <summary>Keeps a text that the player asked for as a new file: its path, or why there is none.</summary>
    (string? Path, string? Problem) Save(string name, string text) => (null, "nothing is kept here");

    string? Recall(string key);

    void Remember(string key, string value);
}

using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>What a host keeps of a player. Nothing here throws: play goes on when nothing can be kept.</summary>
interface IPlayerProgress
{
    /// <summary>Why nothing is being saved, in one sentence with the cure; null while everything is kept.</summary>
    string? Notice { get; }

    /// <summary>The best verdict that one revision of a level was given, or null when it was never tried.</summary>
    LevelProgress? Best(string level, int revision);

    /// <summary>Earlier attempts at a level, newest first.</summary>
    IReadOnlyList<Attempt> History(string level);

    /// <summary>Keeps an attempt with the present time. True when it is kept: only then may it be shown as saved.</summary>
    bool Record(Attempt attempt);

    /// <summary>What was last kept under a name, or null.</summary>
    string? Recall(string key);

    /// <summary>Keeps a word under a name: where the player left, a draft, a setting. The last one counts.</summary>
    void Remember(string key, string value);

    /// <summary>Keeps a text that the player asked for as a new file: its path, or why there is none.</summary>
    (string? Path, string? Problem) Save(string name, string text);
}

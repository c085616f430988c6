namespace Tutor.Cli.Json;

/// <summary>What <c>tutor list --json</c> prints.</summary>
sealed record ListReport
{
    public int Schema { get; init; } = 1;

    /// <summary>The pack's title.</summary>
    public required string Pack { get; init; }

    /// <summary>In the order in which they are played.</summary>
    public IReadOnlyList<ListedLevel> Levels { get; init; } = [];
}

/// <summary>A level of the list.</summary>
/// <param name="Kind">watch, predict, pick, repair, write, golf, open.</param>
/// <param name="Best">
/// The best verdict of this revision; <c>seen</c> where the answer was shown and no more; null when it was never tried.
/// </param>
/// <param name="Problem">Why it cannot be played, or null.</param>
sealed record ListedLevel(
    string Id, string Title, string Chapter, string Kind, int Minutes, int Revision, string? Best, int Attempts,
    string? Problem)
{
    /// <summary>An earlier revision was passed, and this one is new: its answer is run again when the game is started.</summary>
    public bool Changed { get; init; }
}

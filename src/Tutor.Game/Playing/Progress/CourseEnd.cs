namespace Tutor.Game.Playing.Progress;

/// <summary>What is read when a pack is behind a player: its author's text, and what there is to do now. Markdown.</summary>
static class CourseEnd
{
    /// <summary>In the pack; a pack without it has no end of its own.</summary>
    public const string Path = "closing.md";

    /// <param name="deeds">What comes now: what it is, and the key or command that does it.</param>
    /// <returns>Null where the pack has no such text.</returns>
    public static string? Text(PlayedPack pack, IEnumerable<(string Title, string How)> deeds) => pack.ReadText(Path) is not { } text ? null
        : $"{text.TrimEnd()}\n\n## Where you are\n\n{PackCount.Of(pack.Standings()).Words}.\n\n## What comes now\n\n"
            + string.Concat(deeds.Select(d => $"- {d.Title}: **{d.How}**\n"));

    /// <summary>Everything of a pack that has an end is behind the player.</summary>
    public static bool IsReached(PlayedPack pack) => pack.ReadText(Path) is not null && PackCount.Of(pack.Standings()).IsWhole;
}

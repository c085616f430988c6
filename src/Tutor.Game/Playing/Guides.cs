using System.Collections.Immutable;

namespace Tutor.Game.Playing;

/// <summary>A text about the game itself.</summary>
/// <param name="Name">As text mode calls it.</param>
/// <param name="Path">In the pack.</param>
/// <param name="About">What it answers, in a line.</param>
sealed record Guide(string Name, string Path, string About);

/// <summary>Every guide, the one that a new player needs first at the top.</summary>
static class Guides
{
    public static ImmutableArray<Guide> All { get; } =
    [
        new("learner", "guides/learner.md", "How to play, and the way through the course"),
        new("model", "guides/model.md", "What the simulator leaves out, and how exact the rest is"),
        new("language", "reference/language.md", "The C that a predicate may be written in"),
        new("names", "reference/built-ins.md", "Every kernel name that a predicate may use"),
        new("author", "guides/author.md", "How levels are written"),
        new("recordings", "guides/recordings.md", "How a real machine's memory becomes a map"),
        new("facilitator", "guides/facilitator.md", "How to run a workshop"),
    ];

    /// <summary>Those that a pack has.</summary>
    public static ImmutableArray<Guide> In(Func<string, string?> texts) => [.. All.Where(g => texts(g.Path) is not null)];
}

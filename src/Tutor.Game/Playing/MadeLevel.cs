using System.Collections.Immutable;

namespace Tutor.Game.Playing;

/// <summary>A level file made of the sandbox, and what comes next.</summary>
/// <param name="Left">What the linter still finds for its author to do; null if it can say so only in the folder where the file will lie.</param>
/// <param name="Steps">What to do with the file, in order.</param>
sealed record MadeLevel(string Yaml, ImmutableArray<string>? Left, ImmutableArray<string> Steps)
{
    /// <summary>The level's id until its author chooses a better one.</summary>
    public const string Id = "my-level";

    public const string FileName = Id + ".yaml";
}

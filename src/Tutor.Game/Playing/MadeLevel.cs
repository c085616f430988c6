using System.Collections.Immutable;

namespace Tutor.Game.Playing;

/// <summary>A level file made of the sandbox, and what comes next.</summary>
/// <param name="Left">What the linter says is left for its author; null: the linter can say it only where the file will lie.</param>
/// <param name="Steps">What to do with the file, in order.</param>
sealed record MadeLevel(string Yaml, ImmutableArray<string>? Left, ImmutableArray<string> Steps)
{
    /// <summary>What it is called until its author finds a better name.</summary>
    public const string Id = "my-level";

    public const string FileName = Id + ".yaml";
}

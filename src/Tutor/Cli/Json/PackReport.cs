namespace Tutor.Cli.Json;

/// <summary>What <c>tutor pack … --json</c> prints.</summary>
sealed record PackReport
{
    public int Schema { get; init; } = 1;

    /// <summary>Where it is.</summary>
    public required string File { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Licence { get; init; }

    /// <summary>The least version of the program that plays it.</summary>
    public required string Requires { get; init; }

    /// <summary>False: solutions and the last hints were left out.</summary>
    public required bool Answers { get; init; }

    public required int Files { get; init; }

    /// <summary>Of the file itself.</summary>
    public required string Sha256 { get; init; }
}

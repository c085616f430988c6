namespace Tutor.Cli.Json;

/// <summary>What <c>tutor import --json</c> prints.</summary>
sealed record ImportReport
{
    public int Schema { get; init; } = 1;

    /// <summary>In the order of the command line.</summary>
    public IReadOnlyList<ImportedFile> Files { get; init; } = [];

    /// <summary>By level, in the order of the pack; only those that a file has attempts at.</summary>
    public IReadOnlyList<ImportedLevel> Levels { get; init; } = [];

    /// <summary>By file, then place.</summary>
    public IReadOnlyList<DiagnosticReport> Findings { get; init; } = [];
}

/// <summary>What one file came to.</summary>
/// <param name="Attempts">That could be read.</param>
/// <param name="Added">Of these: new here.</param>
/// <param name="Known">Of these: here already.</param>
/// <param name="Corrected">Of these: come to another verdict than they claim.</param>
/// <param name="LeftOut">Of these: of an unknown level, another revision, or no answer to their level.</param>
/// <param name="Best">The best verdict of every level that could be run.</param>
sealed record ImportedFile(
    string File, int Attempts, int Added, int Known, int Corrected, int LeftOut, IReadOnlyList<ImportedBest> Best);

/// <summary>The best verdict in a file of a level, and in how many attempts.</summary>
sealed record ImportedBest(string Level, int Revision, int Attempts, string Verdict);

/// <summary>A level over all files.</summary>
/// <param name="Tried">Files with attempts at it.</param>
/// <param name="Passed">Files in which it is passed.</param>
/// <param name="Gold">Files in which it is passed with gold.</param>
sealed record ImportedLevel(string Level, int Tried, int Passed, int Gold);

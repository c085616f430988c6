namespace Tutor.Cli.Json;

/// <summary>What <c>tutor preview --json</c> prints at each look.</summary>
sealed record PreviewReport
{
    public int Schema { get; init; } = 1;

    /// <summary>The one that was named, or those of the pack in its order.</summary>
    public IReadOnlyList<PreviewedLevel> Levels { get; init; } = [];

    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>By file, then place.</summary>
    public IReadOnlyList<DiagnosticReport> Findings { get; init; } = [];
}

/// <summary>A level that could be played.</summary>
/// <param name="Findings">How many are its own.</param>
sealed record PreviewedLevel(string Id, string Title, string Kind, int Minutes, int Findings, IReadOnlyList<PreviewedPredicate> Predicates);

/// <summary>A solution or an option, and what it comes to on the map that decides.</summary>
/// <param name="Role">solution, or option.</param>
/// <param name="Expect">The verdict that a solution is declared with; null for an option.</param>
/// <param name="Map">The worst map of the first bound that is missed, else the one that is drawn; null while the text has errors.</param>
sealed record PreviewedPredicate(
    string Id, string Role, string? Expect, string Verdict, string? Map, ulong? Seed, long Migrated, long Futile, long SkippedPins, long FalseSkips);

namespace Tutor.Cli.Json;

/// <summary>What <c>tutor lint --format json</c> prints.</summary>
sealed record LintReport
{
    public int Schema { get; init; } = 1;

    /// <summary>Levels that were read and played.</summary>
    public int Levels { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    /// <summary>By file, then place.</summary>
    public IReadOnlyList<DiagnosticReport> Findings { get; init; } = [];
}

namespace Tutor.Cli.Json;

/// <summary>What <c>tutor export</c> writes: facts that another machine can run again.</summary>
sealed record ExportReport
{
    public int Schema { get; init; } = 1;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AttemptReport> Attempts { get; init; } = [];
}

/// <summary>One attempt.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Option">The option that was picked, or null.</param>
sealed record AttemptReport(
    string Level, int Revision, string Predicate, string Verdict, DateTimeOffset At, string? Option);

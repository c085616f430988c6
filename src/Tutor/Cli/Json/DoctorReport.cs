namespace Tutor.Cli.Json;

/// <summary>What <c>tutor doctor --json</c> prints.</summary>
sealed record DoctorReport
{
    public int Schema { get; init; } = 1;

    /// <summary>What <c>--read</c> takes.</summary>
    public required string Code { get; init; }

    public IReadOnlyList<DoctorLine> Lines { get; init; } = [];
}

/// <summary>What is said of one thing.</summary>
/// <param name="Health">well, limited, ill, unknown.</param>
/// <param name="Help">What to do, or null.</param>
sealed record DoctorLine(string Subject, string Health, string Words, string? Help);

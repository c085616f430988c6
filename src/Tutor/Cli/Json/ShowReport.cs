namespace Tutor.Cli.Json;

/// <summary>What <c>tutor show --json</c> prints: all that a player may know before the first try.</summary>
sealed record ShowReport
{
    public int Schema { get; init; } = 1;

    public required string Level { get; init; }

    public int Revision { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public int Minutes { get; init; }

    public IReadOnlyList<string> Teaches { get; init; } = [];

    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Markdown.</summary>
    public string Brief { get; init; } = "";

    /// <summary>Groups or single names; null is everything.</summary>
    public IReadOnlyList<string>? Vocabulary { get; init; }

    public string? Starter { get; init; }

    /// <summary>Of a level of kind attack; null on others.</summary>
    public ShownAttack? Attack { get; init; }

    public IReadOnlyList<ShownOption> Options { get; init; } = [];

    public IReadOnlyList<ShownMap> Maps { get; init; } = [];

    public IReadOnlyList<ShownGoal> Goals { get; init; } = [];
}

/// <summary>What is attacked, and what can be painted.</summary>
/// <param name="Predicate">Null where it is what the player wrote last.</param>
sealed record ShownAttack(string Against, string? Predicate, IReadOnlyList<string> Kinds, int Pages);

/// <summary>An answer that can be picked.</summary>
sealed record ShownOption(string Id, string Skip);

/// <summary>A map of the level; what is on hidden ones is not told.</summary>
/// <param name="Seeds">How many maps its seeds make.</param>
sealed record ShownMap(string Id, string Role, long Pages, int Seeds);

/// <summary>A bound of a goal; <paramref name="Map"/> null: on every map.</summary>
sealed record ShownGoal(string Goal, string Metric, string Bound, string? Map);

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Cli.Json;

/// <summary>What <c>tutor run --json</c> prints. Names are the JSON keys in snake case; a released key stays.</summary>
sealed record RunReport
{
    /// <summary>Version of this shape; a key that is added does not change it.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The level's id; null when its file could not be read.</summary>
    public string? Level { get; init; }

    public int? Revision { get; init; }

    /// <summary>The text that was run, or null when there was none.</summary>
    public string? Predicate { get; init; }

    /// <summary>Marks, a painting or a forecast, as attempts keep them and <c>--answer</c> reads them; null where the answer is the predicate.</summary>
    public string? Answer { get; init; }

    public IReadOnlyList<DiagnosticReport> Diagnostics { get; init; } = [];

    /// <summary><c>error fail pass silver gold none</c>.</summary>
    public required string Verdict { get; init; }

    public IReadOnlyList<GoalReport> Goals { get; init; } = [];

    /// <summary>Ids of the level's misconceptions that this predicate shows.</summary>
    public IReadOnlyList<string> Misconceptions { get; init; } = [];

    /// <summary>One row a map and seed.</summary>
    public IReadOnlyList<MapReport> Maps { get; init; } = [];
}

/// <summary>A problem with its place; lines and columns start at 1, the end is exclusive.</summary>
sealed record DiagnosticReport(
    string Code, string Severity, string Message, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The file as it was named; left out where there is only one text it can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Help { get; init; }

    /// <summary>Further places, each with its own cause and cure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DiagnosticReport>? Also { get; init; }
}

/// <summary>One bound of one goal on the map that decides it.</summary>
/// <param name="Bound"><c>max 2%</c>, <c>min 40</c>.</param>
/// <param name="Population">Pages that a per cent is of.</param>
sealed record GoalReport(
    string Goal, string Metric, string Bound, string Map, ulong? Seed, long Value, long Population, bool Met)
{
    /// <summary>The furthest value still within; for the text alone.</summary>
    [JsonIgnore]
    public long Limit { get; init; }
}

/// <summary>The counts of one map; pages, sums over the passes.</summary>
sealed record MapReport
{
    public required string Id { get; init; }

    /// <summary><c>shown</c> or <c>hidden</c>.</summary>
    public required string Role { get; init; }

    public ulong? Seed { get; init; }

    public long Pages { get; init; }

    public IReadOnlyList<KindReport> ByKind { get; init; } = [];

    /// <summary>With <c>--pages</c>: one character a page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Verdicts { get; init; }

    /// <summary>A key for each row of <see cref="Metric.All"/>; null where it cannot be known.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Metrics => Metric.All.ToDictionary(m => m.Name, m => MetricJson.Of(m.Count(Counts)));

    [JsonIgnore]
    public ScanMetrics Counts { get; init; } = new();
}

/// <summary>The score of the pages of one kind.</summary>
sealed record KindReport(string Kind)
{
    /// <summary>A key for each metric that is counted by kind.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Metrics => Metric.All.Where(m => m.CountOfKind is not null)
        .ToDictionary(m => m.Name, m => MetricJson.Of(m.CountOfKind!(Score)));

    [JsonIgnore]
    public KindScore Score { get; init; } = new(Kind, 0, 0, 0, 0, 0);
}

static class MetricJson
{
    /// <summary>A count as JSON has it; null where it cannot be known.</summary>
    public static JsonElement Of(long? count) => JsonElement.Parse(count?.ToString(CultureInfo.InvariantCulture) ?? "null");
}

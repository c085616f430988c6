using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tutor.Core.Scoring;

namespace Tutor.Core.Play;

/// <summary>
/// What is kept of a run with its attempt: the counts of the map that is drawn, for history, bests and the plot to
/// compare. Stored as one JSON object, whose keys are the metrics' names.
/// </summary>
public static class KeptMetrics
{
    /// <summary>How large the predicate is.</summary>
    public const string Nodes = "nodes";

    /// <summary>What a level of kind golf counts.</summary>
    public const string Golf = "golf";

    /// <summary>Nothing while the text has errors.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Of(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Shown?.Result.Metrics is not { } metrics)
        {
            return [];
        }

        return
        [
            .. Metric.Kept.Select(m => KeyValuePair.Create(m.Name, m.Value(metrics))),
            .. run.Predicate is { } predicate ? [KeyValuePair.Create(Nodes, (long)predicate.NodeCount)] : ImmutableArray<KeyValuePair<string, long>>.Empty,
            .. GolfCount.Of(run) is { } golf ? [KeyValuePair.Create(Golf, golf)] : ImmutableArray<KeyValuePair<string, long>>.Empty,
        ];
    }

    /// <summary>As it is stored; <c>{}</c> where nothing was counted.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, long>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in metrics)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the stored JSON. It leaves out what it cannot read, because a later version may have written it.</summary>
    public static Dictionary<string, long> Read(string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return document.RootElement.ValueKind != JsonValueKind.Object ? []
                : document.RootElement.EnumerateObject()
                    .Where(p => p.Value.ValueKind == JsonValueKind.Number && p.Value.TryGetInt64(out _))
                    .DistinctBy(p => p.Name)
                    .ToDictionary(p => p.Name, p => p.Value.GetInt64());
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

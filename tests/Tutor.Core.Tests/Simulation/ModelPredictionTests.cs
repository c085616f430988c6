using System.Text.Json;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Every recorded map under all five predicates, against numbers that the reference model of the recordings
/// gave once: calls, then the six counters, a row a predicate.
/// </summary>
public class ModelPredictionTests
{
    static readonly JsonElement Predictions = JsonDocument.Parse(
        File.ReadAllText(Fixtures.PathOf("recordings/model.json"))).RootElement;

    public static TheoryData<string> Names => [.. Fixtures.RecordingNames];

    [Theory, MemberData(nameof(Names))]
    public void The_engine_predicts_what_the_reference_model_predicts(string name)
    {
        var recording = Fixtures.Recording(name);
        var settings = RecordingCheck.SettingsOf(recording);
        var predictions = Predictions.GetProperty(name).EnumerateArray()
            .Select(row => string.Join(' ', row.EnumerateArray().Select(n => n.GetInt64())));
        var simulated = Enumerable.Range(0, 5).Select(predicate =>
        {
            var run = Compaction.Run(recording.Map, ThreadPredicates.Of(predicate), settings);
            var c = run.Counters;
            return $"{run.Calls.Length} {c.CompactMigrateScanned} {c.CompactFreeScanned} {c.CompactIsolated} "
                + $"{c.PgmigrateSuccess} {c.PgmigrateFail} {c.CompactionAllocCalls}";
        });
        Assert.Equal(predictions, simulated);
    }
}

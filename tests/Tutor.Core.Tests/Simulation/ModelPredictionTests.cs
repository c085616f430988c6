using System.Text.Json;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// Every recorded map under all five predicates, against numbers that the reference model of the recordings
/// gave once: calls, then the six counters (6.12: eight, and zones given up), a row a predicate.
/// </summary>
public class ModelPredictionTests
{
    static readonly JsonElement Predictions = Read("6.1");

    static readonly JsonElement Predictions612 = Read("6.12");

    public static TheoryData<string> Names => [.. Fixtures.RecordingNames];

    public static TheoryData<string> Names612 => [.. Fixtures.Recording612Names];

    static JsonElement Read(string release) => JsonDocument.Parse(
        File.ReadAllText(Fixtures.PathOf($"recordings/{release}/model.json"))).RootElement;

    [Theory, MemberData(nameof(Names))]
    public void The_engine_predicts_what_the_reference_model_predicts(string name)
    {
        var recording = Fixtures.Recording(name);
        var settings = RecordingCheck.SettingsOf(recording);
        var predictions = RowsOf(Predictions.GetProperty(name));
        var simulated = Enumerable.Range(0, 5).Select(predicate =>
        {
            var run = Compaction.Run(recording.Map, ThreadPredicates.Of(predicate), settings);
            var c = run.Counters;
            return $"{run.Calls.Length} {c.CompactMigrateScanned} {c.CompactFreeScanned} {c.CompactIsolated} "
                + $"{c.PgmigrateSuccess} {c.PgmigrateFail} {c.CompactionAllocCalls}";
        });
        Assert.Equal(predictions, simulated);
    }

    [Theory, MemberData(nameof(Names612))]
    public void The_engine_predicts_what_the_reference_model_of_612_predicts(string name)
    {
        var recording = Fixtures.Recording(name);
        var settings = RecordingCheck.SettingsOf(recording);
        var simulated = Enumerable.Range(0, 5).Select(predicate =>
        {
            var run = Compaction.Run(recording.Map, ThreadPredicates.Of(predicate), settings);
            var c = run.Counters;
            return $"{run.Calls.Length} {c.CompactMigrateScanned} {c.CompactFreeScanned} {c.CompactIsolated} "
                + $"{c.PgmigrateSuccess} {c.PgmigrateFail} {c.CompactionAllocCalls} {c.FolioSplits} "
                + $"{c.FolioSplitFailed} {run.Metrics.ZoneGivenUp}";
        });
        Assert.Equal(RowsOf(Predictions612.GetProperty(name.Split('/')[1])), simulated);
    }

    static IEnumerable<string> RowsOf(JsonElement predictions) => predictions.EnumerateArray()
        .Select(row => string.Join(' ', row.EnumerateArray().Select(n => n.GetInt64())));
}

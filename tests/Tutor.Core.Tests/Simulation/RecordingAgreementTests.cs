using System.Text.Json;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Simulation;

public class RecordingAgreementTests
{
    static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllText(Fixtures.PathOf("recordings/6.1/expected.json"))).RootElement;

    public static TheoryData<string> Names => [.. Fixtures.RecordingNames];

    public static TheoryData<string> Names612 => [.. Fixtures.Recording612Names];

    static JsonElement ModelOf(string name) => Expected.GetProperty($"{name}.c1.csv.gz").GetProperty("model");

    static CompactionResult Simulate(Recording recording) => Compaction.Run(
        recording.Map, ThreadPredicates.Of(recording.Predicate), RecordingCheck.SettingsOf(recording));

    /// <summary>
    /// 21 agree to the last digit. In the other six the kernel split a free chunk during the run, which no
    /// map made before can show: "scanned" of the listed calls differs, and so its sum.
    /// </summary>
    [Theory, MemberData(nameof(Names))]
    public void A_recorded_run_comes_out_as_recorded(string name)
    {
        var recording = Fixtures.Recording(name);
        var result = Simulate(recording);
        var model = ModelOf(name);
        var differences = RecordingCheck.Differences(recording, result).ToArray();
        var calls = model.TryGetProperty("differing_calls", out var rows)
            ? rows.EnumerateArray().Select(r => r.GetProperty("index").GetInt64()).ToArray() : [];
        var scanned = RecordingCheck.Differences(recording, result with
        {
            Calls = [.. result.Calls.Select((c, i) => calls.Contains(i)
                ? c with { Scanned = recording.Calls[i].Scanned } : c)],
        });
        Assert.Equal(calls, differences.Where(d => d.Part == RecordedPart.Call).Select(d => d.Index));
        Assert.DoesNotContain(scanned, d => d.Part != RecordedPart.Counter || d.Index != 0);
        Assert.Equal(model.GetProperty("exact").GetBoolean(), differences.Length == 0);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_six_counters_are_those_of_the_reference_model(string name)
    {
        var c = Simulate(Fixtures.Recording(name)).Counters;
        var model = ModelOf(name).GetProperty("counters").EnumerateObject().Select(p => p.Value.GetInt64());
        Assert.Equal(model, [c.CompactMigrateScanned, c.CompactFreeScanned, c.CompactIsolated,
            c.PgmigrateSuccess, c.PgmigrateFail, c.CompactionAllocCalls]);
    }

    [Theory, MemberData(nameof(Names612))]
    public void A_recorded_run_of_612_comes_out_as_recorded_to_the_last_digit(string name)
    {
        var recording = Fixtures.Recording(name);
        Assert.Empty(RecordingCheck.Differences(recording, Simulate(recording)).Take(5).Select(d => d.Text));
    }

    /// <summary>The same in the game's own language, as 'tutor compact' asks.</summary>
    [Theory]
    [InlineData("6.12/mthp-p0")]
    [InlineData("6.12/mthp-p1")]
    [InlineData("6.12/zmovable-p2")]
    [InlineData("6.12/xfsref-p2")]
    [InlineData("6.12/bothlf-p2")]
    [InlineData("6.12/mthp-p3")]
    public void The_text_of_a_recorded_predicate_gives_the_recorded_run(string name)
    {
        var recording = Fixtures.Recording(name);
        var settings = RecordingCheck.SettingsOf(recording);
        var text = Revisions.OfRecording(recording.Predicate)!.ExpressionIn(recording.Release);
        var predicate = Predicate.Compile(SourceText.From("predicate", text),
            PredicateScope.All with { Control = settings.Control }).Predicate!;
        Assert.Null(RecordingCheck.FirstDifference(recording,
            Compaction.Run(recording.Map, predicate.Ask, settings)));
    }

    [Fact]
    public void Twenty_one_recordings_are_expected_to_be_exact() =>
        Assert.Equal(21, Fixtures.RecordingNames.Count(n => ModelOf(n).GetProperty("exact").GetBoolean()));
}

using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>A compaction run for a person.</summary>
static class CompactText
{
    public static void Write(
        TextWriter output, Recording recording, KernelRelease release, string predicate, CompactionResult result, CheckReport? check)
    {
        TextWrap.Write(output, "map        ",
            $"{recording.Name}, {Number(recording.Map.PageCount)} pages, {recording.Kernel}");
        TextWrap.Write(output, "predicate  ", predicate);
        output.WriteLine();
        output.WriteLine(
            $"isolated   {Number(result.Metrics.Isolated)} = {Number(result.Metrics.Migrated)} migrated "
            + $"+ {Number(result.Metrics.Futile)} futile + {Number(result.Metrics.NoTarget)} without a target");
        output.WriteLine($"skipped    {Number(result.Metrics.SkippedPins)} that could not have moved (pins), "
            + $"{Number(result.Metrics.FalseSkips)} that would have (false skips)");
        output.WriteLine($"calls      {Number(result.Calls.Length)} of the migrate scanner, "
            + $"{Number(result.Frees.Length)} of the free scanner, {Number(result.BatchRows.Length)} batches");
        WriteFolios(output, result.Metrics, release);
        output.WriteLine();
        var table = new TextTable("counter", ">recorded", ">simulated");
        var recorded = recording.Counters;
        var simulated = result.Counters;
        for (var i = 0; i < RecordedCounters.CountOf(release); i++)
        {
            table.Add(RecordedCounters.Names[i], Number(recorded[i]), Number(simulated[i]));
        }

        table.Write(output);
        if (check is not null)
        {
            output.WriteLine();
            TextWrap.Write(output, "check      ", check.Agrees
                ? "every call, batch, target frame, fate and counter is the recorded one"
                : $"first difference: {check.FirstDifference}");
        }
    }

    static void WriteFolios(TextWriter output, ScanMetrics metrics, KernelRelease release)
    {
        if (release == KernelRelease.Linux61)
        {
            return;
        }

        output.WriteLine($"folios     {Number(metrics.FolioSplits)} split, "
            + $"{Number(metrics.FolioSplitFailed)} times a split failed");
        if (metrics.ZoneGivenUp > 0)
        {
            TextWrap.Write(output, "gave up    ", $"{Number(metrics.ZoneGivenUp)} "
                + $"{(metrics.ZoneGivenUp == 1 ? "zone" : "zones")} before the scanners met: a page or a folio found no target");
        }
    }

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>A compaction run for a person.</summary>
static class CompactText
{
    public static void Write(
        TextWriter output, Recording recording, string predicate, CompactionResult result, CheckReport? check)
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
        output.WriteLine();
        var table = new TextTable("counter", ">recorded", ">simulated");
        var recorded = recording.Counters;
        var simulated = result.Counters;
        Row("compact_migrate_scanned", recorded.CompactMigrateScanned, simulated.CompactMigrateScanned);
        Row("compact_free_scanned", recorded.CompactFreeScanned, simulated.CompactFreeScanned);
        Row("compact_isolated", recorded.CompactIsolated, simulated.CompactIsolated);
        Row("pgmigrate_success", recorded.PgmigrateSuccess, simulated.PgmigrateSuccess);
        Row("pgmigrate_fail", recorded.PgmigrateFail, simulated.PgmigrateFail);
        Row("compaction_alloc_calls", recorded.CompactionAllocCalls, simulated.CompactionAllocCalls);
        table.Write(output);
        if (check is not null)
        {
            output.WriteLine();
            TextWrap.Write(output, "check      ", check.Agrees
                ? "every call, batch, target frame, fate and counter is the recorded one"
                : $"first difference: {check.FirstDifference}");
        }

        void Row(string name, long real, long ours) => table.Add(name, Number(real), Number(ours));
    }

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

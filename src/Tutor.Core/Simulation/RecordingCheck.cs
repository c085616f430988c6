using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Scenarios.Recordings;

namespace Tutor.Core.Simulation;

/// <summary>What of a run is compared with its recording.</summary>
public enum RecordedPart : byte
{
    Call,
    Free,
    Batch,
    Target,
    Fate,
    Counter,
}

/// <summary>One place where a simulated run is not the recorded one.</summary>
/// <param name="Index">Of the row, from 0; of a fate the pfn; of a counter its place among all.</param>
/// <param name="Text">In words: what was recorded, what was simulated.</param>
public sealed record RecordingDifference(RecordedPart Part, long Index, string Text);

/// <summary>Holds a simulated run against the recorded one, row by row.</summary>
public static class RecordingCheck
{
    /// <summary>The settings under which recordings were made: compact_memory, both scanners.</summary>
    public static RunSettings SettingsOf(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return RunSettings.For(RunTrigger.CompactMemory, unevictable: recording.UnevictableAllowed,
            release: recording.Release) with
        {
            Scanners = ScannerSet.Both,
        };
    }

    /// <summary>
    /// Every difference: calls first, then free scanner calls, batches, target frames, fates, counters.
    /// Empty: the run is the recorded one to the last digit.
    /// </summary>
    public static IEnumerable<RecordingDifference> Differences(Recording recording, CompactionResult result)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(result);
        return Rows(RecordedPart.Call, recording.Calls, result.Calls, Describe)
            .Concat(Rows(RecordedPart.Free, recording.Frees, result.Frees, Describe))
            .Concat(Rows(RecordedPart.Batch, recording.Batches, result.BatchRows, Describe))
            .Concat(Rows(RecordedPart.Target, Targets(recording.Targets), Targets(result.Targets), Describe))
            .Concat(Fates(recording, result))
            .Concat(Counters(recording.Counters, result.Counters));
    }

    /// <summary>The first difference in words, or null: the run agrees with the recording.</summary>
    public static string? FirstDifference(Recording recording, CompactionResult result) =>
        Differences(recording, result).FirstOrDefault()?.Text;

    static IEnumerable<RecordingDifference> Rows<T>(RecordedPart part, IReadOnlyList<T> recorded,
        IReadOnlyList<T> simulated, Func<T, string> describe)
        where T : IEquatable<T>
    {
        for (var i = 0; i < Math.Max(recorded.Count, simulated.Count); i++)
        {
            var isReal = i < recorded.Count;
            var isSimulated = i < simulated.Count;
            if (!isReal || !isSimulated || !recorded[i].Equals(simulated[i]))
            {
                yield return Difference(part, i, $"{Word(part)} {i}",
                    isReal ? describe(recorded[i]) : "none", isSimulated ? describe(simulated[i]) : "none");
            }
        }
    }

    static IEnumerable<RecordingDifference> Fates(Recording recording, CompactionResult result)
    {
        for (var i = 0; i < Math.Max(recording.Fates.Length, result.Fates.Length); i++)
        {
            var real = i < recording.Fates.Length ? recording.Fates[i] : RecordedFate.None;
            var simulated = i < result.Fates.Length ? result.Fates[i] : RecordedFate.None;
            if (real != simulated)
            {
                var pfn = recording.Map.FirstPfn + i;
                yield return Difference(RecordedPart.Fate, pfn, $"page {Hex(pfn)}", Describe(real),
                    Describe(simulated));
            }
        }
    }

    static IEnumerable<RecordingDifference> Counters(RecordedCounters real, RecordedCounters simulated)
    {
        for (var i = 0; i < RecordedCounters.Names.Length; i++)
        {
            if (real[i] != simulated[i])
            {
                yield return Difference(RecordedPart.Counter, i, RecordedCounters.Names[i], Number(real[i]),
                    Number(simulated[i]));
            }
        }
    }

    static RecordingDifference Difference(
        RecordedPart part, long index, string what, string real, string simulated) =>
        new(part, index, $"{what}: recorded {real}, simulated {simulated}");

    static ImmutableArray<(long Pfn, int Order)> Targets(ImmutableArray<RecordedTargets> rows)
    {
        var targets = ImmutableArray.CreateBuilder<(long Pfn, int Order)>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                targets.Add((row[i], row.Order));
            }
        }

        return targets.ToImmutable();
    }

    static string Word(RecordedPart part) => part switch
    {
        RecordedPart.Call => "call",
        RecordedPart.Free => "free scanner call",
        RecordedPart.Batch => "batch",
        RecordedPart.Target => "target",
        RecordedPart.Fate => "page",
        RecordedPart.Counter => "counter",
    };

    static string Describe(RecordedCall c) => $"{Hex(c.Start)} to {Hex(c.Stop)} of the block that ends at "
        + $"{Hex(c.End)}, {c.Scanned} scanned, {c.Taken} taken{(c.Rescan ? ", a rescan" : "")}";

    static string Describe(RecordedFree f) => $"{Hex(f.Start)} to {Hex(f.Stop)} of the block that ends at "
        + $"{Hex(f.End)}, {f.Scanned} scanned, {f.Taken} taken";

    static string Describe(RecordedBatch b) =>
        $"{b.Pages} pages from {Hex(b.Start)}, {b.Moved} moved, {b.Left} left"
        + (b.Splits > 0 ? $", {b.Splits} folios split, {b.Freed} frames freed" : "")
        + (b.NoMemory ? ", out of targets" : "");

    static string Describe((long Pfn, int Order) target) =>
        target.Order == 0 ? Hex(target.Pfn) : $"{Hex(target.Pfn)} of order {target.Order}";

    static string Describe(RecordedFate fate) => fate switch
    {
        RecordedFate.Ok => "moved",
        RecordedFate.Fail => "stuck",
        RecordedFate.NoMem => "left without a target",
        RecordedFate.SplitOk => "moved alone, its folio split",
        RecordedFate.SplitFreed => "freed, its folio split",
        RecordedFate.SplitLeft => "put back, its folio split",
        RecordedFate.None => "never isolated",
    };

    static string Hex(long pfn) => "0x" + pfn.ToString("x", CultureInfo.InvariantCulture);

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

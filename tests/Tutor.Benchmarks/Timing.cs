using System.Diagnostics;

namespace Tutor.Benchmarks;

/// <summary>Plain measuring: warm first, then every round by itself, and the middle one counts.</summary>
static class Timing
{
    /// <summary>Long enough for tiered compilation to have seen and replaced what is hot.</summary>
    static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    /// <summary>Until what will be measured is no longer being compiled.</summary>
    public static void WarmUp(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 5 || Stopwatch.GetElapsedTime(start) < Warm; i++)
        {
            action();
        }
    }

    /// <summary>The median time of one call, warm, in ms.</summary>
    public static double MedianMs(int rounds, Action action)
    {
        WarmUp(action);
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        return Median(times);
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /// <summary>Bytes that one call allocates on this thread, warm.</summary>
    public static long BytesAllocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

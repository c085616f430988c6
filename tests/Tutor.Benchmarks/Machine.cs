using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tutor.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
static class Machine
{
    /// <summary>CPU, cores, widest vectors, runtime and date: what a number must stand beside.</summary>
    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Cpu()}, {Environment.ProcessorCount} cores, {Isa()}, {RuntimeInformation.FrameworkDescription}, "
        + $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}");

    /// <summary>The widest vectors that this process may use.</summary>
    public static string Isa() => Vector512.IsHardwareAccelerated ? "Vector512"
        : Vector256.IsHardwareAccelerated ? "Vector256"
        : Vector128.IsHardwareAccelerated ? "Vector128"
        : "scalar";

    static string Cpu()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tutor.Core.Simulation.Fast;

/// <summary>The instructions with which the fast engine looks at page ids. All give the same.</summary>
public enum VectorPath : byte
{
    /// <summary>A page at a time: the readable twin of the others.</summary>
    Scalar,

    /// <summary>16 pages at a time: SSSE3, or AdvSimd. What a portable NativeAOT build has.</summary>
    Vector128,

    /// <summary>32 pages at a time: AVX2.</summary>
    Vector256,

    /// <summary>64 pages at a time: AVX-512 with byte permutes (VBMI).</summary>
    Vector512,
}

/// <summary>Which paths this CPU and this build have. The others work, by other means and slowly.</summary>
public static class VectorPaths
{
    /// <summary>The widest that is fast here.</summary>
    public static VectorPath Best { get; } = Enum.GetValues<VectorPath>().Where(IsFast).Max();

    public static bool IsFast(VectorPath path) => path switch
    {
        VectorPath.Vector512 => Avx512Vbmi.IsSupported,
        VectorPath.Vector256 => Avx2.IsSupported,
        VectorPath.Vector128 => Vector128.IsHardwareAccelerated,
        VectorPath.Scalar => true,
    };
}

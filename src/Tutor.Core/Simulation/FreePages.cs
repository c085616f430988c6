using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// <c>cc->freepages</c>: targets that the free scanner has found and nobody has asked for yet. How they are kept
/// and handed out is the release's: <see cref="FreePageStack"/>, <see cref="FreePageQueues"/>.
/// </summary>
abstract class FreePages
{
    /// <summary><c>cc->nr_freepages</c>.</summary>
    public int NrPages { get; protected set; }

    /// <summary>The free scanner has isolated a chunk of 2^<paramref name="order"/> frames.</summary>
    public abstract void Add(long pfn, int order);

    public static FreePages Of(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => new FreePageStack(),
        KernelRelease.Linux612 => new FreePageQueues(),
    };
}

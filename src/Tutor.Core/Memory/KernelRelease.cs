namespace Tutor.Core.Memory;

/// <summary>The kernel release whose scanner is followed.</summary>
public enum KernelRelease : byte
{
    /// <summary>6.1, which the recordings check.</summary>
    Linux61,

    /// <summary>6.12, for levels about large folios; checked by tests from the source, by no recording.</summary>
    Linux612,
}

namespace Tutor.Core.Memory;

/// <summary>The kernel release whose scanner is followed.</summary>
public enum KernelRelease : byte
{
    /// <summary>6.1: large folios stay where they are.</summary>
    Linux61,

    /// <summary>6.12: large folios below a pageblock move, whole or in pieces.</summary>
    Linux612,
}

namespace Tutor.Core.Memory;

/// <summary>The kernel release whose scanner is followed.</summary>
public enum KernelRelease : byte
{
    /// <summary>6.1: large folios stay where they are.</summary>
    Linux61,

    /// <summary>6.12: large folios below a pageblock move, whole or in pieces.</summary>
    Linux612,
}

/// <summary>How levels and the command line spell <see cref="KernelRelease"/>.</summary>
public static class KernelReleases
{
    /// <summary><c>6.12</c>.</summary>
    public static string Word(this KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => "6.1",
        KernelRelease.Linux612 => "6.12",
    };
}

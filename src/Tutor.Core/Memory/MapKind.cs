namespace Tutor.Core.Memory;

/// <summary>What a page's memory belongs to (column <c>mapkind</c> of a recording).</summary>
public enum MapKind : byte
{
    None,
    Anon,
    Ksm,
    Swap,
    Shmem,
    File,

    /// <summary>A driver's page: <c>mapping</c> points at its movable operations.</summary>
    NonLru,
    Other,
}

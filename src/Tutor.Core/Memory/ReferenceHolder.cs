namespace Tutor.Core.Memory;

/// <summary>Who can hold a reference on a page. The kernel keeps one number; the game keeps the names.</summary>
public enum HolderKind : byte
{
    /// <summary>A page-table mapping: +1 reference and +1 mapcount each.</summary>
    Mapping,

    /// <summary>The page cache: +1 for each page of the folio.</summary>
    PageCache,

    /// <summary>The swap cache: +1 for each page of the folio.</summary>
    SwapCache,

    /// <summary>Buffer heads or other private data (PG_private): +1 a folio.</summary>
    Private,

    /// <summary>PG_private_2 of netfs/fscache: +1 while set.</summary>
    Private2,

    /// <summary>FOLL_PIN: +1024 on a small page; on a large folio +1 and +1 pin count.</summary>
    Pin,

    /// <summary>FOLL_GET and every other plain <c>folio_get()</c>: +1.</summary>
    Get,

    /// <summary>A per-CPU LRU batch in which the page waits: +1 until that CPU drains.</summary>
    LruBatch,

    /// <summary>The owner of memory that is neither cache nor mapped: slab, page table, driver, kernel: +1.</summary>
    Owner,

    /// <summary>Inferred only: references that the recorded counts do not explain.</summary>
    Unknown,
}

/// <summary>Whose per-CPU LRU batch a page waits in: the CPU that runs compaction, or another.</summary>
public enum BatchCpu : byte
{
    Local,
    Other,
}

/// <summary>One reason why a page has references.</summary>
/// <param name="Kind">Who.</param>
/// <param name="Count">How often, at least 1: mappings, pins, gets.</param>
/// <param name="By">The name a person knows it by ("vfio", "pipe", "io_uring"), or null.</param>
/// <param name="Until">Held in passes 1 to this one; null is for ever.</param>
/// <param name="Cpu">For <see cref="HolderKind.LruBatch"/>: whose.</param>
public sealed record ReferenceHolder(
    HolderKind Kind, int Count = 1, string? By = null, int? Until = null, BatchCpu Cpu = BatchCpu.Local)
{
    /// <summary><c>GUP_PIN_COUNTING_BIAS</c>: what one FOLL_PIN adds to a small page (6.1, include/linux/mm.h).</summary>
    public const int GupPinCountingBias = 1 << 10;

    /// <summary>References that this holder has on a folio of <paramref name="nrPages"/> pages.</summary>
    public int References(int nrPages) => Kind switch
    {
        HolderKind.PageCache or HolderKind.SwapCache => Count * nrPages,
        HolderKind.Pin when nrPages == 1 => Count * GupPinCountingBias,
        HolderKind.Mapping or HolderKind.Private or HolderKind.Private2 or HolderKind.Pin or HolderKind.Get
            or HolderKind.LruBatch or HolderKind.Owner or HolderKind.Unknown =>
            Count,
    };

    /// <summary>Whether it still holds in <paramref name="pass"/>, numbered from 1.</summary>
    public bool HoldsIn(int pass) => Until is null || pass <= Until;
}

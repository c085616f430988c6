using System.Collections.Immutable;

namespace Tutor.Core.Memory;

/// <summary>
/// Splitting a large folio into its frames: whether it can be done, and what each frame is afterwards.
/// </summary>
/// <remarks>
/// 6.12 <c>mm/huge_memory.c</c>, <c>split_huge_page_to_list_to_order()</c>.
/// Left out: frames beyond the end of their file, which a split drops; splitting to another order than 0.
/// </remarks>
public static class FolioSplit
{
    /// <summary>
    /// Data of a file system is dropped before a split (<c>filemap_release_folio()</c>), and stays while the folio
    /// is dirty.
    /// </summary>
    public static bool HasFileSystemData(PageState folio)
    {
        ArgumentNullException.ThrowIfNull(folio);
        return folio.Has(PageFlags.Private) && folio.Has(PageFlags.Mapping)
            && !folio.Has(PageFlags.Anon | PageFlags.SwapCache);
    }

    /// <summary>The same folio after its file system has let go of it.</summary>
    public static PageState WithoutFileSystemData(PageState folio)
    {
        ArgumentNullException.ThrowIfNull(folio);
        return folio with
        {
            Flags = folio.Flags & ~PageFlags.Private,
            RefCount = folio.RefCount - 1,
            Holders = new HolderList([.. folio.Holders.Items.Where(h => h.Kind != HolderKind.Private)]),
        };
    }

    /// <summary>
    /// Whether nobody but the page tables and the cache holds the folio (<c>can_split_folio()</c>), and it is
    /// neither under writeback nor without an owner. To be asked once the file system's data is gone.
    /// </summary>
    public static bool IsPossible(PageState folio)
    {
        ArgumentNullException.ThrowIfNull(folio);
        return !HasFileSystemData(folio) && !folio.Has(PageFlags.Writeback)
            && folio.Has(PageFlags.Anon | PageFlags.Mapping)
            && folio.RefCount - folio.MapCount == (folio.Has(PageFlags.Mapping) ? folio.NrPages : 0);
    }

    /// <summary>
    /// Page table entries that map a frame once its folio was split: those of a file are gone for good
    /// (<c>unmap_folio()</c>), and so are those of a frame that holds only zeros, unless it is locked in memory.
    /// </summary>
    /// <param name="frame">What the map has of the frame itself.</param>
    /// <param name="index">Of the frame in its folio, from 0.</param>
    public static int MappingsAfter(PageState folio, PageState frame, int index)
    {
        ArgumentNullException.ThrowIfNull(folio);
        ArgumentNullException.ThrowIfNull(frame);
        var isInFile = folio.Has(PageFlags.Mapping) && !folio.Has(PageFlags.Anon | PageFlags.SwapCache);
        var isZeroPage = frame.IsZeroFilled && !folio.Has(PageFlags.Mlocked);
        return isInFile || isZeroPage ? 0 : MappingsOf(folio, frame, index);
    }

    /// <summary>The frame as a page of its own, which so many page table entries map.</summary>
    public static PageState PieceOf(PageState folio, int mappings)
    {
        ArgumentNullException.ThrowIfNull(folio);
        var isCached = folio.Has(PageFlags.Mapping);
        var cache = folio.Has(PageFlags.SwapCache) ? HolderKind.SwapCache : HolderKind.PageCache;
        var holders = ImmutableArray.CreateBuilder<ReferenceHolder>();
        if (mappings > 0)
        {
            holders.Add(new ReferenceHolder(HolderKind.Mapping, mappings));
        }

        if (isCached)
        {
            holders.Add(new ReferenceHolder(cache));
        }

        return folio with
        {
            Flags = folio.Flags & ~(PageFlags.Head | PageFlags.Private | PageFlags.Private2 | PageFlags.DmaPinned),
            Order = 0,
            RefCount = mappings + (isCached ? 1 : 0),
            MapCount = mappings,
            PageMapCount = mappings,
            PinCount = 0,
            IsPartiallyMapped = false,
            IsZeroFilled = false,
            Holders = new HolderList(holders.ToImmutable()),
        };
    }

    /// <summary>
    /// A recorded frame knows what maps it. The mappings of an authored folio are spread evenly, the first frames
    /// first: fewer than it has frames leave its last ones unmapped.
    /// </summary>
    static int MappingsOf(PageState folio, PageState frame, int index)
    {
        if (folio.HoldersInferred)
        {
            return index == 0 ? folio.PageMapCount : frame.MapCount;
        }

        return folio.MapCount / folio.NrPages + (index < folio.MapCount % folio.NrPages ? 1 : 0);
    }
}

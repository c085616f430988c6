namespace Tutor.Core.Memory;

/// <summary>Zones in the order of <c>enum zone_type</c> on x86-64.</summary>
public enum ZoneType : byte
{
    Dma,
    Dma32,
    Normal,
    Movable,
    Device,
}

/// <summary>Pageblock migratetypes (6.1, <c>include/linux/mmzone.h</c>, with CMA and isolation configured).</summary>
public enum Migratetype : byte
{
    Unmovable = 0,
    Movable = 1,
    Reclaimable = 2,
    HighAtomic = 3,
    Cma = 4,
    Isolate = 5,
}

/// <summary>How much a migration may wait (6.1, <c>include/linux/migrate_mode.h</c>).</summary>
public enum MigrateMode : byte
{
    Async = 0,
    SyncLight = 1,
    Sync = 2,
}

/// <summary>The kernel release whose scanner is followed.</summary>
public enum KernelRelease : byte
{
    /// <summary>6.1, which the recordings check.</summary>
    Linux61,

    /// <summary>6.12, for levels about large folios; checked by tests from the source, by no recording.</summary>
    Linux612,
}

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

/// <summary>How the owner of the mapping migrates a page: its <c>a_ops->migrate_folio</c> (6.1, mm/migrate.c).</summary>
public enum MigrateOp : byte
{
    /// <summary>None: <c>fallback_migrate_folio()</c> for a mapping without one, plain migration without a mapping.</summary>
    Null,

    /// <summary><c>migrate_folio()</c>.</summary>
    Simple,

    /// <summary><c>buffer_migrate_folio()</c>: needs only the buffer locks.</summary>
    Buffer,

    /// <summary><c>buffer_migrate_folio_norefs()</c>: refuses while any buffer head is in use.</summary>
    BufferNoRefs,

    /// <summary><c>filemap_migrate_folio()</c>.</summary>
    Filemap,

    /// <summary>The owner's own function, such as an aio ring's.</summary>
    Other,
}

/// <summary>Owners that refuse a migration whatever the counts say.</summary>
public enum MigrationRefusal : byte
{
    None,

    /// <summary>secretmem's callback always returns -EBUSY (6.1, mm/secretmem.c).</summary>
    Secretmem,

    /// <summary>A block device's page whose buffer heads are in use: no trace in the page's counts.</summary>
    BusyBuffers,
}

namespace Tutor.Core.Memory;

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

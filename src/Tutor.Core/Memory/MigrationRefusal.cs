namespace Tutor.Core.Memory;

/// <summary>Owners that refuse a migration whatever the counts say.</summary>
public enum MigrationRefusal : byte
{
    None,

    /// <summary>secretmem's callback always returns -EBUSY (6.1, mm/secretmem.c).</summary>
    Secretmem,

    /// <summary>A block device's page whose buffer heads are in use: no trace in the page's counts.</summary>
    BusyBuffers,
}

namespace Tutor.Core.Memory;

/// <summary>How much a migration may wait (6.1, <c>include/linux/migrate_mode.h</c>).</summary>
public enum MigrateMode : byte
{
    Async = 0,
    SyncLight = 1,
    Sync = 2,
}

namespace Tutor.Core.Memory;

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

using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

public static partial class BuiltIns
{
    const string InternalH = "6.1 mm/internal.h";

    /// <summary><c>__GFP_FS</c>: bit 7 of gfp flags in 6.1.</summary>
    const long GfpFs = 0x80;

    static IEnumerable<BuiltIn> ControlRows()
    {
        const string Group = VocabularyGroups.Control;
        const string ModeH = "6.1 include/linux/migrate_mode.h";
        return
        [
            Control("mode", CType.UInt,
                "How much migration may wait: MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT or MIGRATE_SYNC",
                c => (long)c.Mode) with { TypeText = "enum migrate_mode" },
            Control("order", CType.Int, "log2 of the pages wanted; -1 compacts everything", c => c.Order),
            Control("alloc_contig", CType.Bool,
                "Whether alloc_contig_range() asks, which needs every page gone", c => c.AllocContig ? 1 : 0),
            Control("direct_compaction", CType.Bool, "Whether an allocation waits for it", c => c.DirectCompaction ? 1 : 0),
            Control("proactive_compaction", CType.Bool, "Whether kcompactd works ahead", c => c.ProactiveCompaction ? 1 : 0),
            Control("whole_zone", CType.Bool, "Whether the whole zone is to be scanned", c => c.WholeZone ? 1
                : 0),
            Control("ignore_skip_hint", CType.Bool,
                "Whether pageblocks marked to be skipped are scanned all the same",
                c => c.IgnoreSkipHint ? 1 : 0),
            Control("no_set_skip_hint", CType.Bool, "Whether pageblocks are left unmarked", c => c.NoSetSkipHint ? 1 : 0),
            Control("migratetype", CType.Int, "Migratetype of the allocation that wants memory", c => (long)c.Migratetype),
            Control("gfp_mask", CType.UInt,
                "Flags of the allocation that wants memory; here only __GFP_FS is ever set",
                c => c.GfpFs ? GfpFs : 0) with { TypeText = "gfp_t" },
            Function("is_via_compact_memory", CType.Bool, [new(CType.Int, "order")],
                "Whether everything is to be compacted: the order is -1", "6.1 mm/compaction.c", 0, Group,
                (_, _, order, _) => order == -1 ? 1 : 0),
            Constant("MIGRATE_ASYNC", CType.Int, (long)MigrateMode.Async, "0: never wait", ModeH, Group),
            Constant("MIGRATE_SYNC_LIGHT", CType.Int, (long)MigrateMode.SyncLight,
                "1: wait, but not for writeback", ModeH, Group),
            Constant("MIGRATE_SYNC", CType.Int, (long)MigrateMode.Sync, "2: wait for everything", ModeH,
                Group),
            Constant("__GFP_FS", CType.UInt, GfpFs, "0x80: may enter the file system",
                "6.1 include/linux/gfp_types.h", Group),
        ];
    }

    static BuiltIn Control(string name, CType type, string summary, Func<CompactControl, long> read) =>
        Member(CType.Control, name, type, summary, InternalH, 1, VocabularyGroups.Control,
            (_, control, _, _) => read(control));
}

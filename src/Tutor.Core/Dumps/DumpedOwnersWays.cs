using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Dumps;

/// <summary>How the owners that dumps name migrate their pages: a row an <c>a_ops</c> (6.1 and 6.12).</summary>
static class DumpedOwnersWays
{
    static readonly ImmutableArray<(string Aops, MigrateOp Way)> Rows =
    [
        ("swap_aops", MigrateOp.Simple),                            // mm/swap_state.c
        ("shmem_aops", MigrateOp.Simple),                           // mm/shmem.c
        ("hugetlbfs_aops", MigrateOp.Other),                        // fs/hugetlbfs/inode.c
        ("secretmem_aops", MigrateOp.Other),                        // mm/secretmem.c
        ("aio_ctx_aops", MigrateOp.Other),                          // fs/aio.c
        ("def_blk_aops", MigrateOp.BufferNoRefs),                   // block/fops.c
        ("ext2_aops", MigrateOp.Buffer),                            // fs/ext2/inode.c
        ("ext4_aops", MigrateOp.Buffer),                            // fs/ext4/inode.c
        ("ext4_da_aops", MigrateOp.Buffer),
        ("ext4_journalled_aops", MigrateOp.BufferNoRefs),           // 6.12; 6.1 has none
        ("xfs_address_space_operations", MigrateOp.Filemap),        // fs/xfs/xfs_aops.c
        ("btrfs_aops", MigrateOp.Other),                            // fs/btrfs/inode.c
        ("btree_aops", MigrateOp.Other),                            // fs/btrfs/disk-io.c
        ("f2fs_dblock_aops", MigrateOp.Filemap),                    // fs/f2fs/data.c
        ("nfs_file_aops", MigrateOp.Other),                         // fs/nfs/file.c
    ];

    /// <summary>The owner's way to migrate, or null: not in the table.</summary>
    public static MigrateOp? Of(string? aops) => Rows.FirstOrDefault(r => r.Aops == aops) is { Aops: not null } row ? row.Way : null;

    /// <summary>Anonymous memory needs no owner's way.</summary>
    public static bool IsKnown(string? aops) => aops is null || Of(aops) is not null;
}

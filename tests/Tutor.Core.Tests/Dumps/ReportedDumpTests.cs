using Tutor.Core.Dumps;
using Xunit;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Formats of public reports, and what explains each: typed anew, with the reports' numbers.</summary>
public sealed class ReportedDumpTests
{
    static DumpReading Read(string text) => DumpReading.Of(Assert.Single(SharedDumps.Read(text).Dumps));

    [Fact]
    public void A_swap_cache_page_of_shared_memory_is_all_explained()
    {
        var reading = Read(
            """
            page: refcount:2 mapcount:0 mapping:000000001a2b3c4d index:0x12 pfn:0x151111
            aops:swap_aops
            flags: 0x17fffc000c0434(uptodate|active|owner_priv_1|reclaim|swapbacked|node=0|zone=3|lastcpupid=0x1fffff)
            raw: 0017fffc000c0434 dead000000000100 dead000000000122 0000000000000000
            raw: 0000000000000012 0000000000000041 00000002ffffffff 0000000000000000
            page dumped because: migration failure
            """);
        Assert.Equal(0, reading.Unexplained);
        Assert.Contains(reading.Accounted, a => a is { Holder: AccountedHolder.SwapCache, References: 1 });
        Assert.Equal(MovesNow.CannotTell, reading.Moves);
    }

    [Fact]
    public void A_block_device_page_that_offlining_never_moves_is_all_explained()
    {
        var reading = Read(
            """
            page:00000000f4d1e6c2 refcount:3 mapcount:0 mapping:00000000ab1c2d3e index:0x0 pfn:0x84a1c
            aops:def_blk_aops ino:fd00000
            flags: 0x17fffc0002038(uptodate|dirty|workingset|private|node=0|zone=3|lastcpupid=0x1fffff)
            page dumped because: migration failure
            """);
        Assert.Equal((0, MovesNow.CannotTell), (reading.Unexplained, reading.Moves));
        Assert.Contains("buffer heads", reading.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_dump_with_its_kind_on_a_line_of_its_own_is_read()
    {
        var reading = Read(
            """
            page:ffffea0004a80040 count:2 mapcount:0 mapping:c000000012345671 index:0x7fff
            anon
            flags: 0x3ffff8000080024(uptodate|active|swapbacked)
            raw: 03ffff8000080024 dead000000000100 dead000000000200 c000000012345671
            raw: 0000000000007fff 0000000000000000 00000002ffffffff c0000000abcdef00
            page dumped because: migration failure
            page->mem_cgroup:c0000000abcdef00
            """);
        Assert.Equal(("up to 5.3", 1, MovesNow.No), (reading.Dump.ReleaseHint, reading.Unexplained, reading.Moves));
        Assert.Null(reading.Dump.Pfn);
        Assert.Contains(reading.Notes, n => n.StartsWith("Not checked", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pinned_huge_page_mapped_page_by_page_is_exact()
    {
        var reading = Read(
            """
            page: refcount:507 mapcount:1 mapping:0000000000000000 index:0x200 pfn:0x7a200
            head: order:9 mapcount:505 entire_mapcount:0 nr_pages_mapped:505 pincount:2
            anon flags: 0xfff00000020868(uptodate|lru|owner_2|head|swapbacked|node=0|zone=1|lastcpupid=0x7ff)
            page dumped because: refs audit
            """);
        Assert.Equal((0, MovesNow.No), (reading.Unexplained, reading.Moves));
        Assert.Contains("twice", reading.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_page_without_a_target_is_not_called_stuck()
    {
        var reading = Read(
            """
            migrating pfn 40000 failed ret:-12
            page: refcount:2 mapcount:0 mapping:0000000000000000 index:0x0 pfn:0x40000
            head: order:18 mapcount:1 entire_mapcount:1 nr_pages_mapped:0 pincount:0
            anon flags: 0x17fffc00000048(uptodate|head|node=0|zone=2|lastcpupid=0x1fffff)
            page_type: f4(hugetlb)
            page dumped because: migration failure
            """);
        Assert.Equal((0, MovesNow.CannotTell), (reading.Unexplained, reading.Moves));
        Assert.Contains("-ENOMEM", reading.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hot_library_page_that_could_not_be_isolated_names_the_batch()
    {
        var reading = Read(
            """
            failed to isolate pfn 1f2b3
            page:ffffea0007cacc00 refcount:255 mapcount:252 mapping:00000000ab1c2d3e index:0x19 pfn:0x1f2b3
            aops:ext4_aops ino:20f dentry name:"libc.so.6"
            flags: 0x17fffc0000016(referenced|uptodate|active)
            page dumped because: isolation failed
            """);
        Assert.Equal((1, MovesNow.No), (reading.Unexplained, reading.Moves));
        Assert.Contains(reading.Suspects, s => s.What == "LRU batch");
    }

    [Fact]
    public void A_reserved_page_in_the_movable_zone_is_the_kernels()
    {
        var reading = Read(
            """
            page: refcount:1 mapcount:0 mapping:0000000000000000 index:0x0 pfn:0x180000
            flags: 0x1fffffc0001000(reserved|node=0|zone=3|lastcpupid=0x1fffff)
            page_type: 0xffffffff()
            page dumped because: unmovable page
            """);
        Assert.Equal((null, MovesNow.No), (reading.Unexplained, reading.Moves));
    }

    [Fact]
    public void A_balloons_page_moves_by_its_driver()
    {
        var reading = Read(
            """
            page:00000000f4d1e6c2 refcount:1 mapcount:-257 mapping:0000000000000000 index:0x0 pfn:0x84a1c
            flags: 0xfffffc0000000(node=0|zone=1|lastcpupid=0x1fffff)
            raw: 000fffffc0000000 ffe0942ec0121748 ffe0942ec0121748 ffffffffc03c2002
            raw: 0000000000000000 ff175971420da888 00000001fffffeff 0000000000000000
            page dumped because: refs audit
            """);
        Assert.Equal((DumpedOwner.Driver, MovesNow.Yes, null), (reading.Owner, reading.Moves, reading.Unexplained));
    }

    [Theory]
    [InlineData("ram_aops", "dirty", MovesNow.CannotTell)]
    [InlineData("ram_aops", "uptodate", MovesNow.Yes)]
    [InlineData("ext4_journalled_aops", "private", MovesNow.CannotTell)]
    [InlineData("some_fs_aops", "private", MovesNow.CannotTell)]
    public void What_an_owners_way_to_migrate_decides_is_left_open_where_it_is_not_known(string aops, string flag, MovesNow moves)
    {
        var reading = Read(
            $"""
            page: refcount:{(flag == "private" ? 2 : 1)} mapcount:0 mapping:00000000ab1c2d3e index:0x0 pfn:0x84a1c
            aops:{aops} ino:c dentry name(?):"f"
            flags: 0xfffffc0000008(lru|{flag}|node=0|zone=1|lastcpupid=0x1fffff)
            page dumped because: refs audit
            """);
        Assert.Equal((0, moves), (reading.Unexplained, reading.Moves));
    }
}

using System.Text;
using CsCheck;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Text;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios.Recordings;

public class DamagedRecordingTests
{
    /// <summary>A whole recording of one pageblock and a bit: one page moved, one stuck.</summary>
    const string Whole = """
        # format,2
        # name,tiny
        # kernel,by hand
        # layout,tot=2:A=1
        # param,predicate,0
        # param,compact_unevictable_allowed,1
        # param,cma_support,0
        # param,pageblock_order,9
        # param,pages,520
        # zone,0,0,520
        # block,0,mt=1,skip=0,z0=0,z1=0
        # block,512,mt=0,skip=0,z0=0,z1=0
        # call,0,512,5,2,512,1
        # free,512,520,8,520,8
        # batch,0,2,1,1,done
        # target,519,1
        # counter,compact_migrate_scanned,5
        # counter,compact_free_scanned,8
        # counter,compact_isolated,10
        # counter,pgmigrate_success,1
        # counter,pgmigrate_fail,1
        # counter,compaction_alloc_calls,11
        pfn,count,bits,ref,mapcount,order,mapkind,migrate_op,pin,label,fate
        0,1,4080081,1,1,0,anon,null,0,A,ok
        1,1,6080081,1025,1,0,anon,null,0,P,fail
        2,510,0,1,0,0,none,null,0,-,
        512,1,8,0,0,3,none,null,0,-,
        513,7,0,0,0,0,none,null,0,-,

        """;

    [Fact]
    public void The_whole_one_reads() => Assert.Empty(Read(Whole).Diagnostics);

    [Fact]
    public void The_rest_of_a_free_chunk_is_free()
    {
        var map = Read(Whole).Recording!.Map;
        Assert.Equal(["free", "free", "kernel"], new[] { 512, 519, 511 }.Select(i => map.StateAt(i).Kind));
    }

    [Theory]
    [InlineData("# format,2", "# format,4", "TUT3504", 1)]
    [InlineData("# name,tiny\n", "", "TUT3506", 28)]
    [InlineData("# kernel,by hand", "# colonel,by hand", "TUT3503", 3)]
    [InlineData("# layout,tot=2:A=1\n", "# layout,tot=2:A=1\n# layout,tot=2:A=1\n", "TUT3503", 5)]
    [InlineData("# param,predicate,0", "# param,predicate,5", "TUT3504", 5)]
    [InlineData("# param,pageblock_order,9", "# param,pageblock_order,8", "TUT3504", 8)]
    [InlineData("# param,pages,520\n", "", "TUT3506", 22)]
    [InlineData("# param,pages,520", "# param,pages,99999999", "TUT3504", 9)]
    [InlineData("# zone,0,0,520", "# zone,0,520,0", "TUT3505", 10)]
    [InlineData("# zone,0,0,520", "# zone,0,0,521", "TUT3505", 29)]
    [InlineData("# block,512,mt=0", "# block,513,mt=0", "TUT3505", 12)]
    [InlineData("# block,512,mt=0", "# block,0,mt=0", "TUT3505", 12)]
    [InlineData("# block,512,mt=0", "# block,512,mt=9", "TUT3504", 12)]
    [InlineData("z0=0,z1=0\n# call", "z0=0,z1=3\n# call", "TUT3505", 29)]
    [InlineData("# call,0,512,5,2,512,1", "# call,0,512,5,2,512", "TUT3503", 13)]
    [InlineData("# call,0,512,5,2,512,1", "# call,9,5,5,2,512,1", "TUT3505", 13)]
    [InlineData("# batch,0,2,1,1,done", "# batch,0,2,2,1,done", "TUT3505", 15)]
    [InlineData("# batch,0,2,1,1,done", "# batch,0,2,1,1,gone", "TUT3504", 15)]
    [InlineData("# target,519,1", "# target,0,2", "TUT3505", 16)]
    [InlineData("compact_migrate_scanned,5", "compact_migrate_scanned,6", "TUT3505", 29)]
    [InlineData("# counter,pgmigrate_fail,1\n", "", "TUT3506", 28)]
    [InlineData("# counter,pgmigrate_fail,1\n", "# counter,pgmigrate_fail,1\n# zone,1,520,521\n", "TUT3503", 22)]
    [InlineData(",label,fate", ",label", "TUT3503", 23)]
    [InlineData("0,1,4080081,1,1,0,anon,null,0,A,ok", "0,1,4080081,1,1,0,anon,null,0,A", "TUT3503", 24)]
    [InlineData("0,1,4080081", "-1,1,4080081", "TUT3504", 24)]
    [InlineData("0,1,4080081", "0,1,104080081", "TUT3504", 24)]
    [InlineData("0,1,4080081", "0,1,4o80081", "TUT3504", 24)]
    [InlineData("0,1,4080081", "0,0,4080081", "TUT3504", 24)]
    [InlineData("0,1,4080081,1,1,0,anon", "0,1,4080081,1,1,0,anonymous", "TUT3504", 24)]
    [InlineData("0,1,4080081,1,1,0,anon", "0,1,4080081,1,-1,0,anon", "TUT3505", 24)]
    [InlineData("0,1,4080081,1,1,0,anon", "0,1,4080081,1,1,4,anon", "TUT3505", 24)]
    [InlineData("0,1,4080081,1,1,0,anon", "0,1,4080081,99999999999,1,0,anon", "TUT3504", 24)]
    [InlineData("0,A,ok", "0,A;rm,ok", "TUT3504", 24)]
    [InlineData("0,A,ok", "0,A,fine", "TUT3504", 24)]
    [InlineData("0,A,ok", "0,A,", "TUT3505", 29)]
    [InlineData("2,510,0,1", "1,511,0,1", "TUT3505", 26)]
    [InlineData("2,510,0,1", "3,509,0,1", "TUT3505", 26)]
    [InlineData("2,510,0,1,0,0,none,null,0,-,", "2,510,0,1,0,0,none,null,0,-,ok", "TUT3505", 26)]
    [InlineData("512,1,8,0,0,3", "512,1,8,0,0,40", "TUT3504", 27)]
    [InlineData("512,1,8,0,0,3", "512,1,8,0,0,11", "TUT3505", 27)]
    [InlineData("512,1,8,0,0,3", "512,1,8,0,0,4", "TUT3505", 29)]
    [InlineData("513,7,0,0", "513,7,0,1", "TUT3505", 28)]
    [InlineData("513,7,0,0", "513,8,0,0", "TUT3505", 28)]
    [InlineData("513,7,0,0,0,0,none,null,0,-,\n", "", "TUT3505", 28)]
    [InlineData("513,7,0,0,0,0,none,null,0,-,\n", "513,7,0,0,0,0,none,null,0,-,", "TUT3503", 28)]
    public void Damage_is_refused_with_its_line(string part, string damage, string code, int line)
    {
        Assert.Equal(1, Whole.Split(part).Length - 1);
        var (recording, diagnostics) = Read(Whole.Replace(part, damage, StringComparison.Ordinal));
        Assert.Null(recording);
        Assert.Contains((code, line), diagnostics.Select(d => (d.Code.Id, d.Location.Start.Line)));
        Assert.All(diagnostics, d => Assert.Equal("tiny.csv.gz", d.Location.Path));
    }

    [Fact]
    public void One_broken_cell_gives_one_message() =>
        Assert.Single(Read(Whole.Replace("2,510,0,1", "2,510,0,x", StringComparison.Ordinal)).Diagnostics);

    [Fact]
    public void A_hopeless_file_gives_twenty_messages_and_not_thousands() => Assert.Equal(20,
        Read(Whole + string.Concat(Enumerable.Repeat("garbage\n", 5000))).Diagnostics.Count);

    [Fact]
    public void Sums_beyond_32_bits_are_refused_like_any_other()
    {
        var targets = string.Concat(Enumerable.Repeat("# target,16777215,16777216\n", 200));
        var (_, diagnostics) = Read(Whole.Replace("# target,519,1\n", targets, StringComparison.Ordinal));
        Assert.Contains("3355443200", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_page_states_than_ids_are_refused()
    {
        var pages = string.Concat(Enumerable.Range(0, 70_000).Select(n => $"{n + 520},1,0,{n + 5},0,0,none,null,0,-,\n"));
        var (_, diagnostics) = Read(Whole.Replace("pages,520", "pages,70520", StringComparison.Ordinal) + pages);
        Assert.Equal("TUT3502", Only(diagnostics));
    }

    [Fact]
    public void A_file_that_is_not_gzip_is_refused() =>
        Assert.Equal("TUT3501", Only(Recording.Read("x", Encoding.ASCII.GetBytes(Whole)).Diagnostics));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void A_truncated_gzip_is_refused(int bytes) =>
        Assert.Equal("TUT3501", Only(Recording.Read("x", Gzip(Whole).AsMemory(0, bytes)).Diagnostics));

    [Fact]
    public void A_recording_cut_anywhere_is_refused()
    {
        var bytes = Fixtures.RecordingBytes("vfio-p0");
        for (var length = 1; length < bytes.Length; length += 7919)
        {
            Assert.Null(Recording.Read("x", bytes.AsMemory(0, length)).Recording);
        }
    }

    [Fact]
    public void A_gzip_that_claims_gigabytes_is_refused_without_allocating_them()
    {
        var bytes = Gzip(Whole);
        bytes[^1] = 0x7F;
        Assert.Equal("TUT3501", Only(Recording.Read("x", bytes).Diagnostics));
    }

    [Fact]
    public void A_bomb_is_refused_without_unpacking_it()
    {
        var bytes = new byte[1 << 20];
        (bytes[0], bytes[1], bytes[^1]) = (0x1F, 0x8B, 0x20);
        var diagnostics = Recording.Read("x", bytes).Diagnostics;
        Assert.Equal("TUT3502", Only(diagnostics));
        Assert.Equal(("claims to unpack to 536870912 bytes, and at most 134217728 are read", "keep the rows of a part of the memory, and pack them again"),
            (diagnostics[0].Message, diagnostics[0].Help));
    }

    [Fact]
    public void No_flipped_byte_throws() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte, Gen.Int[0, Whole.Length - 1], Gen.Byte).Sample(
            (at, value, at2, value2) =>
            {
                var bytes = Encoding.Latin1.GetBytes(Whole);
                (bytes[at], bytes[at2]) = (value, value2);
                var (recording, diagnostics) = Recording.Read("x", Gzip(Encoding.Latin1.GetString(bytes)));
                return recording is null == (diagnostics.Length > 0);
            }, iter: 2000);

    [Fact]
    public void No_flipped_gzip_byte_throws()
    {
        var packed = Gzip(Whole);
        Gen.Select(Gen.Int[0, packed.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var bytes = packed.ToArray();
            bytes[at] = value;
            var (recording, diagnostics) = Recording.Read("x", bytes);
            return recording is null == (diagnostics.Length > 0);
        }, iter: 2000);
    }

    static string Only(IEnumerable<Diagnostic> diagnostics) => Assert.Single(diagnostics).Code.Id;

    static (Recording? Recording, IReadOnlyList<Diagnostic> Diagnostics) Read(string text) => Packed.Read(text);

    static byte[] Gzip(string text) => Packed.Gzip(text);
}

using CsCheck;
using Tutor.Core.Memory;
using Xunit;

namespace Tutor.Core.Tests.Scenarios.Recordings;

/// <summary>Format 3: what it adds to format 2, and what is refused.</summary>
public class DamagedRecording612Tests
{
    /// <summary>A partially mapped folio that was split, one that moved whole, and a page that is stuck.</summary>
    const string Whole = """
        # format,3
        # name,tiny
        # kernel,Debian 12 6.12.117+deb12-amd64
        # layout,tot=2:L=1
        # param,predicate,0
        # param,compact_unevictable_allowed,1
        # param,cma_support,0
        # param,pageblock_order,9
        # param,pages,520
        # zone,0,0,520
        # block,0,mt=1,skip=0,z0=0,z1=0
        # block,512,mt=0,skip=0,z0=0,z1=0
        # partial,0
        # call,0,512,512,9,512,1
        # free,512,520,8,520,8
        # batch,0,9,7,1,done,1,1
        # target,512,1,2
        # target,516,3,0
        # counter,compact_migrate_scanned,512
        # counter,compact_free_scanned,8
        # counter,compact_isolated,17
        # counter,pgmigrate_success,8
        # counter,pgmigrate_fail,1
        # counter,compaction_alloc_calls,9
        # counter,folio_splits,1
        # counter,folio_split_failed,0
        pfn,count,bits,ref,mapcount,order,mapkind,migrate_op,pin,label,fate
        0,1,4080091,3,3,2,anon,null,0,L,split-ok
        1,2,80021,0,1,2,none,null,0,L,split-ok
        3,1,80821,0,0,2,none,null,0,L,split-freed
        4,1,4080091,5,5,2,anon,null,0,L,ok
        5,3,80021,0,1,2,none,null,0,L,ok
        8,1,4080081,2,1,0,anon,null,0,V,fail
        9,503,0,1,0,0,none,null,0,-,
        512,1,8,0,0,3,none,null,0,-,
        513,7,0,0,0,0,none,null,0,-,

        """;

    static string Changed(string part, string change)
    {
        Assert.Equal(1, Whole.Split(part).Length - 1);
        return Whole.Replace(part, change, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_one_reads() => Assert.Empty(Packed.Read(Whole).Diagnostics);

    [Fact]
    public void A_head_knows_what_maps_its_own_frame()
    {
        var map = Packed.Read(Whole).Recording!.Map;
        Assert.Equal((1, 2), (map.StateAt(0).PageMapCount, map.StateAt(4).PageMapCount));
    }

    [Fact]
    public void A_folio_that_a_row_names_is_known_to_be_partially_mapped()
    {
        var map = Packed.Read(Whole).Recording!.Map;
        Assert.Equal([true, false, false], new[] { 0, 1, 4 }.Select(i => map.StateAt(i).IsPartiallyMapped));
    }

    [Fact]
    public void Bit_11_says_that_a_frame_is_all_zero()
    {
        var state = Packed.Read(Whole).Recording!.Map.StateAt(3);
        Assert.True(state.IsZeroFilled && !state.Has(PageFlags.Private2));
    }

    [Fact]
    public void The_kernel_names_the_release() =>
        Assert.Equal((KernelRelease.Linux612, false), ReleaseOf(Whole));

    [Fact]
    public void A_map_that_somebody_made_up_is_of_the_release_of_its_format() =>
        Assert.Equal((KernelRelease.Linux612, true), ReleaseOf(Changed("Debian 12 6.12.117+deb12-amd64", "made up")));

    static (KernelRelease Release, bool IsMadeUp) ReleaseOf(string text)
    {
        var recording = Packed.Read(text).Recording!;
        return (recording.Release, recording.IsMadeUp);
    }

    [Theory]
    [InlineData("# partial,0", "# partial,1", "TUT3505", 37)]
    [InlineData("# partial,0", "# partial,0\n# partial,0", "TUT3505", 14)]
    [InlineData("# partial,0", "# partial,x", "TUT3504", 13)]
    [InlineData("# batch,0,9,7,1,done,1,1", "# batch,0,9,7,1,done,1,2", "TUT3505", 16)]
    [InlineData("# batch,0,9,7,1,done,1,1", "# batch,0,9,7,1,done,0,1", "TUT3505", 37)]
    [InlineData("# target,512,1,2", "# target,513,1,2", "TUT3505", 17)]
    [InlineData("# target,512,1,2", "# target,512,1,1", "TUT3505", 37)]
    [InlineData("# counter,folio_splits,1\n", "", "TUT3506", 36)]
    [InlineData("# counter,folio_splits,1", "# counter,folio_splits,2", "TUT3505", 37)]
    [InlineData("0,1,4080091,3,3,2", "0,1,4080091,3,3,3", "TUT3505", 29)]
    [InlineData("0,1,4080091,3,3,2", "0,1,4080091,3,1,2", "TUT3505", 29)]
    [InlineData("1,2,80021,0,1,2,none,null,0,L,split-ok", "1,2,80021,0,1,2,none,null,0,L,ok", "TUT3505", 29)]
    [InlineData("3,1,80821,0,0,2", "3,1,4080081,1,1,0", "TUT3505", 30)]
    [InlineData("4,1,4080091,5,5,2", "4,1,80021,0,5,2", "TUT3505", 31)]
    [InlineData("8,1,4080081,2,1,0,anon,null,0,V,fail", "8,1,4080081,2,1,0,anon,null,0,V,split-ok", "TUT3505", 33)]
    [InlineData("L,split-freed", "L,split-left", "TUT3505", 37)]
    public void Damage_is_refused_with_its_line(string part, string damage, string code, int line)
    {
        var (recording, diagnostics) = Packed.Read(Changed(part, damage));
        Assert.Null(recording);
        Assert.Contains((code, line), diagnostics.Select(d => (d.Code.Id, d.Location.Start.Line)));
    }

    /// <summary>Rows of one release under the rules of the other.</summary>
    [Theory]
    [InlineData("# format,3", "# format,2", "TUT3505", 3, "the releases have rules of their own: do not mix their rows")]
    [InlineData("# batch,0,9,7,1,done,1,1", "# batch,0,9,7,1,done", "TUT3503", 16,
        "that is a row of format 2, and the first row says 3")]
    [InlineData("# target,512,1,2", "# target,512,1", "TUT3503", 17,
        "that is a row of format 2, and the first row says 3")]
    [InlineData("Debian 12 6.12.117+deb12-amd64", "Debian 12 6.1.0-56-amd64 (6.1.192-2)", "TUT3505", 3,
        "the releases have rules of their own: do not mix their rows")]
    [InlineData("Debian 12 6.12.117+deb12-amd64", "Linux 5.10.3", "TUT3503", 3,
        "a map that somebody made up names no kernel: '# kernel,made up'")]
    public void Mixed_up_rows_are_refused_with_the_cure(string part, string change, string code, int line, string cure)
    {
        var (recording, diagnostics) = Packed.Read(Changed(part, change));
        Assert.Null(recording);
        Assert.Contains((code, line, cure), diagnostics.Select(d => (d.Code.Id, d.Location.Start.Line, d.Help)));
    }

    [Theory]
    [InlineData("# partial,0", "TUT3503", 13)]
    [InlineData("# counter,folio_splits,1", "TUT3504", 25)]
    [InlineData("L,split-freed", "TUT3504", 30)]
    [InlineData("4,1,4080091,5,5,2,anon,null,0,L,ok", "TUT3505", 31)]
    public void What_only_format_3_has_is_refused_in_format_2(string part, string code, int line)
    {
        Assert.Contains(part, Whole, StringComparison.Ordinal);
        var text = Changed("# format,3", "# format,2").Replace("6.12.117+deb12-amd64", "made up", StringComparison.Ordinal);
        var found = Packed.Read(text).Diagnostics.Single(d => d.Location.Start.Line == line);
        Assert.Equal((code, "that is a row of format 3, and the first row says 2"), (found.Code.Id, found.Help));
    }

    [Fact]
    public void No_flipped_byte_throws() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte, Gen.Int[0, Whole.Length - 1], Gen.Byte).Sample(
            (at, value, at2, value2) =>
            {
                var bytes = Whole.ToCharArray();
                (bytes[at], bytes[at2]) = ((char)value, (char)value2);
                var (recording, diagnostics) = Packed.Read(new string(bytes));
                return recording is null == (diagnostics.Count > 0);
            }, iter: 2000);
}

using Tutor.Core.Dumps;
using Xunit;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Dumps are found wherever they stand in a log, and nothing is invented where they are damaged.</summary>
public sealed class DumpReaderTests
{
    static readonly string Anon = SharedDumps.Texts["6.12.117-anon-vfio-1-static.txt"];
    static readonly string File = SharedDumps.Texts["6.12.117-ext4-clean-mapped-1-static.txt"];

    static DumpsRead Read(string text) => SharedDumps.Read(text);

    static string[] Lines(string dump) =>
        [.. dump.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.StartsWith('[') ? l[(l.IndexOf(']') + 2)..] : l)];

    static string Prefixed(string dump, Func<int, string> prefix) =>
        string.Concat(Lines(dump).Select((l, i) => $"{prefix(i)}{l}\n"));

    [Theory]
    [InlineData("[   12.421809] ")]
    [InlineData("[   12.421809][  T123] ")]
    [InlineData("<4>[   12.421809] ")]
    [InlineData("Nov 28 13:17:01 host kernel: ")]
    [InlineData("Nov 28 13:17:01 host kernel: [   12.421809] ")]
    [InlineData("2026-11-28T13:17:01,123456+00:00 ")]
    [InlineData("[Sat Nov 28 13:17:01 2026] ")]
    [InlineData("kern  :warn  : [   12.421809] ")]
    [InlineData("> > ")]
    [InlineData("\t")]
    public void A_dump_is_found_behind_every_prefix(string prefix)
    {
        var read = Read("something else\n" + Prefixed(Anon, _ => prefix) + "and more\n");
        Assert.Empty(read.Problems);
        Assert.Equal(1025, Assert.Single(read.Dumps).RefCount);
    }

    [Fact]
    public void Windows_line_ends_do_no_harm() =>
        Assert.Single(Read(Anon.Replace("\n", "\r\n", StringComparison.Ordinal)).Dumps);

    [Fact]
    public void Other_lines_between_those_of_a_dump_are_left_out()
    {
        var read = Read(string.Join("\nusb 1-1: new device: id 7\n", Lines(Anon)));
        Assert.Empty(read.Problems);
        Assert.Equal(1025, Assert.Single(read.Dumps).RefCount);
    }

    [Fact]
    public void A_log_without_a_dump_has_none_and_no_problem() =>
        Assert.Equal((0, 0), (Read("nothing: here\n").Dumps.Length, Read("").Problems.Length));

    [Fact]
    public void Lines_of_two_dumps_in_turn_are_told_apart()
    {
        var (a, b) = (Lines(Anon), Lines(File));
        var mixed = Enumerable.Range(0, Math.Max(a.Length, b.Length)).SelectMany(i => a.Skip(i).Take(1).Concat(b.Skip(i).Take(1)));
        var read = Read(string.Join('\n', mixed));
        Assert.Empty(read.Problems);
        Assert.Equal([1025, Read(File).Dumps[0].RefCount], read.Dumps.Select(d => d.RefCount));
        Assert.Equal([null, "ext4_da_aops"], read.Dumps.Select(d => d.Aops));
    }

    [Fact]
    public void A_dump_inside_another_is_told_apart()
    {
        var (a, b) = (Lines(Anon), Lines(File));
        var read = Read(string.Join('\n', a.Take(3).Concat(b).Concat(a.Skip(3))));
        Assert.Empty(read.Problems);
        Assert.Equal([1025, Read(File).Dumps[0].RefCount], read.Dumps.Select(d => d.RefCount));
    }

    [Fact]
    public void The_printing_task_tells_equal_dumps_apart()
    {
        var mixed = Lines(Anon).SelectMany((l, i) => new[] { $"[ 1.{i}][ T1] {l}", $"[ 1.{i}][ T2] {l.Replace("379f", "37a0", StringComparison.Ordinal)}" });
        var read = Read(string.Join('\n', mixed));
        Assert.Empty(read.Problems);
        Assert.Equal([0x379ful, 0x37a0ul], read.Dumps.Select(d => d.Pfn!.Value));
    }

    [Fact]
    public void Mixed_lines_that_could_be_of_either_are_said_to_be_so()
    {
        // No raw words: whose flags line is whose cannot be known.
        string[] Short(string dump) => [.. Lines(dump).Where(l => !l.StartsWith("raw", StringComparison.Ordinal))];
        var (a, b) = (Short(Anon), Short(SharedDumps.Texts["6.12.117-anon-mlock-1-static.txt"].Replace("|lru", "", StringComparison.Ordinal)));
        var read = Read(string.Join('\n', Enumerable.Range(0, a.Length).SelectMany(i => new[] { a[i], b[i] })));
        Assert.Empty(read.Dumps);
        Assert.All(read.Problems, p => Assert.Equal(DumpCodes.Mixed, p.Code));
    }

    [Theory]
    [InlineData("mapcount:1", "mapcnt:1")]
    [InlineData("refcount:1025", "refcount:10z5")]
    [InlineData(" mapcount:1", "")]
    [InlineData("anon flags:", "anxn flags:")]
    [InlineData("uptodate", "uptXdate")]
    [InlineData("page dumped because:", "page dumped becaus")]
    [InlineData("0000040100000000", "000004010000")]
    [InlineData("anon flags", "flags")]
    [InlineData("refcount:1025", "refcount:01025")]
    [InlineData("refcount:1025", "refcount:+1025")]
    public void A_damaged_dump_gets_its_place_and_is_no_page(string whole, string damaged)
    {
        var read = Read(Anon.Replace(whole, damaged, StringComparison.Ordinal));
        Assert.Empty(read.Dumps);
        Assert.Equal(DumpCodes.Damaged, Assert.Single(read.Problems).Code);
    }

    [Theory]
    [InlineData(" pincount:0")]
    [InlineData(" order:9")]
    [InlineData(" entire_mapcount:1")]
    public void A_compound_page_without_one_of_its_counts_is_damaged(string field)
    {
        var text = SharedDumps.Texts["6.12.117-thp-once-tail-1-get.txt"];
        Assert.Contains(field, text, StringComparison.Ordinal);
        var read = Read(text.Replace(field, "", StringComparison.Ordinal));
        Assert.Empty(read.Dumps);
        Assert.Single(read.Problems);
    }

    [Fact]
    public void A_dump_that_breaks_off_is_damaged_and_the_next_is_read()
    {
        var read = Read(string.Join('\n', Lines(Anon).Take(3).Concat(Lines(File))));
        Assert.Equal(DumpCodes.Damaged, Assert.Single(read.Problems).Code);
        Assert.Equal("ext4_da_aops", Assert.Single(read.Dumps).Aops);
    }

    [Fact]
    public void Counts_of_two_moments_are_noted_and_decide_nothing()
    {
        var reading = DumpReading.Of(Read(Anon.Replace("refcount:1025", "refcount:1", StringComparison.Ordinal)).Dumps[0]);
        Assert.Equal(MovesNow.CannotTell, reading.Moves);
        Assert.Contains(reading.Notes, n => n.Contains("1025", StringComparison.Ordinal));
    }

    [Fact]
    public void What_offlining_said_before_a_dump_belongs_to_its_page()
    {
        var read = Read("do_migrate_range: 3798 callbacks suppressed\nmigrating pfn 379f failed ret:-12\n"
            + Anon.Replace("refs audit", "migration failure", StringComparison.Ordinal));
        var dump = Assert.Single(read.Dumps);
        Assert.Equal((OfflineWord.Migrating, -12), (dump.Offline, dump.OfflineResult!.Value));
        Assert.Contains(dump.Notes, n => n.Contains("3798", StringComparison.Ordinal));
    }
}

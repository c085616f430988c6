using Tutor.Core.Memory;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios.Recordings;

public class RecordingTests
{
    static readonly CompactControl CompactMemory = new();

    public static TheoryData<string> Names => [.. Fixtures.RecordingNames];

    public static TheoryData<string> EveryName => [.. Fixtures.RecordingNames, .. Fixtures.Recording612Names];

    [Fact]
    public void All_twenty_seven_recordings_of_61_are_there() => Assert.Equal(27, Fixtures.RecordingNames.Count());

    [Fact]
    public void All_fifty_three_recordings_of_612_are_there() =>
        Assert.Equal(53, Fixtures.Recording612Names.Count());

    [Theory, MemberData(nameof(EveryName))]
    public void The_kernel_of_a_recording_names_its_release(string name)
    {
        var recording = Fixtures.Recording(name);
        Assert.Equal((name.Contains('/') ? KernelRelease.Linux612 : KernelRelease.Linux61, false),
            (recording.Release, recording.IsMadeUp));
    }

    [Theory, MemberData(nameof(EveryName))]
    public void A_recording_reads_without_a_problem(string name) =>
        Assert.Empty(Recording.Read(name, Fixtures.RecordingBytes(name)).Diagnostics);

    [Theory, MemberData(nameof(Names))]
    public void Every_page_has_a_state_and_few_states_suffice(string name)
    {
        var map = Fixtures.Recording(name).Map;
        Assert.Equal(196570, map.PageCount);
        Assert.InRange(map.Palette.Length, 40, 256);
        Assert.True(map.IsNarrow);
    }

    /// <summary>Of a large folio the head decides for all its frames, whether it moved whole or in pieces.</summary>
    [Theory, MemberData(nameof(EveryName))]
    public void A_page_moved_exactly_if_it_is_movable_now(string name)
    {
        var recording = Fixtures.Recording(name);
        var movable = recording.Map.Palette.Select(s => Migration.MovableNow(s, CompactMemory)).ToArray();
        var (head, wrong) = (0, new List<string>());
        for (var i = 0; i < recording.Map.PageCount; i++)
        {
            head = recording.Map.StateAt(i).Has(PageFlags.Tail) ? head : i;
            var moved = recording.Fates[i] switch
            {
                RecordedFate.Ok or RecordedFate.SplitOk or RecordedFate.SplitFreed => true,
                RecordedFate.Fail => false,
                RecordedFate.None or RecordedFate.NoMem or RecordedFate.SplitLeft => (bool?)null,
            };
            if (moved is not null && moved != movable[recording.Map.StateIdAt(head)])
            {
                wrong.Add($"{i}: {recording.Map.StateAt(head)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(EveryName))]
    public void Inferred_holders_add_up_to_the_recorded_count(string name)
    {
        foreach (var state in Fixtures.Recording(name).Map.Palette)
        {
            Assert.True(state.HoldersInferred);
            Assert.Equal(state.RefCount, state.Holders.Items.Sum(state.ReferencesOf));
        }
    }

    [Fact]
    public void Zones_of_the_Debian_kernel_are_DMA_and_DMA32_and_Movable() => Assert.Equal(
        [new(ZoneType.Dma, 1, 4096), new(ZoneType.Dma32, 4096, 74752), new(ZoneType.Movable, 74752, 196570)],
        Fixtures.Recording("zmovable-deb").Map.Zones);

    [Fact]
    public void Zones_of_the_minimal_kernel_are_Normal_and_Movable() => Assert.Equal(
        [new(ZoneType.Normal, 1, 74752), new(ZoneType.Movable, 74752, 196570)],
        Fixtures.Recording("zmovable-p0").Map.Zones);

    [Fact]
    public void Zone_and_migratetype_of_a_page_are_those_of_its_place()
    {
        var map = Fixtures.Recording("zmovable-deb").Map;
        Assert.All(Enumerable.Range(0, map.PageCount), i =>
            Assert.Equal((i >= 74752, map.Pageblocks[i / 512].Migratetype),
                (map.StateAt(i).Zone == ZoneType.Movable, map.StateAt(i).Migratetype)));
    }

    [Fact]
    public void A_label_names_the_kind_and_says_what_holds_the_page()
    {
        var pinned = Fixtures.Recording("vfio-deb").Map.Palette.First(s => s.Kind == "P");
        Assert.Contains("1024 references", pinned.About, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_without_a_label_are_named_by_what_they_are()
    {
        var kinds = Fixtures.Recording("mixed-deb").Map.Palette.Select(s => s.Kind).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "free", "slab", "page-table", "reserved", "kernel", "anon", "shmem", "file-private", "blockdev",
                "blockdev-busy", "hugetlb", "hugetlb-tail", "anon-large",
            }, kinds);
    }

    [Fact]
    public void Whole_multiples_of_1024_are_read_as_pins_and_the_rest_as_unknown()
    {
        var pinned = Fixtures.Recording("vfio-deb").Map.Palette.First(s => s.Kind == "P" && s.RefCount > 1024);
        Assert.Equal([HolderKind.Mapping, HolderKind.Pin], pinned.Holders.Items.Select(h => h.Kind));
        var spliced = Fixtures.Recording("short-deb").Map.Palette.First(s => s.Kind == "V" && s.RefCount == 2);
        Assert.Equal([HolderKind.Mapping, HolderKind.Unknown], spliced.Holders.Items.Select(h => h.Kind));
    }

    [Fact]
    public void What_the_kernel_did_is_kept_row_by_row()
    {
        var recording = Fixtures.Recording("vfio-deb");
        Assert.Equal((194, 285, 151), (recording.Calls.Length, recording.Frees.Length, recording.Batches.Length));
        Assert.Equal(10263, recording.Targets.Sum(t => t.Count));
        Assert.Equal(new RecordedCounters(54279, 74916, 22763, 10263, 2224, 32206), recording.Counters);
    }

    [Fact]
    public void The_boot_argument_is_there_only_where_there_was_one()
    {
        Assert.Equal("kernelcore=288M", Fixtures.Recording("zmovable-deb").Boot);
        Assert.Null(Fixtures.Recording("anon-deb").Boot);
    }
}

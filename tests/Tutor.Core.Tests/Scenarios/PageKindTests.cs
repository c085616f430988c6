using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios;

public class PageKindTests
{
    public static TheoryData<string> Names => [.. Kinds.BuiltIn.All.Select(k => k.Name)];

    static PageKind Bare(string name, string? basedOn = null) => new() { Name = name, BasedOn = basedOn };

    [Theory, MemberData(nameof(Names))]
    public void Counts_of_a_built_in_kind_are_the_sums_of_its_holders(string name)
    {
        var kind = Kinds.Find(name);
        Assert.True(kind.IsFree || ReferenceAccounting.IsConsistent(kind.ToState()));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_built_in_kind_tells_the_player_what_it_is(string name)
    {
        var about = Kinds.Find(name).About;
        Assert.NotNull(about);
        Assert.EndsWith(".", about, StringComparison.Ordinal);
        Assert.InRange(about.Length, 10, 200);
    }

    [Theory]
    [InlineData("blockdev-busy", MigrationBlocker.BusyBuffers)]
    [InlineData("secretmem", MigrationBlocker.Secretmem)]
    [InlineData("vfio-shmem", MigrationBlocker.ExtraReferences)]
    [InlineData("slab", MigrationBlocker.NotMigratable)]
    [InlineData("kernel", MigrationBlocker.NotMigratable)]
    [InlineData("zsmalloc", MigrationBlocker.None)]
    [InlineData("balloon", MigrationBlocker.None)]
    [InlineData("aio-ring", MigrationBlocker.None)]
    [InlineData("file-writeback", MigrationBlocker.None)]
    [InlineData("file-locked", MigrationBlocker.None)]
    [InlineData("file-fallback-dirty", MigrationBlocker.None)]
    [InlineData("hugetlb", MigrationBlocker.None)]
    [InlineData("vfio-hugetlb", MigrationBlocker.ExtraReferences)]
    public void What_stops_a_SYNC_run_is_told(string name, MigrationBlocker blocker) =>
        Assert.Equal(blocker, Migration.WhyNot(Kinds.Find(name).ToState(), new CompactControl()).Blocker);

    [Theory]
    [InlineData("file-writeback", MigrateMode.SyncLight, false, MigrationBlocker.Writeback)]
    [InlineData("file-writeback", MigrateMode.Async, false, MigrationBlocker.Writeback)]
    [InlineData("file-locked", MigrateMode.Async, false, MigrationBlocker.Locked)]
    [InlineData("file-locked", MigrateMode.SyncLight, false, MigrationBlocker.None)]
    [InlineData("file-locked", MigrateMode.SyncLight, true, MigrationBlocker.Locked)]
    [InlineData("file-fallback-dirty", MigrateMode.SyncLight, false, MigrationBlocker.Dirty)]
    public void What_stops_a_hastier_run_is_told(string name, MigrateMode mode, bool direct, MigrationBlocker blocker) =>
        Assert.Equal(blocker, Migration.WhyNot(Kinds.Find(name).ToState(),
            new CompactControl { Mode = mode, DirectCompaction = direct }).Blocker);

    [Fact]
    public void Fewer_references_than_expected_stop_a_migration_too() => Assert.Equal(
        new MigrationObstacle(MigrationBlocker.MissingReferences, -1),
        Migration.WhyNot(Pages.Shmem() with { RefCount = 1 }, new CompactControl()));

    [Fact]
    public void Extra_references_are_counted() => Assert.Equal(
        new MigrationObstacle(MigrationBlocker.ExtraReferences, 1024),
        Migration.WhyNot(Kinds.Find("vfio-anon").ToState(), new CompactControl()));

    [Fact]
    public void A_holder_is_gone_after_its_last_pass()
    {
        var state = Kinds.Find("dio-pin").ToState();
        Assert.Equal(1025, state.AtPass(1).RefCount);
        Assert.Equal(Kinds.Find("anon").ToState() with { Kind = "dio-pin", About = state.About }, state.AtPass(2));
    }

    [Fact]
    public void The_flag_of_a_holder_goes_with_it() =>
        Assert.False(Kinds.Find("fscache").ToState().AtPass(2).Has(PageFlags.Private2));

    [Fact]
    public void A_flag_that_no_holder_set_stays() =>
        Assert.True(Kinds.Find("btrfs").ToState().Settled().Has(PageFlags.Private2));

    [Fact]
    public void A_recorded_page_never_changes()
    {
        var recorded = Fixtures.Recording("vfio-deb").Map.Palette.First(s => s.Kind == "P");
        Assert.Same(recorded, recorded.AtPass(9).Drained(BatchCpu.Local, BatchCpu.Other));
    }

    [Theory]
    [InlineData("lru-batch-local", 1)]
    [InlineData("lru-batch-activate", 2)]
    public void Draining_the_local_batch_leaves_those_of_other_CPUs(string name, int references) =>
        Assert.Equal(references, Kinds.Find(name).ToState().Drained(BatchCpu.Local).RefCount);

    [Fact]
    public void A_new_page_is_on_the_LRU_once_its_batch_is_drained()
    {
        var state = Kinds.Find("lru-add").ToState();
        Assert.False(state.Has(PageFlags.Lru));
        Assert.True(state.Drained(BatchCpu.Local, BatchCpu.Other).Has(PageFlags.Lru));
    }

    [Fact]
    public void A_kind_adds_to_the_one_it_is_based_on()
    {
        var kind = Kinds.Find("vfio-shmem-unmapped");
        Assert.Equal([HolderKind.PageCache, HolderKind.Pin], kind.Holders.Select(h => h.Kind));
        Assert.True(kind.Flags.HasFlag(PageFlags.Lru | PageFlags.SwapBacked));
    }

    [Fact]
    public void An_own_kind_may_replace_a_built_in_one_and_be_based_on_it()
    {
        var own = new PageKind { Name = "anon", BasedOn = "anon", Flags = PageFlags.Dirty };
        var (kinds, problems) = Kinds.BuiltIn.With([own]);
        Assert.Empty(problems);
        Assert.True(kinds.Find("anon")!.ToState().Has(PageFlags.Dirty | PageFlags.Anon));
        Assert.Equal(1, kinds.Find("anon")!.ToState().RefCount);
    }

    [Fact]
    public void A_circle_of_kinds_is_reported_and_ends() => Assert.Equal(
        ["kinds/b/based_on: 'b' is based on itself by way of 'a'"],
        Texts(Kinds.BuiltIn.With([Bare("a", "b"), Bare("b", "a")])));

    [Fact]
    public void A_kind_based_on_itself_is_reported() => Assert.Equal(
        ["kinds/a/based_on: 'a' is based on itself"], Texts(Kinds.BuiltIn.With([Bare("a", "a")])));

    [Fact]
    public void An_unknown_base_gets_a_suggestion()
    {
        var problem = Assert.Single(Kinds.BuiltIn.With([Bare("mine", "vfio-annon")]).Problems);
        Assert.Equal("did you mean 'vfio-anon'?", problem.Help);
    }

    public static TheoryData<string, PageKind> WrongKinds => new()
    {
        { "kinds/Bad_Name", Bare("Bad_Name") },
        { "kinds/x/order", Bare("x") with { Order = 10 } },
        { "kinds/x/holders", Bare("x") with { Holders = [new(HolderKind.Pin, 100_001)] } },
        { "kinds/x/holders", Bare("x") with { Holders = [new(HolderKind.Get, new CountRange(5, 2))] } },
        { "kinds/x/holders", Bare("x") with { Holders = [new(HolderKind.PageCache, 2)] } },
        { "kinds/x/holders", Bare("x") with { Holders = [new(HolderKind.Get, 1, null, 0)] } },
        { "kinds/x/holders", Bare("x") with { Holders = [new(HolderKind.Private, 1), new(HolderKind.Private, 1)] } },
        { "kinds/x/holders", Bare("x") with { Flags = PageFlags.Anon, Holders = [new(HolderKind.PageCache, 1)] } },
        { "kinds/x/refuses", Bare("x") with { Refuses = MigrationRefusal.BusyBuffers } },
        { "kinds/x/flags", Bare("x") with { Flags = PageFlags.Buddy | PageFlags.Lru } },
        { "kinds/x/flags", Bare("x") with { Flags = PageFlags.Invalid, Holders = [new(HolderKind.Owner, 1)] } },
    };

    [Theory, MemberData(nameof(WrongKinds))]
    public void A_wrong_kind_is_reported_at_its_key_and_left_out(string place, PageKind kind)
    {
        var (kinds, problems) = PageKinds.Empty.With([kind]);
        Assert.Equal(place, Assert.Single(problems).Place);
        Assert.Empty(kinds.All);
    }

    [Fact]
    public void The_largest_counts_of_all_still_fit()
    {
        var all = Enumerable.Repeat(new KindHolder(HolderKind.Pin, PageKind.MostCount), PageKind.MostHolders);
        var state = (Bare("x") with { Holders = [.. all] }).ToState();
        Assert.Equal(PageKind.MostHolders * PageKind.MostCount * 1024, state.RefCount);
    }

    static IEnumerable<string> Texts((PageKinds Kinds, ImmutableArray<ScenarioProblem> Problems) result) =>
        result.Problems.Select(p => $"{p.Place}: {p.Message}");
}

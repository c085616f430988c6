using Tutor.Core.Memory;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class KernelTextTests
{
    public static TheoryData<string> Running { get; } = [.. KernelTexts.All.Where(t => t.Runs).Select(t => t.Name)];

    public static TheoryData<string> Refused { get; } = [.. KernelTexts.All.Where(t => !t.Runs).Select(t => t.Name)];

    [Fact]
    public void Of_35_functions_of_mm_24_run() =>
        Assert.Equal(24, KernelTexts.All.Where(t => t.Runs).Select(t => t.Name[..2]).Distinct().Count(number => string.CompareOrdinal(number, "35") <= 0));

    [Fact]
    public void There_are_35_functions_of_mm() =>
        Assert.Equal(35, KernelTexts.All.Select(t => t.Name[..2]).Distinct().Count(number => string.CompareOrdinal(number, "35") <= 0));

    [Theory]
    [MemberData(nameof(Running))]
    public void A_text_that_runs_has_no_errors(string name) => Assert.Empty(Find(name).Compile().Diagnostics.Where(d => d.IsError));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_text_that_is_refused_says_why_once_for_each_reason(string name) =>
        Assert.Equal(Find(name).Refused.Order(), Errors(name).SelectMany(d => d.Places).Select(d => d.Code.Id).Order());

    [Theory]
    [MemberData(nameof(Refused))]
    public void All_reasons_of_a_text_stand_in_one_message(string name) => Assert.Single(Errors(name));

    [Fact]
    public void A_mistake_beside_a_refusal_has_a_message_of_its_own() =>
        Assert.Equal([NameCodes.NotOffered, NameCodes.UnknownName],
            Compiling.Diagnose("folio_trylock(folio) && lru_add_drain() && foo_bar(folio)").Select(d => d.Code));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Every_refusal_names_the_way_on(string name) =>
        Assert.All(Errors(name).SelectMany(d => d.Places), d => Assert.NotNull(d.Help));

    [Theory]
    [MemberData(nameof(Running))]
    public void A_text_survives_printing(string name)
    {
        var predicate = Find(name).Compile().Predicate!;
        var printed = Compiling.Compile(predicate.Print());
        Assert.All(PageKindTable.Rows, row => Assert.Equal(predicate.Ask(row.State, new CompactControl()), printed.Ask(row.State, new CompactControl())));
    }

    [Fact]
    public void What_runs_gives_what_gcc_gives()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        Assert.Equal("", KernelGcc.Differences([.. KernelTexts.All.Where(t => t.Runs)], States(), null));
    }

    [Fact]
    public void A_text_that_gcc_reads_otherwise_is_found_out()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        Assert.NotEqual("", KernelGcc.Differences([Find("44-out-parameters.c")], States(), c => c.Replace("*refs -= 1", "*refs += 1", StringComparison.Ordinal)));
    }

    /// <summary>The page kinds of the table, and pages that have what it has not.</summary>
    static List<PageState> States() =>
    [
        .. PageKindTable.Rows.Select(r => r.State), Compiling.Anon, Compiling.PinnedShmem,
        new() { Kind = "driver", Flags = PageFlags.MovableOps | PageFlags.Locked, RefCount = 1 },
        new() { Kind = "ksm", Flags = PageFlags.Lru | PageFlags.Ksm | PageFlags.Anon, RefCount = 3, MapCount = 3, PageMapCount = 3 },
        new() { Kind = "shmem-swapped", Flags = PageFlags.Lru | PageFlags.SwapCache | PageFlags.SwapBacked | PageFlags.Mapping, RefCount = 1 },
        new() { Kind = "buddy", Flags = PageFlags.Buddy, Order = 3 },
        new() { Kind = "isolated-block", Flags = PageFlags.Lru | PageFlags.Mapping | PageFlags.Mlocked | PageFlags.MappingUnevictable, RefCount = 2, Migratetype = Migratetype.Isolate },
    ];

    static List<Diagnostic> Errors(string name) => [.. Find(name).Compile().Diagnostics.Where(d => d.IsError)];

    static KernelTexts.Item Find(string name) => KernelTexts.All.First(t => t.Name == name);
}

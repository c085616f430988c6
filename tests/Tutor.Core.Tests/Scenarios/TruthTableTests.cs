using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Memory;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Scenarios;

/// <summary>The 54 page kinds of <c>tests/fixtures/predicates.csv</c> against the built-in ones.</summary>
public partial class TruthTableTests
{
    /// <summary>The built-in kind of each row, in the order of the table.</summary>
    static readonly string[] KindOfRow =
    [
        "anon", "anon-shared-5", "anon-shared-1022", "anon-shared-1023", "ksm", "swapcache", "swapcache-unmapped",
        "file", "file-mapped-3", "file-private", "file-private-mapped-2", "libc-1021", "libc-1022", "libc-2000",
        "shmem", "shmem-1500", "mlocked", "vfio-anon", "vfio-shmem", "vfio-shmem-unmapped", "vfio-shmem-40",
        "vfio-file", "vfio-file-readonly", "io-uring", "vfio-swapcache", "dio-get", "dio-pin", "dio-pin-shmem",
        "process-vm-readv", "vmsplice", "gup-get", "file-lookup", "swapcache-get", "lru-batch-activate",
        "lru-batch-deactivate", "mlock-batch", "fscache", "btrfs", "stray-gets-1023", "blockdev-busy", "secretmem",
        "shmem-movable-get", "anon-movable-get", "anon-cma-dio-pin", "truncated", "truncated-orphan", "racing-free",
        "thp", "thp-pte", "shmem-thp", "mthp-16", "mthp-16-pinned", "mthp-16-get", "file-mthp-2000",
    ];

    static readonly string[][] Rows =
    [
        .. File.ReadLines(Fixtures.PathOf("predicates.csv")).Skip(1)
            .Select(line => Cell().Matches(line).Select(m => m.Value.Trim('"')).ToArray()),
    ];

    static readonly string[] Columns = File.ReadLines(Fixtures.PathOf("predicates.csv")).First().Split(',');

    public static TheoryData<int, string> Kinds54 => [.. KindOfRow.Select((name, row) => (row, name))];

    [Fact]
    public void Each_row_has_a_kind_of_its_own()
    {
        Assert.Equal(Rows.Length, KindOfRow.Length);
        Assert.Equal(54, KindOfRow.Distinct().Count());
    }

    [Theory, MemberData(nameof(Kinds54))]
    public void Counts_are_those_of_the_table(int row, string name)
    {
        var state = Kinds.Find(name).ToState();
        Assert.Equal(
            [Number(row, "refcount"), Number(row, "mapcount"), Number(row, "head_mapcount"), Number(row, "nr_pages")],
            new[] { state.RefCount, state.MapCount, state.PageMapCount, state.NrPages });
    }

    [Theory, MemberData(nameof(Kinds54))]
    public void Flags_are_those_of_the_table(int row, string name)
    {
        var state = Kinds.Find(name).ToState();
        Assert.Equal(
            [
                Number(row, "mapping_nonnull"), Number(row, "anon"), Number(row, "swapcache"), Number(row, "private"),
                Number(row, "private_2"), Number(row, "zone_movable"), Number(row, "cma"),
            ],
            new[]
            {
                PageFlags.Mapping, PageFlags.Anon, PageFlags.SwapCache, PageFlags.Private, PageFlags.Private2,
                PageFlags.ZoneMovable, PageFlags.Cma,
            }.Select(f => state.Has(f) ? 1 : 0));
    }

    [Theory, MemberData(nameof(Kinds54))]
    public void Truth_is_that_of_the_table(int row, string name)
    {
        var truth = Migration.TruthOf(Kinds.Find(name).ToState(), new CompactControl());
        Assert.Equal(Rows[row][Array.IndexOf(Columns, "truth")], truth.ToString(), ignoreCase: true);
    }

    [Theory, MemberData(nameof(Kinds54))]
    public void Pins_and_gets_are_those_of_the_table(int row, string name)
    {
        var holders = Kinds.Find(name).ToState().Holders.Items;
        int Held(params HolderKind[] kinds) => holders.Where(h => kinds.Contains(h.Kind)).Sum(h => h.Count);
        Assert.Equal((Number(row, "foll_pins"), Number(row, "foll_gets")),
            (Held(HolderKind.Pin), Held(HolderKind.Get, HolderKind.LruBatch)));
    }

    static int Number(int row, string column) =>
        int.Parse(Rows[row][Array.IndexOf(Columns, column)], CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<=^|,)("[^"]*"|[^,]*)(?=,|$)""")]
    private static partial Regex Cell();
}

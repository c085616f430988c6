using Tutor.Core.Dumps;
using Tutor.Core.Memory;
using Xunit;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Every shared dump is read as its known holders say.</summary>
public sealed class DumpTruthTests
{
    /// <summary>What memory offlining, a dump's own printer, is called in the truth.</summary>
    const string Printer = "the offlining path's reference";

    static readonly string[] PlainHolders = ["get:", "lru batch", "isolator:", "the module's own reference"];

    static readonly List<(TrueDump Truth, DumpReading Reading)> All =
        [.. SharedDumps.Truth.Select(t => (t, DumpReading.Of(Assert.Single(SharedDumps.Read(SharedDumps.Texts[t.File]).Dumps))))];

    static void Holds(Func<TrueDump, DumpReading, string?> wrong) =>
        Assert.Empty(All.Select(p => wrong(p.Truth, p.Reading) is { } message ? $"{p.Truth.File}: {message}" : null).OfType<string>());

    [Fact]
    public void Every_dump_is_whole_and_alone() =>
        Assert.Empty(SharedDumps.Truth.Where(t => SharedDumps.Read(SharedDumps.Texts[t.File]) is not { Dumps.Length: 1, Problems.IsEmpty: true })
            .Select(t => $"{t.File}: {string.Join("; ", SharedDumps.Read(SharedDumps.Texts[t.File]).Problems)}"));

    [Fact]
    public void The_counts_are_those_that_were_printed() => Holds((truth, reading) =>
        (reading.Dump.RefCount, reading.Dump.MapCount, reading.Dump.Head?.PinCount, reading.Dump.NrPages, reading.Dump.IsTail)
            == (truth.RefCount, truth.MapCount, truth.PinCount, truth.Pages, truth.IsTail)
            ? null : $"{reading.Dump}");

    [Fact]
    public void The_release_is_told_by_the_format() => Holds((truth, reading) =>
        reading.Dump.ReleaseHint == (truth.Is61 ? "6.1" : "6.12") ? null : reading.Dump.ReleaseHint);

    [Fact]
    public void Caches_private_data_and_the_printer_are_accounted() => Holds((truth, reading) =>
        truth.IsKernels ? null
        : (Sum(reading, AccountedHolder.PageCache), Sum(reading, AccountedHolder.SwapCache), Sum(reading, AccountedHolder.Private), Sum(reading, AccountedHolder.Printer))
            == (truth.Sum("page cache"), truth.Sum("swap cache"), truth.Sum("private"), truth.Sum(Printer))
            ? null : Said(reading));

    [Fact]
    public void Mappings_are_accounted_where_they_are_printed() => Holds((truth, reading) =>
        truth.IsKernels || truth is { Is61: true, Pages: > 1 } || Sum(reading, AccountedHolder.Mapping) == truth.Sum("mapping")
            ? null : Said(reading));

    [Fact]
    public void Pins_are_accounted_or_as_many_plain_references() => Holds((truth, reading) =>
        truth.IsKernels || truth.Situation == "get" && truth.Kind.EndsWith("tee-1024", StringComparison.Ordinal) ? null
        : Sum(reading, AccountedHolder.Pin) == truth.Sum("pin:") + (truth.Pages > 1 ? 0 : truth.Sum(PlainHolders) / 1024 * 1024)
            ? null : Said(reading));

    [Fact]
    public void What_is_left_over_is_what_plain_references_hold() => Holds((truth, reading) =>
        reading.Unexplained == (truth.IsKernels || truth is { Is61: true, Pages: > 1 } ? null
            : truth.Pages > 1 ? truth.Sum(PlainHolders)
            : truth.Sum(PlainHolders) % 1024)
            ? null : Said(reading));

    [Fact]
    public void Accounted_and_left_over_are_the_refcount() => Holds((_, reading) =>
        reading.Unexplained is not { } rest || reading.Accounted.Sum(a => a.References) + rest == reading.Dump.RefCount
            ? null : Said(reading));

    [Fact]
    public void The_verdict_is_never_against_what_migration_did() => Holds((truth, reading) =>
        reading.Moves == MovesNow.CannotTell || reading.Moves == Expected(truth) ? null : $"{reading.Moves}: {reading.Because}");

    /// <summary>Where a dump does not decide, and why: busy buffers, hidden mappings, a batch or an isolator, a driver.</summary>
    [Fact]
    public void Only_these_kinds_cannot_be_told()
    {
        var open = All.Where(p => p.Reading.Moves == MovesNow.CannotTell)
            .Select(p => $"{(p.Truth.Is61 ? "6.1" : "6.12")} {p.Truth.Kind} {p.Truth.Situation}").Distinct().Order(StringComparer.Ordinal);
        Golden.Check("tests/Tutor.Core.Tests/Dumps/cannot-tell.txt", string.Join('\n', open) + "\n");
    }

    [Theory]
    [InlineData("aio-ring", "aio ring")]
    [InlineData("anon-lrubatch", "LRU batch")]
    [InlineData("anon-vfio", "vfio")]
    [InlineData("anon-vmsplice", "pipe")]
    [InlineData("anon-tee-1024", "1,024 plain references")]
    public void The_true_holder_is_among_the_suspects(string kind, string suspect) => Assert.All(
        All.Where(p => p.Truth.Kind == kind && p.Truth.Situation == "static"),
        p => Assert.Contains(p.Reading.Suspects, s => s.What == suspect));

    [Theory]
    [InlineData("6.1.192")]
    [InlineData("6.12.117")]
    public void A_whole_log_gives_its_pages_in_order(string kernel)
    {
        var read = SharedDumps.Read(SharedDumps.Texts[$"{kernel}-log-offline.txt"]);
        var truth = SharedDumps.TruthOfLog(kernel);
        Assert.Empty(read.Problems);
        Assert.Equal(truth.GetProperty("dumps").GetInt32(), read.Dumps.Length);
        Assert.Equal(read.Dumps.Select(d => d.Line).Order(), read.Dumps.Select(d => d.Line));
        Assert.All(truth.GetProperty("pages").EnumerateArray(), page =>
        {
            var dumps = read.Dumps.Where(d => $"0x{d.Pfn:x}" == page.GetProperty("pfn").GetString()).ToList();
            Assert.Equal(page.GetProperty("dumps_in_log").GetInt32(), dumps.Count);
            Assert.Equal(page.GetProperty("refcounts_in_log").EnumerateArray().Select(c => c.GetInt32()).Order(),
                dumps.Select(d => d.RefCount).Distinct().Order());
            Assert.All(dumps, d => Assert.Equal(MovesNow.No, DumpReading.Of(d).Moves));
            Assert.All(dumps, d => Assert.True(d.OfflineResult > 0 || d.Offline == OfflineWord.FailedToIsolate));
        });
    }

    /// <summary>The rules of <see cref="Migration"/> say the same of the page kind that a dump makes.</summary>
    [Fact]
    public void The_page_kind_of_a_dump_moves_as_its_verdict_says() => Holds((_, reading) =>
    {
        var sync = new CompactControl { Mode = reading.Dump.Has("writeback") ? MigrateMode.Async : MigrateMode.Sync };
        return DumpKinds.Of(reading) is not { } kind || reading.Moves == MovesNow.CannotTell
            || DumpedOwners.IsHugeTlb(reading.Dump)
            || Migration.MovableNow(kind.ToState(), sync) == (reading.Moves == MovesNow.Yes)
            ? null : $"{reading.Moves} against {Migration.WhyNot(kind.ToState(), sync)}";
    });

    [Fact]
    public void The_page_kind_of_a_dump_has_its_counts() => Holds((truth, reading) =>
        DumpKinds.Of(reading) is not { } kind || DumpedOwners.IsHugeTlb(reading.Dump)
            || kind.ToState().RefCount == truth.RefCount - Sum(reading, AccountedHolder.Printer)
            ? null : $"{kind.ToState().RefCount} of {truth.RefCount}");

    static int Sum(DumpReading reading, AccountedHolder holder) =>
        reading.Accounted.Where(a => a.Holder == holder).Sum(a => a.References);

    static MovesNow Expected(TrueDump truth) =>
        truth.Situation != "get" && truth.Moves == "yes" ? MovesNow.Yes : MovesNow.No;

    static string Said(DumpReading reading) =>
        $"{string.Join(", ", reading.Accounted.Select(a => $"{a.Holder} {a.References}"))}, {reading.Unexplained} of {reading.Dump.RefCount} left";
}

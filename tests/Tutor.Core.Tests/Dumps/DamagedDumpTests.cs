using Tutor.Core.Dumps;
using Xunit;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Of damaged and mixed dumps nothing is invented. 100,000 of them: <c>tests/soak</c>, <c>dumps</c>.</summary>
public sealed class DamagedDumpTests
{
    const int Logs = 3_000;

    static readonly List<string> Dumps = [.. SharedDumps.Truth.Select(t => SharedDumps.Texts[t.File])];

    [Fact]
    public void Nothing_is_invented_of_a_damaged_dump()
    {
        var first = Environment.TickCount;
        Assert.All(Enumerable.Range(0, Logs), i =>
        {
            var seed = unchecked(first + i);
            var text = DumpDamage.Damage(new Random(seed), Dumps);
            var invented = DumpDamage.Invention(text);
            Assert.True(invented is null, $"seed {seed} invents {invented} of\n{text}");
        });
    }

    [Fact]
    public void Two_dumps_whose_lines_are_mixed_are_read_as_each_alone_or_said_to_be_mixed()
    {
        var first = Environment.TickCount;
        var (read, unclear) = (0, 0);
        for (var i = 0; i < 400; i++)
        {
            var seed = unchecked(first + i);
            var random = new Random(seed);
            var pair = new[] { Dumps[random.Next(Dumps.Count)], Dumps[random.Next(Dumps.Count)] };
            var mixed = SharedDumps.Read(DumpDamage.Mix(random, pair[0], pair[1]));
            var alone = pair.SelectMany(d => SharedDumps.Read(d).Dumps).ToList();
            foreach (var dump in mixed.Dumps)
            {
                Assert.True(alone.Exists(a => Said(a) == Said(dump)), $"seed {seed}: {Said(dump)}");
            }

            Assert.True(mixed.Dumps.Length == 2 || mixed.Problems.Length > 0, $"seed {seed} loses a dump");
            (read, unclear) = (read + mixed.Dumps.Length, unclear + 2 - mixed.Dumps.Length);
        }

        Assert.True(read > 4 * unclear, $"seed {first}: {read} read, {unclear} unclear");
    }

    [Fact]
    public void The_check_of_inventions_trips()
    {
        var text = Dumps[0];
        var dump = Assert.Single(SharedDumps.Read(text).Dumps);
        Assert.NotNull(DumpDamage.Invention(text, dump with { RefCount = dump.RefCount + 70_000 }));
        Assert.NotNull(DumpDamage.Invention(text, dump with { Flags = [.. dump.Flags, "reclaim"] }));
        Assert.NotNull(DumpDamage.Invention(text, dump with { Aops = "ext9_aops" }));
    }

    static string Said(PageDump dump)
    {
        var reading = DumpReading.Of(dump);
        return $"{dump.Pfn:x} {dump.RefCount} {dump.MapCount} {dump.Head} {dump.Type} {dump.Aops} {dump.Reason} "
            + $"{reading.Unexplained} {reading.Moves} {string.Join(' ', reading.Accounted)} {string.Join(' ', reading.Tests)}";
    }
}

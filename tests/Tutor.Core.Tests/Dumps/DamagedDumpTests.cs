using Xunit;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Of damaged and mixed dumps nothing is invented. 100,000 of them: <c>tests/soak</c>, <c>dumps</c>.</summary>
public sealed class DamagedDumpTests
{
    const int Logs = 3_000;

    const int Pairs = 600;

    static readonly List<string> Dumps = [.. SharedDumps.Truth.Select(t => SharedDumps.Texts[t.File])];

    [Fact]
    public void Nothing_is_invented_of_a_damaged_dump()
    {
        const int first = 1;
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
        const int first = 1;
        var read = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var seed = unchecked(first + i);
            var (wrong, dumps) = DumpDamage.Misreading(new Random(seed), Dumps);
            Assert.True(wrong is null, $"seed {seed}: {wrong}");
            read += dumps;
        }

        Assert.True(read > Pairs, $"seed {first}: {read} of {2 * Pairs} were told apart");
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
}

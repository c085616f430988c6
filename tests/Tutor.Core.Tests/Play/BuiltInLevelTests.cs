using Tutor.Core.Play;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public class BuiltInLevelTests
{
    public static TheoryData<string> Levels => [.. BuiltInPack.Catalog.Entries.Select(e => e.Path)];

    [Fact]
    public void The_pack_and_its_kinds_read_without_a_problem() =>
        AssertClean(BuiltInPack.Catalog.Diagnostics);

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_reads_without_a_problem(string path) =>
        AssertClean(Entry(path).Diagnostics);

    [Theory]
    [MemberData(nameof(Levels))]
    public void Solutions_score_as_declared(string path)
    {
        var level = Entry(path).Level!;
        var problems = new DiagnosticBag();
        var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), problems);
        AssertClean(problems.ToImmutable());
        Assert.Equal(
            level.Solutions.Select(s => $"{s.Id}: {s.Expect}"),
            level.Solutions.Select(s => $"{s.Id}: {LevelRun.Run(prepared!, s).Verdict}"));
    }

    [Fact]
    public void A_map_is_run_by_the_caller_that_it_names()
    {
        var level = BuiltInPack.Catalog.Entries.Single(e => e.Id == "lent-memory").Level!;
        var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!;
        Assert.Equal(["camera"], prepared.Maps.Where(m => m.Settings.Control.AllocContig).Select(m => m.Id));
    }

    static void AssertClean(IEnumerable<Diagnostic> problems)
    {
        var said = string.Concat(problems.Select(DiagnosticFormatter.Format));
        Assert.True(said.Length == 0, said);
    }

    static CatalogEntry Entry(string path) => BuiltInPack.Catalog.Entries.Single(e => e.Path == path);
}

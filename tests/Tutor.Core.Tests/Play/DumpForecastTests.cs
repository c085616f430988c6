using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Dumps;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>Forecasts about a page dump: read, judged by the dump, stored as ids.</summary>
public sealed class DumpForecastTests
{
    const string Right = "accounted:page_cache=1; accounted:pin=1024; unexplained=0; skips:stock=no; skips:v4=yes; moves=no";

    sealed class OneDump(string text) : IPackFiles
    {
        public (SourceText? Text, Diagnostic? Problem) ReadText(string relative) => (SourceText.From(relative, text), null);

        public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) => (null, null);
    }

    static Level Level(string items, int page = 1)
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("dump.yaml",
            $$"""
            format: 1
            id: dump
            title: "A dump"
            kind: predict
            brief: "Read it."
            predict: { dump: dumps/some.txt, page: {{page}}, items: [{{items}}] }
            """), Kinds.BuiltIn, problems);
        Assert.Empty(problems.ToImmutable());
        return level!;
    }

    static (PreparedLevel? Level, DiagnosticBag Problems) Prepare(Level level, string file)
    {
        var problems = new DiagnosticBag();
        return (PreparedLevel.Prepare(level, new OneDump(SharedDumps.Texts[file]), problems), problems);
    }

    static Level Guest => Level("{ accounted: page_cache }, { accounted: pin }, { unexplained: true, within: 3 }, { skips: stock }, { skips: v4 }, { moves: true }");

    [Theory]
    [InlineData(Right, Verdict.Pass)]
    [InlineData("accounted:page_cache=1; accounted:pin=1024; unexplained=3; skips:stock=no; skips:v4=yes; moves=no", Verdict.Pass)]
    [InlineData("accounted:page_cache=1; accounted:pin=1; unexplained=0; skips:stock=no; skips:v4=yes; moves=no", Verdict.Fail)]
    [InlineData("accounted:page_cache=1; accounted:pin=1024; unexplained=0; skips:stock=yes; skips:v4=yes; moves=no", Verdict.Fail)]
    [InlineData("accounted:page_cache=1; accounted:pin=1024; unexplained=0; skips:stock=no; skips:v4=yes; moves=cannot_tell", Verdict.Fail)]
    public void It_is_judged_by_what_the_dump_says(string stored, Verdict verdict)
    {
        var (prepared, problems) = Prepare(Guest, "6.1.192-memfd-vfio-o1n-offline.txt");
        Assert.Equal(0, problems.Count);
        var (answer, refusal) = Answer.Read(prepared!.Level, stored);
        Assert.Null(refusal);
        Assert.Equal(stored, answer!.Write());
        Assert.Equal(verdict, answer.Judge(prepared).Verdict);
    }

    [Theory]
    [InlineData("accounted:page_cache=1")]
    [InlineData("accounted:page_cache=1; accounted:pin=1024; unexplained=0; skips:stock=no; skips:v4=cannot_tell; moves=no")]
    [InlineData("it moves")]
    public void Another_text_is_no_answer_to_it(string stored) => Assert.Null(Answer.Read(Guest, stored).Answer);

    [Fact]
    public void The_map_that_is_drawn_names_no_holder()
    {
        var page = Prepare(Guest, "6.1.192-memfd-vfio-o1n-offline.txt").Level!.Shown.Map.StateAt(0);
        Assert.Equal((1027, 1, 0), (page.RefCount, page.MapCount, page.Holders.Items.Length));
    }

    [Theory]
    [InlineData("{ unexplained: true }", "6.1.192-slab-1-static.txt")]
    [InlineData("{ skips: stock }", "6.1.192-slab-1-static.txt")]
    [InlineData("{ moves: true }", "6.1.192-no-such-file.txt")]
    public void What_the_dump_does_not_say_is_a_problem_of_the_level(string items, string file)
    {
        var problems = new DiagnosticBag();
        var files = new OneDump(SharedDumps.Texts.TryGetValue(file, out var text) ? text : "no dump here\n");
        Assert.Null(PreparedLevel.Prepare(Level(items), files, problems));
        Assert.True(problems.HasErrors);
    }

    [Fact]
    public void A_dump_that_the_file_has_not_is_a_problem_of_the_level() =>
        Assert.Null(Prepare(Level("{ moves: true }", page: 2), "6.1.192-slab-1-static.txt").Level);

    [Fact]
    public void Every_shared_dump_makes_a_level_of_it() => Assert.All(SharedDumps.Truth, truth =>
    {
        var (prepared, _) = Prepare(Level("{ moves: true }"), truth.File);
        Assert.Equal(truth.RefCount, prepared!.Shown.Map.StateAt(0).RefCount);
        Assert.Equal(DumpReading.Of(prepared.Dump!.Dump).Moves, prepared.Dump.Moves);
    });
}

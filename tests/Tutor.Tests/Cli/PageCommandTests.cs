using System.Text;
using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class PageCommandTests
{
    const string Log = "tests/fixtures/dumps/three-pages.dmesg";

    static string Path => Repository.PathOf(Log);

    [Fact]
    public void Three_pages_of_a_log_become_three_cards()
    {
        var run = TutorProcess.Run("page", Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Golden.CheckBeside("three-pages", run.Out);
    }

    [Fact]
    public void Json_has_the_documented_keys()
    {
        var run = TutorProcess.RunWith(File.ReadAllBytes(Path), "page", "-", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var page = json.RootElement.GetProperty("pages")[0];
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal(
            ["line", "release_hint", "pfn", "refcount", "mapcount", "pincount", "order", "flags", "reason", "accounted",
                "unexplained", "suspects", "moves_now", "because", "tests", "notes"],
            page.EnumerateObject().Select(p => p.Name));
        Assert.Equal("0x379f", page.GetProperty("pfn").GetString());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("order").ValueKind);
        Assert.Equal("""[{"what":"mapping","count":1,"refs":1,"certain":true},{"what":"pin","count":1,"refs":1024,"certain":false}]""",
            page.GetProperty("accounted").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kinds_of_a_log_can_be_played()
    {
        using var folder = new TemporaryFolder();
        var kinds = TutorProcess.Run("page", Path, "--kind").Out;
        var level = folder.Write("mine.yaml",
            $$"""
            format: 1
            id: mine
            revision: 1
            title: "My pages"
            kind: open
            brief: "Pages from a log."
            skip: { starter: "false" }
            {{kinds}}
            maps: [{ id: host, role: shown, pages: 1024, seed: 1, mix: { dump-379f: 1, dump-1360e: 1, anon: 2 } }]
            """);
        var run = TutorProcess.Run("run", level, "-e", "folio_ref_count(folio) - 1 > folio_mapcount(folio)", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        var kind = json.RootElement.GetProperty("maps")[0].GetProperty("by_kind").EnumerateArray()
            .First(k => k.GetProperty("kind").GetString() == "dump-379f");
        Assert.Equal(kind.GetProperty("candidates").GetInt64(), kind.GetProperty("skipped_pins").GetInt64());
    }

    [Fact]
    public void A_damaged_dump_is_named_and_the_others_are_read()
    {
        var text = File.ReadAllText(Path).Replace("refcount:1025", "refcount:1o25", StringComparison.Ordinal);
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes(text), "page", "-", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, json.RootElement.GetProperty("pages").GetArrayLength());
        Assert.Equal("TUT3701", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("nothing here\n")]
    [InlineData("")]
    [InlineData("alloc_contig_range: [a0000, a0200) PFNs busy\n")]
    public void A_log_without_a_dump_says_what_one_looks_like(string text)
    {
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes(text), "page", "-");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("TUT3703", run.Error);
        Assert.Contains("page dumped because", run.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("x.log", "--json", "--kind")]
    public void Command_lines_that_make_no_sense_are_usage_errors(params string[] arguments)
    {
        var run = TutorProcess.Run(["page", .. arguments]);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void The_formats_say_which_of_them_nobody_checked()
    {
        var run = TutorProcess.Run("page", "--formats");
        Assert.Contains(run.Out.Split('\n'), l => l.Contains("entire_mapcount", StringComparison.Ordinal) && l.EndsWith("not checked", StringComparison.Ordinal));
    }
}

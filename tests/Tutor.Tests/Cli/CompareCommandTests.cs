using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class CompareCommandTests
{
    const string Recipe =
        """
        pages: 2048
        seed: 3
        mix: { anon: 50, vfio-shmem: 20, once-dumped: 10, free: 20 }
        kinds:
          once-dumped:
            flags: [lru, anon, swapbacked]
            holders: [{ what: mapping }, { what: get, count: 1 }]
        """;

    static JsonElement Json(ProcessResult run) => JsonDocument.Parse(run.Out).RootElement.Clone();

    [Fact]
    public void Revisions_are_held_against_each_other_on_a_level()
    {
        var run = TutorProcess.Run("compare", "-e", "stock", "-e", "v4", "--level", "guest-memory", "--seeds", "1-5", "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = Json(run);
        Assert.Equal(["stock", "v4"], json.GetProperty("predicates").EnumerateArray().Select(p => p.GetProperty("revision").GetString()));
        var host = json.GetProperty("maps")[0];
        Assert.Equal(["fail", "gold"], host.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("verdict").GetString()));
        Assert.Equal([0, 5], host.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("wins").GetInt32()));
        Assert.Equal("vfio-shmem", host.GetProperty("differs")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void A_recipe_with_kinds_of_its_own_is_a_ground()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.yaml", Recipe);
        var run = TutorProcess.Run("compare", "-e", "stock", "-e", "dma-pinned", "--recipe", path, "--format", "json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var map = Json(run).GetProperty("maps")[0];
        Assert.Equal(3, map.GetProperty("rows")[0].GetProperty("runs")[0].GetProperty("seed").GetInt32());
        Assert.Equal(["once-dumped", "vfio-shmem"],
            map.GetProperty("differs").EnumerateArray().Select(d => d.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_worst_and_the_median_are_those_of_the_runs()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.yaml", Recipe);
        var run = TutorProcess.Run("compare", "-e", "stock", "--recipe", path, "--seeds", "1-4,9", "--format", "json");
        var row = Json(run).GetProperty("maps")[0].GetProperty("rows")[0];
        long[] Of(string metric) => [.. row.GetProperty("runs").EnumerateArray().Select(r => r.GetProperty("metrics").GetProperty(metric).GetInt64()).Order()];
        Assert.Equal(5, Of("futile").Length);
        Assert.Equal((Of("futile")[^1], Of("futile")[2]),
            (row.GetProperty("worst").GetProperty("futile").GetInt64(), row.GetProperty("median").GetProperty("futile").GetInt64()));
        Assert.Equal((Of("migrated")[0], Of("migrated")[2]),
            (row.GetProperty("worst").GetProperty("migrated").GetInt64(), row.GetProperty("median").GetProperty("migrated").GetInt64()));
    }

    [Fact]
    public void A_recording_is_a_ground()
    {
        var run = TutorProcess.Run("compare", "-e", "none", "-e", "v4", "--map", "vfio-p1", "--format", "csv");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Out.TrimEnd('\n').Split('\n');
        Assert.StartsWith("row,ground,map,seed,predicate,verdict,wins,candidates,", lines[0], StringComparison.Ordinal);
        Assert.Equal(7, lines.Length);
        Assert.All(lines, l => Assert.Equal(lines[0].Split(',').Length, l.Split(',').Length));
    }

    [Fact]
    public void The_text_says_who_wins_where()
    {
        var run = TutorProcess.Run("compare", "-e", "stock", "-e", "!mapping", "--level", "guest-memory", "--seeds", "1-2");
        Assert.Contains("e2  !mapping", run.Out);
        Assert.Contains("guest-memory, map host: 8,192 pages, 2 seeds", run.Out);
    }

    [Fact]
    public void A_predicate_with_an_error_is_named_and_nothing_runs()
    {
        var run = TutorProcess.Run("compare", "-e", "stock", "-e", "folio_ref_cont(folio)", "--level", "guest-memory");
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("e2:1:1: error", run.Error);
    }

    [Theory]
    [InlineData("--level", "guest-memory")]
    [InlineData("-e", "stock")]
    [InlineData("-e", "stock", "--level", "guest-memory", "--seeds", "9-1")]
    [InlineData("-e", "stock", "--level", "guest-memory", "--seeds", "1-20000")]
    [InlineData("-e", "stock", "--level", "guest-memory", "--format", "xml")]
    [InlineData("-e", "stock", "--level", "no-such-level")]
    public void Command_lines_that_make_no_sense_are_usage_errors(params string[] arguments) =>
        Assert.Equal(2, TutorProcess.Run(["compare", .. arguments]).ExitCode);

    [Theory]
    [InlineData("pages: 2048\nmix: { anon: 1 }\nlike: host\n", "like")]
    [InlineData("pages: 2048\nmix: { no-such-kind: 1 }\n", "no-such-kind")]
    [InlineData("mix: { anon: 1 }\n", "pages")]
    [InlineData("", "")]
    public void A_recipe_with_an_error_gets_its_place(string text, string named)
    {
        using var folder = new TemporaryFolder();
        var run = TutorProcess.Run("compare", "-e", "stock", "--recipe", folder.Write("bad.yaml", text));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("bad.yaml:", run.Error);
        Assert.Contains(named, run.Error);
    }

    /// <summary>A kernel engineer's way: a dmesg excerpt, its kinds in a level, an own function on fifty seeds.</summary>
    [Fact]
    public void From_three_dumps_of_a_log_to_a_csv_of_an_own_function()
    {
        using var folder = new TemporaryFolder();
        var log = Repository.PathOf("tests/fixtures/dumps/three-pages.dmesg");
        var pages = Json(TutorProcess.Run("page", log, "--json")).GetProperty("pages").EnumerateArray().ToList();
        bool?[] stock =
        [
            .. pages.Select(p => p.GetProperty("tests").EnumerateArray().First(t => t.GetProperty("id").GetString() == "stock").GetProperty("skips"))
                .Select(s => s.ValueKind == JsonValueKind.Null ? (bool?)null : s.GetBoolean()),
        ];
        Assert.Equal([true, false, false], stock);

        var kinds = TutorProcess.Run("page", log, "--kind").Out;
        var names = kinds.Split('\n').Where(l => l.StartsWith("  dump-", StringComparison.Ordinal)).Select(l => l.Trim(' ', ':')).ToList();
        Assert.Equal(3, names.Count);
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
            maps: [{ id: host, role: shown, pages: 2048, seed: 1, mix: { {{string.Join(", ", names.Select(n => $"{n}: 2"))}}, anon: 10, file: 10, free: 6 } }]
            """);
        var own = folder.Write("mine.c",
            """
            static bool held(struct folio *folio, struct address_space *mapping)
            {
            	int expected = folio_mapcount(folio) + 1;

            	if (mapping)
            		expected += folio_nr_pages(folio) + folio_test_private(folio);
            	return folio_ref_count(folio) > expected;
            }
            """);
        var run = TutorProcess.Run("compare", "-f", own, "-e", "stock", "-e", "v4", "--level", level, "--seeds", "1-50", "--format", "csv");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = run.Out.TrimEnd('\n').Split('\n').Select(l => l.Split(',')).ToList();
        var futile = Array.IndexOf(rows[0], "futile");
        Assert.Equal(1 + 3 * 50 + 3 * 2, rows.Count);
        Assert.All(rows.Where(r => r[4] is "mine" or "v4"), r => Assert.Equal("0", r[futile]));
        Assert.All(rows.Where(r => r[0] == "run" && r[4] == "stock"), r => Assert.NotEqual("0", r[futile]));
    }
}

using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class CompactCommandTests
{
    static string Map(string name, string release = "6.1") =>
        Repository.PathOf($"tests/fixtures/recordings/{release}/{name}.c1.csv.gz");

    [Fact]
    public void A_run_that_is_the_recorded_one_exits_0()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p1"), "--check");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("check      every call", run.Out);
    }

    [Fact]
    public void The_first_difference_is_named_and_exits_1()
    {
        // One of the six recordings whose 'scanned' no map made before the run can show.
        var run = TutorProcess.Run("compact", Map("mixed-p1"), "--check", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var check = json.RootElement.GetProperty("check");
        Assert.Equal(1, run.ExitCode);
        Assert.False(check.GetProperty("agrees").GetBoolean());
        Assert.StartsWith("call 3: recorded", check.GetProperty("first_difference").GetString());
    }

    [Fact]
    public void Json_has_the_documented_keys()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p3"), "--json");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal(
            ["schema", "map", "predicate", "diagnostics", "counters", "calls", "frees", "batches", "targets", "fates", "check"],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["compact_migrate_scanned", "compact_free_scanned", "compact_isolated", "pgmigrate_success", "pgmigrate_fail",
                "compaction_alloc_calls"],
            root.GetProperty("counters").EnumerateObject().Select(p => p.Name));
        Assert.Equal("folio_maybe_dma_pinned(folio)", root.GetProperty("predicate").GetString());
    }

    [Fact]
    public void The_fates_name_as_many_pages_as_were_isolated()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p1"), "--json");
        using var json = JsonDocument.Parse(run.Out);
        var pages = json.RootElement.GetProperty("fates").EnumerateArray().Sum(f => f.GetProperty("count").GetInt32());
        var batches = json.RootElement.GetProperty("batches").EnumerateArray().Sum(b => b.GetProperty("pages").GetInt32());
        Assert.Equal(batches, pages);
    }

    [Fact]
    public void A_run_of_612_that_is_the_recorded_one_exits_0_and_says_that_the_zone_was_given_up()
    {
        var run = TutorProcess.Run("compact", Map("shlf-deb", "6.12"), "--check");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("check      every call", run.Out);
        Assert.Contains("folios     76 split, 1 times a split failed", run.Out);
        Assert.Contains("gave up    1 zone", run.Out);
        Assert.Contains("folio_split_failed", run.Out);
    }

    [Fact]
    public void Json_of_a_run_of_612_has_the_rows_of_large_folios()
    {
        var run = TutorProcess.Run("compact", Map("lzmov-p0", "6.12"), "-e", "false", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal((0, 2), (run.ExitCode, root.GetProperty("schema").GetInt32()));
        Assert.Equal((55L, 5L), (root.GetProperty("counters").GetProperty("folio_splits").GetInt64(),
            root.GetProperty("counters").GetProperty("folio_split_failed").GetInt64()));
        Assert.Equal(55, root.GetProperty("batches").EnumerateArray().Sum(b => b.GetProperty("splits").GetInt32()));
        Assert.Contains(root.GetProperty("targets").EnumerateArray(), t => t.GetProperty("order").GetInt32() > 0);
        Assert.Contains("split-ok", root.GetProperty("fates").EnumerateArray().Select(f => f.GetProperty("fate").GetString()));
    }

    [Fact]
    public void A_recording_says_its_release_itself()
    {
        var run = TutorProcess.Run("compact", Map("shlf-deb", "6.12"), "--release", "6.1");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--release is for maps that somebody made up", run.Error);
    }

    [Fact]
    public void Another_predicate_changes_the_run()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p1"), "-e", "true", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, json.RootElement.GetProperty("counters").GetProperty("pgmigrate_success").GetInt64());
    }

    [Theory]
    [InlineData("vfio-p1", "6.1")]
    [InlineData("mthp-deb", "6.12")]
    public void The_trace_has_a_line_for_each_call_and_batch(string name, string release)
    {
        var map = Repository.PathOf($"tests/fixtures/recordings/{release}/{name}.c1.csv.gz");
        var lines = TutorProcess.Run("compact", map, "--trace").Out.TrimEnd('\n').Split('\n');
        using var json = JsonDocument.Parse(TutorProcess.Run("compact", map, "--json").Out);
        int Count(string key) => json.RootElement.GetProperty(key).GetArrayLength();
        int Lines(string name) => lines.Count(l => l.StartsWith($"mm_compaction_{name}: ", StringComparison.Ordinal));
        Assert.Equal((Count("calls"), Count("frees"), Count("batches")),
            (Lines("isolate_migratepages"), Lines("isolate_freepages"), Lines("migratepages")));
        var first = json.RootElement.GetProperty("calls")[0];
        Assert.Equal($"mm_compaction_isolate_migratepages: range=(0x{first.GetProperty("start").GetInt64():x} ~ 0x{first.GetProperty("stop").GetInt64():x}) "
            + $"nr_scanned={first.GetProperty("scanned")} nr_taken={first.GetProperty("taken")}", lines.First(l => l.Contains("isolate_migratepages", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("lies at pfn 0x", "--order", "0", "--mode", "async")]
    [InlineData("skipped by the predicate", "-e", "true")]
    public void A_run_that_takes_nothing_says_why(string because, params string[] options) => Assert.Contains(because,
        string.Join(' ', TutorProcess.Run(["compact", Map("anon-deb"), .. options]).Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void A_misspelt_function_gets_a_place_and_a_cure()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p1"), "-e", "1 > folio_ref_cont(folio)");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("predicate:1:5: error", run.Error);
        Assert.Contains("folio_ref_count", run.Error);
    }

    [Theory]
    [InlineData("--check", "-e", "true")]
    [InlineData("--check", "--order", "4")]
    [InlineData("--check", "--release", "6.12")]
    [InlineData("--release", "5.10")]
    [InlineData("--order", "11")]
    [InlineData("--mode", "fast")]
    [InlineData("--trace", "--json")]
    [InlineData("--unknown")]
    public void Options_that_make_no_sense_are_usage_errors(params string[] options)
    {
        var run = TutorProcess.Run(["compact", Map("vfio-p1"), .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'tutor compact --help'", run.Error);
    }

    [Fact]
    public void A_recording_cut_short_is_refused_with_a_cure()
    {
        using var folder = new TemporaryFolder();
        var cut = Path.Combine(folder.Path, "cut.csv.gz");
        File.WriteAllBytes(cut, File.ReadAllBytes(Map("vfio-p1"))[..5000]);
        var run = TutorProcess.Run("compact", cut);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{cut}:1:1: error TUT3501", run.Error);
        Assert.Contains("help:", run.Error);
    }

    [Theory]
    [InlineData("/", "is a folder")]
    [InlineData("/nowhere/at-all.csv.gz", "there is no such recording")]
    public void What_is_no_file_is_refused(string path, string message)
    {
        var run = TutorProcess.Run("compact", path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains(message, run.Error);
    }
}

using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class CompactCommandTests
{
    static string Map(string name) => Repository.PathOf($"tests/fixtures/recordings/6.1/{name}.c1.csv.gz");

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
    public void Another_predicate_changes_the_run()
    {
        var run = TutorProcess.Run("compact", Map("vfio-p1"), "-e", "true", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, json.RootElement.GetProperty("counters").GetProperty("pgmigrate_success").GetInt64());
    }

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
    [InlineData("--order", "11")]
    [InlineData("--mode", "fast")]
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

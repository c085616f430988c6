using System.Text;
using System.Text.Json;
using Tutor.Core.Scoring;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    const string Small =
        """
        format: 1
        id: small
        title: "Pinned guest memory"
        kind: write
        brief: "Leave the pages that a device has pinned; take the rest."
        maps:
          - { id: host, role: shown, pages: 2048, seed: 1, mix: { anon: 50, vfio-anon: 30, free: 20 } }
        goals:
          pass: { futile: { max: 0 }, false_skips: { max: 0 } }
        """;

    const string Right = "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_level_anywhere_on_disk_plays()
    {
        var run = TutorProcess.Run("run", Write(Small), "-e", Right);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("verdict    pass", run.Out);
    }

    [Fact]
    public void A_wrong_predicate_exits_1_and_names_the_goal_that_it_missed()
    {
        var run = TutorProcess.Run("run", Write(Small), "-e", "false");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("verdict    fail:", run.Out);
        Assert.Contains("futile on host", run.Out);
    }

    [Fact]
    public void Json_has_the_documented_keys()
    {
        var root = Json("run", Write(Small), "-e", Right, "--json");
        Assert.Equal(
            ["schema", "level", "revision", "predicate", "answer", "diagnostics", "verdict", "goals", "misconceptions", "maps"],
            Names(root));
        Assert.Equal(["goal", "metric", "bound", "map", "seed", "value", "population", "met"], Names(root.GetProperty("goals")[0]));
        string[] released =
        [
            "candidates", "isolated", "migrated", "futile", "no_target", "skipped_pins", "skipped_short", "false_skips", "refused",
            "isolated_driver", "blocks_freed", "lru_locks", "batches", "compact_migrate_scanned", "cost_ns",
        ];
        Assert.Equal([], released.Except(Metric.All.Select(m => m.Name)));
        Assert.Equal(["id", "role", "seed", "pages", "by_kind", .. Metric.All.Select(m => m.Name)], Names(root.GetProperty("maps")[0]));
        Assert.Equal(
            ["kind", "candidates", "isolated", "migrated", "futile", "skipped_pins", "false_skips"],
            Names(root.GetProperty("maps")[0].GetProperty("by_kind")[0]));
    }

    [Fact]
    public void Json_of_a_broken_predicate_has_its_places()
    {
        var root = Json("run", Write(Small), "-e", "folio_ref_count(", "--json");
        Assert.Equal("error", root.GetProperty("verdict").GetString());
        var diagnostic = root.GetProperty("diagnostics")[0];
        Assert.Equal(
            ["code", "severity", "message", "line", "column", "end_line", "end_column"], Names(diagnostic).Take(7));
        Assert.Equal(1, diagnostic.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Json_of_a_text_refused_for_several_reasons_is_one_diagnostic_with_every_place()
    {
        var root = Json("run", Write(Small), "-e", "folio_trylock(folio) || lru_add_drain()", "--json");
        var diagnostic = Assert.Single(root.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(25, Assert.Single(diagnostic.GetProperty("also").EnumerateArray()).GetProperty("column").GetInt32());
    }

    [Fact]
    public void Names_of_a_release_between_two_say_whose_meanings_it_has() => Assert.Contains(
        "'--names' has nothing of its own for 6.17: write \"6.16\": its meanings hold until 6.19",
        TutorProcess.Run("run", Write(Small), "-e", "false", "--names", "6.17").Error, StringComparison.Ordinal);

    [Fact]
    public void Pages_have_one_character_each()
    {
        var map = Json("run", Write(Small), "-e", "false", "--pages", "--json").GetProperty("maps")[0];
        var verdicts = map.GetProperty("verdicts").GetString()!;
        Assert.Equal(2048, verdicts.Length);
        Assert.Equal(map.GetProperty("futile").GetInt32(), verdicts.Count(c => c == 'F'));
        Assert.Equal(map.GetProperty("migrated").GetInt32(), verdicts.Count(c => c == 'm'));
    }

    [Theory]
    [InlineData("--map", "host")]
    [InlineData("--seed", "9")]
    public void A_part_of_a_level_is_not_judged(string option, string value) =>
        Assert.Equal("none", Json("run", Write(Small), "-e", Right, option, value, "--json").GetProperty("verdict").GetString());

    [Fact]
    public void A_predicate_is_read_from_a_file()
    {
        var file = _folder.Write("skip.c", "bool skip(struct folio *folio)\n{\n\treturn false;\n}\n");
        Assert.Equal(1, TutorProcess.Run("run", Write(Small), "-f", file).ExitCode);
    }

    [Fact]
    public void A_predicate_is_read_from_standard_input()
    {
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes(Right), "run", Write(Small), "-f", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("-e", "true", "-f", "x")]
    [InlineData("--solution", "none-such")]
    [InlineData("--option", "none-such")]
    [InlineData("--map", "none-such", "-e", "true")]
    [InlineData("--seed", "-1", "-e", "true")]
    [InlineData]
    public void What_the_level_does_not_have_is_a_usage_error(params string[] options)
    {
        var run = TutorProcess.Run(["run", Write(Small), .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("help:", run.Error);
    }

    [Theory]
    [InlineData("guest-memroy", "did you mean 'guest-memory'")]
    [InlineData("", "there is no level")]
    public void A_level_that_nobody_knows_is_a_usage_error(string level, string message)
    {
        var run = TutorProcess.Run("run", level, "-e", "true");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void An_ambiguous_beginning_lists_what_it_could_be()
    {
        _folder.Write("levels/010-alpha-one.yaml", Small);
        _folder.Write("levels/020-alpha-two.yaml", Small);
        var run = TutorProcess.Run("run", "alpha", "-e", "true", "--pack", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("alpha-one, alpha-two", run.Error);
    }

    [Theory]
    [InlineData("unknown: 1\n" + Small, "1:1: error")]
    [InlineData(Small + "\nid: again\n", "10:1: error")]
    [InlineData(Small + "\nhints: [1, 2", "")]
    [InlineData(Small + "\n\tminutes: 1", "10:1: error")]
    [InlineData("", "1:1: error")]
    public void A_broken_level_gets_a_place_and_a_cure(string text, string place)
    {
        var path = Write(text);
        var run = TutorProcess.Run("run", path, "-e", "true");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{path}:{place}", run.Error);
        Assert.Contains("error TUT3", run.Error);
        Assert.Contains("help:", run.Error);
    }

    [Fact]
    public void A_binary_file_is_no_level()
    {
        var path = Path.Combine(_folder.Path, "noise.yaml");
        File.WriteAllBytes(path, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))]);
        Assert.Equal(3, TutorProcess.Run("run", path, "-e", "true").ExitCode);
    }

    [Fact]
    public void Version_4_leaves_fewer_than_20_futile_isolations_where_stock_leaves_thousands()
    {
        var stock = Guest("stock-6.1");
        var v4 = Guest("v4");
        Assert.True(stock > 2000, $"stock: {stock}");
        Assert.True(v4 < 20, $"v4: {v4}");
    }

    [Fact]
    public void The_list_has_every_level_of_the_pack()
    {
        var listed = Json("list", "--json").GetProperty("levels").EnumerateArray().ToList();
        Assert.Equal(
            Repository.Files("levels", "*-*.yaml").Count(), listed.Count);
        Assert.All(listed, level => Assert.Equal(JsonValueKind.Null, level.GetProperty("problem").ValueKind));
    }

    [Fact]
    public void Show_tells_the_goals_and_not_the_solutions()
    {
        var show = TutorProcess.Run("show", "guest-memory");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("false_skips", show.Out);
        Assert.DoesNotContain("reference", show.Out.Split('\n').Where(l => l.StartsWith("solution", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_checked_in_schema_is_the_one_that_the_program_prints() =>
        Assert.Equal(Repository.Read("levels/schema/level.v1.json"), TutorProcess.Run("schema").Out);

    [Fact]
    public void A_new_level_plays_as_it_is()
    {
        var path = Path.Combine(_folder.Path, "mine.yaml");
        Assert.Equal(0, TutorProcess.Run("new", "level", path).ExitCode);
        var run = TutorProcess.Run("run", path, "--solution", "reference");
        Assert.Contains("verdict    gold", run.Out);
        Assert.Equal(3, TutorProcess.Run("new", "level", path).ExitCode);
    }

    [Fact]
    public void A_new_pack_lists_its_level()
    {
        var path = Path.Combine(_folder.Path, "pack");
        Assert.Equal(0, TutorProcess.Run("new", "pack", path).ExitCode);
        var levels = Json("list", "--json", "--pack", path).GetProperty("levels");
        Assert.Equal("first", levels[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, levels[0].GetProperty("problem").ValueKind);
    }

    public void Dispose() => _folder.Dispose();

    static long Guest(string solution) =>
        Json("run", "recorded-guest", "--solution", solution, "--json").GetProperty("maps")[0].GetProperty("futile").GetInt64();

    string Write(string text) => _folder.Write("small.yaml", text);

    static JsonElement Json(params string[] arguments)
    {
        var run = TutorProcess.Run(arguments);
        return run.Out.Length > 0
            ? JsonDocument.Parse(run.Out).RootElement
            : throw new InvalidOperationException($"no JSON, exit code {run.ExitCode}: {run.Error}");
    }

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}

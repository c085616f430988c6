using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>Marks and paintings for scripts: <c>tutor run --answer</c>, and what the other commands say of such levels.</summary>
public sealed class AnswerOptionTests
{
    static readonly string Marks = string.Join("; ", Enumerable.Range(0, 8).Select(p => $"page:+{p}={(p is 1 or 5 or 7 ? "skip" : "take")}"));

    [Fact]
    public void Marks_are_played()
    {
        var run = TutorProcess.Run("run", "eight-pages", "--answer", Marks, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var report = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(("gold", Marks), (report.GetProperty("verdict").GetString(), report.GetProperty("predicate").GetString()));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("maps")[0].GetProperty("pages_used").ValueKind);
    }

    [Fact]
    public void A_predicate_is_played_as_marks() =>
        Assert.Contains("verdict    pass", TutorProcess.Run("run", "eight-pages", "--solution", "stock").Out, StringComparison.Ordinal);

    [Fact]
    public void A_painting_is_played()
    {
        var run = TutorProcess.Run("run", "break-stock", "--answer", "vfio-shmem free truncated-orphan", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var report = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(("gold", "vfio-shmem free truncated-orphan"), (report.GetProperty("verdict").GetString(), report.GetProperty("answer").GetString()));
        Assert.Equal(2, report.GetProperty("maps")[0].GetProperty("pages_used").GetInt32());
        Assert.Equal(1, TutorProcess.Run("run", "break-stock", "--solution", "right-about-these").ExitCode);
    }

    [Fact]
    public void A_mark_on_a_page_of_a_large_folio_is_said_of_all_of_it()
    {
        using var folder = new TemporaryFolder();
        var level = Path.Combine(folder.Path, "folios.yaml");
        File.WriteAllText(level, """
            format: 1
            id: folios
            title: "Folios"
            kind: mark
            brief: "Take or skip."
            mark: { shows: [counts, mapping] }
            maps:
              - id: m
                pages: 32
                mix: { free: 1 }
                set: [{ page: "+0..+16", kind: mthp-16 }, { page: "+16", kind: anon }, { page: "+17", kind: vfio-anon }]
            run: { trigger: compact_memory, release: "6.12" }
            goals:
              pass: { futile: { max: 0 }, false_skips: { max: 0 } }
            """);
        var told = TutorProcess.RunWith("marks\nmark skip all\nmark take +3 +16\ncheck\ncheck\nquit\n"u8.ToArray(), level, "--text", "--data", folder.Path).Out;
        Assert.Contains("+0..+16, not marked: mapping NULL, ref_count 17, mapcount 16, page_mapcount 1", told.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("+0..+16, take", told, StringComparison.Ordinal);
        Assert.DoesNotContain("+1, not marked", told, StringComparison.Ordinal);
        Assert.Contains("Passed", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page:+0=take", "no forecast of what this level asks about", 2)]
    [InlineData(null, "verdict    pass", 0)]
    public void A_forecast_is_judged(string? answer, string told, int exitCode)
    {
        var pack = TextPlayer.BuiltIn();
        var prepared = pack.Open(pack.Find("count-the-holders")!).Sitting!.Prepared;
        var run = TutorProcess.Run("run", "count-the-holders", "--answer", answer ?? PlannedLevel.TrueForecast(prepared).Write());
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(told, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("break-stock", "anon hotdog", "'hotdog' is no kind that this level offers")]
    [InlineData("eight-pages", "page:+0=take", "no marks for the pages of this level")]
    [InlineData("extra-reference", "false", "is a predicate: name it with -e")]
    public void What_is_no_answer_to_the_level_is_refused(string level, string answer, string why)
    {
        var run = TutorProcess.Run("run", level, "--answer", answer);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_predicate_is_no_answer_to_an_attack()
    {
        var run = TutorProcess.Run("run", "break-stock", "-e", "false");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--answer 'anon anon-shared-5'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_attacked_and_with_what_is_shown()
    {
        var shown = TutorProcess.Run("show", "break-stock").Out;
        Assert.Contains("against     stock: !mapping && folio_ref_count(folio) - 1 >", shown, StringComparison.Ordinal);
        Assert.Contains("truncated-orphan", shown, StringComparison.Ordinal);
        Assert.Contains("folio_ref_count, folio_mapcount, folio_mapping", TutorProcess.Run("show", "eight-pages").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_without_maps_are_no_ground_to_compare_on()
    {
        var run = TutorProcess.Run("compare", "-e", "stock", "--level", "break-stock");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("break-stock", run.Error, StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.Json;
using Tutor.Cli;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    /// <summary>Reaches gold in the level extra-reference.</summary>
    const string Right = "folio_ref_count(folio) > folio_mapcount(folio)";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_right_answer_arrives_as_it_left()
    {
        var run = Import(Exported("ada", new Attempt("first-try-2014", 2, "!mapping && " + Right, "gold", How: AttemptHow.Option, Option: "merged"),
            new Attempt("extra-reference", 1, Right, "gold")));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var attempt = Kept("extra-reference");
        Assert.Equal((Right, "gold", AttemptHow.Imported), (attempt.Predicate, attempt.Verdict, attempt.How));
        Assert.Contains("\"migrated\":", attempt.Metrics);
    }

    [Fact]
    public void A_database_that_is_handed_in_is_known_for_one()
    {
        var path = Path.Combine(_folder.Path, "progress-of-ada.db");
        File.WriteAllBytes(path, [.. "SQLite format 3\0"u8, 1, 2, 0, 255]);
        var run = Import(path);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("this is the database of somebody's progress", run.Error + run.Out);
        Assert.Contains("'tutor export --data FOLDER' writes one", (run.Error + run.Out).ReplaceLineEndings(" "));
    }

    [Fact]
    public void Marks_and_paintings_are_run_again()
    {
        var marks = string.Join("; ", Enumerable.Range(0, 8).Select(p => $"page:+{p}={(p is 1 or 5 or 7 ? "skip" : "take")}"));
        var run = Import(Exported("ada", new Attempt("eight-pages", 1, marks, "gold", How: AttemptHow.Marked),
            new Attempt("break-stock", 1, "vfio-shmem truncated-orphan", "gold", How: AttemptHow.Painted)));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((marks, "gold"), (Kept("eight-pages").Predicate, Kept("eight-pages").Verdict));
        Assert.Equal("gold", Kept("break-stock").Verdict);
        Assert.Equal(1, Import(Exported("eve", new Attempt("break-stock", 1, "anon", "gold", How: AttemptHow.Painted))).ExitCode);
    }

    [Fact]
    public void A_claim_that_does_not_come_true_is_told_and_what_is_computed_is_kept()
    {
        var file = Exported("eve", new Attempt("extra-reference", 1, "true", "gold"));
        var run = Import(file);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{file}:9:", run.Error);
        Assert.Contains("TUT3607: claims 'gold' for 'extra-reference', and comes to 'fail'", run.Error);
        Assert.Equal("fail", Kept("extra-reference").Verdict);
    }

    [Fact]
    public void That_an_answer_was_shown_arrives_and_is_no_pass()
    {
        var run = Import(Exported("ada", new Attempt("extra-reference", 1, "", "seen", How: AttemptHow.Shown)));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("seen", Kept("extra-reference").Verdict);
    }

    [Fact]
    public void A_predicate_that_does_not_compile_is_kept_as_an_error()
    {
        Import(Exported("eve", new Attempt("extra-reference", 1, "folio_ref_count(", "gold")));
        Assert.Equal("error", Kept("extra-reference").Verdict);
    }

    [Fact]
    public void A_file_that_was_imported_adds_nothing_the_next_time()
    {
        var file = Exported("ada", new Attempt("extra-reference", 1, "false", "fail"), new Attempt("extra-reference", 1, "false", "fail"));
        Import(file);
        using var json = JsonDocument.Parse(Import(file, "--json").Out);
        var row = json.RootElement.GetProperty("files")[0];
        Assert.Equal((0, 2), (row.GetProperty("added").GetInt32(), row.GetProperty("known").GetInt32()));
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        Assert.Equal(2, store.History().Count);
    }

    [Fact]
    public void Ones_own_file_adds_nothing()
    {
        var file = Exported("ada", new Attempt("extra-reference", 1, "false", "fail"));
        Assert.Contains(" 0      1 ", TutorProcess.Run("import", file, "--data", Path.Combine(_folder.Path, "ada")).Out);
    }

    [Fact]
    public void What_cannot_be_run_is_left_out_with_its_place_and_the_rest_arrives()
    {
        var file = Exported("ada", new Attempt("extra-referense", 1, "false", "gold"), new Attempt("extra-reference", 7, "false", "gold"),
            new Attempt("the-exemption", 1, "false", "gold", Option: "unheard-of"), new Attempt("count-the-holders", 1, "page +0: it flies", "pass"),
            new Attempt("first-scan", 1, "true", "pass"), new Attempt("extra-reference", 1, "false", "fail"));
        var run = Import(file);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{file}:6:16: warning TUT3604", run.Error);
        Assert.Contains("is 'extra-reference' meant?", run.Error);
        Assert.Contains($"{file}:15:19: warning TUT3605", run.Error);
        Assert.Equal(3, run.Error.Split("TUT3606").Length - 1);
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        Assert.Equal(["fail", "fail"], store.History().Select(a => a.Verdict));
    }

    [Fact]
    public void A_broken_attempt_is_bad_input_and_the_rest_arrives()
    {
        var file = Exported("ada", new Attempt("extra-reference", 1, "true", "fail"), new Attempt("extra-reference", 1, "false", "fail"));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"predicate\": \"true\",", "\"predicate\": \"tr", StringComparison.Ordinal));
        var run = Import(file);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{file}:5:5: error TUT3602", run.Error);
        Assert.Equal("false", Kept("extra-reference").Predicate);
    }

    [Fact]
    public void A_scan_that_was_watched_and_a_forecast_arrive_too()
    {
        var forecast = "page +5: it moves; page +40: skipped; it could not move";
        var run = Import(Exported("ada", new Attempt("first-scan", 1, "false", "pass", How: AttemptHow.Watched),
            new Attempt("foretell", 1, forecast, "pass", How: AttemptHow.Predicted)), "--pack", PackWithForecast());
        Assert.DoesNotContain("TUT3606", run.Error);
        Assert.Equal(forecast, Kept("foretell").Predicate);
        Assert.Equal("pass", Kept("foretell").Verdict);
    }

    [Fact]
    public void A_wrong_forecast_is_not_believed()
    {
        Import(Exported("ada", new Attempt("foretell", 1, "page +5: it is tried, and stays; page +40: it moves", "pass")),
            "--pack", PackWithForecast());
        Assert.Equal("fail", Kept("foretell").Verdict);
    }

    [Fact]
    public void Of_several_files_a_table_says_who_passed_what()
    {
        var ada = Exported("ada", new Attempt("extra-reference", 1, Right, "gold"));
        var bob = Exported("bob", new Attempt("extra-reference", 1, "true", "fail"), new Attempt("first-scan", 1, "false", "pass"));
        var run = Import(ada, bob);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Out.Split('\n');
        Assert.Equal(["first-scan", "1", "1", "0"], Cells(lines, "first-scan"));
        Assert.Equal(["extra-reference", "2", "1", "1"], Cells(lines, "extra-reference"));
        Assert.Equal([bob, "2", "2", "0", "0", "0", "1", "0"], Cells(lines, bob));
    }

    [Fact]
    public void A_file_of_the_first_edition_is_read()
    {
        var run = Import(Path.Combine(Repository.Root, "tests/fixtures/progress/export-1.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        Assert.Equal(["extra-reference gold", "first-scan pass", "the-exemption gold"], store.Best().Select(b => $"{b.Level} {b.Verdict}"));
    }

    [Fact]
    public void Another_players_attempts_come_among_ones_own_only_when_it_is_said()
    {
        Play(new Attempt("extra-reference", 1, "true", "fail"));
        var ada = Exported("ada", new Attempt("extra-reference", 1, Right, "gold"));
        var refused = Import(ada);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("1 attempt of another data folder would come among your own 1", refused.Error);
        Assert.Equal("fail", Kept("extra-reference").Verdict);
        Assert.Equal(0, Import(ada, "--merge").ExitCode);
        Assert.Equal(["fail", "gold"], Verdicts().Order());
    }

    [Theory]
    [InlineData("y", 0, "gold")]
    [InlineData("n", 2, "fail")]
    [InlineData("", 2, "fail")]
    public void Somebody_at_a_terminal_is_asked(string typed, int exitCode, string best)
    {
        Play(new Attempt("extra-reference", 1, "true", "fail"));
        var ada = Exported("ada", new Attempt("extra-reference", 1, Right, "gold"));
        var error = new StringWriter();
        var host = new CliHost(new MemoryStream(Encoding.UTF8.GetBytes(typed + "\n")), TextWriter.Null, error, _ => null, TimeProvider.System,
            Path.Combine(AppContext.BaseDirectory, "pack")) { IsInputTerminal = true, IsErrorTerminal = true };
        Assert.Equal(exitCode, CommandLine.Run(["import", ada, "--data", Data], host));
        Assert.Contains("would come among your own 1. Add them?", error.ToString());
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        Assert.Equal(best, store.Best("extra-reference", 1)?.Verdict);
    }

    [Fact]
    public void Several_files_come_among_ones_own_only_when_it_is_said()
    {
        Play(new Attempt("extra-reference", 1, "true", "fail"));
        var ada = Exported("ada", new Attempt("extra-reference", 1, Right, "gold"));
        var bob = Exported("bob", new Attempt("first-scan", 1, "false", "pass"));
        Assert.Contains("2 attempts of 2 files would come among your own 1", Import(ada, bob).Error);
        Assert.Single(Verdicts());
    }

    [Fact]
    public void Ones_own_file_comes_back_without_a_question()
    {
        Play(new Attempt("extra-reference", 1, "true", "fail"));
        var file = Path.Combine(_folder.Path, "mine.json");
        TutorProcess.Run("export", file, "--data", Data);
        Play(new Attempt("extra-reference", 1, "false", "fail"));
        Assert.Equal(0, Import(file).ExitCode);
        Assert.Equal(2, Verdicts().Count);
    }

    [Fact]
    public void What_was_imported_can_be_taken_out_again_and_come_back()
    {
        Play(new Attempt("extra-reference", 1, "true", "fail"));
        var ada = Exported("ada", new Attempt("extra-reference", 1, Right, "gold"));
        Import(ada, "--merge");
        var undone = TutorProcess.Run("import", "--undo", "--data", Data);
        Assert.Equal(0, undone.ExitCode);
        Assert.Contains("1 attempt is hidden", undone.Out);
        Assert.Equal(["fail"], Verdicts());
        Assert.Equal(1, TutorProcess.Run("import", "--undo", "--data", Data).ExitCode);
        Import(ada, "--merge");
        Assert.Equal(["fail", "gold"], Verdicts().Order());
    }

    [Fact]
    public void A_reset_of_elsewhere_leaves_out_what_is_older_here()
    {
        Play(new Attempt("extra-reference", 1, Right, "gold"));
        var ada = Path.Combine(_folder.Path, "ada");
        using (var store = ProgressStore.Open(ada, TimeProvider.System))
        {
            store.Note(new PlayerEvent(PlayerEventKind.Reset, "extra-reference", 0));
            store.Record(new Attempt("extra-reference", 1, "true", "fail"));
        }

        var file = Path.Combine(_folder.Path, "ada.json");
        TutorProcess.Run("export", file, "--data", ada);
        Assert.Equal(0, Import(file, "--merge").ExitCode);
        using var mine = ProgressStore.Open(Data, TimeProvider.System);
        Assert.Equal("fail", mine.Best("extra-reference", 1)?.Verdict);
        Assert.Equal(2, mine.History("extra-reference").Count);
    }

    [Fact]
    public void An_answer_to_a_level_that_became_another_is_run_on_that_one()
    {
        const string answer = "true";
        var run = Import(Exported("ada", new Attempt("hot-pages", 1, answer, "gold")));
        Assert.Contains("TUT3605: 'hot-pages' is 'a-thousand-mappings' in this pack: this attempt is run on that one", run.Error);
        Assert.Equal((answer, "fail"), (Kept("a-thousand-mappings").Predicate, Kept("a-thousand-mappings").Verdict));
    }

    [Fact]
    public void An_answer_to_another_revision_is_run_on_this_one()
    {
        var run = Import(Exported("ada", new Attempt("extra-reference", 7, Right, "fail"), new Attempt("the-exemption", 7, "false", "gold", Option: "unheard-of")));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("TUT3605: revision 7 of 'extra-reference' was played, and this pack has revision 1: this attempt is run on that one", run.Error);
        Assert.Equal((1, "gold"), (Kept("extra-reference").Revision, Kept("extra-reference").Verdict));
    }

    [Fact]
    public void One_unreadable_file_does_not_keep_the_others_out()
    {
        var missing = Path.Combine(_folder.Path, "nobody.json");
        var run = Import(missing, Exported("ada", new Attempt("extra-reference", 1, "true", "fail")));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{missing}:1:1: error TUT3901", run.Error);
        Assert.Equal("fail", Kept("extra-reference").Verdict);
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_refused_with_the_limit()
    {
        var file = _folder.Write("large.json", "{" + new string(' ', ExportFile.MostBytes) + "}");
        var run = Import(file);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is larger than 16384 KiB", run.Error);
    }

    [Fact]
    public void Damaged_progress_is_named()
    {
        _folder.Write("data/progress.db", new string('x', 8192));
        var run = Import(Exported("ada", new Attempt("extra-reference", 1, "true", "fail")));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is damaged", run.Error);
    }

    [Fact]
    public void An_imported_answer_can_be_broken_like_one_of_ones_own()
    {
        var (ada, here, file) = (Path.Combine(_folder.Path, "ada"), Path.Combine(_folder.Path, "here"), Path.Combine(_folder.Path, "ada.json"));
        TutorProcess.RunWith("play guest-memory\nskip folio_ref_count(folio) > 3\ncheck\nattack\npaint blockdev-busy\ncheck\ncheck\nquit\n"u8.ToArray(), "--text", "--data", ada);
        TutorProcess.Run("export", file, "--data", ada);
        Assert.Equal(0, TutorProcess.Run("import", file, "--merge", "--data", here).ExitCode);
        var told = TutorProcess.RunWith("attack\ntries\nquit\n"u8.ToArray(), "--text", "--data", here).Out;
        Assert.Contains("Your predicate:\n\n folio_ref_count(folio) > 3", told.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1, passed: blockdev-busy", told, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    string Data => Path.Combine(_folder.Path, "data");

    static string[] Cells(string[] lines, string name) =>
        Assert.Single(lines, l => l.StartsWith($"{name} ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    ProcessResult Import(params string[] arguments) => TutorProcess.Run(["import", "--data", Data, .. arguments]);

    /// <summary>Plays on one machine, and exports there.</summary>
    string Exported(string player, params Attempt[] attempts)
    {
        var data = Path.Combine(_folder.Path, player);
        using (var store = ProgressStore.Open(data, TimeProvider.System))
        {
            Array.ForEach(attempts, a => store.Record(a));
        }

        var file = Path.Combine(_folder.Path, $"{player}.json");
        Assert.Equal(0, TutorProcess.Run("export", file, "--data", data).ExitCode);
        return file;
    }

    void Play(params Attempt[] attempts)
    {
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        Array.ForEach(attempts, a => store.Record(a));
    }

    List<string> Verdicts()
    {
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        return [.. store.History().Select(a => a.Verdict)];
    }

    Attempt Kept(string level)
    {
        using var store = ProgressStore.Open(Data, TimeProvider.System);
        return Assert.Single(store.History(level));
    }

    /// <summary>One page that moves, and one that the stock check skips: the forecasts are known.</summary>
    string PackWithForecast()
    {
        _folder.Write("pack/levels/020-foretell.yaml",
            """
            format: 1
            id: foretell
            title: "Foretell"
            kind: predict
            brief: "What becomes of them?"
            skip: { starter: "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)" }
            maps:
              - id: host
                role: shown
                pages: 512
                seed: 1
                mix: { anon: 100 }
                set: [{ page: "+40", kind: vfio-anon }]
            predict: { items: [{ page: "+5" }, { page: "+40" }] }
            """);
        return Path.Combine(_folder.Path, "pack");
    }
}

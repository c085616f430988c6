using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class ProgressStoreTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly FixedTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Longer than any write takes; a test that waits so long has failed.</summary>
    static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    string Database => Path.Combine(_folder.Path, "progress.db");

    [Fact]
    public void An_attempt_is_read_back_whole()
    {
        using (var store = Open())
        {
            store.Record(new Attempt("guest", 2, "!mapping", "pass", """{"futile":1}""", AttemptHow.Option, "b"));
            Assert.True(store.Flush(Long));
            Assert.True(store.NextKeeping()?.IsKept);
        }

        using var again = Open();
        var attempt = Assert.Single(again.History("guest"));
        Assert.Equal(
            new Attempt("guest", 2, "!mapping", "pass", """{"futile":1}""", AttemptHow.Option, "b") { At = _time.Now }, attempt);
    }

    [Fact]
    public void Attempts_come_newest_first()
    {
        using var store = Open();
        Try(store, "a", "fail");
        Try(store, "b", "pass");
        Try(store, "a", "gold");
        Assert.Equal(["gold", "fail"], store.History("a").Select(a => a.Verdict));
    }

    [Fact]
    public void The_best_verdict_stays_when_a_later_try_is_worse()
    {
        using var store = Open();
        Try(store, "a", "silver");
        Try(store, "a", "fail");
        Assert.Equal(new LevelProgress("a", 1, "silver", 2), store.Best("a", 1));
    }

    [Fact]
    public void An_answer_that_was_shown_counts_more_than_a_failure_less_than_a_pass_and_is_no_try()
    {
        using var store = Open();
        Try(store, "a", "fail");
        Try(store, "a", VerdictWords.Seen);
        Assert.Equal(new LevelProgress("a", 1, VerdictWords.Seen, 1), store.Best("a", 1));
        Try(store, "a", "pass");
        Assert.Equal(new LevelProgress("a", 1, "pass", 2), store.Best("a", 1));
    }

    [Fact]
    public void A_new_revision_of_a_level_is_not_passed_yet()
    {
        using var store = Open();
        Try(store, "a", "gold");
        Assert.Null(store.Best("a", 2));
    }

    [Theory]
    [InlineData("pass", true)]
    [InlineData("gold", true)]
    [InlineData("fail", false)]
    [InlineData("none", false)]
    [InlineData("unheard-of", false)]
    public void Passed_is_what_reached_pass(string verdict, bool passed) =>
        Assert.Equal(passed, new LevelProgress("a", 1, verdict, 1).IsPassed);

    [Fact]
    public void What_was_remembered_is_recalled_by_the_next_start()
    {
        using (var store = Open())
        {
            store.Remember("last-level", "a");
            store.Remember("last-level", "b");
        }

        using var again = Open();
        Assert.Equal("b", again.Recall("last-level"));
        Assert.Null(again.Recall("nothing"));
    }

    [Fact]
    public void A_process_that_dies_without_closing_loses_nothing()
    {
        using var store = Open();
        Try(store, "a", "pass");

        // What a killed process leaves behind: the files as they are, with no closing of the database.
        using var after = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.Copy(file, Path.Combine(after.Path, Path.GetFileName(file)));
        }

        using var next = ProgressStore.Open(after.Path, _time);
        Assert.Equal("pass", next.Best("a", 1)?.Verdict);
    }

    [Fact]
    public void Two_terminals_see_each_others_attempts()
    {
        using var one = Open();
        using var two = Open();
        Try(one, "a", "pass");
        Try(two, "b", "gold");
        Try(one, "c", "fail");
        Assert.Equal(["a", "b", "c"], one.Best().Select(p => p.Level));
        Assert.Equal(["a", "b"], two.Best().Select(p => p.Level));
    }

    [Fact]
    public void Many_terminals_that_write_at_once_lose_nothing()
    {
        const int terminals = 6;
        const int tries = 25;
        Parallel.For(0, terminals, new ParallelOptions { MaxDegreeOfParallelism = terminals }, terminal =>
        {
            using var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 30);
            for (var i = 0; i < tries; i++)
            {
                Try(store, $"level-{terminal}", "fail");
            }
        });

        using var reader = Open();
        Assert.All(reader.Best(), level => Assert.Equal(tries, level.Attempts));
        Assert.Equal(terminals, reader.Best().Count);
    }

    [Theory]
    [InlineData("UPDATE attempts SET verdict = 'gold'")]
    [InlineData("DELETE FROM attempts")]
    public void Attempts_can_only_be_appended(string statement)
    {
        using var store = Open();
        Try(store, "a", "fail");
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = statement;
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void Events_are_kept_beside_attempts_in_the_order_in_which_they_happened()
    {
        var opened = new PlayerEvent(PlayerEventKind.LevelOpened, "a", 2);
        var hint = new PlayerEvent(PlayerEventKind.HintShown, "a", 2, "1");
        using (var store = Open())
        {
            store.Note(opened);
            store.Note(new PlayerEvent(PlayerEventKind.LevelOpened, "b", 1));
            store.Note(hint);
        }

        using var again = Open();
        Assert.Equal([opened with { At = _time.Now }, hint with { At = _time.Now }], again.Events("a"));
    }

    [Theory]
    [InlineData("UPDATE events SET kind = 'reset'")]
    [InlineData("DELETE FROM events")]
    public void Events_can_only_be_appended(string statement)
    {
        using var store = Open();
        store.Note(new PlayerEvent(PlayerEventKind.LevelOpened, "a", 1));
        Assert.True(store.Flush(Long));
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = statement;
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void A_database_of_the_first_edition_is_read_whole_and_written_on()
    {
        Execute(Repository.Read("tests/fixtures/progress/version-1.sql"));
        using (var store = Open())
        {
            Assert.Null(store.Notice);
            Assert.Equal(7, store.History().Count);
            Assert.Equal(new LevelProgress("extra-reference", 1, "gold", 1), store.Best("extra-reference", 1));
            Assert.Equal(new LevelProgress("own-reference", 1, VerdictWords.Seen, 1), store.Best("own-reference", 1));
            Assert.Equal(("!mapping", "3"), (store.Recall("draft:extra-reference"), store.Recall("hints:own-reference")));
            Try(store, "extra-reference", "fail");
        }

        using var again = Open();
        Assert.Equal(new LevelProgress("extra-reference", 1, "gold", 2), again.Best("extra-reference", 1));
    }

    [Fact]
    public void What_was_tried_before_a_reset_does_not_count_and_stays_in_the_history()
    {
        using (var store = Open())
        {
            Try(store, "a", "gold");
            Try(store, "b", "pass");
            store.Note(new PlayerEvent(PlayerEventKind.Reset, "a", 0));
            Assert.Null(store.Best("a", 1));
            Try(store, "a", "fail");
            Assert.Equal(new LevelProgress("a", 1, "fail", 1), store.Best("a", 1));
            Assert.Equal(["fail", "gold"], store.History("a").Select(a => a.Verdict));
        }

        using var again = Open();
        Assert.Equal([new LevelProgress("a", 1, "fail", 1), new LevelProgress("b", 1, "pass", 1)], again.Best());
    }

    [Fact]
    public void A_reset_of_everything_reaches_every_level()
    {
        using (var store = Open())
        {
            Try(store, "a", "gold");
            Try(store, "b", "pass");
            store.Note(new PlayerEvent(PlayerEventKind.Reset, "", 0));
            Assert.Empty(store.Best());
        }

        using var again = Open();
        Assert.Empty(again.Best());
    }

    [Fact]
    public void A_clock_that_was_set_back_takes_nothing_from_what_is_tried_after_a_reset()
    {
        using (var store = Open())
        {
            store.Note(new PlayerEvent(PlayerEventKind.Reset, "a", 0));
            _time.Now -= TimeSpan.FromDays(400);
            Try(store, "a", "pass");
        }

        using var again = Open();
        Assert.Equal("pass", again.Best("a", 1)?.Verdict);
    }

    [Fact]
    public void A_reset_reaches_what_a_clock_that_was_ahead_dated_later()
    {
        using (var store = Open())
        {
            _time.Now += TimeSpan.FromDays(400);
            Try(store, "a", "pass");
            _time.Now -= TimeSpan.FromDays(400);
            store.Note(new PlayerEvent(PlayerEventKind.Reset, "a", 0));
            Assert.Null(store.Best("a", 1));
        }

        using var again = Open();
        Assert.Null(again.Best("a", 1));
    }

    [Fact]
    public void A_re_run_counts_as_a_verdict_and_not_as_a_try()
    {
        using (var store = Open())
        {
            Try(store, "a", "gold");
            var before = store.History("a")[0];
            store.Record(before with { Revision = 2, Verdict = "silver", How = AttemptHow.RunAgain, RerunOf = before.At });
            Assert.Equal(new LevelProgress("a", 2, "silver", 0), store.Best("a", 2));
        }

        using var again = Open();
        Assert.Equal([new LevelProgress("a", 1, "gold", 1), new LevelProgress("a", 2, "silver", 0)], again.Best());
        Assert.Equal("silver", Assert.Single(Tries.Read(again.History("a"))).Attempt.Verdict);
    }

    [Fact]
    public void What_is_forgotten_is_gone_at_the_next_start()
    {
        using (var store = Open())
        {
            store.Remember("draft:a", "true");
            Assert.True(store.Flush(Long));
            store.Forget("draft:a");
            Assert.Null(store.Recall("draft:a"));
        }

        using var again = Open();
        Assert.Null(again.Recall("draft:a"));
    }

    [Fact]
    public void A_data_folder_has_one_number_for_all_starts()
    {
        string? number;
        using (var store = Open())
        {
            number = store.Recall(ProgressStore.FolderNumber);
        }

        using var again = Open();
        Assert.NotNull(number);
        Assert.Equal(number, again.Recall(ProgressStore.FolderNumber));
    }

    public void Dispose() => _folder.Dispose();

    void Execute(string sql)
    {
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    ProgressStore Open() => ProgressStore.Open(_folder.Path, _time);

    static void Try(ProgressStore store, string level, string verdict)
    {
        store.Record(new Attempt(level, 1, "true", verdict));
        Assert.True(store.Flush(Long), store.Notice?.ToString());
    }
}

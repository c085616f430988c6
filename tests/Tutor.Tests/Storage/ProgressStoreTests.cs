using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class ProgressStoreTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly FixedTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    string Database => Path.Combine(_folder.Path, "progress.db");

    [Fact]
    public void An_attempt_is_read_back_whole()
    {
        using (var store = Open())
        {
            store.Record(new Attempt("guest", 2, "!mapping", "pass", """{"futile":1}""", AttemptHow.Option, "b"));
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
        Assert.Equal(["a", "b"], one.Best().Select(p => p.Level));
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

    [Fact]
    public void While_another_program_holds_the_file_play_goes_on_and_the_next_try_saves_both()
    {
        using var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 1);
        using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            other.Open();
            using var hold = other.BeginTransaction(deferred: false);
            store.Record(new Attempt("a", 1, "true", "pass"));
            Assert.Contains("not saved yet", store.NextKeeping()?.Problem?.Reason);
            Assert.Equal("pass", store.Best("a", 1)?.Verdict);
        }

        Try(store, "b", "fail");
        Assert.Null(store.Notice);
        using var reader = Open();
        Assert.Equal(["a", "b"], reader.Best().Select(p => p.Level));
    }

    [Fact]
    public void A_damaged_database_is_named_and_play_goes_on_unsaved()
    {
        File.WriteAllText(Database, new string('x', 8192));
        using var store = Open();
        Assert.Contains($"{Database} is damaged", store.Notice?.ToString());
        store.Record(new Attempt("a", 1, "true", "pass"));
        Assert.False(store.NextKeeping()?.IsKept);
        Assert.Equal("pass", store.Best("a", 1)?.Verdict);
        Assert.Equal(new string('x', 8192), File.ReadAllText(Database));
    }

    [Fact]
    public void A_damaged_page_of_the_database_is_named_when_it_is_read()
    {
        using (var store = Open())
        {
            for (var i = 0; i < 200; i++)
            {
                store.Record(new Attempt("a", 1, new string('!', 200), "fail"));
            }
        }

        var bytes = File.ReadAllBytes(Database);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(Database, bytes);
        using var again = Open();
        _ = again.History();
        Assert.Contains("damaged", again.Notice?.ToString());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        using var store = ProgressStore.Open(Path.Combine(file, "data"), _time);
        Assert.Contains("cannot be made", store.Notice?.ToString());
        Assert.Contains("--data DIR", store.Notice?.ToString());
    }

    [Fact]
    public void A_database_that_is_a_folder_is_named()
    {
        Directory.CreateDirectory(Database);
        using var store = Open();
        Assert.Contains("cannot be opened", store.Notice?.ToString());
    }

    [Fact]
    public void A_database_of_a_later_program_is_left_alone()
    {
        using (var later = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            later.Open();
            using var command = later.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        using var store = Open();
        Assert.Contains("a later tutor wrote", store.Notice?.ToString());
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
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = statement;
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void Without_a_folder_there_is_a_notice()
    {
        using var store = ProgressStore.Open(null, _time);
        Assert.Contains("no home folder", store.Notice?.ToString());
    }

    public void Dispose() => _folder.Dispose();

    ProgressStore Open() => ProgressStore.Open(_folder.Path, _time);

    static void Try(ProgressStore store, string level, string verdict)
    {
        store.Record(new Attempt(level, 1, "true", verdict));
        Assert.Null(store.Notice);
    }

    sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now => now;

        public override DateTimeOffset GetUtcNow() => now;
    }
}

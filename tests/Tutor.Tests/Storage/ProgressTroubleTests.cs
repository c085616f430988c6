using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

/// <summary>What a player sees when progress cannot be kept, and that it is kept once it can be.</summary>
public sealed class ProgressTroubleTests : IDisposable
{
    /// <summary>Longer than any write takes; a test that waits so long has failed.</summary>
    static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder _folder = new();
    readonly FixedTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    string Database => Path.Combine(_folder.Path, "progress.db");

    [Fact]
    public void While_another_program_holds_the_file_play_goes_on_and_the_next_try_saves_both()
    {
        using var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 1);
        using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            other.Open();
            using var hold = other.BeginTransaction(deferred: false);
            store.Record(new Attempt("a", 1, "true", "pass"));
            Assert.False(store.Flush(Long));
            Assert.Contains("not saved yet", store.NextKeeping()?.Problem?.Reason);
            Assert.Equal("pass", store.Best("a", 1)?.Verdict);
        }

        store.Record(new Attempt("b", 1, "true", "fail"));
        Assert.True(store.Flush(Long));
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
        Assert.False(store.Flush(Long));
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

    [Fact]
    public void Without_a_folder_there_is_a_notice()
    {
        using var store = ProgressStore.Open(null, _time);
        Assert.Contains("no home folder", store.Notice?.ToString());
    }

    [Fact]
    public void A_locked_file_keeps_no_key_waiting()
    {
        using var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 30);
        using var other = Connect();
        using (other.BeginTransaction(deferred: false))
        {
            for (var key = 0; key < 100; key++)
            {
                store.Remember("draft:a", $"{key}");
            }

            store.Record(new Attempt("a", 1, "true", "pass"));
            // The writer waits for the lock: nothing is said to be kept, and nothing to be lost.
            Assert.Null(store.NextKeeping());
            Assert.Null(store.Notice);
            Assert.Equal("99", store.Recall("draft:a"));
            Assert.Equal("pass", store.Best("a", 1)?.Verdict);
            Assert.Single(store.History("a"));
        }

        Assert.True(store.Flush(Long));
        Assert.True(store.NextKeeping()?.IsKept);
    }

    [Fact]
    public void An_attempt_that_was_not_kept_is_said_to_be_kept_once_it_is()
    {
        using var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 1);
        using var other = Connect();
        long number;
        using (other.BeginTransaction(deferred: false))
        {
            number = store.Record(new Attempt("a", 1, "true", "pass"));
            Assert.False(store.Flush(Long));
            Assert.False(store.Flush(Long));
            Assert.Equal((number, false), (store.NextKeeping() is { } first ? (first.Attempt, first.IsKept) : default));
            Assert.Null(store.NextKeeping());
        }

        Assert.True(store.Flush(Long));
        Assert.Equal(new Keeping(number, null), store.NextKeeping());
    }

    [Fact]
    public void What_could_not_be_opened_at_the_start_is_opened_later()
    {
        var folder = Path.Combine(_folder.Path, "data");
        File.WriteAllText(folder, "a file in the place of the folder");
        using var store = ProgressStore.Open(folder, _time);
        Assert.Contains("cannot be made", store.Notice?.Reason);
        store.Record(new Attempt("a", 1, "true", "pass"));
        Assert.False(store.Flush(Long));
        File.Delete(folder);
        Assert.True(store.Flush(Long));
        Assert.Null(store.Notice);
        using var reader = ProgressStore.Open(folder, _time);
        Assert.Equal("pass", reader.Best("a", 1)?.Verdict);
    }

    [Fact]
    public void A_full_disk_is_named_and_everything_is_written_when_there_is_room()
    {
        var isFull = true;
        using var store = ProgressStore.Open(_folder.Path, _time, 1, (path, patience) =>
        {
            var connection = ProgressDatabase.Connect(path, patience);
            if (isFull)
            {
                Execute(connection, "PRAGMA max_page_count = 1");
            }

            return connection;
        });
        Assert.Contains("is full", store.Notice?.Reason);
        store.Record(new Attempt("a", 1, "true", "pass"));
        store.Note(new PlayerEvent(PlayerEventKind.LevelOpened, "a", 1));
        store.Remember("draft:a", "!mapping");
        Assert.False(store.Flush(Long));
        Assert.Contains("is full", store.NextKeeping()?.Problem?.Reason);
        isFull = false;
        Assert.True(store.Flush(Long));
        using var reader = ProgressStore.Open(_folder.Path, _time);
        Assert.Equal(("pass", 1, "!mapping"), (reader.Best("a", 1)?.Verdict, reader.Events("a").Count, reader.Recall("draft:a")));
    }

    [Fact]
    public void A_database_that_may_not_be_written_is_named_with_what_was_played_before()
    {
        using (var before = ProgressStore.Open(_folder.Path, _time))
        {
            before.Record(new Attempt("a", 1, "true", "gold"));
        }

        var isReadOnly = true;
        using var store = ProgressStore.Open(_folder.Path, _time, 1, (path, patience) =>
        {
            var connection = ProgressDatabase.Connect(path, patience);
            if (isReadOnly)
            {
                Execute(connection, "PRAGMA query_only = ON");
            }

            return connection;
        });
        Assert.Equal("gold", store.Best("a", 1)?.Verdict);
        store.Record(new Attempt("b", 1, "true", "pass"));
        Assert.False(store.Flush(Long));
        Assert.Contains("is read-only", store.Notice?.Reason);
        isReadOnly = false;
        Assert.True(store.Flush(Long));
        Assert.Null(store.Notice);
    }

    [Fact]
    public void A_database_that_was_deleted_is_made_anew_with_what_was_played_since_the_start()
    {
        using (var before = ProgressStore.Open(_folder.Path, _time))
        {
            before.Record(new Attempt("old", 1, "true", "gold"));
        }

        using var store = ProgressStore.Open(_folder.Path, _time);
        store.Record(new Attempt("a", 1, "true", "pass"));
        store.Remember("draft:a", "!mapping");
        Assert.True(store.Flush(Long));
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            File.Delete(file);
        }

        store.Record(new Attempt("b", 1, "true", "pass"));
        Assert.True(store.Flush(Long));
        Assert.Contains("was deleted", store.Remark);
        Assert.Equal(["a", "b"], store.Best().Select(b => b.Level));
        using var reader = ProgressStore.Open(_folder.Path, _time);
        Assert.Equal(["a", "b"], reader.Best().Select(b => b.Level));
        Assert.Equal("!mapping", reader.Recall("draft:a"));
    }

    [Fact]
    public void A_database_that_another_one_replaced_gets_what_was_played_since_the_start()
    {
        using var store = ProgressStore.Open(_folder.Path, _time);
        store.Record(new Attempt("a", 1, "true", "pass"));
        Assert.True(store.Flush(Long));
        Directory.Move(_folder.Path, _folder.Path + "-away");
        using (var other = ProgressStore.Open(_folder.Path, _time))
        {
            other.Record(new Attempt("b", 1, "true", "pass"));
        }

        store.Record(new Attempt("c", 1, "true", "pass"));
        Assert.True(store.Flush(Long));
        Assert.Equal(["a", "b", "c"], store.Best().Select(b => b.Level));
        Directory.Delete(_folder.Path + "-away", recursive: true);
    }

    [Fact]
    public void What_a_lock_keeps_back_to_the_end_is_counted_and_explained()
    {
        var store = ProgressStore.Open(_folder.Path, _time, patienceSeconds: 1);
        using var other = Connect();
        using (other.BeginTransaction(deferred: false))
        {
            store.Record(new Attempt("a", 1, "true", "pass"));
            store.Dispose();
        }

        Assert.Equal(1, store.UnwrittenAttempts);
        Assert.NotNull(store.Notice);
    }

    [Fact]
    public void A_version_that_no_tutor_has_is_named()
    {
        using (var other = Connect())
        {
            Execute(other, "PRAGMA user_version = -3");
        }

        using var store = ProgressStore.Open(_folder.Path, _time);
        Assert.Contains("its version is -3", store.Notice?.Reason);
    }

    [Fact]
    public void A_database_of_another_program_is_named_and_left_alone()
    {
        using (var other = Connect())
        {
            Execute(other, "CREATE TABLE attempts (anything)");
        }

        using var store = ProgressStore.Open(_folder.Path, _time);
        store.Record(new Attempt("a", 1, "true", "pass"));
        Assert.False(store.Flush(Long));
        Assert.Contains("no tutor wrote it", store.Notice?.Reason);
    }

    [Theory]
    [InlineData("DROP TABLE remembered; CREATE TABLE remembered (key TEXT, value TEXT); INSERT INTO remembered VALUES ('k', NULL)")]
    [InlineData("INSERT INTO attempts (at, level, revision, predicate, verdict, metrics, how) VALUES ('', 'a', 5000000000, '', '', '', '')")]
    [InlineData("INSERT INTO events (at, level, revision, kind, detail) VALUES ('', 'a', -5000000000, 'reset', '')")]
    public void A_row_that_no_tutor_wrote_is_named_and_what_is_played_is_kept(string statement)
    {
        using (var store = ProgressStore.Open(_folder.Path, _time))
        {
            store.Record(new Attempt("b", 1, "true", "pass"));
        }

        using (var other = Connect())
        {
            Execute(other, statement);
        }

        using var again = ProgressStore.Open(_folder.Path, _time);
        _ = again.Events("a");
        Assert.Contains("holds what no tutor wrote", again.Notice?.Reason);
        var number = again.Record(new Attempt("c", 1, "true", "pass"));
        again.Flush(Long);
        Assert.Equal(new Keeping(number, null), again.NextKeeping());
    }

    public void Dispose() => _folder.Dispose();

    ProgressStore Open() => ProgressStore.Open(_folder.Path, _time);

    SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

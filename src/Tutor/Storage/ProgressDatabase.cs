using System.Globalization;
using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>
/// The SQLite file: every attempt in the order it was made, and a few remembered words. Write-ahead logging with
/// full synchronisation: what was written survives a <c>kill -9</c>, and two processes may write at once.
/// Throws <see cref="SqliteException"/>; <see cref="ProgressStore"/> turns that into a notice.
/// </summary>
sealed class ProgressDatabase : IDisposable
{
    /// <summary>"Tutr": lets <c>file</c> and us tell this database from others.</summary>
    const int ApplicationId = 0x54757472;

    /// <summary>Entry k takes a database from version k to k + 1. Append only: people have files of every version.</summary>
    static readonly string[] Migrations =
    [
        """
        CREATE TABLE attempts (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          level TEXT NOT NULL,
          revision INTEGER NOT NULL,
          predicate TEXT NOT NULL,
          verdict TEXT NOT NULL,
          metrics TEXT NOT NULL,
          how TEXT NOT NULL,
          option TEXT
        ) STRICT;
        CREATE INDEX attempts_by_level ON attempts (level, revision, verdict);
        CREATE TRIGGER attempts_stay BEFORE UPDATE ON attempts
          BEGIN SELECT RAISE(ABORT, 'attempts are never changed'); END;
        CREATE TRIGGER attempts_are_kept BEFORE DELETE ON attempts
          BEGIN SELECT RAISE(ABORT, 'attempts are never removed'); END;
        CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """,
    ];

    readonly SqliteConnection _connection;

    ProgressDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Version of the layout this program writes.</summary>
    public static int SchemaVersion => Migrations.Length;

    /// <param name="patienceSeconds">How long another process's write is waited for; at least 1.</param>
    /// <exception cref="NewerDatabaseException">A later version of the program wrote it.</exception>
    public static ProgressDatabase Open(string path, int patienceSeconds)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = patienceSeconds,
        }.ToString());
        try
        {
            connection.Open();
            var database = new ProgressDatabase(connection);
            database.Execute($"PRAGMA busy_timeout = {patienceSeconds * 1000}");
            // Where write-ahead logging is impossible (some network file systems) SQLite keeps its rollback journal.
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute("PRAGMA synchronous = FULL");
            database.Migrate();
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Inserts the attempts that are not there yet, all or none; how many those are.</summary>
    public int InsertMissing(IReadOnlyList<Attempt> attempts)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        // The verdict is left out: it says what was made of an attempt, not which attempt it is.
        var known = Attempts(null, int.MaxValue).Select(Identity).ToHashSet();
        var missing = attempts.Where(a => known.Add(Identity(a))).ToList();
        foreach (var attempt in missing)
        {
            Insert(attempt);
        }

        transaction.Commit();
        return missing.Count;
    }

    public void Insert(Attempt attempt)
    {
        using var command = Command(
            """
            INSERT INTO attempts (at, level, revision, predicate, verdict, metrics, how, option)
            VALUES ($at, $level, $revision, $predicate, $verdict, $metrics, $how, $option)
            """);
        Bind(command, "$at", attempt.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        Bind(command, "$level", attempt.Level);
        Bind(command, "$revision", attempt.Revision);
        Bind(command, "$predicate", attempt.Predicate);
        Bind(command, "$verdict", attempt.Verdict);
        Bind(command, "$metrics", attempt.Metrics);
        Bind(command, "$how", WordOf(attempt.How));
        Bind(command, "$option", (object?)attempt.Option ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    /// <summary>Newest first; of one level, or of all when <paramref name="level"/> is null.</summary>
    public List<Attempt> Attempts(string? level, int most)
    {
        using var command = Command(
            """
            SELECT at, level, revision, predicate, verdict, metrics, how, option FROM attempts
            WHERE $level IS NULL OR level = $level ORDER BY id DESC LIMIT $most
            """);
        Bind(command, "$level", (object?)level ?? DBNull.Value);
        Bind(command, "$most", most);
        using var reader = command.ExecuteReader();
        var attempts = new List<Attempt>();
        while (reader.Read())
        {
            attempts.Add(new Attempt(
                reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), HowOf(reader.GetString(6)), reader.IsDBNull(7) ? null : reader.GetString(7))
            {
                At = DateTimeOffset.TryParse(reader.GetString(0), CultureInfo.InvariantCulture, out var at)
                    ? at
                    : default,
            });
        }

        return attempts;
    }

    /// <summary>One row a level, revision and verdict, with how many attempts ended so.</summary>
    public List<LevelProgress> Verdicts()
    {
        using var command = Command(
            "SELECT level, revision, verdict, COUNT(*) FROM attempts GROUP BY level, revision, verdict");
        using var reader = command.ExecuteReader();
        var rows = new List<LevelProgress>();
        while (reader.Read())
        {
            rows.Add(new LevelProgress(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3)));
        }

        return rows;
    }

    public void Remember(string key, string value)
    {
        using var command = Command(
            "INSERT INTO remembered VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        Bind(command, "$key", key);
        Bind(command, "$value", value);
        command.ExecuteNonQuery();
    }

    public string? Recall(string key)
    {
        using var command = Command("SELECT value FROM remembered WHERE key = $key");
        Bind(command, "$key", key);
        return (string?)command.ExecuteScalar();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Takes the write lock before it looks: two first starts at once must not both create the tables.</summary>
    void Migrate()
    {
        if (Version() == SchemaVersion)
        {
            return;
        }

        using var transaction = _connection.BeginTransaction(deferred: false);
        var version = Version();
        if (version > SchemaVersion)
        {
            throw new NewerDatabaseException(version);
        }

        for (; version < SchemaVersion; version++)
        {
            Execute(Migrations[version]);
        }

        Execute($"PRAGMA application_id = {ApplicationId}");
        Execute($"PRAGMA user_version = {SchemaVersion}");
        transaction.Commit();
    }

    int Version()
    {
        using var command = Command("PRAGMA user_version");
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    // Only constants of this class come here; every value from outside is bound.
    SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    static void Bind(SqliteCommand command, string name, object value) => command.Parameters.AddWithValue(name, value);

    static (DateTime At, string Level, int Revision, string Predicate, string? Option) Identity(Attempt attempt) =>
        (attempt.At.UtcDateTime, attempt.Level, attempt.Revision, attempt.Predicate, attempt.Option);

    static string WordOf(AttemptHow how) => how switch
    {
        AttemptHow.Option => "option",
        AttemptHow.Watched => "watched",
        AttemptHow.Predicted => "predicted",
        AttemptHow.Imported => "imported",
        AttemptHow.Shown => "shown",
        _ => "typed",
    };

    static AttemptHow HowOf(string word) =>
        Enum.GetValues<AttemptHow>().FirstOrDefault(how => WordOf(how) == word);
}

/// <summary>The database was written by a later version of the program.</summary>
sealed class NewerDatabaseException(int version) : Exception($"its layout is version {version}")
{
    public int Version { get; } = version;
}

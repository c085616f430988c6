using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tutor.Storage;

/// <summary>
/// The SQLite file: every attempt and event in the order in which they were made, and a few remembered words.
/// Write-ahead logging with full synchronisation: what was written survives a <c>kill -9</c>, and two processes may
/// write at once. Throws <see cref="SqliteException"/> and <see cref="UnfitDatabaseException"/>;
/// <see cref="ProgressStore"/> turns both into a notice.
/// </summary>
sealed partial class ProgressDatabase : IDisposable
{
    readonly SqliteConnection _connection;

    ProgressDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens or creates a file; nothing of it is read yet.</summary>
    /// <param name="patienceSeconds">How long another process's write is waited for; at least 1.</param>
    public static SqliteConnection Connect(string path, int patienceSeconds)
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
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The database behind an open connection, which it owns from now on; made where there is none yet.</summary>
    /// <exception cref="UnfitDatabaseException">It is no database of this program, or of a later version of it.</exception>
    public static ProgressDatabase Over(SqliteConnection connection, int patienceSeconds)
    {
        var database = new ProgressDatabase(connection);
        try
        {
            database.Execute($"PRAGMA busy_timeout = {patienceSeconds * 1000}");
            // Where write-ahead logging is impossible (some network file systems) SQLite keeps its rollback journal.
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute("PRAGMA synchronous = FULL");
            database.Migrate();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A file that is only read, and that nobody writes meanwhile: where a folder cannot be written, SQLite opens a
    /// database with a write-ahead log in no other way.
    /// </summary>
    public static ProgressDatabase OverStill(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{Uri.EscapeDataString(path)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new ProgressDatabase(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Takes the write lock before it looks: two first starts at once must not both create the tables.</summary>
    void Migrate()
    {
        if (Number("PRAGMA user_version") == ProgressLayout.Version)
        {
            return;
        }

        using var transaction = _connection.BeginTransaction(deferred: false);
        var version = Number("PRAGMA user_version");
        if (version > ProgressLayout.Version)
        {
            throw new UnfitDatabaseException(
                string.Create(CultureInfo.InvariantCulture, $"a later tutor wrote it (version {version})"), "update this one");
        }

        if (version < 0 || (version == 0 && Number("SELECT COUNT(*) FROM sqlite_schema") > 0))
        {
            throw new UnfitDatabaseException(
                string.Create(CultureInfo.InvariantCulture, $"no tutor wrote it (its version is {version})"), "move it away");
        }

        for (; version < ProgressLayout.Version; version++)
        {
            Execute(ProgressLayout.Migrations[(int)version]);
        }

        Execute($"PRAGMA application_id = {ProgressLayout.ApplicationId}");
        Execute($"PRAGMA user_version = {ProgressLayout.Version}");
        transaction.Commit();
    }

    long Number(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
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

    static void Bind(SqliteCommand command, string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
}

/// <summary>The file is a database, and not one that this program may write; two clauses, as in a notice.</summary>
sealed class UnfitDatabaseException(string reason, string cure) : Exception($"{reason}; {cure}")
{
    public string Reason { get; } = reason;

    public string Cure { get; } = cure;
}

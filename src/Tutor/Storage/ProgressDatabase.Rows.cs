using System.Globalization;
using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>What the database is asked and told.</summary>
sealed partial class ProgressDatabase
{
    /// <summary>Writes all of it, or nothing.</summary>
    /// <param name="words">What is remembered under a name; null: nothing any more.</param>
    public void Write(IEnumerable<Attempt> attempts, IEnumerable<PlayerEvent> events, IEnumerable<KeyValuePair<string, string?>> words)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var attempt in attempts)
        {
            Insert(attempt, null);
        }

        foreach (var happened in events)
        {
            Insert(happened, null);
        }

        foreach (var (key, value) in words)
        {
            Remember(key, value);
        }

        transaction.Commit();
    }

    /// <summary>Inserts the attempts and events that are not there yet, all or none.</summary>
    /// <param name="import">
    /// The event of an import that they come with, or null. It is written when the first row that is new asks for it.
    /// </param>
    /// <param name="number">The number of that event, where an earlier call has written it.</param>
    public Inserted InsertMissing(IReadOnlyList<Attempt> attempts, IReadOnlyList<PlayerEvent> events, PlayerEvent? import = null, long? number = null)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var known = KnownAttempts();
        var missing = attempts.Where(a => known.Add(Identity(a))).ToList();
        var knownEvents = Events(null).ToHashSet();
        var missingEvents = events.Where(knownEvents.Add).ToList();
        if (import is not null && missing.Count + missingEvents.Count > 0)
        {
            number ??= Insert(import, null);
        }

        foreach (var attempt in missing)
        {
            Insert(attempt, number);
        }

        foreach (var happened in missingEvents)
        {
            Insert(happened, number);
        }

        transaction.Commit();
        return new Inserted(missing.Count, missingEvents.Count, number);
    }

    /// <summary>How many attempts are not there yet.</summary>
    public int CountMissing(IEnumerable<Attempt> attempts)
    {
        var known = KnownAttempts();
        return attempts.Count(a => known.Add(Identity(a)));
    }

    /// <summary>Attempts that were made here; what an import brought is none.</summary>
    public long OwnAttempts() => Number("SELECT COUNT(*) FROM seen_attempts WHERE import IS NULL AND how <> 'imported'");

    /// <summary>Hides what the last import brought that is not hidden yet; when that was, and how many attempts. Null: there is none.</summary>
    /// <param name="now">When it is taken back.</param>
    public (DateTimeOffset At, int Attempts)? TakeBackImport(DateTimeOffset now)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        using var last = Command("SELECT id, at FROM events WHERE kind = 'imported' AND id NOT IN hidden_imports ORDER BY id DESC LIMIT 1");
        if (Rows(last, row => (Number: row.GetInt64(0), At: Time(row.GetString(1)))) is not [var import])
        {
            return null;
        }

        using var brought = Command("SELECT COUNT(*) FROM attempts WHERE import = $import");
        Bind(brought, "$import", import.Number);
        var count = Convert.ToInt32(brought.ExecuteScalar(), CultureInfo.InvariantCulture);
        Insert(new PlayerEvent(PlayerEventKind.ImportTakenBack, "", 0, import.Number.ToString(CultureInfo.InvariantCulture)) { At = now }, null);
        transaction.Commit();
        return (import.At, count);
    }

    /// <summary>
    /// The verdict is left out: it says what was made of an attempt, not which attempt it is. So is the revision: what
    /// was played on another one is kept under the one on which it was run again.
    /// </summary>
    HashSet<(DateTime At, string Level, string Predicate, string? Option)> KnownAttempts() => [.. Attempts(null, int.MaxValue).Select(Identity)];

    void Insert(Attempt attempt, long? import)
    {
        using var command = Command(
            """
            INSERT INTO attempts (at, level, revision, predicate, verdict, metrics, how, option, rerun_of, import)
            VALUES ($at, $level, $revision, $predicate, $verdict, $metrics, $how, $option, $rerun_of, $import)
            """);
        Bind(command, "$at", Written(attempt.At));
        Bind(command, "$level", attempt.Level);
        Bind(command, "$revision", attempt.Revision);
        Bind(command, "$predicate", attempt.Predicate);
        Bind(command, "$verdict", attempt.Verdict);
        Bind(command, "$metrics", attempt.Metrics);
        Bind(command, "$how", attempt.How.Id());
        Bind(command, "$option", attempt.Option);
        Bind(command, "$rerun_of", attempt.RerunOf is { } original ? Written(original) : null);
        Bind(command, "$import", import);
        command.ExecuteNonQuery();
    }

    /// <returns>The event's number.</returns>
    long Insert(PlayerEvent happened, long? import)
    {
        using var command = Command(
            """
            INSERT INTO events (at, level, revision, kind, detail, import) VALUES ($at, $level, $revision, $kind, $detail, $import)
            RETURNING id
            """);
        Bind(command, "$at", Written(happened.At));
        Bind(command, "$level", happened.Level);
        Bind(command, "$revision", happened.Revision);
        Bind(command, "$kind", happened.Kind.Id());
        Bind(command, "$detail", happened.Detail);
        Bind(command, "$import", import);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Newest first; of one level, or of all when <paramref name="level"/> is null.</summary>
    public List<Attempt> Attempts(string? level, int most)
    {
        using var command = Command(
            """
            SELECT id, at, level, revision, predicate, verdict, metrics, how, option, rerun_of FROM seen_attempts
            WHERE $level IS NULL OR level = $level ORDER BY id DESC LIMIT $most
            """);
        Bind(command, "$level", level);
        Bind(command, "$most", most);
        return Rows(command, row => new Attempt(
            row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.GetString(6),
            AttemptHows.Find(row.GetString(7)), row.IsDBNull(8) ? null : row.GetString(8))
        {
            At = Time(row.GetString(1)),
            RerunOf = row.IsDBNull(9) ? null : Time(row.GetString(9)),
        });
    }

    /// <summary>Oldest first; of one level, or of all when <paramref name="level"/> is null. Kinds of a later version are left out.</summary>
    public List<PlayerEvent> Events(string? level)
    {
        using var command = Command(
            "SELECT id, at, level, revision, kind, detail FROM seen_events WHERE $level IS NULL OR level = $level ORDER BY id");
        Bind(command, "$level", level);
        var events = Rows(command, row => PlayerEventKinds.Find(row.GetString(4)) is { } kind
            ? new PlayerEvent(kind, row.GetString(2), row.GetInt32(3), row.GetString(5)) { At = Time(row.GetString(1)) } : null);
        return [.. events.OfType<PlayerEvent>()];
    }

    /// <summary>One row a level, revision and verdict, with how many tries ended so and when the last did; of what counts since the last reset.</summary>
    public List<(LevelProgress Ended, DateTimeOffset Newest)> Verdicts()
    {
        using var command = Command(
            """
            SELECT MAX(id), level, revision, verdict, COUNT(*) - COUNT(rerun_of), MAX(at) FROM counted_attempts
            GROUP BY level, revision, verdict
            """);
        return Rows(command, row =>
            (new LevelProgress(row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4)), Time(row.GetString(5))));
    }

    /// <summary>When each level was last reset; the empty name stands for all of them.</summary>
    public List<(string Level, DateTimeOffset At)> Resets()
    {
        using var command = Command("SELECT MAX(id), level, MAX(at) FROM seen_events WHERE kind = 'reset' GROUP BY level");
        return Rows(command, row => (row.GetString(1), Time(row.GetString(2))));
    }

    /// <summary>Everything that is remembered, by name.</summary>
    public Dictionary<string, string> Words()
    {
        using var command = Command("SELECT rowid, key, value FROM remembered");
        return Rows(command, row => KeyValuePair.Create(row.GetString(1), row.GetString(2))).ToDictionary();
    }

    /// <summary>A number that changes when another connection has written.</summary>
    public long DataVersion() => Number("PRAGMA data_version");

    void Remember(string key, string? value)
    {
        using var command = Command(value is null ? "DELETE FROM remembered WHERE key = $key"
            : "INSERT INTO remembered VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        Bind(command, "$key", key);
        Bind(command, "$value", value);
        command.ExecuteNonQuery();
    }

    /// <summary>Reads every row. The first column is the row's number, to name it where it is damaged.</summary>
    static List<T> Rows<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            try
            {
                rows.Add(read(reader));
            }
            catch (Exception e) when (e is InvalidCastException or InvalidOperationException or OverflowException or FormatException)
            {
                throw new UnfitDatabaseException(
                    string.Create(CultureInfo.InvariantCulture, $"row {reader.GetInt64(0)} holds what no tutor wrote ({e.Message.TrimEnd('.')})"),
                    "move it away to begin anew");
            }
        }

        return rows;
    }

    /// <summary>With one width and in UTC: times must compare as texts.</summary>
    static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff+00:00", CultureInfo.InvariantCulture);

    static DateTimeOffset Time(string written) => DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, out var at) ? at : default;

    static (DateTime At, string Level, string Predicate, string? Option) Identity(Attempt attempt) =>
        (attempt.At.UtcDateTime, attempt.Level, attempt.Predicate, attempt.Option);
}

/// <summary>How many attempts and events were new, and the number of the import's event, where there is one.</summary>
readonly record struct Inserted(int Attempts, int Events, long? Import);

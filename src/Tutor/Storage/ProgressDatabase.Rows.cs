using System.Globalization;
using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>What the database is asked and told.</summary>
sealed partial class ProgressDatabase
{
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
            INSERT INTO attempts (at, level, revision, predicate, verdict, metrics, how, option, rerun_of)
            VALUES ($at, $level, $revision, $predicate, $verdict, $metrics, $how, $option, $rerun_of)
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
        command.ExecuteNonQuery();
    }

    public void Insert(PlayerEvent happened)
    {
        using var command = Command(
            "INSERT INTO events (at, level, revision, kind, detail) VALUES ($at, $level, $revision, $kind, $detail)");
        Bind(command, "$at", Written(happened.At));
        Bind(command, "$level", happened.Level);
        Bind(command, "$revision", happened.Revision);
        Bind(command, "$kind", happened.Kind.Id());
        Bind(command, "$detail", happened.Detail);
        command.ExecuteNonQuery();
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

    /// <summary>One row a level, revision and verdict, with how many tries ended so; of what counts since the last reset.</summary>
    public List<LevelProgress> Verdicts()
    {
        using var command = Command(
            """
            SELECT 0, level, revision, verdict, COUNT(*) - COUNT(rerun_of) FROM counted_attempts
            GROUP BY level, revision, verdict
            """);
        return Rows(command, row => new LevelProgress(row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4)));
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
        using var command = Command("SELECT 0, value FROM remembered WHERE key = $key");
        Bind(command, "$key", key);
        return Rows(command, row => row.GetString(1)).FirstOrDefault();
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

    static (DateTime At, string Level, int Revision, string Predicate, string? Option) Identity(Attempt attempt) =>
        (attempt.At.UtcDateTime, attempt.Level, attempt.Revision, attempt.Predicate, attempt.Option);
}

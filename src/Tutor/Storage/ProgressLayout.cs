using System.Collections.Immutable;

namespace Tutor.Storage;

/// <summary>The tables of a progress database, as the steps that lead to them.</summary>
static class ProgressLayout
{
    /// <summary>"Tutr": lets <c>file</c> and us tell this database from others.</summary>
    public const int ApplicationId = 0x54757472;

    /// <summary>Entry k takes a database from version k to k + 1. Append only: people have files of every version.</summary>
    public static ImmutableArray<string> Migrations { get; } =
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

        // Events beside attempts. A row that an import brought names the event of that import, and is hidden once
        // another event takes that import back. Of what is seen only what is younger than its level's last reset
        // counts: times are written with the same width and in UTC, so that they compare as texts.
        """
        ALTER TABLE attempts ADD COLUMN rerun_of TEXT;
        ALTER TABLE attempts ADD COLUMN import INTEGER;
        CREATE TABLE events (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          level TEXT NOT NULL,
          revision INTEGER NOT NULL,
          kind TEXT NOT NULL,
          detail TEXT NOT NULL,
          import INTEGER
        ) STRICT;
        CREATE INDEX events_by_kind ON events (kind, level, at);
        CREATE INDEX events_by_level ON events (level);
        CREATE TRIGGER events_stay BEFORE UPDATE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_are_kept BEFORE DELETE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
        CREATE VIEW hidden_imports AS
          SELECT CAST(detail AS INTEGER) AS import FROM events WHERE kind = 'import_taken_back';
        CREATE VIEW seen_events AS
          SELECT * FROM events WHERE import IS NULL OR import NOT IN hidden_imports;
        CREATE VIEW seen_attempts AS
          SELECT * FROM attempts WHERE import IS NULL OR import NOT IN hidden_imports;
        CREATE VIEW counted_attempts AS
          SELECT * FROM seen_attempts AS a WHERE NOT EXISTS
            (SELECT 1 FROM seen_events AS r WHERE r.kind = 'reset' AND r.level IN ('', a.level) AND r.at >= a.at);
        """,
    ];

    /// <summary>Version of the layout that this program writes.</summary>
    public static int Version => Migrations.Length;
}

using Microsoft.Data.Sqlite;
using Tutor.Game.Playing.Progress;

namespace Tutor.Storage;

/// <summary>What a player is told when progress cannot be kept.</summary>
static class ProgressNotices
{
    public static NotKept NoHome { get; } = new("progress is not saved: there is no home folder", "name one with --data DIR");

    public static NotKept BusyToTheEnd(string path) =>
        new($"progress is not saved: {path} was busy until the end", "end the program that holds it before you play on");

    /// <summary>Null for an exception that is a bug of ours.</summary>
    public static NotKept? Of(Exception exception, string path) => exception switch
    {
        UnfitDatabaseException e => new($"progress is not saved: {path}: {e.Reason}", $"{e.Cure}, or use --data DIR"),
        SqliteException e => Of(e, path),
        IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException =>
            new($"progress is not saved: the folder of {path} cannot be made ({exception.Message.TrimEnd('.')})", "choose another with --data DIR"),
        _ => null,
    };

    // Result codes: sqlite.org/rescode.html.
    static NotKept Of(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => new($"progress is not saved yet: another program holds {path}", "end that program, or wait for it", IsTriedAgain: true),
        8 => new($"progress is not saved: {path} is read-only", "make it writable, or use --data DIR"),
        10 => new($"progress is not saved yet: {path} cannot be read or written ({e.Message.TrimEnd('.')})", "free some space, and check the disk", IsTriedAgain: true),
        11 or 26 => new($"progress is not saved: {path} is damaged", "move it away to begin anew, or use --data DIR"),
        13 => new($"progress is not saved yet: the disk of {path} is full", "free some space", IsTriedAgain: true),
        14 => new($"progress is not saved: {path} cannot be opened", "check its permissions, or use --data DIR"),
        _ => new($"progress is not saved: {path}: {e.Message.TrimEnd('.')}", "use --data DIR for another place"),
    };
}

using System.Globalization;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing.Classroom;

/// <summary>
/// Finds hand-ins that have the same rows. Nobody does the same at the same ten-millionth of a second as somebody else:
/// such rows come from one data folder, whatever the files and the names in them are called.
/// </summary>
static class SharedRowsFinder
{
    /// <returns>Those that count, in their order; and what is to be told.</returns>
    public static (IReadOnlyList<HandedIn> Counted, IReadOnlyList<SharedRows> Shared) Find(IReadOnlyList<HandedIn> files, Func<HandedIn, string> labelOf)
    {
        var rows = files.Select(f => RowsOf(f).ToHashSet(StringComparer.Ordinal)).ToList();
        var owners = rows.SelectMany((set, file) => set.Select(row => (row, file))).ToLookup(r => r.row, r => r.file, StringComparer.Ordinal);
        var (counted, shared) = (new List<HandedIn>(), new List<SharedRows>());
        for (var file = 0; file < files.Count; file++)
        {
            var most = rows[file].SelectMany(row => owners[row]).Where(other => other != file).CountBy(other => other)
                .Where(o => IsTold(rows, file, o.Key, o.Value)).OrderByDescending(o => o.Value).ThenByDescending(o => rows[o.Key].Count).ThenBy(o => o.Key).Select(o => (Other: o.Key, Rows: o.Value)).ToList();
            var isCopy = most is [var first, ..] && first.Rows == rows[file].Count;
            if (most is [var (other, count), ..])
            {
                shared.Add(new SharedRows(files[file].Path, labelOf(files[file]), files[other].Path, labelOf(files[other]), count, rows[file].Count, isCopy));
            }

            if (!isCopy)
            {
                counted.Add(files[file]);
            }
        }

        return (counted, shared);
    }

    /// <summary>Of two that share rows one tells it: the one that is in the other, of equals and of others the later one.</summary>
    static bool IsTold(List<HashSet<string>> rows, int file, int other, int count) =>
        count == rows[file].Count ? rows[other].Count > count || other < file
            : count < rows[other].Count && other < file;

    static IEnumerable<string> RowsOf(HandedIn file) =>
    [
        .. file.File.Attempts.Select(a => a.Attempt).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.At.UtcTicks} {a.Level} {a.Option} {a.Predicate}")),
        .. file.File.Events.Select(e => e.Event).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.At.UtcTicks} {e.Kind.Id()} {e.Level} {e.Detail}")),
    ];
}

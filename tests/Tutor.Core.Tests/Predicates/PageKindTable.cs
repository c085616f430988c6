using System.Globalization;
using System.Runtime.CompilerServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Tests.Predicates;

/// <summary>The 54 page kinds of <c>tests/fixtures/predicates.csv</c>, with what ten predicates say of each.</summary>
static class PageKindTable
{
    public static readonly IReadOnlyList<Row> Rows = Read();

    public sealed record Row(string Name, PageState State, IReadOnlyDictionary<string, bool> Skips);

    static List<Row> Read([CallerFilePath] string path = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, "../../fixtures/predicates.csv");
        var lines = File.ReadAllLines(file);
        var header = Split(lines[0]);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(line =>
        {
            var cells = Split(line);
            var row = header.Zip(cells).ToDictionary(c => c.First, c => c.Second);
            var skips = header.Where(h => h.EndsWith("_skips", StringComparison.Ordinal))
                .ToDictionary(h => h[..^6], h => row[h] == "1");
            return new Row(cells[0], State(row), skips);
        })];
    }

    static PageState State(Dictionary<string, string> row)
    {
        int Number(string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
        PageFlags Flag(string column, PageFlags flag) => Number(column) != 0 ? flag : PageFlags.None;
        var pages = Number("nr_pages");
        return new PageState
        {
            Kind = row["page_kind"],
            Flags = PageFlags.Lru | Flag("anon", PageFlags.Anon) | Flag("swapcache", PageFlags.SwapCache)
                | Flag("private", PageFlags.Private) | Flag("private_2", PageFlags.Private2)
                | Flag("hugetlb", PageFlags.HugeTlb) | Flag("mapping_nonnull", PageFlags.Mapping)
                | Flag("zone_movable", PageFlags.ZoneMovable) | Flag("cma", PageFlags.Cma)
                | (pages > 1 ? PageFlags.Head : PageFlags.None),
            Order = (byte)int.Log2(pages),
            RefCount = Number("refcount"),
            MapCount = Number("mapcount"),
            PageMapCount = Number("head_mapcount"),
            PinCount = pages > 1 ? Number("foll_pins") : 0,
            MapKind = Number("shmem") != 0 ? MapKind.Shmem : Number("anon") != 0 ? MapKind.Anon
                : Number("page_cache") != 0 ? MapKind.File : MapKind.None,
            Zone = Number("zone_movable") != 0 ? ZoneType.Movable : ZoneType.Normal,
            Migratetype = Number("cma") != 0 ? Migratetype.Cma : Migratetype.Movable,
        };
    }

    static List<string> Split(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells;
    }
}

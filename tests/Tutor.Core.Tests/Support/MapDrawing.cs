using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tutor.Core.Memory;

namespace Tutor.Core.Tests.Support;

/// <summary>
/// Memory maps drawn one character a page: <c>AAPP....KA</c>. Blanks and line breaks are for the eye,
/// <c>A{30}</c> is 30 of them. The rest of the last pageblock is kernel memory.
/// </summary>
/// <remarks>
/// <c>A</c> anon, <c>P</c> anon under a pin, <c>G</c> anon with a plain extra reference, <c>S</c> shmem,
/// <c>V</c> shmem under a pin, <c>F</c> file, <c>B</c> file with buffer heads, <c>M</c> mlocked anon,
/// <c>Z</c> a driver's movable page, <c>K</c> kernel, <c>L</c> slab, <c>T</c> page table, <c>R</c> reserved,
/// <c>.</c> free (runs become aligned buddy chunks), <c>,</c> on a per-CPU free list, <c>X</c> a hole,
/// <c>H</c> the head of a huge page and <c>t</c> each of its tails.
/// </remarks>
static partial class MapDrawing
{
    public static MemoryMap Of(string drawing, long firstPfn = 0, ZoneType zone = ZoneType.Normal,
        Migratetype migratetype = Migratetype.Movable, IReadOnlyDictionary<char, PageState>? legend = null)
    {
        var cells = Expand(drawing);
        var states = new List<PageState>(cells.Length);
        for (var at = 0; at < cells.Length;)
        {
            Append(states, cells, at, firstPfn, legend);
            at = states.Count;
        }

        while (states.Count % Pageblock.Pages != 0)
        {
            states.Add(Pages.Kernel("kernel"));
        }

        return Of(states, firstPfn, zone, migratetype);
    }

    /// <summary>A map of these states in one zone; its length is theirs.</summary>
    public static MemoryMap Of(IReadOnlyList<PageState> states, long firstPfn = 0,
        ZoneType zone = ZoneType.Normal, Migratetype migratetype = Migratetype.Movable)
    {
        var palette = ImmutableArray.CreateBuilder<PageState>();
        var known = new Dictionary<PageState, int>();
        var ids = new ushort[states.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            var whole = ReferenceAccounting.InPlace(states[i], zone, migratetype);
            if (!known.TryGetValue(whole, out var id))
            {
                known.Add(whole, id = palette.Count);
                palette.Add(whole);
            }

            ids[i] = (ushort)id;
        }

        var blocks = Enumerable.Repeat(new Pageblock(Present: true, migratetype, 0, 0),
            (ids.Length + Pageblock.Pages - 1) / Pageblock.Pages).ToImmutableArray();
        ImmutableArray<ZoneRange> zones = [new ZoneRange(zone, firstPfn, firstPfn + ids.Length)];
        return palette.Count <= 256
            ? MemoryMap.Create(firstPfn, palette.ToImmutable(), Array.ConvertAll(ids, i => (byte)i), blocks, zones)
            : MemoryMap.CreateWide(firstPfn, palette.ToImmutable(), ids, blocks, zones);
    }

    static void Append(List<PageState> states, string cells, int at, long firstPfn,
        IReadOnlyDictionary<char, PageState>? legend)
    {
        var end = at + 1;
        while (end < cells.Length && cells[end] == (cells[at] == 'H' ? 't' : cells[at]))
        {
            end++;
        }

        if (legend is not null && legend.TryGetValue(cells[at], out var own))
        {
            states.Add(own);
        }
        else if (cells[at] == '.')
        {
            for (var next = at; next < end;)
            {
                var order = BuddyChunks.OrderAt(firstPfn + next, firstPfn + end);
                states.Add(Pages.FreeHead(order));
                states.AddRange(Enumerable.Repeat(Pages.FreeRest(), (1 << order) - 1));
                next += 1 << order;
            }
        }
        else if (cells[at] == 'H')
        {
            var order = int.Log2(end - at);
            states.Add(Pages.Head(order));
            states.AddRange(Enumerable.Repeat(Pages.Tail(order), end - at - 1));
        }
        else
        {
            states.Add(StateOf(cells[at]));
        }
    }

    static PageState StateOf(char cell) => cell switch
    {
        'A' => Pages.Anon(),
        'P' => Pages.Anon(1, new ReferenceHolder(HolderKind.Pin)) with { Kind = "vfio-anon" },
        'G' => Pages.Anon(1, new ReferenceHolder(HolderKind.Get)) with { Kind = "vmsplice" },
        'S' => Pages.Shmem(),
        'V' => Pages.Shmem(1, new ReferenceHolder(HolderKind.Pin)) with { Kind = "vfio-shmem" },
        'F' => Pages.File(),
        'B' => Pages.FilePrivate(),
        'M' => Mlocked(),
        'Z' => Pages.Driver(),
        'K' => Pages.Kernel("kernel"),
        'L' => Pages.Kernel("slab"),
        'T' => Pages.Kernel("page-table"),
        'R' => Pages.Kernel("reserved"),
        ',' => new PageState { Kind = "pcp-free" },
        'X' => new PageState { Kind = "hole", Flags = PageFlags.Invalid },
        _ => throw new ArgumentException($"no page is drawn as '{cell}'", nameof(cell)),
    };

    static PageState Mlocked() => Pages.Anon() is var anon
        ? anon with { Kind = "mlocked", Flags = anon.Flags | PageFlags.Mlocked | PageFlags.Unevictable } : anon;

    static string Expand(string drawing)
    {
        var cells = new StringBuilder();
        foreach (Match cell in Cell().Matches(drawing))
        {
            var count = cell.Groups[2].Success ? int.Parse(cell.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
            cells.Append(cell.Groups[1].Value[0], count);
        }

        return cells.ToString();
    }

    [GeneratedRegex(@"([^\s{}])(?:\{(\d+)\})?")]
    private static partial Regex Cell();
}

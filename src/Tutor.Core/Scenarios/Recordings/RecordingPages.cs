using System.Buffers.Text;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>The page rows of a recording: checks them, and builds the map with zone and migratetype folded in.</summary>
sealed class RecordingPages
{
    const int Columns = 11;

    /// <summary>Free chunks have orders 0 to 10; a 1 GiB huge page has 18.</summary>
    const int HighestFreeOrder = 10;

    const int HighestOrder = 18;

    const int MostLabels = 250;

    /// <summary>Page states of one map: an id is two bytes at most.</summary>
    const int MostStates = 1 << 16;

    const int LongestLabel = 16;

    const PageFlags Place = PageFlags.ZoneMovable | PageFlags.Cma;

    static readonly string[] MapKinds = ["none", "anon", "ksm", "swap", "shmem", "file", "nonlru", "other"];

    static readonly string[] MigrateOps = ["null", "simple", "buffer", "buffer_norefs", "filemap", "other"];

    readonly RecordingFormat _format;
    readonly RecordedFolios _folios;
    readonly RecordingProblems _problems;
    readonly int _pageCount;
    readonly List<(int Start, int Count, RecordedPage Page)> _runs = [];
    readonly List<string> _labels = [];
    readonly RecordedFate[] _fates;
    readonly bool _isIgnoring;
    int _nextPfn;
    int _chunkEnd;

    public RecordingPages(int pageCount, RecordingFormat format, RecordedFolios folios, RecordingProblems problems,
        bool isIgnoring = false)
    {
        _pageCount = pageCount;
        _format = format;
        _folios = folios;
        _problems = problems;
        _isIgnoring = isIgnoring;
        _fates = new RecordedFate[pageCount];
    }

    /// <summary>One a page; complete once every row was read.</summary>
    public ImmutableArray<RecordedFate> Fates => ImmutableCollectionsMarshal.AsImmutableArray(_fates);

    /// <summary>Swallows rows that mean nothing because what stands before them is broken.</summary>
    public static RecordingPages Ignoring(RecordingProblems problems) => new(0, RecordingFormat.Two, new RecordedFolios(problems), problems, isIgnoring: true);

    public void ReadRow(RecordingCells cells)
    {
        if (_isIgnoring || !cells.HasCells(Columns, "a page row"))
        {
            return;
        }

        var pfn = cells.Number(0, "pfn", 0, int.MaxValue);
        var count = cells.Number(1, "count", 1, int.MaxValue);
        var page = ReadPage(cells);
        var fate = (RecordedFate)cells.Word(10, "fate", _format.Fates.AsSpan(),
            word => _format.Other.Fates.Contains(word) ? _format.OtherFits : null);
        if (!cells.IsBroken)
        {
            CheckPlace(cells, pfn, count);
        }

        if (!cells.IsBroken)
        {
            CheckSense(cells, pfn, count, page, fate);
            _fates.AsSpan(pfn, count).Fill(fate);
            if (_format.TellsFramesOfFolios)
            {
                page = page with { IsPartiallyMapped = _folios.TakePartial(pfn, page) };
                AddRuns(pfn, count, page);
                EndFolio(_folios.Read(cells, pfn, count, page, fate, _runs.Count - 1));
            }
            else
            {
                AddRuns(pfn, count, page);
            }
        }

        _nextPfn = (int)Math.Min((long)pfn + count, int.MaxValue);
    }

    /// <summary>The rows of a folio's tails are read: what they leave over maps its head's frame.</summary>
    void EndFolio((int Run, int OwnMapCount)? folio)
    {
        if (folio is { } done)
        {
            var (start, count, head) = _runs[done.Run];
            _runs[done.Run] = (start, count, head with { OwnMapCount = done.OwnMapCount });
        }
    }

    /// <summary>After the last row: nothing is missing.</summary>
    public void CheckWhole()
    {
        if (_nextPfn != _pageCount)
        {
            _problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0,
                $"the page rows end at pfn {_nextPfn}, and '# param,pages' says {_pageCount}");
        }
        else if (_chunkEnd > _pageCount)
        {
            _problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0, "a free chunk ends beyond the last page");
        }

        _folios.CheckWhole();
    }

    RecordedPage ReadPage(RecordingCells cells)
    {
        var page = ReadCells(cells);
        // Bit 11 is another one in format 3: see RecordingFormat.
        return _format.TellsFramesOfFolios && page.Has(PageFlags.Private2)
            ? page with { Flags = page.Flags & ~PageFlags.Private2, IsZeroFilled = true } : page;
    }

    RecordedPage ReadCells(RecordingCells cells) => new()
    {
        Flags = ReadFlags(cells),
        Ref = cells.Number(3, "ref", 0, int.MaxValue),
        MapCount = cells.Number(4, "mapcount", int.MinValue, int.MaxValue),
        Order = (byte)cells.Number(5, "order", 0, HighestOrder),
        MapKind = (MapKind)cells.Word(6, "mapkind", MapKinds),
        MigrateOp = (MigrateOp)cells.Word(7, "migrate_op", MigrateOps),
        Pin = cells.Number(8, "pin", 0, int.MaxValue),
        Label = ReadLabel(cells),
    };

    static PageFlags ReadFlags(RecordingCells cells)
    {
        var bytes = cells[2];
        if (Utf8Parser.TryParse(bytes, out ulong bits, out var used, 'x') && used == bytes.Length)
        {
            if (bits <= uint.MaxValue)
            {
                return (PageFlags)bits;
            }

            cells.ReportCell(2, $"bits has 32 known bits, and {cells.Quote(2)} sets others");
            return PageFlags.None;
        }

        cells.ReportCell(2, $"bits is a hexadecimal number, not {cells.Quote(2)}");
        return PageFlags.None;
    }

    /// <summary>0 for no label, else its number from 1.</summary>
    byte ReadLabel(RecordingCells cells)
    {
        var bytes = cells[9];
        if (bytes.SequenceEqual("-"u8))
        {
            return 0;
        }

        for (var i = 0; i < _labels.Count; i++)
        {
            if (System.Text.Ascii.Equals(bytes, _labels[i]))
            {
                return (byte)(i + 1);
            }
        }

        var isWord = bytes.Length is > 0 and <= LongestLabel && bytes.IndexOfAnyExcept(RecordedPage.LabelBytes) < 0;
        if (!isWord || _labels.Count == MostLabels)
        {
            cells.ReportCell(9, isWord ? $"more than {MostLabels} labels"
                : $"a label is '-' or up to {LongestLabel} letters and digits, not {cells.Quote(9)}");
            return 0;
        }

        _labels.Add(cells.Text(9));
        return (byte)_labels.Count;
    }

    void CheckPlace(RecordingCells cells, int pfn, int count)
    {
        if (pfn != _nextPfn)
        {
            cells.ReportContradiction(pfn > _nextPfn ? $"pages {_nextPfn} to {pfn - 1} have no row"
                : $"page {pfn} has a row already: expected pfn {_nextPfn}");
        }
        else if (count > _pageCount - pfn)
        {
            cells.ReportContradiction($"the row goes beyond the {_pageCount} pages that '# param,pages' says");
        }
    }

    void CheckSense(RecordingCells cells, int pfn, int count, RecordedPage page, RecordedFate fate)
    {
        var isFree = page.Has(PageFlags.Buddy);
        if (isFree && (page.Order > HighestFreeOrder || pfn % (1 << page.Order) != 0 || (count > 1 && page.Order > 0)))
        {
            cells.ReportContradiction($"no free chunk of order {page.Order} begins at pfn {pfn}");
        }
        else if (page.Order > 0 && !isFree && !page.Has(PageFlags.Compound))
        {
            cells.ReportContradiction("only a free chunk and a compound page have an order");
        }
        else if (page.Has(PageFlags.Head) && page.Has(PageFlags.Tail | PageFlags.Buddy))
        {
            cells.ReportContradiction("a page is a head, a tail or free, not two of them");
        }
        else if (pfn < _chunkEnd && (page.Ref > 0 || (page.Flags & ~Place) != 0))
        {
            cells.ReportContradiction($"page {pfn} is inside a free chunk that ends at {_chunkEnd}, and not free");
        }
        else if (page.MapCount < 0 && !page.HasMeaninglessMapCount)
        {
            cells.ReportContradiction("mapcount is negative");
        }
        else if (fate != RecordedFate.None && !page.Has(PageFlags.Lru | PageFlags.MovableOps))
        {
            cells.ReportContradiction("the page has a fate, and is of no kind that can be isolated");
        }
        else if (fate != RecordedFate.None && page.Has(PageFlags.Compound) && !_format.TellsFramesOfFolios)
        {
            cells.ReportContradiction("Linux 6.1 isolates no large folio here, and this one has a fate",
                _format.OtherFits);
        }
        else if (fate > RecordedFate.NoMem && !page.Has(PageFlags.Compound))
        {
            cells.ReportContradiction("only a large folio can be split");
        }
    }

    /// <summary>A row of free frames may begin inside a free chunk and go on behind it.</summary>
    void AddRuns(int pfn, int count, RecordedPage page)
    {
        if (page.Has(PageFlags.Buddy))
        {
            _chunkEnd = pfn + (count > 1 ? count : 1 << page.Order);
        }
        else if (pfn < _chunkEnd)
        {
            var inside = Math.Min(count, _chunkEnd - pfn);
            _runs.Add((pfn, inside, page with { IsRestOfChunk = true }));
            (pfn, count) = (pfn + inside, count - inside);
        }

        if (count > 0)
        {
            _runs.Add((pfn, count, page));
        }
    }

    /// <summary>The map, to be asked for when nothing is wrong; null with a problem if it has too many states.</summary>
    public MemoryMap? BuildMap(RecordedPlaces places)
    {
        var ranges = RecordedZones.Ranges(places.Zones,
            _runs.Where(r => r.Page.Has(PageFlags.ZoneMovable)).Select(r => r.Start));
        var pageblocks = RecordedZones.Pageblocks(_pageCount, places);
        var palette = ImmutableArray.CreateBuilder<PageState>();
        var known = new Dictionary<RecordedPage, int>();
        var ids = new ushort[_pageCount];
        foreach (var (start, count, page) in _runs)
        {
            for (var at = start; at < start + count;)
            {
                var (zone, zoneEnd) = RecordedZones.ZoneAt(ranges, at);
                var block = pageblocks[at / Pageblock.Pages];
                var end = Math.Min(start + count, Math.Min(zoneEnd, (at / Pageblock.Pages + 1) * Pageblock.Pages));
                var whole = page with { Zone = zone, Migratetype = block.Migratetype };
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, whole, out var isKnown);
                if (!isKnown && palette.Count == MostStates)
                {
                    _problems.Add(RecordingCodes.TooLarge, int.MaxValue, 0,
                        $"more than {MostStates} different pages");
                    return null;
                }

                if (!isKnown)
                {
                    id = palette.Count;
                    palette.Add(whole.ToState(page.Label == 0 ? null : _labels[page.Label - 1]));
                }

                ids.AsSpan(at, end - at).Fill((ushort)id);
                at = end;
            }
        }

        return palette.Count <= 256
            ? MemoryMap.Create(0, palette.ToImmutable(), Array.ConvertAll(ids, id => (byte)id), pageblocks, ranges)
            : MemoryMap.CreateWide(0, palette.ToImmutable(), ids, pageblocks, ranges);
    }
}

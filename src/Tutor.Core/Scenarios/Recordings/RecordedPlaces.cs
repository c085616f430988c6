using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>The <c># zone</c> and <c># block</c> rows of a recording.</summary>
sealed class RecordedPlaces(RecordingProblems problems)
{
    const int MostZones = 5;

    readonly List<RecordedZone> _zones = [];
    readonly List<RecordedBlock> _blocks = [];

    public bool HasZones => _zones.Count > 0;

    public IReadOnlyList<RecordedZone> Zones => _zones;

    public IReadOnlyList<RecordedBlock> Blocks => _blocks;

    public void ReadZone(RecordingCells cells)
    {
        if (!cells.HasCells(4, "zone"))
        {
            return;
        }

        var zone = new RecordedZone(cells.Number(1, "a zone", 0, MostZones - 1), cells.Pfn(2, "first pfn"),
            cells.Pfn(3, "end pfn"));
        if (zone.Start >= zone.End && !cells.IsBroken)
        {
            cells.ReportContradiction("the zone ends before it begins");
        }

        if (_zones.Count > 0 && (zone.Index <= _zones[^1].Index || zone.Start < _zones[^1].End))
        {
            cells.ReportContradiction("zones stand in ascending order and do not overlap");
        }

        _zones.Add(zone);
    }

    public void ReadBlock(RecordingCells cells, bool hasCma)
    {
        if (!cells.HasCells(6, "block"))
        {
            return;
        }

        var first = cells.Pfn(1, "first pfn");
        var migratetype = (Migratetype)cells.Keyed(2, "mt", 0, (int)Migratetype.Isolate);
        if (migratetype == Migratetype.Cma && !hasCma)
        {
            // Without CMA in the kernel's configuration the number is that of isolated pageblocks.
            migratetype = Migratetype.Isolate;
        }

        var block = new RecordedBlock(first, migratetype, cells.Keyed(3, "skip", 0, 1) == 1,
            cells.Keyed(4, "z0", -1, MostZones - 1), cells.Keyed(5, "z1", -1, MostZones - 1));
        if (first % Pageblock.Pages != 0 || (_blocks.Count > 0 && first <= _blocks[^1].Start))
        {
            cells.ReportContradiction($"pageblocks begin at multiples of {Pageblock.Pages}, ascending");
        }

        _blocks.Add(block);
    }

    /// <summary>Once everything is read: nothing lies outside the memory, no zone is missing.</summary>
    public void CheckWhole(int pages)
    {
        if (_zones[^1].End > pages || (_blocks.Count > 0 && _blocks[^1].Start >= pages))
        {
            AtEnd($"a zone or a pageblock lies beyond the last of {pages} pages");
        }

        if (_blocks.Exists(b => !IsZone(b.ZoneFirst) || !IsZone(b.ZoneLast)))
        {
            AtEnd("a pageblock names a zone that has no row");
        }
    }

    bool IsZone(int index) => index < 0 || _zones.Exists(z => z.Index == index);

    void AtEnd(string message) => problems.Add(RecordingCodes.DoesNotFit, int.MaxValue, 0, message);
}

/// <summary>A <c># zone</c> row.</summary>
readonly record struct RecordedZone(int Index, int Start, int End);

/// <summary>A <c># block</c> row; zones by their index in the kernel, -1 for none.</summary>
readonly record struct RecordedBlock(
    int Start, Migratetype Migratetype, bool SkipHint, int ZoneFirst, int ZoneLast);

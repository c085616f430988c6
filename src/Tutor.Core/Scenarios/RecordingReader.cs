using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios;

/// <summary>Reads the rows of an unpacked recording in one pass over its bytes.</summary>
sealed class RecordingReader(byte[] text, RecordingProblems problems)
{
    /// <summary>64 GiB of 4 KiB pages; what a row claims is allocated only up to here.</summary>
    const int MostPages = 1 << 24;

    const int MostZones = 5;

    const string Heading = "pfn,count,bits,ref,mapcount,order,mapkind,migrate_op,pin,label,fate";

    /// <summary>Rows that begin with <c>#</c>, in their order in the file.</summary>
    static readonly string[] NoteOrder =
        ["format", "name", "kernel", "layout", "boot", "param", "zone", "block", "call", "free", "batch", "target",
            "counter"];

    static readonly string[] ParamNames =
        ["predicate", "compact_unevictable_allowed", "cma_support", "pageblock_order", "pages"];

    static readonly string[] CounterNames =
        ["compact_migrate_scanned", "compact_free_scanned", "compact_isolated", "pgmigrate_success",
            "pgmigrate_fail", "compaction_alloc_calls"];

    readonly RecordingCells _cells = new(text, problems);
    readonly string?[] _texts = new string?[NoteOrder.Length];
    readonly int?[] _params = new int?[ParamNames.Length];
    readonly int?[] _counters = new int?[CounterNames.Length];
    readonly List<RecordedZone> _zones = [];
    readonly List<RecordedBlock> _blocks = [];
    readonly ImmutableArray<RecordedCall>.Builder _calls = ImmutableArray.CreateBuilder<RecordedCall>();
    readonly ImmutableArray<RecordedFree>.Builder _frees = ImmutableArray.CreateBuilder<RecordedFree>();
    readonly ImmutableArray<RecordedBatch>.Builder _batches = ImmutableArray.CreateBuilder<RecordedBatch>();
    readonly ImmutableArray<RecordedTargets>.Builder _targets = ImmutableArray.CreateBuilder<RecordedTargets>();
    RecordingPages? _pages;
    int _note = -1;

    /// <summary>The recording, or null with problems reported.</summary>
    public Recording? Read()
    {
        problems.SetText(text);
        var position = 0;
        while (position < text.Length && !problems.IsFull)
        {
            var length = text.AsSpan(position).IndexOf((byte)'\n');
            var end = length < 0 ? text.Length : position + length;
            if (length < 0)
            {
                problems.Add(RecordingCodes.BadRow, position, end - position, "the last line does not end",
                    "the file is cut short");
                return null;
            }

            ReadLine(position, end);
            position = end + 1;
        }

        if (!problems.Any)
        {
            CheckWhole();
        }

        return problems.Any ? null : Assemble();
    }

    void ReadLine(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        if (line.StartsWith("# "u8) && _pages is null)
        {
            _cells.Split(start, end, 2);
            ReadNote();
        }
        else if (_pages is not null)
        {
            _cells.Split(start, end);
            _pages.ReadRow(_cells);
        }
        else if (Ascii.Equals(line, Heading))
        {
            BeginPages(start, end);
        }
        else
        {
            _cells.Split(start, end);
            _cells.ReportRow($"expected a '#' row or the heading '{Heading}'");
            // One message: without its heading the file has no page rows at all.
            _pages = RecordingPages.Ignoring(problems);
        }
    }

    void BeginPages(int start, int end)
    {
        if (_params[4] is { } pages)
        {
            _pages = new RecordingPages(pages, problems);
            return;
        }

        problems.Add(RecordingCodes.Missing, start, end - start, "no row '# param,pages,…' before the page rows");
        _pages = RecordingPages.Ignoring(problems);
    }

    void ReadNote()
    {
        var note = -1;
        for (var i = 0; i < NoteOrder.Length && note < 0; i++)
        {
            note = Ascii.Equals(_cells[0], NoteOrder[i]) ? i : -1;
        }

        if (note < 0)
        {
            _cells.ReportRow($"no row is called {_cells.Quote(0)}");
            return;
        }

        if (note < _note || (note == _note && note < 5))
        {
            _cells.ReportRow(note == _note ? $"'{NoteOrder[note]}' stands here a second time"
                : $"'{NoteOrder[note]}' comes after '{NoteOrder[_note]}', and belongs before it");
            return;
        }

        _note = note;
        ReadNote(NoteOrder[note]);
    }

    void ReadNote(string note)
    {
        switch (note)
        {
            case "param": ReadParam(); break;
            case "zone": ReadZone(); break;
            case "block": ReadBlock(); break;
            case "call": ReadCall(); break;
            case "free": ReadFree(); break;
            case "batch": ReadBatch(); break;
            case "target": ReadTarget(); break;
            case "counter": ReadCounter(); break;
            default: ReadText(note); break;
        }
    }

    void ReadText(string note)
    {
        if (_cells.Count < 2)
        {
            _cells.ReportRow($"'{note}' has a value");
        }
        else if (note == "format")
        {
            _ = _cells.HasCells(2, note) && _cells.Number(1, "the format", 2, 2) == 2;
        }

        // A layout or a kernel's name may hold a comma: it is the rest of the line.
        _texts[_note] = _cells.Rest(1);
    }

    void ReadParam()
    {
        if (!_cells.HasCells(3, "param"))
        {
            return;
        }

        var name = _cells.Word(1, "a parameter", ParamNames);
        var (least, most) = name switch
        {
            0 => (0, 4),
            1 or 2 => (0, 1),
            3 => (Pageblock.Order, Pageblock.Order),
            _ => (1, MostPages),
        };
        SetOnce(_params, name, _cells.Number(2, ParamNames[name], least, most));
    }

    void ReadCounter()
    {
        if (_cells.HasCells(3, "counter"))
        {
            var name = _cells.Word(1, "a counter", CounterNames);
            SetOnce(_counters, name, _cells.Number(2, CounterNames[name], 0, int.MaxValue));
        }
    }

    void SetOnce(int?[] values, int name, int value)
    {
        if (!_cells.IsBroken && values[name] is not null)
        {
            _cells.ReportRow($"{_cells.Quote(1)} stands here a second time");
        }

        values[name] ??= _cells.IsBroken ? null : value;
    }

    void ReadZone()
    {
        if (!_cells.HasCells(4, "zone"))
        {
            return;
        }

        var zone = new RecordedZone(_cells.Number(1, "a zone", 0, MostZones - 1), Pfn(2, "first pfn"),
            Pfn(3, "end pfn"));
        if (zone.Start >= zone.End && !_cells.IsBroken)
        {
            _cells.ReportContradiction("the zone ends before it begins");
        }

        if (_zones.Count > 0 && (zone.Index <= _zones[^1].Index || zone.Start < _zones[^1].End))
        {
            _cells.ReportContradiction("zones stand in ascending order and do not overlap");
        }

        _zones.Add(zone);
    }

    void ReadBlock()
    {
        if (!_cells.HasCells(6, "block"))
        {
            return;
        }

        var first = Pfn(1, "first pfn");
        var migratetype = (Migratetype)_cells.Keyed(2, "mt", 0, (int)Migratetype.Isolate);
        if (migratetype == Migratetype.Cma && _params[2] == 0)
        {
            // Without CMA in the kernel's configuration the number is that of isolated pageblocks.
            migratetype = Migratetype.Isolate;
        }

        var block = new RecordedBlock(first, migratetype, _cells.Keyed(3, "skip", 0, 1) == 1,
            _cells.Keyed(4, "z0", -1, MostZones - 1), _cells.Keyed(5, "z1", -1, MostZones - 1));
        if (first % Pageblock.Pages != 0 || (_blocks.Count > 0 && first <= _blocks[^1].Start))
        {
            _cells.ReportContradiction($"pageblocks begin at multiples of {Pageblock.Pages}, ascending");
        }

        _blocks.Add(block);
    }

    void ReadCall()
    {
        if (!_cells.HasCells(7, "call"))
        {
            return;
        }

        _calls.Add(new RecordedCall(Pfn(1, "start"), Pfn(2, "stop"), Steps(3), Steps(4), Pfn(5, "end"),
            _cells.Number(6, "rescan", 0, 1) == 1));
        if (!_cells.IsBroken && !(_calls[^1].Start <= _calls[^1].Stop && _calls[^1].Stop <= _calls[^1].End))
        {
            _cells.ReportContradiction("a call stops between its start and its pageblock's end");
        }
    }

    void ReadFree()
    {
        if (_cells.HasCells(6, "free"))
        {
            _frees.Add(new RecordedFree(Pfn(1, "start"), Pfn(2, "end"),
                _cells.Number(3, "pages isolated", 0, MostPages), Pfn(4, "stop"),
                _cells.Number(5, "scanned", 0, MostPages)));
        }
    }

    void ReadBatch()
    {
        if (!_cells.HasCells(6, "batch"))
        {
            return;
        }

        var batch = new RecordedBatch(Pfn(1, "start"), Steps(2), Steps(3), Steps(4),
            _cells.Word(5, "how a batch ends", ["done", "nomem"]) == 1);
        if (!_cells.IsBroken && batch.Moved + batch.Left != batch.Pages)
        {
            _cells.ReportContradiction("pages moved and left over are not the pages of the batch");
        }

        _batches.Add(batch);
    }

    void ReadTarget()
    {
        if (!_cells.HasCells(3, "target"))
        {
            return;
        }

        var target = new RecordedTargets(Pfn(1, "pfn"), _cells.Number(2, "count", 1, MostPages));
        if (!_cells.IsBroken && target.Count > target.Pfn + 1)
        {
            _cells.ReportContradiction("targets count down from their pfn, and these pass below 0");
        }

        _targets.Add(target);
    }

    int Pfn(int cell, string column) => _cells.Number(cell, column, 0, MostPages);

    /// <summary>A number that one pageblock bounds.</summary>
    int Steps(int cell) => _cells.Number(cell, "a number of pages of one pageblock", 0, Pageblock.Pages);

    void CheckWhole()
    {
        foreach (var (note, at) in NoteOrder[..4].Select((n, i) => (n, i)).Where(n => _texts[n.i] is null))
        {
            Missing($"# {note}");
        }

        foreach (var name in ParamNames.Where((_, i) => _params[i] is null))
        {
            Missing($"# param,{name}");
        }

        foreach (var name in CounterNames.Where((_, i) => _counters[i] is null))
        {
            Missing($"# counter,{name}");
        }

        if (_zones.Count == 0)
        {
            Missing("# zone");
        }

        if (_pages is null)
        {
            Missing(Heading);
        }

        if (!problems.Any)
        {
            _pages!.CheckWhole();
            CheckPlaces(_params[4]!.Value);
            CheckSums();
        }
    }

    void CheckPlaces(int pages)
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

    void CheckSums()
    {
        var fates = _pages!.Fates;
        var taken = _calls.Sum(c => c.Taken);
        var moved = _batches.Sum(b => b.Moved);
        var ok = fates.Count(f => f == RecordedFate.Ok);
        Equal("pages taken by calls", taken, "pages in batches", _batches.Sum(b => b.Pages));
        Equal("pages taken by calls", taken, "pages with a fate", fates.Count(f => f != RecordedFate.None));
        Equal("pages moved", moved, "pages with fate 'ok'", ok);
        Equal("pages moved", moved, "target frames", _targets.Sum(t => t.Count));
        Equal(CounterNames[0], _counters[0]!.Value, "its sum over calls", _calls.Sum(c => c.Scanned));
        Equal(CounterNames[1], _counters[1]!.Value, "its sum over free scanner calls", _frees.Sum(f => f.Scanned));
        Equal(CounterNames[2], _counters[2]!.Value, "its sum over both scanners", taken + _frees.Sum(f => f.Taken));
        Equal(CounterNames[3], _counters[3]!.Value, "pages moved", moved);
    }

    void Equal(string what, int value, string other, int otherValue)
    {
        if (value != otherValue)
        {
            AtEnd($"{what}: {value}, but {other}: {otherValue}");
        }
    }

    void Missing(string row) => problems.Add(RecordingCodes.Missing, text.Length, 0, $"no row '{row}'");

    void AtEnd(string message) => problems.Add(RecordingCodes.DoesNotFit, text.Length, 0, message);

    Recording Assemble() => new()
    {
        Name = _texts[1]!,
        Kernel = _texts[2]!,
        Layout = _texts[3]!,
        Boot = _texts[4],
        Predicate = _params[0]!.Value,
        UnevictableAllowed = _params[1] == 1,
        CmaSupport = _params[2] == 1,
        Map = _pages!.BuildMap(_zones, _blocks),
        Calls = _calls.ToImmutable(),
        Frees = _frees.ToImmutable(),
        Batches = _batches.ToImmutable(),
        Targets = _targets.ToImmutable(),
        Counters = new RecordedCounters(_counters[0]!.Value, _counters[1]!.Value, _counters[2]!.Value,
            _counters[3]!.Value, _counters[4]!.Value, _counters[5]!.Value),
        Fates = _pages.Fates,
    };
}

/// <summary>A <c># zone</c> row.</summary>
readonly record struct RecordedZone(int Index, int Start, int End);

/// <summary>A <c># block</c> row; zones by their index in the kernel, -1 for none.</summary>
readonly record struct RecordedBlock(
    int Start, Migratetype Migratetype, bool SkipHint, int ZoneFirst, int ZoneLast);

using System.Text;
using System.Text.RegularExpressions;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>Reads the rows of an unpacked recording in one pass over its bytes.</summary>
sealed partial class RecordingReader(byte[] text, RecordingProblems problems)
{
    /// <summary>64 GiB of 4 KiB pages; what a row claims is allocated only up to here.</summary>
    public const int MostPages = 1 << 24;

    const string Heading = "pfn,count,bits,ref,mapcount,order,mapkind,migrate_op,pin,label,fate";

    /// <summary>Rows that begin with <c>#</c>, in their order in the file.</summary>
    static readonly string[] NoteOrder =
        ["format", "name", "kernel", "layout", "boot", "param", "zone", "block", "partial", "call", "free", "batch",
            "target", "counter"];

    static readonly string[] ParamNames =
        ["predicate", "compact_unevictable_allowed", "cma_support", "pageblock_order", "pages"];

    readonly RecordingCells _cells = new(text, problems);
    readonly string?[] _texts = new string?[NoteOrder.Length];
    readonly int?[] _params = new int?[ParamNames.Length];
    readonly RecordedPlaces _places = new(problems);
    readonly RecordedFolios _folios = new(problems);
    RecordingFormat _format = RecordingFormat.Two;
    KernelRelease? _release;
    RecordedRun? _run;
    RecordingPages? _pages;
    int _note = -1;

    /// <summary>Made when its first row comes: by then the format is known.</summary>
    RecordedRun Run => _run ??= new RecordedRun(_format, problems);

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

        return !problems.Any && _pages!.BuildMap(_places) is { } map ? Assemble(map) : null;
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
            _pages = new RecordingPages(pages, _format, _folios, problems);
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
            case "zone": _places.ReadZone(_cells); break;
            case "block": _places.ReadBlock(_cells, hasCma: _params[2] != 0); break;
            case "partial": ReadPartial(); break;
            case "call": Run.ReadCall(_cells); break;
            case "free": Run.ReadFree(_cells); break;
            case "batch": Run.ReadBatch(_cells); break;
            case "target": Run.ReadTarget(_cells); break;
            case "counter": Run.ReadCounter(_cells); break;
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
            ReadFormat();
        }
        else if (note == "kernel")
        {
            ReadRelease(_cells.Rest(1)!);
        }

        // A layout or a kernel's name may hold a comma: it is the rest of the line.
        _texts[_note] = _cells.Rest(1);
    }

    void ReadFormat()
    {
        if (_cells.HasCells(2, "format"))
        {
            _format = RecordingFormat.Find(_cells.Number(1, "the format", RecordingFormat.Two.Number,
                RecordingFormat.Three.Number)) ?? _format;
        }
    }

    /// <summary>The first version in the kernel's name; a map that somebody made up has none.</summary>
    void ReadRelease(string kernel)
    {
        var version = Version().Match(kernel);
        if (!version.Success)
        {
            return;
        }

        _release = version.Value switch
        {
            "6.1" => KernelRelease.Linux61,
            "6.12" => KernelRelease.Linux612,
            _ => null,
        };
        if (_release is null)
        {
            _cells.ReportRow($"recordings are of Linux 6.1 and 6.12, and this kernel is {version.Value}",
                "a map that somebody made up names no kernel: '# kernel,made up'");
        }
        else if (_release != _format.Release)
        {
            _cells.ReportContradiction($"Linux {version.Value} is recorded in format {_format.Other.Number}, "
                + $"and the first row says {_format.Number}",
                "the releases have rules of their own: do not mix their rows");
        }
    }

    void ReadPartial()
    {
        if (_format.HasPartialRows)
        {
            _folios.ReadPartial(_cells);
        }
        else
        {
            _cells.ReportRow("'partial' is no row of this format", _format.OtherFits);
        }
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
        _cells.SetOnce(_params, name, _cells.Number(2, ParamNames[name], least, most));
    }

    void CheckWhole()
    {
        foreach (var note in NoteOrder[..4].Where((_, i) => _texts[i] is null))
        {
            Missing($"# {note}");
        }

        foreach (var name in ParamNames.Where((_, i) => _params[i] is null))
        {
            Missing($"# param,{name}");
        }

        foreach (var name in Run.MissingCounters)
        {
            Missing($"# counter,{name}");
        }

        if (!_places.HasZones)
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
            _places.CheckWhole(_params[4]!.Value);
            Run.CheckSums(_pages.Fates);
        }
    }

    void Missing(string row) => problems.Add(RecordingCodes.Missing, text.Length, 0, $"no row '{row}'");

    Recording Assemble(MemoryMap map) => new()
    {
        Name = _texts[1]!,
        Kernel = _texts[2]!,
        Release = _release ?? _format.Release,
        IsMadeUp = _release is null,
        Layout = _texts[3]!,
        Boot = _texts[4],
        Predicate = _params[0]!.Value,
        UnevictableAllowed = _params[1] == 1,
        CmaSupport = _params[2] == 1,
        Map = map,
        Calls = Run.Calls,
        Frees = Run.Frees,
        Batches = Run.Batches,
        Targets = Run.Targets,
        Counters = Run.Counters,
        Fates = _pages!.Fates,
    };

    [GeneratedRegex(@"(?<![\d.])\d+\.\d+(?!\d)")]
    private static partial Regex Version();
}

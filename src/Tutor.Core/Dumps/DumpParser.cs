using System.Globalization;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>Turns the lines of one dump into a <see cref="PageDump"/>, or says where it is damaged.</summary>
sealed partial class DumpParser(SourceText source, DiagnosticBag problems)
{
    /// <summary>What every release prints on the first line, the count itself aside, which has had two names.</summary>
    static readonly string[] NeededFields = ["mapcount", "mapping", "index"];

    readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _head = new(StringComparer.Ordinal);
    readonly List<ulong> _raw = [];
    readonly List<ulong> _headRaw = [];
    readonly List<string> _notes = [];
    bool _hasPointer;
    bool _hasShortWords;
    bool _isDamaged;
    DumpedType _type;
    string? _aops;
    string? _pageType;
    string? _reason;
    DumpedFlagsLine? _flags;

    /// <summary>The dump of these lines, in order; null: damaged, and said why.</summary>
    public PageDump? Parse(IReadOnlyList<DumpLine> lines)
    {
        foreach (var line in lines)
        {
            Read(line);
        }

        if (_isDamaged || !HasEverything(lines[0]))
        {
            return null;
        }

        var dump = new PageDump
        {
            Line = lines[0].Number,
            Pfn = Hex(_first, "pfn"),
            RefCount = Number(_first, "refcount") ?? Number(_first, "count")!.Value,
            MapCount = Number(_first, "mapcount")!.Value,
            HasMapping = _first["mapping"].Any(c => c != '0'),
            Index = Hex(_first, "index"),
            Head = HeadOf(),
            Type = _type,
            Aops = _aops,
            FlagsWord = _flags!.Word,
            Flags = _flags.Names,
            Zone = _flags.Zone,
            IsCma = _flags.IsCma,
            PageType = _pageType,
            Raw = [.. _raw],
            HeadRaw = [.. _headRaw],
            Reason = _reason!,
            Notes = [.. _notes],
        };
        return Check(dump, lines[0]) is { } checkedDump ? DumpReleases.Name(checkedDump, _hasPointer, _first, _head) : null;
    }

    void Read(DumpLine line)
    {
        switch (line.Part)
        {
            case DumpPart.First:
                ReadFields(line, _first);
                break;
            case DumpPart.Head:
                ReadFields(line, _head);
                break;
            case DumpPart.Memcg:
                break;
            case DumpPart.Type:
                _type = line.Content == "anon" ? DumpedType.Anon : DumpedType.Ksm;
                break;
            case DumpPart.Aops:
                ReadAops(line);
                break;
            case DumpPart.Flags:
                ReadFlags(line);
                break;
            case DumpPart.PageType:
                ReadPageType(line);
                break;
            case DumpPart.Raw:
                ReadWords(line, _raw);
                break;
            case DumpPart.HeadRaw:
                ReadWords(line, _headRaw);
                break;
            case DumpPart.Reason:
                _reason = line.Content[(line.Content.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                break;
        }
    }

    /// <summary><c>name:value</c> one after another; what the table does not have is damage.</summary>
    void ReadFields(DumpLine line, Dictionary<string, string> fields)
    {
        var text = line.Content;
        var at = text.IndexOf(':', StringComparison.Ordinal) + 1;
        var end = EndOfWord(text, at);
        _hasPointer = line.Part == DumpPart.First ? end > at && text[at..end].IndexOf(':') < 0 : _hasPointer;
        at = _hasPointer || line.Part == DumpPart.Head && text[at..end].IndexOf(':') < 0 ? end : at;
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at >= text.Length)
            {
                return;
            }

            end = EndOfWord(text, at);
            var colon = text.IndexOf(':', at, end - at);
            if (colon < 0)
            {
                Damage(line, at, end, $"'{text[at..end]}' is no field of a page dump");
                return;
            }

            var name = text[at..colon];
            // Up to 5.6 a blank stands between this name and its number.
            var valueAt = colon + 1 == end && name == "compound_mapcount" && end < text.Length ? end + 1 : colon + 1;
            end = EndOfWord(text, valueAt);
            var value = text[valueAt..end];
            if (DumpFormats.ShapeOf(line.Part, name) is not { } shape)
            {
                Damage(line, at, end, $"'{name}' is no field that this line of a page dump has");
            }
            else if (!IsShaped(value, shape))
            {
                Damage(line, valueAt, end, $"'{value}' is no value of {name}");
            }
            else if (!fields.TryAdd(name, value))
            {
                Damage(line, at, end, $"{name} stands twice on one line");
            }

            at = end;
        }
    }

    void ReadWords(DumpLine line, List<ulong> words)
    {
        var text = line.Content;
        var at = text.IndexOf(':', StringComparison.Ordinal) + 1;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            var end = EndOfWord(text, at);
            var word = text[at..end];
            if (word.Length is not (16 or 8) || !ulong.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Damage(line, at, end, $"'{word}' is no word of a struct page");
                return;
            }

            words.Add(value);
            _hasShortWords |= word.Length == 8;
            at = end;
        }
    }

    bool HasEverything(DumpLine first)
    {
        var missing = NeededFields.Where(name => !_first.ContainsKey(name))
            .Concat(_first.ContainsKey("refcount") || _first.ContainsKey("count") ? [] : ["refcount"]).ToList();
        if (missing.Count > 0)
        {
            Damage(first, 0, first.Content.Length, $"the line has no {string.Join(" and no ", missing)}");
        }
        else if (MissingOnHead() is { } onHead)
        {
            Damage(first, 0, first.Content.Length, $"this dump's head: line has no {onHead}");
        }
        else if (_flags is null)
        {
            Damage(first, 0, first.Content.Length, "this dump's flags line is missing");
        }
        else if (_reason is null)
        {
            Damage(first, 0, first.Content.Length, "this dump ends before its reason",
                "the log breaks off, or was rotated: look for 'page dumped because:'");
        }

        else if (!_hasShortWords && !(IsWholePage(_raw.Count) && (IsWholePage(_headRaw.Count) || IsWholePage(_headRaw.Count / 2))))
        {
            Damage(first, 0, first.Content.Length, "words of a struct page are missing, or too many");
        }

        return !_isDamaged;
    }

    /// <summary>What a head: line of 5.10 and later always has, if it is not there.</summary>
    string? MissingOnHead() =>
        _head.Count == 0 ? null
        : !_head.ContainsKey("order") ? "order"
        : !_first.ContainsKey("pfn") ? null
        : !_head.ContainsKey("compound_mapcount") && !_head.ContainsKey("entire_mapcount") ? "count of mappings"
        : !_head.ContainsKey("compound_pincount") && !_head.ContainsKey("pincount") ? "count of pins"
        : null;

    /// <summary>A struct page of a 64-bit kernel has 8 words, or 7 without memory cgroups; some logs leave all out.</summary>
    static bool IsWholePage(int words) => words is 0 or 7 or 8;

    DumpedHead? HeadOf() => Number(_head, "order") is not { } order ? null : new DumpedHead(
        order, Number(_head, "mapcount"), Number(_head, "entire_mapcount") ?? Number(_head, "compound_mapcount"),
        Number(_head, "pincount") ?? Number(_head, "compound_pincount"), _head.ContainsKey("mapcount"));

    void Damage(DumpLine line, int start, int end, string message, string? help = null)
    {
        _isDamaged = true;
        problems.Report(DumpCodes.Damaged, source, TextSpan.FromBounds(line.Start + start, line.Start + end), message, help);
    }

    static int EndOfWord(string text, int at)
    {
        var end = text.IndexOf(' ', Math.Min(at, text.Length));
        return end < 0 ? text.Length : end;
    }

    static bool IsShaped(string value, DumpShape shape) => shape switch
    {
        // The kernel prints no zeros in front and no plus: a number that has them has lost or gained something.
        DumpShape.Number => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && value == number.ToString(CultureInfo.InvariantCulture),
        DumpShape.Hex => value is "0x0" || value.StartsWith("0x", StringComparison.Ordinal) && value.Length is > 2 and <= 18
            && value[2] != '0' && value.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0,
        DumpShape.Pointer => value.Length is >= 8 and <= 16 && value.AsSpan().IndexOfAnyExcept(HexDigits) < 0
            || value is "(null)" or "(ptrval)" or "(____ptrval____)",
        DumpShape.Text => true,
    };

    static int? Number(Dictionary<string, string> fields, string name) => fields.TryGetValue(name, out var value)
        ? int.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    static ulong? Hex(Dictionary<string, string> fields, string name) => fields.TryGetValue(name, out var value)
        ? ulong.Parse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : null;
}

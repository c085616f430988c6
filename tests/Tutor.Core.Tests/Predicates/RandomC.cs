using System.Text;
using Tutor.Core.Memory;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// Random predicates in the accepted language, and random pages to ask them of. What C leaves undefined is
/// made rare here (divisors are odd, shifts are masked) and thrown out by the caller.
/// </summary>
sealed class RandomC(int seed)
{
    static readonly string[] Types =
    [
        "bool", "int", "unsigned int", "long", "unsigned long", "bool", "int", "unsigned int", "long", "unsigned long",
        "u32", "s32", "u64", "s64", "size_t", "int __maybe_unused",
    ];

    static readonly string[] Numbers = ["int", "unsigned int", "long", "unsigned long", "u32", "s64"];
    static readonly string[] Arithmetic = ["+", "-", "*", "&", "|", "^"];
    static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];
    static readonly string[] Literals =
    [
        "0", "1", "2", "3", "7", "010", "1024", "0x7fffffff", "2147483647", "2147483648", "0x80000000",
            "0xffffffff",
        "4294967295", "1U", "0U", "4294967295U", "1L", "0L", "9223372036854775807", "0x8000000000000000",
            "1UL",
        "18446744073709551615UL", "0b101", "INT_MAX", "INT_MIN", "UINT_MAX", "LONG_MAX", "LONG_MIN",
            "ULONG_MAX", "true",
        "false", "GUP_PIN_COUNTING_BIAS", "MIGRATE_SYNC", "ZONE_MOVABLE",
    ];

    static readonly int[] Counts = [0, 1, 2, 3, 7, 31, 32, 1023, 1024, 1025, 65536, int.MaxValue,
        int.MinValue, -1, -2];

    readonly Random _random = new(seed);
    readonly List<string> _variables = [];
    readonly List<(string Call, int Parameters)> _functions = [];

    /// <summary>Helpers that hand a number back through their last parameter.</summary>
    readonly List<(string Call, string Type)> _handingBack = [];
    string? _out;
    string _prefix = "";
    bool _hasMapping;
    bool _hasControl;

    /// <param name="Text">The predicate; its functions' names begin with the prefix.</param>
    /// <param name="Call">In C: how the case's function gets its value.</param>
    /// <param name="Definitions">In C: what stands above the case's function.</param>
    public sealed record Program(string Text, string Definitions, string Call);

    public Program Next(string prefix)
    {
        _prefix = prefix;
        _variables.Clear();
        _functions.Clear();
        _handingBack.Clear();
        _out = null;
        if (_random.Next(3) == 0)
        {
            return Functions();
        }

        _hasMapping = _hasControl = true;
        var text = Expression(_random.Next(1, 6));
        return new Program(text, "", text);
    }

    public PageState Page() => new()
    {
        Kind = "random",
        Flags = (PageFlags)(uint)_random.NextInt64(1L << 32) & ~(PageFlags.Tail | PageFlags.Ksm),
        Order = (byte)_random.Next(11),
        RefCount = Counts[_random.Next(Counts.Length)],
        MapCount = Counts[_random.Next(Counts.Length)],
        PageMapCount = _random.Next(-3, 3000),
        PinCount = _random.Next(2),
        MapKind = (MapKind)_random.Next(8),
    };

    public CompactControl Control() => new()
    {
        Mode = (MigrateMode)_random.Next(3), Order = _random.Next(-1, 11), AllocContig = _random.Next(2) == 0,
        OwnReferences = _random.Next(2),
    };

    Program Functions()
    {
        var text = new StringBuilder();
        var helpers = _random.Next(3);
        for (var i = 0; i < helpers; i++)
        {
            var parameters = _random.Next(3);
            var types = Enumerable.Range(0, parameters).Select(_ => Pick(Types)).ToList();
            _variables.Clear();
            _variables.AddRange(types.Select((_, n) => $"p{n}"));
            _hasMapping = _hasControl = false;
            var folio = _random.Next(2) == 0;
            if (_random.Next(3) == 0)
            {
                HandsBack(text, i);
                continue;
            }

            text.Append($"static {Pick(Types)} {_prefix}f{i}(");
            text.Append(folio ? "struct folio *folio, struct page *page"
                : "struct page *page, struct folio *folio");
            text.Append(string.Concat(types.Select((t, n) => $", {t} p{n}"))).Append(")\n");
            Body(text);
            _functions.Add(($"{_prefix}f{i}({(folio ? "folio, page" : "page, folio")}", parameters));
        }

        _variables.Clear();
        _hasMapping = _random.Next(2) == 0;
        _hasControl = _random.Next(2) == 0;
        var extra = (_hasMapping ? ", mapping" : "") + (_hasControl ? ", cc" : "");
        var declared = (_hasMapping ? ", struct address_space *mapping" : "")
            + (_hasControl ? ", struct compact_control *cc" : "");
        text.Append($"static {Pick(Types)} {_prefix}skip(struct page *page, struct folio *folio{declared})\n");
        Body(text);
        return new Program(text.ToString(), text.ToString(), $"{_prefix}skip(page, folio{extra})");
    }

    /// <summary>A helper with a parameter <c>int *</c>, which it sets first.</summary>
    void HandsBack(StringBuilder text, int number)
    {
        var type = Pick(Numbers);
        text.Append($"static {Pick(Types)} {_prefix}f{number}(struct page *page, struct folio *folio, {type} *out)\n");
        _variables.Clear();
        _out = "*out";
        Body(text);
        _out = null;
        _handingBack.Add(($"{_prefix}f{number}(page, folio", type));
    }

    void Body(StringBuilder text)
    {
        var outer = _variables.Count;
        text.Append("{\n");
        if (_out is { } pointed)
        {
            text.Append($"\t{pointed} = {Pick(Literals)};\n");
        }

        foreach (var (call, type) in _handingBack.Where(_ => _random.Next(2) == 0))
        {
            var (back, value) = ($"v{_variables.Count}", $"v{_variables.Count + 1}");
            text.Append($"\t{type} {back};\n\t{Pick(Types)} {value} = {call}, &{back});\n");
            _variables.AddRange([back, value]);
        }

        for (var i = _random.Next(4); i > 0; i--)
        {
            var name = $"v{_variables.Count}";
            var value = Expression(3);
            text.Append(_random.Next(4) == 0 ? $"\t{Pick(Types)} {name};\n\t{name} = {value};\n"
                : $"\t{Pick(Types)} {name} = {value};\n");
            _variables.Add(name);
        }

        for (var i = _random.Next(4); i > 0; i--)
        {
            Statement(text, 2);
        }

        if (_random.Next(6) == 0)
        {
            var (word, option) = (Pick(["#ifdef ", "#ifndef ", "#if IS_ENABLED(", "#if !defined("]), Pick(["CONFIG_SWAP", "CONFIG_DEBUG_VM"]));
            text.Append($"{word}{option}{(word.EndsWith('(') ? ")" : "")}\n\treturn {Expression(2)};\n#else\n\tVM_BUG_ON({Expression(1)});\n#endif\n");
        }

        text.Append($"\treturn {Expression(4)};\n}}\n");
        _variables.RemoveRange(outer, _variables.Count - outer);
    }

    void Statement(StringBuilder text, int depth)
    {
        if (depth == 0 || _random.Next(3) == 0)
        {
            text.Append(_variables.Count == 0 ? "\t;\n" : $"\t{Assignment()};\n");
            return;
        }

        var assign = _variables.Count > 0 && _random.Next(5) == 0;
        text.Append($"\tif ({(assign ? $"({Assignment()})" : Expression(3))}) {{\n");
        Statement(text, depth - 1);
        text.Append(_random.Next(6) == 0 ? $"\treturn {Expression(3)};\n\t}}" : "\t}");
        if (_random.Next(2) == 0)
        {
            text.Append(" else {\n");
            Statement(text, depth - 1);
            text.Append("\t}");
        }

        text.Append('\n');
    }

    string Assignment()
    {
        var name = _out is { } pointed && _random.Next(3) == 0 ? pointed : Pick(_variables);
        return _random.Next(8) switch
        {
            0 => $"{name} {Pick(Arithmetic)}= {Expression(3)}",
            1 => $"{name} {Pick(["<<=", ">>="])} ({Expression(2)} & 31)",
            2 => $"{name} {Pick(["/=", "%="])} ({Expression(2)} | 1)",
            _ => $"{name} = {Expression(3)}",
        };
    }

    string Expression(int depth)
    {
        if (depth <= 0 || _random.Next(8) == 0)
        {
            return Leaf();
        }

        var inner = depth - 1;
        return _random.Next(20) switch
        {
            16 => $"{Pick(["WARN_ON", "READ_ONCE", "data_race", "WARN_ON_ONCE"])}({Expression(inner)})",
            17 => Extreme(inner),
            18 => $"{Pick(["min_t", "max_t"])}({Pick(Numbers)}, {Expression(inner)}, {Expression(inner)})",
            0 => $"{Unary(inner)}",
            1 => $"({Pick(Types)}){Operand(inner)}",
            2 => $"{Operand(inner)} ? {Operand(inner)} : {Operand(inner)}",
            3 => $"{Operand(inner)} {Pick(["&&", "||", "and", "or"])} {Operand(inner)}",
            4 => $"{Operand(inner)} {Pick(["<<", ">>"])} ({Expression(inner)} & {Pick(["15", "31"])})",
            5 => $"{Operand(inner)} {Pick(["/", "%"])} ({Expression(inner)} | 1)",
            6 => $"likely({Expression(inner)})",
            7 or 8 or 9 => $"{Operand(inner)} {Pick(Comparisons)} {Operand(inner)}",
            // Without brackets: precedence and grouping are C's to know.
            10 => $"{Leaf()} {Pick(Arithmetic)} {Leaf()} {Pick(Arithmetic)} {Leaf()} {Pick(Comparisons)} {Leaf()}",
            11 => $"{Leaf()} {Pick(Comparisons)} {Leaf()} {Pick(["&", "|", "^", "==", "&&"])} {Leaf()} {Pick(Comparisons)} {Leaf()}",
            _ => $"{Operand(inner)} {Pick(Arithmetic)} {Operand(inner)}",
        };
    }

    string Extreme(int depth)
    {
        var types = _random.Next(2) == 0 ? (string[])["int", "long", "s64"] : ["unsigned int", "unsigned long", "u32"];
        return $"{Pick(["min", "max"])}(({Pick(types)}){Operand(depth)}, ({Pick(types)}){Operand(depth)})";
    }

    string Unary(int depth) => Pick(["-", "~", "!", "+", "!!", "not "]) + Operand(depth);

    string Operand(int depth) => $"({Expression(depth)})";

    string Leaf()
    {
        var kind = _random.Next(10);
        if (kind < 3 && _variables.Count > 0)
        {
            return Pick(_variables);
        }

        if (kind == 3 && _out is { } pointed)
        {
            return pointed;
        }

        if (kind == 3 && _functions.Count > 0)
        {
            var (call, parameters) = Pick(_functions);
            return call + string.Concat(Enumerable.Range(0, parameters).Select(_ => ", " + Expression(1)))
                + ")";
        }

        return kind < 6 ? Pick(Literals) : Accessor();
    }

    string Accessor() => _random.Next(19) switch
    {
        14 => Pick(["IS_ENABLED(CONFIG_SWAP)", "IS_ENABLED(CONFIG_DEBUG_VM)"]),
        15 => Pick(["thp_nr_pages(page)", "page_size(page)", "MAX_PAGE_ORDER", "HPAGE_PMD_NR"]),
        16 => Pick(["(page->flags & (1UL << PG_private))", "(page->flags & PAGE_FLAGS_CHECK_AT_PREP & ~(1 << PG_lru | 1 << PG_dirty))", "test_bit(PG_private, &folio->flags)"]),
        17 => Pick(["((unsigned long)page->mapping & PAGE_MAPPING_FLAGS)", "((unsigned long)folio->mapping & PAGE_MAPPING_ANON)", "(READ_ONCE(folio->mapping) != NULL)"]),
        18 => "((struct address_space *)((unsigned long)page->mapping & ~PAGE_MAPPING_FLAGS) == NULL)",
        0 or 1 => "folio_ref_count(folio)",
        2 or 3 => "folio_mapcount(folio)",
        4 => "page_mapcount(page)",
        5 => "folio_nr_pages(folio)",
        6 => "folio_order(folio)",
        7 => "folio_test_anon(folio)",
        8 => "PagePrivate(page)",
        9 => "compound_nr(page)",
        10 when _hasMapping =>
            Pick(["!mapping", "(mapping != NULL)", "(mapping ? 1 : 2U)",
            "folio_expected_refs(mapping, folio)", "(bool)mapping"]),
        11 when _hasControl => Pick(["cc->order", "cc->mode", "cc->alloc_contig"]),
        12 => Pick(["(page == &folio->page)", "folio_expected_refs(NULL, folio)",
            "(page_folio(page) == folio)"]),
        _ => "folio_maybe_dma_pinned(folio)",
    };

    T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}

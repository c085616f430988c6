using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tutor.Core.Dumps;

/// <summary>The <c>flags:</c> line, taken apart.</summary>
sealed record DumpedFlagsLine(ulong Word, ImmutableArray<string> Names, int? Zone, bool IsCma);

sealed partial class DumpParser
{
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    void ReadAops(DumpLine line)
    {
        var match = AopsPattern().Match(line.Content);
        if (match.Success)
        {
            _aops = match.Groups["name"].Value;
        }
        else
        {
            Damage(line, 0, line.Content.Length, "this is no line of a page's owner");
        }
    }

    void ReadFlags(DumpLine line)
    {
        var match = FlagsPattern().Match(line.Content);
        if (!match.Success)
        {
            Damage(line, 0, line.Content.Length, "this is no line of a page's flags");
            return;
        }

        _type = match.Groups["type"].Value switch { "anon " => DumpedType.Anon, "ksm " => DumpedType.Ksm, _ => _type };
        var names = ImmutableArray.CreateBuilder<string>();
        int? zone = null;
        var at = match.Groups["names"].Index;
        foreach (var name in match.Groups["names"].Value.Split('|'))
        {
            if (PlacePattern().Match(name) is { Success: true } place)
            {
                zone = place.Groups["name"].Value == "zone" ? ReadPlace(line, at, place.Groups["value"].Value) : zone;
            }
            else if (DumpedFlags.IsKnown(name))
            {
                names.Add(name);
            }
            else if (name.Length > 0 || match.Groups["names"].Length > 0)
            {
                Damage(line, at, at + name.Length, $"'{name}' is no page flag");
            }

            at += name.Length + 1;
        }

        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            Damage(line, 0, line.Content.Length, "a flag stands twice");
        }

        var word = ulong.Parse(match.Groups["word"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _flags = new DumpedFlagsLine(word, names.ToImmutable(), zone, match.Groups["cma"].Success);
    }

    /// <summary>Numbers of zones are small; a longer one is damage.</summary>
    int? ReadPlace(DumpLine line, int at, string value)
    {
        if (value.Length == 1 && char.IsAsciiDigit(value[0]))
        {
            return value[0] - '0';
        }

        Damage(line, at, at + value.Length, $"'{value}' is no zone");
        return null;
    }

    void ReadPageType(DumpLine line)
    {
        var match = PageTypePattern().Match(line.Content);
        if (!match.Success)
        {
            Damage(line, 0, line.Content.Length, "this is no line of a page's type");
            return;
        }

        var name = match.Groups["name"].Value;
        // 6.12 has no name for the type of zsmalloc's pages (include/linux/page-flags.h, PGTY_zsmalloc).
        _pageType = name.Length == 0 ? null : name != "(null)" ? name
            : match.Groups["number"].Value == "f6" ? "zsmalloc" : "unnamed";
    }

    /// <summary>Checks that the lines agree: a mapping has an owner, the memory has one kind, the counts match.</summary>
    PageDump? Check(PageDump dump, DumpLine first)
    {
        void Contradiction(string message) => Damage(first, 0, first.Content.Length, message);

        if (dump is { HasMapping: true, Type: DumpedType.None, Aops: null, PageType: null } && !dump.Has("slab"))
        {
            Contradiction("the page has a mapping, but no line says whose");
        }
        else if (dump.Aops is not null && !dump.HasMapping)
        {
            Contradiction("a line says whose page it is, but it has no mapping");
        }
        else if (dump.Aops is not null && dump.Type != DumpedType.None)
        {
            Contradiction("the page is anonymous and a file's at once");
        }
        else if (dump.Head is { Order: < 0 or > 20 })
        {
            Contradiction($"order:{dump.Head.Order} is no order of a folio");
        }
        else if (dump.RefCount < 0 || dump.Head is { EntireMapCount: < 0 } or { MapCount: < 0 } or { PinCount: < 0 })
        {
            Contradiction("a count below 0");
        }
        else if (dump.Has("head") && dump.Head is null)
        {
            Contradiction("this is a compound page, but its head: line is missing");
        }
        else if (!HasFittingTag(dump))
        {
            Contradiction("the raw words are of another kind of memory than the flags line says");
        }

        return _isDamaged ? null : DumpConsistency.WithNotes(dump);
    }

    /// <summary>The lowest bits of the mapping word say what kind of memory it is (6.1, include/linux/page-flags.h).</summary>
    static bool HasFittingTag(PageDump dump) => dump.MappingTag is not { } tag || dump.Type switch
    {
        DumpedType.Anon => tag == 1,
        DumpedType.Ksm => tag == 3,
        DumpedType.None when dump.Aops is not null => tag == 0,
        // The kernel's own pages keep other things in that word.
        DumpedType.None => tag is 0 or 2 || !dump.Has("lru") && !dump.Has("swapbacked"),
    };

    [GeneratedRegex(
        """^(?:aops|mapping->a_ops):(?<name>[A-Za-z_][A-Za-z0-9_.]*)(?: \[[A-Za-z0-9_]+\])?(?: ino:[0-9a-f]+)?(?: dentry name(?:\(\?\))?:".*")?$""")]
    private static partial Regex AopsPattern();

    [GeneratedRegex(@"^(?<type>anon |ksm )?flags: 0x(?<word>[0-9a-f]{1,16})\((?<names>[^()]*)\)(?<cma> CMA)?$")]
    private static partial Regex FlagsPattern();

    [GeneratedRegex("^(?<name>node|zone|lastcpupid|section|kasantag|tier|gen)=(?<value>(?:0x)?[0-9a-f]+)$")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"^page_type: (?:0x)?(?<number>[0-9a-f]{2,8})\((?<name>[a-z_|]*|\(null\))\)$")]
    private static partial Regex PageTypePattern();
}

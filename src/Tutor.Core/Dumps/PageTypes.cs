using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>A row of page-types: so many pages have these flags of <c>/proc/kpageflags</c>.</summary>
public readonly record struct PageTypesRow(ulong Flags, long Pages);

/// <summary>
/// The output of the kernel's <c>page-types</c> (6.1 <c>tools/vm</c>, 6.12 <c>tools/mm</c>) as weights of page kinds. It
/// counts pages by flags and has no reference counts: who holds them is what is usual for such memory.
/// </summary>
public static partial class PageTypes
{
    // Bits of /proc/kpageflags (6.1 and 6.12, include/uapi/linux/kernel-page-flags.h).
    const int Lru = 5, Slab = 7, Writeback = 8, Buddy = 10, Mmap = 11, Anon = 12, SwapCache = 13, SwapBacked = 14, Huge = 17,
        Unevictable = 18, NoPage = 20, Ksm = 21, Thp = 22, Offline = 23, ZeroPage = 24, PageTable = 26, Dirty = 4, Reserved = 32, Private = 35;

    /// <summary>Bits to the page kind that has them: the first row that fits counts; null: no memory.</summary>
    static readonly ImmutableArray<(int[] Bits, string? Kind)> Kinds =
    [
        ([NoPage], null),
        ([Offline], null),
        ([Buddy], "free"),
        ([Slab], "slab"),
        ([PageTable], "page-table"),
        ([Reserved], "reserved"),
        ([ZeroPage], "reserved"),
        ([Huge], "hugetlb"),
        ([Thp, Anon], "thp"),
        ([Thp], "shmem-thp"),
        ([Ksm], "ksm"),
        ([Anon, SwapCache], "swapcache"),
        ([Anon, Unevictable], "mlocked"),
        ([Anon], "anon"),
        ([SwapBacked, Mmap], "shmem"),
        ([SwapBacked, Lru], "tmpfs"),
        ([Lru, Writeback], "file-writeback"),
        ([Lru, Private, Mmap], "file-private-mapped-2"),
        ([Lru, Private], "file-private"),
        ([Lru, Mmap], "file-mapped-3"),
        ([Lru, Dirty], "file-dirty"),
        ([Lru], "file"),
        ([], "kernel"),
    ];

    /// <summary>The rows of an output; null if there are none, which is then among <paramref name="problems"/>.</summary>
    public static ImmutableArray<PageTypesRow>? Read(SourceText output, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(problems);
        var rows = ImmutableArray.CreateBuilder<PageTypesRow>();
        for (var line = 1; line <= output.LineCount; line++)
        {
            var match = Row().Match(output.LineText(line));
            if (match.Success && ulong.TryParse(match.Groups["flags"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var flags)
                && long.TryParse(match.Groups["pages"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pages))
            {
                rows.Add(new PageTypesRow(flags, pages));
            }
        }

        if (rows.Count > 0)
        {
            return rows.ToImmutable();
        }

        problems.Report(DumpCodes.NoPageTypes, output, new TextSpan(0, 0), "this is no output of page-types",
            "its rows begin with the flags and the page count: '0x0000000000000028     26'; build it in the kernel's tools/mm and run it as root");
        return null;
    }

    /// <summary>Pages of each kind, the most first; frames without memory are left out.</summary>
    public static ImmutableArray<(string Kind, long Pages)> MixOf(IEnumerable<PageTypesRow> rows) =>
    [
        .. rows.GroupBy(r => KindOf(r.Flags)).Where(g => g.Key is not null)
            .Select(g => (Kind: g.Key!, Pages: g.Aggregate(0L, (sum, r) => sum > long.MaxValue - r.Pages ? long.MaxValue : sum + r.Pages)))
            .Where(k => k.Pages > 0).OrderByDescending(k => k.Pages).ThenBy(k => k.Kind, StringComparer.Ordinal),
    ];

    /// <summary>The same as weights of a map's mix, which has an upper end; nothing falls to 0.</summary>
    public static ImmutableArray<MixEntry> Weights(ImmutableArray<(string Kind, long Pages)> mix)
    {
        var most = mix.IsDefaultOrEmpty ? 1 : mix.Max(k => k.Pages);
        var divisor = most <= MapRecipe.MostWeight ? 1 : (most + MapRecipe.MostWeight - 1) / MapRecipe.MostWeight;
        return [.. mix.Select(k => new MixEntry(k.Kind, (int)Math.Max(1, k.Pages / divisor)))];
    }

    /// <summary>The page kind of these flags; null: there is no memory.</summary>
    public static string? KindOf(ulong flags) => Kinds.First(k => Array.TrueForAll(k.Bits, b => (flags >> b & 1) != 0)).Kind;

    [GeneratedRegex(@"^\s*0x(?<flags>[0-9a-f]{1,16})\s+(?<pages>\d{1,18})\s+\d+\s")]
    private static partial Regex Row();
}

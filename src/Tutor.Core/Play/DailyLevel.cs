using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>
/// The level of a day: made from the UTC date alone, the same for everybody and for ever. It is a level file like any
/// other, with page kinds of its own, so that no pack changes it. Two of a day's kinds of page break the accounting of
/// the course, a third waits on the maps that are not shown.
/// </summary>
public static class DailyLevel
{
    /// <summary>
    /// The revision of every level that this generator makes. Whoever changes what it makes adds a generator of the next
    /// version from a date on; what was played stays as it was.
    /// </summary>
    public const int Version = 1;

    const string Prefix = "daily-";
    const string DateFormat = "yyyy-MM-dd";

    /// <summary>Any number; the stream is the day's.</summary>
    const ulong Seed = 0x6461696c79;

    /// <summary>Of the maps that are not shown, in thousandths of the pages.</summary>
    const int RareWeight = 18;

    /// <summary>Movable memory that keeps every rule.</summary>
    static readonly ImmutableArray<(string Name, string Yaml)> Plain =
    [
        ("anon-forked", "{ flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping, count: [1, LOW] }], about: \"Private memory of a process and those that it forked.\" }"),
        ("libc", "{ flags: [lru, uptodate, referenced], holders: [{ what: page_cache }, { what: mapping, count: [20, HIGH] }], about: \"Text of a shared library, mapped by every process there is.\" }"),
        ("file", "{ flags: [lru, uptodate, referenced], holders: [{ what: page_cache }], about: \"A clean page of a file that nobody maps.\" }"),
        ("file-private", "{ flags: [lru, uptodate], holders: [{ what: page_cache }, { what: private, by: buffer heads }], migrate_op: buffer, about: \"A page of an ext4 file with its buffer heads.\" }"),
        ("shmem", "{ flags: [lru, swapbacked, uptodate, dirty], holders: [{ what: page_cache }, { what: mapping, count: [1, LOW] }], about: \"Shared memory, in the page cache and mapped.\" }"),
        ("swapcache", "{ flags: [lru, anon, swapbacked, uptodate, dirty], holders: [{ what: mapping }, { what: swap_cache }], about: \"Private memory with a place in the swap cache.\" }"),
    ];

    /// <summary>Memory that one plain reference holds. An answer that is off by one misses it.</summary>
    static readonly ImmutableArray<(string Name, string Yaml)> Got =
    [
        ("vmsplice", "{ flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping }, { what: get, by: pipe }], about: \"Private memory in a pipe that nobody reads: one plain reference more.\" }"),
        ("splice-file", "{ flags: [lru, uptodate, referenced], holders: [{ what: page_cache }, { what: get, by: pipe }], about: \"A page of a file in a pipe that nobody reads.\" }"),
        ("swapcache-get", "{ flags: [lru, anon, swapbacked, uptodate, dirty], holders: [{ what: mapping }, { what: swap_cache }, { what: get, by: swap cache lookup }], about: \"Private memory in the swap cache that a fault has just found.\" }"),
    ];

    static readonly ImmutableArray<(string Name, string Yaml)> Pinned =
    [
        ("vfio-anon", "{ flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping }, { what: pin, by: vfio }], about: \"Memory of a guest, pinned for a passed-through device.\" }"),
        ("vfio-shmem", "{ flags: [lru, swapbacked, uptodate, dirty], holders: [{ what: page_cache }, { what: mapping, count: [1, LOW] }, { what: pin, by: vfio }], about: \"A guest's memory in a memfd, pinned for a passed-through device.\" }"),
        ("rdma-file", "{ flags: [lru, uptodate], holders: [{ what: page_cache }, { what: private, by: buffer heads }, { what: mapping }, { what: pin, by: RDMA }], migrate_op: buffer, about: \"A page of a file that a network card reads.\" }"),
    ];

    static readonly ImmutableArray<(string Name, string Yaml)> Others =
    [
        ("slab", "{ flags: [slab], holders: [{ what: owner, by: slab allocator }], about: \"The kernel's small objects: never asked about.\" }"),
        ("free", "{ flags: [buddy], about: \"Free memory.\" }"),
    ];

    /// <summary>The triggers: the mode of each, whether its scanner may be older than late 6.1-rc, and which twists it allows.</summary>
    static readonly ImmutableArray<(string Run, string Says, bool MayBeEarly, ImmutableArray<DailyTwist> Twists)> Runs =
    [
        ("trigger: compact_memory", "Somebody writes to `compact_memory`: the run is SYNC, and waits for whatever can be waited for.", true, DailyTwist.Sync),
        ("trigger: direct, order: 4, mode: sync_light", "A process compacts by itself to get 16 pages in a row. Its run is SYNC_LIGHT.", true, DailyTwist.Direct),
        ("trigger: kcompactd, order: 9, release: \"6.12\"", "kcompactd of Linux 6.12 wants a huge page. Its run is SYNC_LIGHT.", false, DailyTwist.SyncLight612),
    ];

    /// <summary>Kinds of page that keep every rule of the course, movable ones and held ones.</summary>
    internal static ImmutableArray<(string Name, string Yaml)> Everyday { get; } =
        [.. Plain.Concat(Got).Concat(Pinned).Select(k => (k.Name, WithCounts(k.Yaml, 2, 200)))];

    /// <summary><c>daily-2026-11-28</c>.</summary>
    public static string IdOf(DateOnly date) => Prefix + date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The day of such an id; null where it is no day's.</summary>
    public static DateOnly? DateOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.StartsWith(Prefix, StringComparison.Ordinal)
            && DateOnly.TryParseExact(id.AsSpan(Prefix.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>The day's level as a level of no chapter.</summary>
    public static CatalogEntry Entry(DateOnly date)
    {
        var problems = new DiagnosticBag();
        var path = $"{IdOf(date)}.yaml";
        var level = LevelReader.Read(SourceText.From(path, Text(date)), PageKinds.Empty, problems);
        return new CatalogEntry(path, IdOf(date), level, null, problems.ToImmutable());
    }

    /// <summary>The day's level file.</summary>
    public static string Text(DateOnly date)
    {
        var rng = Rng.ForStream(Seed, (ulong)date.DayNumber);
        var (run, says, mayBeEarly, twists) = Runs[rng.Below(Runs.Length)];
        var own = mayBeEarly && rng.Below(3) == 0 ? 0 : 1;
        var isExpectedLent = rng.Below(2) == 0;
        var chosen = Twists(twists, ref rng);
        var (first, second, rare) = (chosen[0], chosen[1], chosen[2]);
        var plain = Some(Plain, rng.Between(3, 5), ref rng);
        var got = Some(Got, rng.Between(1, 2), ref rng);
        var pinned = Some(Pinned, rng.Between(1, 2), ref rng);
        var (low, high) = (rng.Between(2, 9), rng.Between(100, 1800));
        var kinds = plain.Concat(got).Concat(pinned).Concat(Others).Concat(chosen.SelectMany(t => t.Kinds)).DistinctBy(k => k.Name);
        ImmutableArray<(string Kind, int Weight)> rest = [("slab", 40), ("free", 100)];
        var mix = Weights(plain, 440, ref rng).Concat(Weights(got, 90, ref rng)).Concat(Weights(pinned, 90, ref rng))
            .Concat(WeightsOf(first)).Concat(WeightsOf(second)).Concat(rest);
        var (pages, seed) = (Pageblock.Pages * rng.Between(8, 16), rng.Below(1_000_000));
        var (shortest, longest) = (rng.Between(1, 8), rng.Between(24, 96));
        var reference = Reference(chosen, own, isExpectedLent);
        var groups = isExpectedLent ? "" : "\n  vocabulary: [counts, mapping, flags, pins, folio, zone, types, cc]";
        var yaml = string.Create(CultureInfo.InvariantCulture, $$"""
            # The level of {{date:yyyy-MM-dd}}, made by Tutor from this date.
            format: 1
            id: {{IdOf(date)}}
            revision: {{Version}}
            title: "The memory of {{date:d MMMM yyyy}}"
            kind: write
            minutes: 10
            brief: |
              {{says}}{{(own == 0 ? " It is a scanner of before the end of 6.1-rc: it holds no reference of its own when it asks." : "")}}

              - {{first.Clue}}
              - {{second.Clue}}

              The maps that wait have a little of something else, too.{{(isExpectedLent ? "" : " `folio_expected_refs()` is not lent today: count by yourself.")}}
            skip:{{groups}}
              starter: "false"
            kinds:
            {{string.Join('\n', kinds.Select(k => $"  {k.Name}: {WithCounts(k.Yaml, low, high)}"))}}
            maps:
              - id: day
                role: shown
                pages: {{pages}}
                seed: {{seed}}
                mix: { {{string.Join(", ", mix.Select(m => $"{m.Kind}: {m.Weight}"))}} }
                layout: { runs: [{{shortest}}, {{longest}}] }
              - { id: night, role: hidden, like: day, seeds: 4, add: { {{rare.Kinds[0].Name}}: {{RareWeight}}, {{rare.Kinds[1].Name}}: {{RareWeight / 6}} } }
            run: { {{run}}{{(own == 0 ? ", own_references: 0" : "")}} }
            goals:
              pass: { futile: { max: "10%" }, false_skips: { max: "5%" } }
              silver: { futile: { max: "2%" }, false_skips: { max: "1%" } }
              gold: { futile: { max: 0 }, false_skips: { max: 0 } }
            hints:
              - { kind: nudge, text: "Look at `{{first.Id}}` and at `{{second.Id}}` on the map: who holds such a page, and what becomes of it?" }
              - { kind: concept, text: "{{first.Hint}}" }
              - { kind: concept, text: "{{second.Hint}}" }
              - { kind: concept, text: "What waits is `{{rare.Id}}`. {{rare.Hint}}" }
              - { kind: answer, text: "`{{reference}}`" }
            solutions:
              - { id: reference, skip: "{{reference}}", expect: gold }
              - { id: stock-6.1, skip: "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)", expect: fail, source: "Linux 6.1" }

            """);
        return yaml.ReplaceLineEndings("\n");
    }

    /// <summary>A page kind with the largest numbers of its mappings filled in.</summary>
    static string WithCounts(string yaml, int low, int high) => yaml
        .Replace("LOW", low.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("HIGH", high.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Chooses two twists for the map that is shown, and a rare one for the hidden maps.</summary>
    static ImmutableArray<DailyTwist> Twists(ImmutableArray<DailyTwist> possible, ref Rng rng)
    {
        var order = possible.ToArray();
        rng.Shuffle<DailyTwist>(order);
        return [.. order.Take(3)];
    }

    static ImmutableArray<(string Name, string Yaml)> Some(ImmutableArray<(string Name, string Yaml)> from, int count, ref Rng rng)
    {
        var order = from.ToArray();
        rng.Shuffle<(string, string)>(order);
        return [.. order.Take(count)];
    }

    /// <summary>Thousandths of the pages: equal parts, each up to a quarter more, so that no two days look alike.</summary>
    static ImmutableArray<(string Kind, int Weight)> Weights(ImmutableArray<(string Name, string Yaml)> kinds, int all, ref Rng rng)
    {
        var weights = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var (name, _) in kinds)
        {
            var part = all / kinds.Length;
            weights.Add((name, part + rng.Below(part / 4)));
        }

        return weights.ToImmutable();
    }

    static ImmutableArray<(string Kind, int Weight)> WeightsOf(DailyTwist twist) => [(twist.Kinds[0].Name, 90), (twist.Kinds[1].Name, 25)];

    /// <summary>The accounting that the day follows, with what its twists add.</summary>
    static string Reference(ImmutableArray<DailyTwist> twists, int own, bool isExpectedLent)
    {
        var expected = isExpectedLent
            ? $" - folio_expected_refs(mapping, folio){(own == 0 ? " + 1" : "")}"
            : $"{(own == 0 ? "" : " - 1")} - (mapping ? 1 + folio_test_private(folio) : 0)";
        return $"folio_ref_count(folio){expected}{string.Concat(twists.Where(t => t.Moves).Select(t => $" - {t.Term}"))} > folio_mapcount(folio)"
            + string.Concat(twists.Where(t => !t.Moves).Select(t => $" || {t.Term}"));
    }
}

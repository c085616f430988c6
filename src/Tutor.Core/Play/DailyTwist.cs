using System.Collections.Immutable;

namespace Tutor.Core.Play;

/// <summary>
/// A way in which pages of a daily level do not follow the accounting of the course: the simulator's own rules of
/// migration say so, nothing is made up for the day.
/// </summary>
/// <param name="Id">The page kind that shows it.</param>
/// <param name="Moves">Its pages would move although a count says otherwise; else they refuse although every count is right.</param>
/// <param name="Term">What a predicate can read of such pages, and of no others of the day.</param>
/// <param name="Kinds">Page kinds in YAML: the kind itself first, then the one that looks like it and behaves otherwise.</param>
/// <param name="Clue">For the brief.</param>
/// <param name="Hint">What to look for, without a line that could be copied.</param>
sealed record DailyTwist(
    string Id, bool Moves, string Term, ImmutableArray<(string Name, string Yaml)> Kinds, string Clue, string Hint)
{
    static DailyTwist AioRing { get; } = new("aio-ring", Moves: true,
        "(folio_test_dirty(folio) && !folio_test_swapbacked(folio))",
        [
            ("aio-ring", "{ flags: [lru, uptodate, dirty], holders: [{ what: page_cache }, { what: mapping }, { what: owner, by: aio context }], migrate_op: other, about: \"A page of an aio ring. Its owner holds a reference of its own, and its owner's way to migrate expects it.\" }"),
            ("aio-ring-get", "{ based_on: aio-ring, holders: [{ what: get, by: get_user_pages }], about: \"A page of an aio ring that somebody holds beside its owner.\" }"),
        ],
        "Some pages have an owner that holds a reference of its own, and whose way to migrate expects it.",
        "The rings of aio are files that are always dirty, and whose memory no swap could take. One reference of theirs is the owner's.");

    static DailyTwist Orphan { get; } = new("truncated-orphan", Moves: true,
        "(!mapping && folio_test_private(folio))",
        [
            ("truncated-orphan", "{ flags: [lru, uptodate], holders: [{ what: private, by: buffer heads }], about: \"Its file was cut short, its buffer heads are still attached. A first try of migration frees them.\" }"),
            ("truncated-orphan-get", "{ based_on: truncated-orphan, holders: [{ what: get, by: a late reader }], about: \"Its file was cut short, and somebody still reads it.\" }"),
        ],
        "Some files were cut short: their pages have left the page cache, and their buffer heads have not left them.",
        "A page without a mapping can still have private data, and that is one reference; migration frees it.");

    static DailyTwist Locked { get; } = new("file-locked", Moves: false,
        "folio_test_locked(folio)",
        [
            ("file-locked", "{ flags: [lru, uptodate, locked], holders: [{ what: page_cache }, { what: mapping }], about: \"A page whose lock somebody has. This run does not wait for it.\" }"),
            ("file-unlocked", "{ flags: [lru, uptodate], holders: [{ what: page_cache }, { what: mapping }], about: \"A page of a file, mapped once.\" }"),
        ],
        "Some pages are locked by somebody, and this run does not sleep on a page lock.",
        "Every count of a locked page is right. A flag says what the counts do not.");

    static DailyTwist Secret { get; } = new("secretmem", Moves: false,
        "(folio_test_unevictable(folio) && !folio_test_mlocked(folio))",
        [
            ("secretmem", "{ flags: [lru, uptodate, unevictable], holders: [{ what: page_cache }, { what: mapping }], refuses: secretmem, about: \"Memory from memfd_secret(). Its owner refuses every migration, and no count shows it.\" }"),
            ("mlocked", "{ flags: [lru, anon, swapbacked, uptodate, mlocked, unevictable], holders: [{ what: mapping }], about: \"Memory locked with mlock(): it stays in memory, not in place.\" }"),
        ],
        "Some memory is secret, and its owner refuses every migration.",
        "Secret memory cannot be evicted, and nobody called mlock() on it. Locked memory moves.");

    static DailyTwist BeingRead { get; } = new("file-being-read", Moves: false,
        "(folio_test_locked(folio) && !folio_test_uptodate(folio))",
        [
            ("file-being-read", "{ flags: [lru, locked], holders: [{ what: page_cache }], about: \"A page of a file that is read from the disk at this moment: locked, and not up to date. SYNC_LIGHT of Linux 6.12 does not wait for that.\" }"),
            ("file-written-to", "{ flags: [lru, uptodate, locked], holders: [{ what: page_cache }], about: \"A page of a file that somebody has locked for a moment. This run waits for it.\" }"),
        ],
        "Some pages are read from a disk at this moment, and SYNC_LIGHT does not wait for that since 6.5; for other locks it does.",
        "The counts of a page that is being read are right. Two flags together say that it is not there yet.");

    /// <summary>Where the run waits for whatever can be waited for: SYNC.</summary>
    public static ImmutableArray<DailyTwist> Sync { get; } = [AioRing, Orphan, Secret];

    /// <summary>Direct compaction never sleeps on a page lock (6.1 <c>mm/migrate.c</c>, <c>__unmap_and_move</c>).</summary>
    public static ImmutableArray<DailyTwist> Direct { get; } = [.. Sync, Locked];

    /// <summary>At SYNC_LIGHT 6.12 does not wait for a folio that is being read (<c>mm/migrate.c</c>, <c>migrate_folio_unmap</c>).</summary>
    public static ImmutableArray<DailyTwist> SyncLight612 { get; } = [.. Sync, BeingRead];

    public static ImmutableArray<DailyTwist> All { get; } = [.. Direct, BeingRead];
}

using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Predicates;

/// <summary>
/// A predicate says "leave this page". Most checks in mm/ say "this page may go": pasted as they stand they are the other
/// way round, and nothing in their text shows it.
/// </summary>
public static class OtherQuestion
{
    static readonly CompactControl Sync = new();

    /// <summary>
    /// Whether candidates counted like this come from a text that answers the other question: its negation would be better
    /// on both sides. A negation skips what was migrated, and takes what was skipped.
    /// </summary>
    /// <param name="migrated">Candidates taken that moved, or would have with a target.</param>
    /// <param name="falseSkips">Candidates skipped that would have moved.</param>
    /// <param name="futile">Candidates taken that could not move.</param>
    /// <param name="skippedPins">Candidates skipped that could not have moved.</param>
    public static bool IsAnswered(long migrated, long falseSkips, long futile, long skippedPins) =>
        falseSkips > migrated && futile > skippedPins;

    /// <summary>The same, of a predicate without a map: it is asked about one page of each sort in <see cref="Pages"/>.</summary>
    public static bool IsAnsweredBy(Predicate predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var counts = Pages.Select(p => (IsMovable: Migration.MovableNow(p, Sync), IsSkipped: predicate.Ask(p, Sync) == SkipAnswer.Skip))
            .GroupBy(c => c).ToDictionary(g => g.Key, g => (long)g.Count());
        return IsAnswered(counts.GetValueOrDefault((true, false)), counts.GetValueOrDefault((true, true)),
            counts.GetValueOrDefault((false, false)), counts.GetValueOrDefault((false, true)));
    }

    /// <summary>Whether every one of <see cref="Pages"/> is skipped: a count in place of an answer does that.</summary>
    public static bool SkipsEverything(Predicate predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Pages.All(p => predicate.Ask(p, Sync) == SkipAnswer.Skip);
    }

    /// <summary>Pages of every sort that the scanner meets, movable ones and held ones.</summary>
    public static ImmutableArray<PageState> Pages { get; } =
    [
        .. Sort("anon", PageFlags.Anon | PageFlags.SwapBacked, Held(HolderKind.Mapping)),
        .. Sort("anon, shared", PageFlags.Anon | PageFlags.SwapBacked, Held(HolderKind.Mapping, 5)),
        .. Sort("swap cache", PageFlags.Anon | PageFlags.SwapBacked, Held(HolderKind.Mapping), Held(HolderKind.SwapCache)),
        .. Sort("file", PageFlags.UpToDate, Held(HolderKind.PageCache)),
        .. Sort("file, mapped", PageFlags.UpToDate, Held(HolderKind.PageCache), Held(HolderKind.Mapping, 3)),
        .. Sort("file with buffers", PageFlags.UpToDate, Held(HolderKind.PageCache), Held(HolderKind.Private)),
        .. Sort("shared memory", PageFlags.SwapBacked, Held(HolderKind.PageCache), Held(HolderKind.Mapping)),
        .. Sort("shared memory on its way to swap", PageFlags.SwapBacked, Held(HolderKind.SwapCache)),
    ];

    /// <summary>A page as it is, under a pin, and under a plain reference.</summary>
    static IEnumerable<PageState> Sort(string kind, PageFlags flags, params ReferenceHolder[] holders) =>
        new ReferenceHolder[][] { [], [Held(HolderKind.Pin)], [Held(HolderKind.Get)] }.Select(extra => ReferenceAccounting.WithHolders(
            new PageState { Kind = kind, Flags = flags | PageFlags.Lru }, new HolderList([.. holders, .. extra])));

    static ReferenceHolder Held(HolderKind kind, int count = 1) => new(kind, count);
}

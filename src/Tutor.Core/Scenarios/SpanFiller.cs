using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>
/// Fills spans of a planned map with state ids: placements first, then each segment's folios, then decks of runs,
/// then what is laid over them, then free runs are cut into chunks. A span needs nothing of any other span. Holds the scratch memory of one
/// thread.
/// </summary>
/// <remarks>
/// The order of draws is part of the game's promise (same seed, same bytes), and stands in
/// <c>content/reference/scenarios.md</c>.
/// </remarks>
sealed class SpanFiller(MapPlan plan)
{
    /// <summary>Pages of a span, 64 pageblocks: weights are kept exactly within each.</summary>
    public const int SpanPages = 64 * Pageblock.Pages;

    const ushort Empty = ushort.MaxValue;

    readonly StretchDeck _deck = new(Math.Min(SpanPages, plan.Recipe.Pages));
    readonly List<int> _slots = [];

    /// <summary>Pages of each state in the spans filled so far.</summary>
    public int[] Counts { get; } = new int[plan.States.Length];

    /// <summary>
    /// Writes the ids of span <paramref name="span"/>: one for each page from
    /// <c>span * <see cref="SpanPages"/></c>, as many as <paramref name="ids"/> is long.
    /// </summary>
    public void Fill(int span, Span<ushort> ids)
    {
        ids.Fill(Empty);
        var first = span * SpanPages;
        foreach (var placement in plan.Placements)
        {
            Place(placement, first, ids);
        }

        for (var i = 0; i < plan.Segments.Length; i++)
        {
            var segment = plan.Segments[i];
            var start = Math.Max(segment.At.Start - first, 0);
            var end = Math.Min(segment.At.End - first, ids.Length);
            if (start < end)
            {
                var rng = Rng.ForStream(plan.Seed, Streams.Piece(i, span));
                FillPiece(segment, plan.Recipe.FirstPfn + first + start, ids[start..end], ref rng);
            }
        }

        foreach (var placement in plan.Over)
        {
            LayOver(placement, first, ids);
        }

        CutFreeRuns(plan.Recipe.FirstPfn + first, ids);
    }

    static void Place(PlannedPlacement placement, int first, Span<ushort> ids)
    {
        var states = placement.States;
        var end = Math.Min(placement.At.End - first, ids.Length);
        for (var at = Math.Max(placement.At.Start - first, 0); at < end; at++)
        {
            var page = first + at - placement.FolioOrigin;
            var variant = (placement.FirstVariant + (page >> states.Order)) % states.Variants;
            ids[at] = (ushort)((page & (states.FolioPages - 1)) == 0 ? states.First + variant : states.Tail);
        }
    }

    /// <summary>Of pages that are drawn already. A folio that lies partly under it is gone whole: the rest of its place is free.</summary>
    void LayOver(PlannedPlacement placement, int first, Span<ushort> ids)
    {
        var start = Math.Max(placement.At.Start - first, 0);
        var end = Math.Min(placement.At.End - first, ids.Length);
        if (start >= end)
        {
            return;
        }

        FreeFolioAt(start, first, ids);
        FreeFolioAt(end - 1, first, ids);
        Recount(ids[start..end], -1);
        Place(placement, first, ids);
        Recount(ids[start..end], 1);
    }

    void FreeFolioAt(int at, int first, Span<ushort> ids)
    {
        var pages = plan.FreeHeads[ids[at]] < 0 ? 1 << plan.States[ids[at]].Order : 1;
        if (pages == 1)
        {
            return;
        }

        // Folios are aligned by pfn and smaller than a span.
        var head = at - (int)((plan.Recipe.FirstPfn + first + at) & (pages - 1));
        Recount(ids.Slice(head, pages), -1);
        for (var page = head; page < head + pages; page++)
        {
            ids[page] = plan.FreeAt(first + page);
        }
    }

    /// <summary>Free pages are counted when they are cut into chunks.</summary>
    void Recount(ReadOnlySpan<ushort> ids, int each)
    {
        foreach (var id in ids)
        {
            Counts[id] += plan.FreeHeads[id] < 0 ? each : 0;
        }
    }

    /// <summary>One segment's part of the span, where nothing was placed.</summary>
    void FillPiece(PlannedSegment segment, long firstPfn, Span<ushort> ids, ref Rng rng)
    {
        CountPlaced(ids);
        if (segment.Folios.Length > 0)
        {
            LayFolios(segment, firstPfn, ids, ref rng);
        }

        var empty = ids.Count(Empty);
        if (segment.Singles.Length == 0)
        {
            // A mix of folios only, or none: what they leave is free.
            ids.Replace(Empty, (ushort)segment.Free.First);
            return;
        }

        _deck.Deal(segment, empty, ref rng);
        LayDeck(segment, ids, isAllEmpty: empty == ids.Length);
    }

    void CountPlaced(ReadOnlySpan<ushort> ids)
    {
        for (var at = ids.IndexOfAnyExcept(Empty); at >= 0 && at < ids.Length; at++)
        {
            if (ids[at] != Empty && plan.FreeHeads[ids[at]] < 0)
            {
                Counts[ids[at]]++;
            }
        }
    }

    /// <summary>Largest folios first, each into random aligned places that are empty.</summary>
    void LayFolios(PlannedSegment segment, long firstPfn, Span<ushort> ids, ref Rng rng)
    {
        var empty = ids.Count(Empty);
        var total = segment.Folios.Sum(e => (long)e.Weight) + segment.Singles.Sum(e => (long)e.Weight);
        foreach (var (states, weight) in segment.Folios)
        {
            var pages = states.FolioPages;
            // At least one: a kind of the mix is somewhere, however small the map.
            var wanted = Math.Max(1, (int)(((long)empty * weight / total + pages / 2) / pages));
            FindSlots(pages, (int)(-firstPfn & (pages - 1)), ids);
            wanted = Math.Min(wanted, _slots.Count);
            var hand = states.Variants > 1 ? _deck.DealVariants(0, states.Variants, wanted, ref rng) : null;
            for (var laid = 0; laid < wanted;)
            {
                var at = TakeSlot(ids, ref rng);
                var run = Math.Max(1, rng.Between(segment.Layout.LeastRun, segment.Layout.MostRun) / pages);
                for (; run > 0 && laid < wanted && IsEmpty(ids, at, pages); run--, at += pages, laid++)
                {
                    var head = states.First + (hand?[laid] ?? 0);
                    ids[at] = (ushort)head;
                    ids.Slice(at + 1, pages - 1).Fill((ushort)states.Tail);
                    Counts[head]++;
                    Counts[states.Tail] += pages - 1;
                }
            }
        }
    }

    void FindSlots(int pages, int first, ReadOnlySpan<ushort> ids)
    {
        _slots.Clear();
        for (var at = first; at + pages <= ids.Length; at += pages)
        {
            if (IsEmpty(ids, at, pages))
            {
                _slots.Add(at);
            }
        }
    }

    /// <summary>A random empty slot. Slots that a run has filled meanwhile are drawn, dropped and drawn again.</summary>
    int TakeSlot(ReadOnlySpan<ushort> ids, ref Rng rng)
    {
        while (true)
        {
            var i = rng.Below(_slots.Count);
            var at = _slots[i];
            _slots[i] = _slots[^1];
            _slots.RemoveAt(_slots.Count - 1);
            if (ids[at] == Empty)
            {
                return at;
            }
        }
    }

    static bool IsEmpty(ReadOnlySpan<ushort> ids, int at, int pages) =>
        at + pages <= ids.Length && ids.Slice(at, pages).IndexOfAnyExcept(Empty) < 0;

    void LayDeck(PlannedSegment segment, Span<ushort> ids, bool isAllEmpty)
    {
        Span<int> played = stackalloc int[segment.Singles.Length];
        played.Clear();
        var at = 0;
        foreach (var (kind, length) in _deck.Cards)
        {
            var states = segment.Singles[kind].States;
            for (int left = length; left > 0;)
            {
                var run = left;
                if (!isAllEmpty)
                {
                    at += ids[at..].IndexOf(Empty);
                    var gap = ids.Slice(at, Math.Min(left, ids.Length - at));
                    run = gap.IndexOfAnyExcept(Empty) is >= 0 and var empty ? empty : gap.Length;
                }

                Play(states, _deck.VariantsOf(kind), ref played[kind], ids.Slice(at, run));
                at += run;
                left -= run;
            }
        }
    }

    void Play(KindStates states, ushort[]? hand, ref int played, Span<ushort> ids)
    {
        if (states.Variants == 1)
        {
            ids.Fill((ushort)states.First);
            Counts[states.First] += states.IsFree ? 0 : ids.Length;
            return;
        }

        foreach (ref var id in ids)
        {
            id = (ushort)(states.First + hand![played++]);
            Counts[id]++;
        }
    }

    /// <summary>
    /// Free runs become the largest aligned chunks. A run ends where the zone or the migratetype does, and with
    /// the span.
    /// </summary>
    void CutFreeRuns(long firstPfn, Span<ushort> ids)
    {
        foreach (var rest in plan.FreeRests)
        {
            for (var at = ids.IndexOf(rest); at >= 0 && at < ids.Length;)
            {
                var length = ids[at..].IndexOfAnyExcept(rest);
                var end = length < 0 ? ids.Length : at + length;
                CutFreeRun(firstPfn, ids, at, end);
                var next = ids[end..].IndexOf(rest);
                at = next < 0 ? ids.Length : end + next;
            }
        }
    }

    void CutFreeRun(long firstPfn, Span<ushort> ids, int start, int end)
    {
        var rest = ids[start];
        for (var at = start; at < end;)
        {
            var order = BuddyChunks.OrderAt(firstPfn + at, firstPfn + end);
            var head = plan.FreeHeads[rest] + order;
            ids[at] = (ushort)head;
            Counts[head]++;
            Counts[rest] += (1 << order) - 1;
            at += 1 << order;
        }
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Scenarios;

namespace Tutor.Core.Tests.Scenarios;

/// <summary>
/// The slow twin of the builder: <c>content/reference/scenarios.md</c> in lists, page by page. For recipes
/// without problems.
/// </summary>
sealed class ScenarioByTheBook(MapRecipe recipe, PageKinds kinds, ulong seed)
{
    const int SpanPages = 32_768;

    /// <summary>Null: nothing there yet.</summary>
    readonly PageState?[] _pages = new PageState?[recipe.Pages];

    public IReadOnlyList<PageState?> Build()
    {
        foreach (var (ordinal, placement) in Placements().Index())
        {
            Place(placement, 3UL << 60 | (uint)ordinal);
        }

        var segments = Segments();
        for (var span = 0; span * SpanPages < recipe.Pages; span++)
        {
            foreach (var (ordinal, segment) in segments.Index())
            {
                var start = Math.Max(segment.Start, span * SpanPages);
                var end = Math.Min(segment.End, (span + 1) * SpanPages);
                if (start < end)
                {
                    FillPiece(start, end, Rng.ForStream(seed, 1UL << 60 | (ulong)ordinal << 28 | (uint)span));
                }
            }
        }

        foreach (var placement in recipe.Over)
        {
            FreeFoliosUnder(placement.At);
            Place(placement, 4UL << 60 | (uint)placement.At.Start);
        }

        CutFreeRuns();
        return _pages;
    }

    IEnumerable<MapPlacement> Placements() => recipe.Regions.SelectMany(r => r.Set).Concat(recipe.Set);

    MapRegion? Decides(int page, Func<MapRegion, bool> has) =>
        recipe.Regions.LastOrDefault(r => r.At.Contains(page) && has(r));

    ZoneType ZoneOf(int page) => Decides(page, r => r.Zone is not null)?.Zone ?? recipe.Zone;

    Migratetype TypeOf(int page) => Decides(page, r => r.Migratetype is not null)?.Migratetype ?? recipe.Migratetype;

    MapLayout LayoutOf(int page) => Decides(page, r => r.Layout is not null)?.Layout ?? recipe.Layout;

    /// <summary>The region that gives the mix, or null for the map.</summary>
    MapRegion? MixOwner(int page) => Decides(page, r => r.Mix is not null);

    List<(int Start, int End)> Segments()
    {
        var segments = new List<(int Start, int End)>();
        for (var page = 0; page < recipe.Pages; page++)
        {
            if (page > 0 && (ZoneOf(page), TypeOf(page), LayoutOf(page)) == (ZoneOf(page - 1), TypeOf(page - 1),
                LayoutOf(page - 1)) && ReferenceEquals(MixOwner(page), MixOwner(page - 1)))
            {
                segments[^1] = (segments[^1].Start, page + 1);
            }
            else
            {
                segments.Add((page, page + 1));
            }
        }

        return segments;
    }

    void FreeFoliosUnder(PageRange at)
    {
        for (var page = at.Start; page < at.End; page++)
        {
            var size = 1 << _pages[page]!.Order;
            for (var other = page - (page % size); size > 1 && other < page - (page % size) + size; other++)
            {
                _pages[other] = kinds.Find("free")!.ToFreeRest(ZoneOf(other), TypeOf(other));
            }
        }
    }

    void Place(MapPlacement placement, ulong stream)
    {
        var kind = kinds.Find(placement.Kind)!;
        var first = Rng.ForStream(seed, stream).Below(Variants(kind).Count);
        for (var page = placement.At.Start; page < placement.At.End; page++)
        {
            var folio = (page - placement.At.Start) >> kind.Order;
            var isHead = (page - placement.At.Start) % (1 << kind.Order) == 0;
            _pages[page] = isHead ? StateOf(kind, page, (first + folio) % Variants(kind).Count) : TailOf(kind, page);
        }
    }

    PageState StateOf(PageKind kind, int page, int variant) => kind.IsFree
        ? kind.ToFreeRest(ZoneOf(page), TypeOf(page))
        : kind.ToState(Variants(kind)[variant], ZoneOf(page), TypeOf(page));

    PageState TailOf(PageKind kind, int page) => kind.ToTail(ZoneOf(page), TypeOf(page));

    void FillPiece(int start, int end, Rng rng)
    {
        var mix = (MixOwner(start)?.Mix ?? recipe.Mix).Where(e => e.Weight > 0)
            .Select(e => (Kind: kinds.Find(e.Kind)!, e.Weight)).ToList();
        var layout = LayoutOf(start);
        var total = mix.Sum(e => (long)e.Weight);
        var empty = Empty(start, end).Count;
        foreach (var (kind, weight) in mix.Where(e => e.Kind.Order > 0).OrderByDescending(e => e.Kind.Order))
        {
            var size = 1 << kind.Order;
            LayFolios(kind, Math.Max(1, ((long)empty * weight / total + size / 2) / size), layout, start, end, ref rng);
        }

        var singles = mix.Where(e => e.Kind.Order == 0).ToList();
        if (singles.Count == 0)
        {
            foreach (var page in Empty(start, end))
            {
                _pages[page] = kinds.All.First(k => k.IsFree).ToFreeRest(ZoneOf(page), TypeOf(page));
            }

            return;
        }

        LaySingles(singles, layout, Empty(start, end), ref rng);
    }

    List<int> Empty(int start, int end) => [.. Enumerable.Range(start, end - start).Where(p => _pages[p] is null)];

    void LayFolios(PageKind kind, long wanted, MapLayout layout, int start, int end, ref Rng rng)
    {
        var size = 1 << kind.Order;
        bool IsEmpty(int page) => page + size <= end && Enumerable.Range(page, size).All(p => _pages[p] is null);
        var places = Enumerable.Range(start, end - start)
            .Where(p => (recipe.FirstPfn + p) % size == 0 && IsEmpty(p)).ToList();
        wanted = Math.Min(wanted, places.Count);
        var variants = Deal(kind, (int)wanted, ref rng);
        for (var laid = 0; laid < wanted;)
        {
            int place;
            do
            {
                var index = rng.Below(places.Count);
                place = places[index];
                places[index] = places[^1];
                places.RemoveAt(places.Count - 1);
            }
            while (!IsEmpty(place));

            var run = Math.Max(1, rng.Between(layout.LeastRun, layout.MostRun) / size);
            for (; run > 0 && laid < wanted && IsEmpty(place); run--, place += size)
            {
                _pages[place] = StateOf(kind, place, variants[laid++]);
                for (var tail = place + 1; tail < place + size; tail++)
                {
                    _pages[tail] = TailOf(kind, tail);
                }
            }
        }
    }

    void LaySingles(List<(PageKind Kind, int Weight)> mix, MapLayout layout, List<int> pages, ref Rng rng)
    {
        var total = mix.Sum(e => (long)e.Weight);
        var shares = mix.Select(e => (int)((long)pages.Count * e.Weight / total)).ToArray();
        var left = pages.Count - shares.Sum();
        foreach (var (index, _) in mix.Index()
            .OrderByDescending(e => (long)pages.Count * e.Item.Weight % total).ThenBy(e => e.Index).Take(left))
        {
            shares[index]++;
        }

        var runs = new List<(int Kind, int Length)>();
        var variants = new List<Queue<int>>();
        for (var kind = 0; kind < mix.Count; kind++)
        {
            for (var rest = shares[kind]; rest > 0; rest -= runs[^1].Length)
            {
                runs.Add((kind, Math.Min(rest, rng.Between(layout.LeastRun, layout.MostRun))));
            }

            variants.Add(new Queue<int>(Deal(mix[kind].Kind, shares[kind], ref rng)));
        }

        var deck = runs.ToArray();
        rng.Shuffle(deck.AsSpan());
        var at = 0;
        foreach (var kind in deck.SelectMany(r => Enumerable.Repeat(r.Kind, r.Length)))
        {
            _pages[pages[at]] = StateOf(mix[kind].Kind, pages[at], variants[kind].Dequeue());
            at++;
        }
    }

    int[] Deal(PageKind kind, int pages, ref Rng rng)
    {
        var dealt = Enumerable.Range(0, pages).Select(i => i % Variants(kind).Count).ToArray();
        if (Variants(kind).Count > 1)
        {
            rng.Shuffle(dealt.AsSpan());
        }

        return dealt;
    }

    /// <summary>For kinds with one range at most: of several ranges the document's order is not tried here.</summary>
    List<int[]> Variants(PageKind kind)
    {
        var fixedCounts = kind.Holders.Select(h => h.Count.Least).ToArray();
        var ranged = kind.Holders.ToList().FindIndex(h => h.Count.Choices > 1);
        if (ranged < 0)
        {
            return [fixedCounts];
        }

        var range = kind.Holders[ranged].Count;
        return
        [
            .. (range.Choices <= 16 ? Enumerable.Range(range.Least, range.Choices) : Drawn(range, kind.Name))
                .Select(n => fixedCounts.Select((c, i) => i == ranged ? n : c).ToArray()),
        ];
    }

    IEnumerable<int> Drawn(CountRange range, string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in name)
        {
            hash = unchecked((hash ^ letter) * 0x100000001B3);
        }

        var rng = Rng.ForStream(seed, 2UL << 60 | hash >> 4);
        var inner = new int[14];
        for (var i = 0; i < 14; i++)
        {
            var (low, high) = ((range.Choices - 2) * i / 14, (range.Choices - 2) * (i + 1) / 14);
            inner[i] = range.Least + 1 + low + rng.Below(high - low);
        }

        rng.Shuffle(inner.AsSpan());
        return [range.Least, .. inner, range.Most];
    }

    void CutFreeRuns()
    {
        bool IsFree(int page) => _pages[page] is { Kind: "free" };
        for (var start = 0; start < _pages.Length;)
        {
            if (!IsFree(start))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < _pages.Length && _pages[end] == _pages[start] && end % SpanPages != 0)
            {
                end++;
            }

            while (start < end)
            {
                var order = 10;
                while ((recipe.FirstPfn + start) % (1 << order) != 0 || start + (1 << order) > end)
                {
                    order--;
                }

                _pages[start] = kinds.Find("free")!.ToFreeHead(order, ZoneOf(start), TypeOf(start));
                start += 1 << order;
            }
        }
    }
}

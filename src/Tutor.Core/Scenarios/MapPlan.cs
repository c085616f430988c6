using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>The page states of one kind at one place: ids of a plan's states.</summary>
/// <param name="First">Of the first variant; the others follow. Of free memory: a page inside a chunk.</param>
/// <param name="Variants">One for each choice of counts.</param>
/// <param name="Tail">Of a folio's other pages.</param>
/// <param name="FirstHead">Of free memory: the head of a chunk of order 0; higher orders follow.</param>
sealed record KindStates(int First, int Variants, int Order, int Tail, int FirstHead)
{
    public bool IsFree => FirstHead >= 0;

    public int FolioPages => 1 << Order;
}

/// <summary>A part of a mix with its states.</summary>
sealed record PlannedEntry(KindStates States, int Weight);

/// <summary>A segment with its states; folios and single pages apart, because folios are laid first.</summary>
sealed record PlannedSegment(PageRange At, MapLayout Layout, ImmutableArray<PlannedEntry> Folios,
    ImmutableArray<PlannedEntry> Singles, KindStates Free);

/// <summary>A placement, cut where the place changes.</summary>
/// <param name="FirstVariant">Of the placement's first page or folio; the others follow in turn.</param>
sealed record PlannedPlacement(PageRange At, int FolioOrigin, KindStates States, int FirstVariant);

/// <summary>
/// A recipe made ready for one seed: every page state that can occur has an id, so that spans can be filled
/// independently and in parallel. Immutable.
/// </summary>
sealed class MapPlan
{
    /// <summary>Counts of a kind whose ranges have more choices are this many, drawn evenly.</summary>
    public const int MostVariants = 16;

    readonly Dictionary<string, KindStates> _known = new(StringComparer.Ordinal);
    readonly Dictionary<string, int[][]> _variants = new(StringComparer.Ordinal);
    readonly List<PageState> _states = [];
    readonly PageKinds _kinds;

    MapPlan(MapRecipe recipe, PageKinds kinds, ulong seed)
    {
        Recipe = recipe;
        Seed = seed;
        _kinds = kinds;
        SourceSegments = MapSegment.Of(recipe);
        Segments = [.. SourceSegments.Select(Plan)];
        Placements = [.. PlacementsOf(recipe).SelectMany((p, i) => Plan(p.Placement, Streams.Placement(i)))];
        Over = [.. recipe.Over.SelectMany(p => Plan(p, Streams.Over(p.At.Start)))];
        States = [.. _states];
        FreeHeads = new int[States.Length];
        Array.Fill(FreeHeads, -1);
        foreach (var states in _known.Values.Where(s => s.IsFree))
        {
            FreeHeads[states.First] = states.FirstHead;
        }

        FreeRests = [.. _known.Values.Where(s => s.IsFree).Select(s => (ushort)s.First)];
    }

    public MapRecipe Recipe { get; }

    public ulong Seed { get; }

    public IReadOnlyList<MapSegment> SourceSegments { get; }

    public ImmutableArray<PlannedSegment> Segments { get; }

    /// <summary>Later ones lie above.</summary>
    public ImmutableArray<PlannedPlacement> Placements { get; }

    /// <summary>Laid over what was drawn; later ones lie above.</summary>
    public ImmutableArray<PlannedPlacement> Over { get; }

    /// <summary>Every state that can occur; some may not.</summary>
    public ImmutableArray<PageState> States { get; }

    /// <summary>For the state of a page inside a free chunk: its chunk's head of order 0; else -1.</summary>
    public int[] FreeHeads { get; }

    /// <summary>The states of pages inside free chunks, one for each place.</summary>
    public ImmutableArray<ushort> FreeRests { get; }

    public static MapPlan Create(MapRecipe recipe, PageKinds kinds, ulong seed) => new(recipe, kinds, seed);

    /// <summary>Regions' placements in the order of the regions, then the map's own, and where each was written.</summary>
    public static IEnumerable<(MapPlacement Placement, string Place)> PlacementsOf(MapRecipe recipe) =>
        recipe.Regions.SelectMany((r, i) => r.Set.Select((p, j) => (p, $"regions/{i}/set/{j}")))
            .Concat(recipe.Set.Select((p, i) => (p, $"set/{i}")));

    PlannedSegment Plan(MapSegment segment)
    {
        var entries = segment.Mix.Where(e => e.Weight > 0)
            .Select(e => new PlannedEntry(StatesOf(_kinds.Find(e.Kind)!, segment.Place), e.Weight)).ToList();
        var free = StatesOf(_kinds.All.FirstOrDefault(k => k.IsFree) ?? PlainFree, segment.Place);
        return new PlannedSegment(segment.At, segment.Layout,
            [.. entries.Where(e => e.States.Order > 0).OrderByDescending(e => e.States.Order)],
            [.. entries.Where(e => e.States.Order == 0)], free);
    }

    /// <summary>The state of a free page there that is not yet part of a chunk.</summary>
    /// <param name="page">Counted from the map's first.</param>
    public ushort FreeAt(int page) => (ushort)Segments.First(s => s.At.Contains(page)).Free.First;

    /// <param name="stream">The first variant is drawn from it.</param>
    IEnumerable<PlannedPlacement> Plan(MapPlacement placement, ulong stream)
    {
        var kind = _kinds.Find(placement.Kind)!;
        var rng = Rng.ForStream(Seed, stream);
        var first = rng.Below(VariantsOf(kind).Length);
        return from segment in SourceSegments
               let start = Math.Max(segment.At.Start, placement.At.Start)
               let end = Math.Min(segment.At.End, placement.At.End)
               where start < end
               select new PlannedPlacement(new PageRange(start, end), placement.At.Start,
                   StatesOf(kind, segment.Place), first);
    }

    static PageKind PlainFree { get; } = new() { Name = "free", Flags = PageFlags.Buddy };

    KindStates StatesOf(PageKind kind, MapPlace place)
    {
        var key = $"{kind.Name} {(int)place.Zone} {(int)place.Migratetype}";
        if (_known.TryGetValue(key, out var states))
        {
            return states;
        }

        var first = _states.Count;
        if (kind.IsFree)
        {
            _states.Add(kind.ToFreeRest(place.Zone, place.Migratetype));
            _states.AddRange(Enumerable.Range(0, BuddyChunks.HighestOrder + 1)
                .Select(order => kind.ToFreeHead(order, place.Zone, place.Migratetype)));
            states = new KindStates(first, 1, 0, -1, first + 1);
        }
        else
        {
            var variants = VariantsOf(kind);
            _states.AddRange(variants.Select(counts => kind.ToState(counts, place.Zone, place.Migratetype)));
            var tail = kind.Order > 0 ? _states.Count : -1;
            if (kind.Order > 0)
            {
                _states.Add(kind.ToTail(place.Zone, place.Migratetype));
            }

            states = new KindStates(first, variants.Length, kind.Order, tail, -1);
        }

        _known.Add(key, states);
        return states;
    }

    int[][] VariantsOf(PageKind kind)
    {
        if (!_variants.TryGetValue(kind.Name, out var variants))
        {
            _variants.Add(kind.Name, variants = KindVariants.Of(kind, Seed));
        }

        return variants;
    }
}

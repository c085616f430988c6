using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>
/// What the cells that are seen show. Counts the page states in each, once for a place and a zoom; a new verdict then
/// costs nothing but a look at the palette, on a terabyte too.
/// </summary>
sealed class MapCells(MemoryMap map)
{
    /// <summary>Pages that are counted on one core in a few milliseconds.</summary>
    const int Few = 1 << 22;

    readonly Look[] _kinds = [.. map.Palette.Select(KindLooks.Of)];
    int[] _counts = [];
    (int First, int Count, int PerCell) _countedFor;
    Look[] _looks = [];
    (object? Verdicts, MapMode Mode) _drawnFor;

    /// <summary>From cell <paramref name="first"/> on, as many as there are up to <paramref name="most"/>.</summary>
    /// <param name="key">Changes with the verdicts.</param>
    /// <param name="says">Where terms are shown: what the term says of each state.</param>
    /// <param name="ahead">Pages behind this one have not been looked at: they show kinds.</param>
    /// <param name="keepsKinds">Pages of which nothing is told keep the letter of their kind, and recede.</param>
    public Look[] Looks(int first, int most, int pagesPerCell, MapMode mode, IReadOnlyList<PageVerdict> verdicts, object? key, TermSay[]? says = null, int ahead = int.MaxValue, bool keepsKinds = false)
    {
        var start = (long)first * pagesPerCell;
        var count = (int)Math.Clamp((map.PageCount - start + pagesPerCell - 1) / pagesPerCell, 0, most);
        var place = (first, count, pagesPerCell);
        key = mode == MapMode.Terms ? says : key;
        if (_looks.Length == count && place == _countedFor && (key, mode) == _drawnFor && ahead == int.MaxValue)
        {
            return _looks;
        }

        if (place != _countedFor)
        {
            _countedFor = place;
            CountStates();
        }

        _drawnFor = (key, mode);
        _looks = _looks.Length == count ? _looks : new Look[count];
        var hasVerdicts = mode == MapMode.Verdicts && verdicts.Count > 0;
        var ofState = (verdicts as VerdictMap)?.OfState ?? default;
        for (var cell = 0; cell < count; cell++)
        {
            _looks[cell] = mode == MapMode.Terms && says is not null ? TermLooks.Of(Loudest(CountsOf(cell), says))
                : !hasVerdicts || StartOf(cell) > ahead && !IsDecided(cell, verdicts) ? CommonestKind(cell)
                : Told(!ofState.IsDefault ? VerdictLooks.Loudest(CountsOf(cell), ofState.AsSpan()) : VerdictLooks.Loudest(verdicts, StartOf(cell), EndOf(cell)));

            Look Told(PageVerdict loudest) => keepsKinds && loudest == PageVerdict.NeverCandidate ? CommonestKind(cell) with { Ink = Ink.Passive } : VerdictLooks.Of(loudest);
        }

        return _looks;
    }

    /// <summary>One page that the term decides must not drown among others.</summary>
    static TermSay Loudest(ReadOnlySpan<int> pagesOfState, TermSay[] says)
    {
        var loudest = TermSay.NotAsked;
        for (var id = 0; id < pagesOfState.Length; id++)
        {
            if (pagesOfState[id] > 0 && says[id] > loudest)
            {
                loudest = says[id];
            }
        }

        return loudest;
    }

    void CountStates()
    {
        var (_, count, pagesPerCell) = _countedFor;
        _counts = new int[count * map.Palette.Length];
        if ((long)count * pagesPerCell <= Few)
        {
            for (var cell = 0; cell < count; cell++)
            {
                StateHistogram.Add(map, StartOf(cell), EndOf(cell), CountsOf(cell));
            }
        }
        else
        {
            Parallel.For(0, count, cell => StateHistogram.Add(map, StartOf(cell), EndOf(cell), CountsOf(cell)));
        }
    }

    /// <summary>Another pass may be here, or the page was moved.</summary>
    bool IsDecided(int cell, IReadOnlyList<PageVerdict> verdicts)
    {
        for (var page = StartOf(cell); page < EndOf(cell); page++)
        {
            if (verdicts[page] != PageVerdict.NeverCandidate)
            {
                return true;
            }
        }

        return false;
    }

    int StartOf(int cell) => (_countedFor.First + cell) * _countedFor.PerCell;

    int EndOf(int cell) => (int)Math.Min((long)StartOf(cell) + _countedFor.PerCell, map.PageCount);

    Span<int> CountsOf(int cell) => _counts.AsSpan(cell * map.Palette.Length, map.Palette.Length);

    /// <summary>The kind of most pages; free pages show only where there is nothing else.</summary>
    Look CommonestKind(int cell)
    {
        var pages = new Dictionary<Look, int>();
        var counts = CountsOf(cell);
        for (var id = 0; id < counts.Length; id++)
        {
            if (counts[id] > 0)
            {
                var look = _kinds[id];
                pages[look] = pages.GetValueOrDefault(look) + (look.Ink == Ink.Free ? 0 : counts[id]);
            }
        }

        return pages.MaxBy(p => p.Value).Key;
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>
/// What the visible cells show. It counts the page states in each cell once for a place and a zoom. New verdicts then cost
/// only a look at the palette, on a terabyte too.
/// </summary>
sealed class MapCells(MemoryMap map)
{
    /// <summary>Up to this many pages one core counts in a few milliseconds.</summary>
    const int Few = 1 << 22;

    /// <summary>By state the index of its kind.</summary>
    readonly int[] _kinds = [.. map.Palette.Select(p => Array.IndexOf(KindLooks.All, KindLooks.Of(p)))];

    /// <summary>The states of each cell that is seen, one cell behind the other; a cell has few of them.</summary>
    StateCount[] _counts = [];

    /// <summary>By cell where its states begin, and where the last one's end.</summary>
    int[] _starts = [0];
    (int First, int Count, int PerCell) _countedFor;
    Look[] _looks = [];
    (object? Verdicts, MapMode Mode) _drawnFor;

    /// <summary>From cell <paramref name="first"/> on, as many as there are up to <paramref name="most"/>.</summary>
    /// <param name="key">A number that changes whenever the verdicts do.</param>
    /// <param name="says">What a term says about each state, while a term is shown.</param>
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
                : Told(!ofState.IsDefault ? Loudest(CountsOf(cell), ofState.AsSpan()) : VerdictLooks.Loudest(verdicts, StartOf(cell), EndOf(cell)));

            Look Told(PageVerdict loudest) => keepsKinds && loudest == PageVerdict.NeverCandidate ? CommonestKind(cell) with { Ink = Ink.Passive } : VerdictLooks.Of(loudest);
        }

        return _looks;
    }

    static PageVerdict Loudest(ReadOnlySpan<StateCount> states, ReadOnlySpan<PageVerdict> ofState)
    {
        if (states.Length == 1)
        {
            return ofState[states[0].Id];
        }

        Span<int> counts = stackalloc int[VerdictLooks.Verdicts];
        foreach (var (id, pages) in states)
        {
            counts[(int)ofState[id]] += pages;
        }

        return VerdictLooks.Loudest(counts);
    }

    /// <summary>Shows the strongest of what the term says in a cell: one page that it decides must not be lost among others.</summary>
    static TermSay Loudest(ReadOnlySpan<StateCount> states, TermSay[] says)
    {
        var loudest = TermSay.NotAsked;
        foreach (var (id, _) in states)
        {
            loudest = says[id] > loudest ? says[id] : loudest;
        }

        return loudest;
    }

    void CountStates()
    {
        var (_, count, pagesPerCell) = _countedFor;
        var states = map.Palette.Length;
        var counts = new int[count * states];
        void Count(int cell) => StateHistogram.Add(map, StartOf(cell), EndOf(cell), counts.AsSpan(cell * states, states));
        if ((long)count * pagesPerCell <= Few)
        {
            for (var cell = 0; cell < count; cell++)
            {
                Count(cell);
            }
        }
        else
        {
            Parallel.For(0, count, Count);
        }

        _starts = new int[count + 1];
        _counts = new StateCount[counts.Length - counts.AsSpan().Count(0)];
        var next = 0;
        for (var cell = 0; cell < count; cell++)
        {
            for (var id = 0; id < states; id++)
            {
                if (counts[cell * states + id] is > 0 and var pages)
                {
                    _counts[next++] = new StateCount(id, pages);
                }
            }

            _starts[cell + 1] = next;
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

    ReadOnlySpan<StateCount> CountsOf(int cell) => _counts.AsSpan(_starts[cell].._starts[cell + 1]);

    /// <summary>The kind of most pages; free pages show only where there is nothing else.</summary>
    Look CommonestKind(int cell)
    {
        var states = CountsOf(cell);
        if (states.Length == 1)
        {
            return KindLooks.All[_kinds[states[0].Id]];
        }

        Span<int> pages = stackalloc int[KindLooks.All.Length];
        foreach (var (id, count) in states)
        {
            pages[_kinds[id]] += KindLooks.All[_kinds[id]].Ink == Ink.Free ? 0 : count;
        }

        // Of as many the one that the palette has first.
        var commonest = _kinds[states[0].Id];
        foreach (var (id, _) in states)
        {
            commonest = pages[_kinds[id]] > pages[commonest] ? _kinds[id] : commonest;
        }

        return KindLooks.All[commonest];
    }

    /// <summary>Pages of one state in a cell.</summary>
    readonly record struct StateCount(int Id, int Pages);
}

using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>The page of a map that the player looks at, and the verdicts of the newest run.</summary>
sealed class MapCursor(MemoryMap map)
{
    public MemoryMap Map { get; } = map;

    /// <summary>One a page, or empty before the first run.</summary>
    public IReadOnlyList<PageVerdict> Verdicts { get; set; } = [];

    /// <summary>Index of the page.</summary>
    public int Page { get; private set; }

    public PageVerdict VerdictAt(int page) => page < Verdicts.Count ? Verdicts[page] : PageVerdict.NeverCandidate;

    public void MoveTo(int page) => Page = Math.Clamp(page, 0, Map.PageCount - 1);

    /// <summary>Goes to the next page (or the one before) that has a wanted verdict, and begins again at the map's end. False if there is none.</summary>
    public bool Jump(Func<PageVerdict, bool> isWanted, bool backwards = false)
    {
        if (Verdicts is VerdictMap { OfState: { IsDefault: false } ofState })
        {
            return JumpToState(id => isWanted(ofState[id]), backwards);
        }

        var count = Math.Min(Map.PageCount, Verdicts.Count);
        for (var step = 1; step <= count; step++)
        {
            var page = (int)(((long)Page + (backwards ? -step : step) + 2L * count) % count);
            if (isWanted(Verdicts[page]))
            {
                MoveTo(page);
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for page states.</summary>
    /// <param name="isWanted">Of a palette index.</param>
    public bool JumpToState(Func<int, bool> isWanted, bool backwards = false)
    {
        if (MapSearch.Next(Map, isWanted, Page, backwards) is not { } found)
        {
            return false;
        }

        MoveTo(found);
        return true;
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Core.Tests.Simulation;

/// <summary>
/// The LRU lock's rule, slow and in plain words, from what a finished run says of each page: taken for a page
/// to be isolated if it is not held; released at every pfn that is a multiple of 32, by every page that got
/// its reference and was left, before a driver's page, and at the end of a call.
/// </summary>
static class LruLockTwin
{
    /// <summary>For one pass of 6.1 without races.</summary>
    public static long Count(MemoryMap map, CompactionResult result) => result.Calls.Sum(call =>
    {
        var (isHeld, taken) = (false, 0);
        for (var pfn = call.Start; pfn < call.Stop; pfn += Step(map, pfn))
        {
            isHeld &= pfn % 32 != 0;
            switch (result.Verdicts[(int)(pfn - map.FirstPfn)])
            {
                case PageVerdict.Migrated or PageVerdict.Futile or PageVerdict.NoTarget:
                    taken += isHeld ? 0 : 1;
                    isHeld = true;
                    break;
                case PageVerdict.SkippedPin or PageVerdict.FalseSkip or PageVerdict.Refused
                    or PageVerdict.Error or PageVerdict.IsolatedDriver:
                    isHeld = false;
                    break;
            }
        }

        return (long)taken;
    });

    static int Step(MemoryMap map, long pfn)
    {
        var state = map.StateAt((int)(pfn - map.FirstPfn));
        return state.Has(PageFlags.Buddy | PageFlags.Head) && state.Order < 11 ? 1 << state.Order : 1;
    }
}

using System.Text.RegularExpressions;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>What every complete page kind fulfils, so that its counts fit and its truth can be computed.</summary>
static partial class PageKindChecks
{
    public static IEnumerable<ScenarioProblem> Check(PageKind kind)
    {
        ScenarioProblem Wrong(string key, string message, string? help = null) =>
            new(key.Length == 0 ? $"kinds/{kind.Name}" : $"kinds/{kind.Name}/{key}", message, help);

        if (!Kebab().IsMatch(kind.Name))
        {
            yield return Wrong("", $"'{kind.Name}' is no name for a page kind",
                "names are lower case words joined by hyphens: 'vfio-shmem'");
        }

        if (kind.Holders.Length > PageKind.MostHolders)
        {
            yield return Wrong("holders", $"more than {PageKind.MostHolders} holders");
        }

        if (kind.Order is < 0 or > PageKind.HighestOrder)
        {
            yield return Wrong("order", $"order is a number from 0 to {PageKind.HighestOrder}, not {kind.Order}");
        }

        if (kind.Holders.Any(h => h.Kind == HolderKind.Unknown))
        {
            yield return Wrong("holders", "a holder says what it is");
        }

        foreach (var holder in kind.Holders)
        {
            if (holder.Count.Least < 0 || holder.Count.Least > holder.Count.Most
                || holder.Count.Most > PageKind.MostCount)
            {
                yield return Wrong("holders",
                    $"a count is a number from 0 to {PageKind.MostCount} or [least, most], not {holder.Count}",
                    holder.Count.Least > holder.Count.Most ? "write the smaller number first" : $"write a number up to {PageKind.MostCount}");
            }

            if (IsOne(holder.Kind) && holder.Count.Most > 1)
            {
                yield return Wrong("holders", $"a page has one {WordOf(holder.Kind)} at most");
            }

            if (holder.Until is < 1)
            {
                yield return Wrong("holders", "until is the number of a pass, 1 or more");
            }
        }

        foreach (var one in kind.Holders.Where(h => IsOne(h.Kind)).GroupBy(h => h.Kind).Where(g => g.Count() > 1))
        {
            yield return Wrong("holders", $"{WordOf(one.Key)} stands here twice", "take one of them away: each kind of cache holds a page once");
        }

        foreach (var problem in CheckSense(kind, Wrong))
        {
            yield return problem;
        }
    }

    static IEnumerable<ScenarioProblem> CheckSense(PageKind kind, Func<string, string, string?, ScenarioProblem> wrong)
    {
        var hasPrivate = kind.Holders.Any(h => h.Kind == HolderKind.Private);
        if (kind.Refuses == MigrationRefusal.BusyBuffers
            && (!hasPrivate || kind.MigrateOp is not (null or MigrateOp.BufferNoRefs)))
        {
            yield return wrong("refuses", "only a page with buffer heads whose owner looks at them can refuse so",
                "give it a holder '{ what: private }' and 'migrate_op: buffer_norefs'");
        }

        if (kind.IsFree && (kind.Holders.Length > 0 || kind.Order > 0 || kind.Flags != PageFlags.Buddy))
        {
            yield return wrong("flags", "free memory has no holders, no other flags and no order of its own",
                "the map cuts runs of it into chunks");
        }

        if (kind.IsPartiallyMapped && kind.Order < 2)
        {
            yield return wrong("partial", "only a folio of four pages or more waits to be split",
                "give it an order of 2 or more");
        }

        if ((kind.Flags & PageFlags.Invalid) != 0 && (kind.Holders.Length > 0 || kind.Order > 0))
        {
            yield return wrong("flags", "where there is no memory nobody holds it", null);
        }

        var isMapped = kind.Holders.Any(h => h.Kind == HolderKind.PageCache);
        if (isMapped && (kind.Flags & (PageFlags.Anon | PageFlags.Ksm)) != 0 && (kind.Flags & PageFlags.HugeTlb) == 0)
        {
            yield return wrong("holders", "anonymous memory is not in the page cache",
                "its place in the swap is 'what: swap_cache'");
        }
    }

    /// <summary>A page is in a cache or not, has private data or not, waits in one batch or none.</summary>
    static bool IsOne(HolderKind kind) => kind is HolderKind.PageCache or HolderKind.SwapCache or HolderKind.Private
        or HolderKind.Private2 or HolderKind.LruBatch;

    static string WordOf(HolderKind kind) => MemoryWords.Holders.First(h => h.Value == kind).Word;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}

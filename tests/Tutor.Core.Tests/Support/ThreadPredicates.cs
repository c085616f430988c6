using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Tests.Support;

/// <summary>
/// The five predicates of the recordings in C#, for tests of the engine that shall not depend on the language.
/// </summary>
static class ThreadPredicates
{
    public static SkipAnswer Ask(int predicate, PageState page, CompactControl cc) =>
        MustSkip(predicate, page, cc, page.RefCount + cc.OwnReferences) ? SkipAnswer.Skip : SkipAnswer.Keep;

    /// <summary>
    /// 0 none, 1 stock, 2 the v4 proposal (6.12: with that kernel's own count), 3 <c>folio_maybe_dma_pinned()</c>,
    /// 4 = 1 or 3.
    /// </summary>
    public static Func<PageState, CompactControl, SkipAnswer> Of(int predicate) =>
        (page, cc) => Ask(predicate, page, cc);

    static bool MustSkip(int predicate, PageState page, CompactControl cc, int refs) => predicate switch
    {
        0 => false,
        1 => Stock(page, refs),
        2 => cc.Release == KernelRelease.Linux61 ? V4(page, refs) : V4Like(page, refs),
        3 => IsDmaPinned(page, refs),
        4 => Stock(page, refs) || IsDmaPinned(page, refs),
        _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
    };

    static bool Stock(PageState page, int refs) => !page.Has(PageFlags.Mapping) && refs - 1 > page.MapCount;

    static bool IsDmaPinned(PageState page, int refs) =>
        page.Has(PageFlags.Head) ? page.PinCount > 0 : refs >= 1024;

    /// <summary>Signed, and every frame of a large folio has a reference from its cache.</summary>
    static bool V4Like(PageState page, int refs)
    {
        var expected = page.Has(PageFlags.SwapCache) ? page.NrPages
            : page.Has(PageFlags.Anon) || !page.Has(PageFlags.Mapping) ? 0
            : page.NrPages + (page.Has(PageFlags.Private) ? 1 : 0);
        return !page.Has(PageFlags.ZoneMovable | PageFlags.Cma) && refs - 1 > expected + page.MapCount;
    }

    static bool V4(PageState page, int refs)
    {
        var expected = page.Has(PageFlags.Mapping) ? 2 + (page.Has(PageFlags.Private) ? 1 : 0) : 1;
        return !page.Has(PageFlags.ZoneMovable | PageFlags.Cma)
            && unchecked((ulong)(refs - expected)) > (ulong)page.MapCount;
    }
}

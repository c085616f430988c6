using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Dumps;

/// <summary>What the tests of the story would have said of a dumped page, asked by the scanner.</summary>
static class DumpTests
{
    static readonly ImmutableArray<(Revision Revision, Predicate Test)> Tests =
        [.. new[] { Revisions.Stock, Revisions.V4, Revisions.DmaPinned, Revisions.Expected616 }.Select(r => (r, r.Compile()))];

    /// <summary>One row a test; null where the scanner does not ask about such memory, or a count is missing.</summary>
    public static ImmutableArray<DumpedTest> Of(DumpAccount account)
    {
        if (DumpKinds.KindOf(account) is null || DumpedOwners.IsHugeTlb(account.Dump))
        {
            return [.. Tests.Select(t => new DumpedTest(t.Revision.Id, null))];
        }

        var page = DumpKinds.StateOf(account);
        var isHidden = account.HidesMappings && account.Rest > 0;
        return [.. Tests.Select(t => new DumpedTest(
            t.Revision.Id, isHidden && t.Revision != Revisions.DmaPinned ? null : Skips(t.Test, page)))];
    }

    static bool? Skips(Predicate test, PageState page) => test.Ask(page, new CompactControl()) switch
    {
        SkipAnswer.Skip => true,
        SkipAnswer.Keep => false,
        SkipAnswer.Error => null,
    };
}

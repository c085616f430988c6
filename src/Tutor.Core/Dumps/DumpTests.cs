using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Dumps;

/// <summary>What the tests of the story would have said of a dumped page, asked by the scanner.</summary>
static class DumpTests
{
    /// <summary>The tests that every reading shows: the check of the kernel, and three that were proposed in its place.</summary>
    static readonly ImmutableArray<(Revision Revision, Predicate Test)> Tests =
        [.. new[] { Revisions.Stock, Revisions.V4, Revisions.DmaPinned, Revisions.Expected616 }.Select(r => (r, r.Compile()))];

    /// <summary>One row a test; null where the scanner does not ask about such memory, or a count is missing.</summary>
    public static ImmutableArray<DumpedTest> Of(DumpAccount account) =>
        [.. Tests.Select(t => new DumpedTest(t.Revision.Id, Skips(account, t.Revision, t.Test)))];

    /// <summary>The same of any revision, asked with as many own references as its scanner held.</summary>
    public static bool? Skips(DumpAccount account, Revision revision) => Skips(account, revision, revision.Compile());

    static bool? Skips(DumpAccount account, Revision revision, Predicate test)
    {
        var isHidden = account.HidesMappings && account.Rest > 0;
        if (DumpKinds.KindOf(account) is null || DumpedOwners.IsHugeTlb(account.Dump) || isHidden && revision != Revisions.DmaPinned)
        {
            return null;
        }

        return test.Ask(DumpKinds.StateOf(account), revision.In(new CompactControl())) switch
        {
            SkipAnswer.Skip => true,
            SkipAnswer.Keep => false,
            SkipAnswer.Error => null,
        };
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

public sealed class GivenUpZoneTests
{
    [Fact]
    public void A_zone_that_was_given_up_is_proven_by_the_folio_that_could_not_be_split()
    {
        var level = BuiltInPack.Catalog.Entries.Single(e => e.Id == "one-folio-too-many").Level!;
        var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!;
        var run = LevelRun.Run(prepared, SourceText.From("p", "false"), prepared.Scope);
        var page = Assert.Single(CounterExample.Of(run)!.Pages, p => p is { Verdict: PageVerdict.NoTarget, IsShown: true });
        Assert.True(page.State is { Order: > 0 } && page.State.Has(PageFlags.Head) && !page.State.Has(PageFlags.Tail));
        Assert.Equal(PageVerdict.NoTarget, page.Run.Result.Verdicts[page.Page]);
    }
}

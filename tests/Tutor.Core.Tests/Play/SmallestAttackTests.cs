using System.Text;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>
/// The smallest memory on which each predicate of the thread is wrong, found by trying every memory of the built-in page
/// kinds with fewer frames; the fixture keeps what was found.
/// </summary>
public sealed class SmallestAttackTests
{
    /// <summary>
    /// Frames of the largest memories that are tried where one wrong page is looked for: on the migrate side each page is
    /// judged alone, so what no single page does no two do. <c>tests/soak attacks</c> tries memories of three frames.
    /// </summary>
    const int MostFrames = 1;

    /// <summary>More than there are memories of two frames.</summary>
    const int MostTries = 20_000;

    [Fact]
    public void The_smallest_memory_that_breaks_each_predicate_is_known()
    {
        var found = new StringBuilder("# The smallest memory of built-in page kinds on which a predicate is wrong, on Linux 6.1.\n")
            .Append("# Every memory with fewer frames was tried: which kinds, each as often as one likes.\n");
        foreach (var revision in AttackedRevision.All)
        {
            var isOneMissing = false;
            foreach (var (name, bounds, frames) in AttackedRevision.Wrongs)
            {
                // Where no page is wrong in one of the two ways, no memory is in both.
                var (painting, tried) = isOneMissing && frames > MostFrames ? (null, MostFrames) : SmallestPainting.Find(Prepare(revision, bounds), Verdict.Pass, frames, MostTries);
                isOneMissing |= painting is null;
                found.Append($"{revision,-14} {name,-12} {(painting is null ? $"none with up to {tried} frame" : $"{painting.Used}: {painting.Write()}")}\n");
            }
        }

        Golden.Check(AttackedRevision.Fixture, found.ToString());
    }

    [Fact]
    public void No_smaller_memory_than_the_fixture_s_is_accepted()
    {
        foreach (var (revision, bounds, stored) in Known())
        {
            var prepared = Prepare(revision, bounds);
            var painting = Painting.TryRead(prepared.Level, stored).Painting!;
            Assert.Equal(Verdict.Pass, painting.Judge(prepared).Verdict);
            Assert.Equal(painting.Used, LevelRun.Run(prepared, painting).Shown!.Result.Metrics.PagesUsed);
            Assert.All(painting.Pages, page => Assert.Equal(Verdict.Fail, painting.Erase(page.Frame).Judge(prepared).Verdict));
            var (smaller, tried) = SmallestPainting.Find(prepared, Verdict.Pass, painting.Used - 1, MostTries);
            Assert.Null(smaller);
            Assert.Equal(painting.Used - 1, tried);
        }
    }

    [Fact]
    public void Where_the_pages_lie_does_not_matter()
    {
        foreach (var (revision, bounds, stored) in Known())
        {
            var prepared = Prepare(revision, bounds);
            var spread = new Painting(prepared.Level);
            foreach (var page in Painting.TryRead(prepared.Level, stored).Painting!.Pages.Reverse())
            {
                spread = spread.Paint(spread.Pages.IsEmpty ? 40 : spread.Pages[0].Frame - 7, page.Kind)!;
            }

            Assert.Equal(Verdict.Pass, spread.Judge(prepared).Verdict);
        }
    }

    /// <summary>The rows of the fixture that name a memory.</summary>
    static IEnumerable<(string Revision, string Bounds, string Painting)> Known() =>
        from line in File.ReadAllLines(Path.Combine(Fixtures.Root, AttackedRevision.Fixture))
        where line.Length > 0 && line[0] != '#' && line.Contains(": ", StringComparison.Ordinal)
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (words[0], AttackedRevision.Wrongs.Single(w => w.Name == words[1]).Bounds, line.Split(": ", 2)[1]);

    static PreparedLevel Prepare(string revision, string bounds) => AttackedRevision.Prepare(revision, bounds, Kinds.BuiltIn, new BuiltInPack());
}

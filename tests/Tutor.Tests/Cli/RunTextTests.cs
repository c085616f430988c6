using Tutor.Cli;
using Tutor.Cli.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class RunTextTests
{
    static readonly RunReport Failed = new()
    {
        Level = "guest-memory",
        Revision = 1,
        Predicate = "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)",
        Verdict = "fail",
        Maps =
        [
            new MapReport { Id = "host", Role = "shown", Seed = 7, Counts = new() { Isolated = 6120, Migrated = 4010, Futile = 2110, SkippedPins = 120, BlocksFreed = 3 } },
            new MapReport { Id = "crowd", Role = "hidden", Seed = 1, Counts = new() { Isolated = 50, Migrated = 48, Futile = 2, SkippedPins = 1200, BlocksFreed = 3 } },
            new MapReport { Id = "crowd", Role = "hidden", Seed = 2, Counts = new() { Isolated = 60, Migrated = 51, Futile = 9, SkippedPins = 1100, FalseSkips = 4, BlocksFreed = 2 } },
        ],
        Goals =
        [
            new GoalReport("pass", "futile", "max 2%", "host", 7, 2110, 2230, Met: false) { Limit = 44 },
            new GoalReport("pass", "migrated", "min 4000", "host", 7, 4010, 4010, Met: true) { Limit = 4000 },
            new GoalReport("gold", "futile", "max 0", "host", 7, 2110, 2230, Met: false) { Limit = 0 },
        ],
    };

    [Fact]
    public void The_score_comes_first_with_its_parts_then_goals_then_the_verdict() =>
        Assert.Equal(
            """
            level      guest-memory, revision 1: The guest that would not move
            predicate  !mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)

            map    isolated =  migrated  + futile  skipped pins  false skips  blocks freed
            host        6,120     4,010     2,110           120            0             3
            crowd          60        51         9         1,100            4             2
              crowd was run with 2 seeds; the worst, 2, is shown

            goal  metric    bound     value     of  margin           worst map
            pass  futile    max 2%    2,110  2,230  -2,066  NOT MET  host
            pass  migrated  min 4000  4,010  4,010     +10  met      host
            gold  futile    max 0     2,110  2,230  -2,110  NOT MET  host

            verdict    fail: 2,110 futile on host (seed 7), where pass asks for at most 44

            """,
            Text(Failed));

    [Fact]
    public void A_pass_says_what_it_lacks_for_the_next_medal() =>
        Assert.Contains("verdict    pass; not gold: 2,110 futile on host (seed 7), where gold",
            Text(Failed with { Verdict = "pass", Goals = [Failed.Goals[2]] }));

    [Fact]
    public void A_column_for_missing_targets_is_there_only_when_there_were_any()
    {
        Assert.DoesNotContain("no target", Text(Failed));
        Assert.Contains("+ no target", Text(Failed with { Maps = [Failed.Maps[0] with { Counts = new() { NoTarget = 7 } }] }));
    }

    static string Text(RunReport report)
    {
        using var output = new StringWriter { NewLine = "\n" };
        RunText.Write(output, report, "The guest that would not move");
        return output.ToString();
    }
}

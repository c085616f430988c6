using System.Globalization;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Somebody who looks around on the memory map.</summary>
public sealed class MapStoryTests
{
    /// <summary>At the map of the first level, all pages skipped: false skips, skipped pins.</summary>
    static Player AtMap(int width = 80, int height = 24) => new Player(width: width, height: height).Press("Enter", "Tab", "Tab");

    [Fact]
    public void The_next_page_of_the_same_verdict_and_the_one_before() =>
        AtMap().Press("=").Sees("rdma-anon  page +104").Press("n").Sees("page +105").Press("N", "N").Sees("page +1023");

    [Fact]
    public void Where_kinds_are_shown_it_goes_by_kind() =>
        AtMap().Press("v").Sees("Memory map: kinds").Press("Home").Sees("a anon  page +0").Press("N").Sees("a rdma-anon  page +1023")
            .Press("Home", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "Right").Sees("f file  page +32").Press("N").Sees("f file  page +991");

    [Fact]
    public void Every_verdict_is_reached_from_the_legend_forward_and_back()
    {
        var player = AtMap().Press("g").Sees("What became of the pages").Sees("skipped pin").Sees("false skip").Sees("never a candidate").Sees("Kinds of memory")
            .Sees("kernel's own").DoesNotSee("swap cache");
        player.Press("Enter").Sees("rdma-anon  page +104").Press("g", "Down", "Down", "N").Sees(". never a candidate The").Sees("page +87");
    }

    [Fact]
    public void A_kind_is_reached_from_the_legend() =>
        AtMap().Press("g", "Down", "Down", "Down", "Down").Sees("file").Press("Enter").Sees("Memory map: kinds").Sees("f file  page +32");

    /// <summary>A mark never differs from another by its colour alone.</summary>
    [Fact]
    public void Every_mark_has_a_letter_of_its_own()
    {
        Look[][] sets = [KindLooks.All, [.. Enum.GetValues<PageVerdict>().Select(VerdictLooks.Of)], TermLooks.All, MarkLooks.All, [.. Enum.GetValues<ScanMark>().Select(ScanLooks.Of)]];
        Assert.All(sets, set => Assert.Equal(set.Length, set.Select(l => l.Glyph).Distinct().Count()));
    }

    [Fact]
    public void What_the_page_card_adds_up_is_the_refcount_of_every_kind_of_page()
    {
        var pack = TextPlayer.BuiltIn();
        var control = RunSettings.For(RunTrigger.CompactMemory).Control;
        var checkedKinds = new HashSet<string>();
        foreach (var entry in pack.Entries.Where(e => e.Level is { Pages: <= 1 << 16 }))
        {
            var map = pack.Open(entry).Sitting!.Map;
            for (var page = 0; page < map.PageCount; page++)
            {
                if (!checkedKinds.Add(map.StateAt(page).Kind))
                {
                    continue;
                }

                var lines = PageCard.Lines(map, page, PageVerdict.NeverCandidate, null, control, 90).Select(l => l.Text.TrimStart()).ToList();
                long Number(string line) => long.Parse(line[1..].TrimStart().Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
                var total = Assert.Single(lines, l => l.StartsWith("= ", StringComparison.Ordinal));
                Assert.True(lines.Where(l => l.Length > 1 && l[0] == '+' && char.IsAsciiDigit(l[1])).Sum(Number) == Number(total), string.Join('\n', lines));
            }
        }

        Assert.True(checkedKinds.Count > 30, string.Join(' ', checkedKinds));
    }

    [Fact]
    public void The_line_under_the_map_names_every_mark_that_is_on_it() =>
        AtMap().Sees("= pin  ! false  . never").Press("v").Sees("a anonymous  f file  k kernel's own  . free");

    [Fact]
    public void A_key_zooms_in_turn_to_pages_to_pageblocks_and_back() =>
        AtMap().Sees("a cell is 4 pages").Press("z").Sees("a cell is a page").Press("z").Sees("a pageblock a cell").Press("z").Sees("a cell is 4 pages");

    [Fact]
    public void Zooming_keeps_the_cursor_in_sight() =>
        AtMap().Press("End", "z").Sees("+1000").Press("+", "-").Sees("a cell is 2 pages").Sees("+960");

    [Fact]
    public void The_mouse_moves_the_cursor_and_the_wheel_a_row() =>
        AtMap().Click("+320").Sees("page +").Click(7 + 3, 8).Sees("page +332").Wheel(10, 8, 3).Sees("page +812").Wheel(10, 8, -3).Sees("page +332");

    [Fact]
    public void What_is_to_be_foretold_is_not_in_the_legend() =>
        new Player().Press("Down", "Down", "Enter", "Tab", "Tab", "g").Sees("Kinds of memory").DoesNotSee("What became of the pages");

    [Fact]
    public void Every_look_has_a_mark_of_its_own()
    {
        Assert.Equal(KindLooks.All.Length, KindLooks.All.Select(l => l.Glyph).Distinct().Count());
        var verdicts = Enum.GetValues<Core.Simulation.PageVerdict>().Select(v => VerdictLooks.Of(v).Glyph).ToList();
        Assert.Equal(verdicts.Count, verdicts.Distinct().Count());
    }
}

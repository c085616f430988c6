using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Screens;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Somebody who watches a scan.</summary>
public sealed class WatchStoryTests
{
    /// <summary>Room enough for both scanners: free chunks at the end.</summary>
    static readonly MemoryMap Large = SmallMaps.Draw(string.Concat(Enumerable.Repeat("aaaaffffk..aappaffaaaa.kffffaaap", 12)) + new string('.', 128));

    static Player Watching(string predicate = "false") => new Player().Press("Enter").Write(predicate).Press("F7");

    [Fact]
    public void It_plays_and_stops_when_told_and_goes_faster() =>
        Watching().Sees("paused, speed 7").Waits(3).Sees(" 0 / ").Press("Space").Sees("playing, speed 7").Waits(3).DoesNotSee(" 0 / ").Press("+", "+").Sees("speed 9").Press("Space")
            .Sees("paused").Press("-").Sees("speed 8");

    [Fact]
    public void At_the_speed_that_it_begins_with_it_is_over_within_a_minute() => Watching().Press("Space").Waits(60 * 30).Sees("at the end");

    [Fact]
    public void Even_a_scan_of_eight_pages_begins_when_told_and_lasts_some_seconds() =>
        new Player().Press("F1", "t", "F7").Sees("paused").Waits(20).Sees(" 0 / ").Press("Space").Waits(60).Sees("playing");

    [Fact]
    public void Behind_the_scanner_pages_that_were_never_candidates_keep_the_letter_of_their_kind()
    {
        var player = Watching().Press("End").Sees("grey never a candidate");
        Assert.Contains("k", player.Screen.Split('\n')[2], StringComparison.Ordinal);
        var row = Enumerable.Range(0, 46).Select(x => player.Picture[x, 2]).ToList();
        Assert.Equal(Ink.Passive, row.First(c => c.Glyph == "k").Ink);
    }

    [Theory]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public void The_marks_of_the_map_are_all_named_and_its_scale_is_said(int width, int height)
    {
        var player = Player.At("guest-memory", width, height).Press("F7").Sees("a cell is");
        foreach (var name in new[] { "anon", "file", "kernel", "M migrate scan", "i isolated", "> migrated", "x futile", "pin", "! false", "grey n" })
        {
            player.Sees(name);
        }
    }

    [Fact]
    public void The_first_picture_already_says_what_a_cell_is()
    {
        // A player draws after each key, and again to look: the game is given the key, and looked at once.
        var player = Player.At("guest-memory", 80, 24);
        player.Game.Press(new KeyPress("F7"));
        player.Sees("a cell is 16 pages");
    }

    [Fact]
    public void Free_blocks_are_counted_before_and_now()
    {
        var player = new Player(width: 120, height: 45).Press("Enter").Write("false").Press("F7", "End");
        player.Sees("free blocks        before     now   after").Sees("order 9").Sees("unusable");
    }

    [Fact]
    public void A_step_back_takes_back_a_step()
    {
        var player = Watching().Press("Space", "Right", "Right", "Right", "Right");
        var before = player.Screen;
        Assert.NotEqual(before, player.Press("Right").Screen);
        Assert.Equal(before, player.Press("Left").Screen);
    }

    [Fact]
    public void It_stops_at_the_first_futile_isolation_and_at_the_next() =>
        Watching().Press("x").Sees("could not be moved: wasted work.").Sees("pgmigrate_fail ").Sees("Page +104").Press("x").DoesNotSee("Page +104");

    [Fact]
    public void It_stops_at_the_first_false_skip() =>
        Watching("true").Press("!").Sees("Page +0, anon: you skip it.").Press("!").Sees("Page +1, anon: you skip it.");

    [Fact]
    public void It_stops_at_the_page_under_the_cursor() =>
        Watching().Press("Space", "j", "l", "l", "l", "l", "t").Sees("Page +88, anon: you do not skip it").Press("t").Sees("Page +88 moved.")
            .Press("c").Sees("a anon  page +88").Sees("a page table mapping");

    [Fact]
    public void While_it_plays_it_stops_where_something_goes_wrong_if_asked() =>
        Watching().Press("b").Sees("stops at ! x and the cursor").Press("End", "Home", "l", "+", "+", "+", "+", "+", "+", "+", "+", "Space")
            .Waits(1).Sees("paused").Sees("Page +2, anon").Press("b", "Space").Waits(40).Sees("at the end");

    [Fact]
    public void The_bar_and_the_map_are_clicked_and_the_wheel_turns_time()
    {
        var player = Watching().Press("Space");
        player.Click(1 + 63, 22).Sees("at the end").Click(1, 22).Sees(" 0 / ").Wheel(10, 5, 3).Sees(" 3 / ");
        player.Click(7 + 10, 2 + 2).Press("t").Sees("Page +176, free");
    }

    [Fact]
    public void Where_nothing_moves_by_itself_space_goes_on_by_a_batch()
    {
        var player = new Player().Press("F10", "End", "Esc");
        player.Game.Settings.ToggleCalm();
        player.Press("Enter").Write("false").Press("F7").Sees("nothing moves by itself").Waits(100).Sees(" 0 / ")
            .Press("Space").Sees("of the batch moved.").Waits(100).Sees("of the batch moved.");
    }

    [Fact]
    public void Nothing_is_told_of_a_page_before_it_happens() =>
        Watching().Press("Space", "Home", "c").Sees("Who holds it").DoesNotSee("In truth").Press("Esc", "End", "c").Sees("In truth");

    [Fact]
    public void Both_scanners_are_seen_and_named_where_the_run_has_both()
    {
        var player = new Player();
        var predicate = Predicate.Compile(SourceText.From("predicate", "false"), PredicateScope.All).Predicate!;
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Scanners = ScannerSet.Both };
        player.Game.Open(new WatchScreen(Large, predicate, settings, isCalm: true));
        player.Press("Space").Sees("M migrate scan").Sees("F free scan").Sees("t target").Sees("compact_free_scanned");
        Assert.Matches("(?m)^.[ 0-9+]+.*F.*│", player.Screen);
        player.Press("End").Sees("blocks freed");
    }

    [Theory]
    [InlineData(ScannerSet.Migrate, 1)]
    [InlineData(ScannerSet.Both, 1)]
    [InlineData(ScannerSet.Both, 2)]
    public void In_the_end_the_counters_say_what_the_run_says(ScannerSet scanners, int passes)
    {
        var trace = new ScanTrace();
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Scanners = scanners, Passes = passes };
        var result = Compaction.Run(Large, (_, _) => SkipAnswer.Keep, settings, trace);
        var replay = new ScanReplay(Large, trace.Events, result);
        replay.GoTo(replay.Count / 2);
        replay.GoTo(replay.Count / 3);
        replay.GoTo(replay.Count);
        var c = replay.Counters;
        Assert.Equal((result.Metrics.CompactMigrateScanned, result.Metrics.CompactFreeScanned, result.Metrics.CompactIsolated,
                result.Metrics.PgmigrateSuccess, result.Metrics.PgmigrateFail, result.Metrics.LruLocks, result.Metrics.Batches),
            (c.MigrateScanned, c.FreeScanned, c.Isolated, c.Success, c.Fail, c.Locks, c.Batches));
        Assert.Equal((result.Metrics.Futile, result.Metrics.SkippedPins, result.Metrics.FalseSkips), (c.Futile, c.SkippedPins, c.FalseSkips));
        Assert.Equal(scanners == ScannerSet.Both, c.FreeScanned > 0);
    }

    [Fact]
    public void When_targets_run_out_at_a_second_try_the_failures_are_the_kernels()
    {
        // The pinned pages are newer on the list: each has its try, then the others take every target.
        var map = SmallMaps.Draw("ap" + new string('k', 126) + "." + new string('k', 63));
        var trace = new ScanTrace();
        var settings = RunSettings.For(RunTrigger.CompactMemory) with { Scanners = ScannerSet.Both };
        var result = Compaction.Run(map, (_, _) => SkipAnswer.Keep, settings, trace);
        var replay = new ScanReplay(map, trace.Events, result);
        var fails = Enumerable.Range(0, replay.Count + 1).Select(at =>
        {
            replay.GoTo(at);
            return replay.Counters.Fail;
        }).ToList();
        Assert.Equal((8, 1), (result.Metrics.PgmigrateSuccess, result.Metrics.PgmigrateFail));
        Assert.Equal(result.Metrics.PgmigrateFail, fails[^1]);
        Assert.Equal(fails.Order(), fails);
    }

    [Theory]
    [InlineData("folios-arrive")]
    [InlineData("one-folio-too-many")]
    public void A_replay_of_folios_ends_with_the_verdicts_and_counters_of_the_run(string level)
    {
        var (replay, result) = OfFolios(level);
        replay.GoTo(replay.Count);
        Assert.Equal(result.Verdicts, replay.Verdicts);
        Assert.Equal((result.Metrics.PgmigrateSuccess, result.Metrics.PgmigrateFail, result.Metrics.CompactIsolated),
            (replay.Counters.Success, replay.Counters.Fail, replay.Counters.Isolated));
    }

    [Theory]
    [InlineData(ScanEventKind.Moved, "The folio of ")]
    [InlineData(ScanEventKind.FolioSplit, " is split; its pages wait for the end of the batch.")]
    [InlineData(ScanEventKind.SplitFailed, " could not be split: somebody holds it, or it is dirty.")]
    [InlineData(ScanEventKind.ZoneGivenUp, "The zone is given up here: something found no target, and could not be split.")]
    public void What_becomes_of_folios_is_told_in_sentences(ScanEventKind kind, string words)
    {
        var (replay, _) = OfFolios("one-folio-too-many");
        Assert.True(replay.GoToNext(e => e.Kind == kind && (kind != ScanEventKind.Moved || e.Pages > 1)));
        Assert.Contains(words, replay.Narration(), StringComparison.Ordinal);
    }

    static (ScanReplay Replay, CompactionResult Result) OfFolios(string level)
    {
        var pack = TextPlayer.BuiltIn();
        var map = pack.Open(pack.Find(level)!).Sitting!.Drawn;
        var trace = new ScanTrace();
        var result = Compaction.Run(map.Map, (_, _) => SkipAnswer.Keep, map.Settings, trace);
        return (new ScanReplay(map.Map, trace.Events, result), result);
    }
}

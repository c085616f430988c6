using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Lines;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>In the sandbox, by keys and screens alone, and by lines.</summary>
public sealed class SandboxStoryTests
{
    const string Dump = """
        page:00000000c2f5d8a1 refcount:1027 mapcount:1 mapping:0000000000000000 index:0x7f1234567 pfn:0x11e2f4
        anon flags: 0x17ffffc0080014(uptodate|lru|swapbacked|node=0|zone=2|lastcpupid=0x1fffff)
        raw: 0017ffffc0080014 dead000000000100 dead000000000122 ffff8881012a1c01
        raw: 00000007f1234567 0000000000000000 0000040300000000 0000000000000000
        page dumped because: migration failure
        """;

    const string FolioDump = """
        page: refcount:17 mapcount:1 mapping:0000000000000000 index:0x7f9e23380 pfn:0x4210
        head: order:4 mapcount:16 entire_mapcount:0 nr_pages_mapped:16 pincount:1
        memcg:ff4500d60104d000
        anon flags: 0xfffffe002086c(referenced|uptodate|lru|owner_2|head|swapbacked|node=0|zone=1|lastcpupid=0x1fffff)
        raw: 000fffffe002086c ffd2f46c40140248 ff4500d60104daf0 ff4500d63d9f9af9
        raw: 00000007f9e23380 0000000000000000 0000001100000000 ff4500d60104d000
        head: 000fffffe002086c ffd2f46c40140248 ff4500d60104daf0 ff4500d63d9f9af9
        head: 00000007f9e23380 0000000000000000 0000001100000000 ff4500d60104d000
        head: 000fffffc0000a04 ffd2f46c40108401 ffffffff0000000f 0000000100000010
        head: 0000000000000010 0000000000000000 0000000000000000 0000000000000000
        page dumped because: refs audit
        """;

    static Player AtSandbox(SmallWorld? world = null) => new Player(world ?? new SmallWorld(), 120, 40).Press("a", "s").Sees("Sandbox").Sees("Memory of your making").Press("Esc");

    [Fact]
    public void A_newcomer_paints_a_page_and_sees_what_becomes_of_it() =>
        AtSandbox().Write("false").Press("Tab", "Tab", "Home", "p").Sees("Which kind of page is painted?").Type("rdma").Press("Enter")
            .Sees("are rdma-anon now; 'U' takes it back").Sees("futile").Sees("a pin (FOLL_PIN) by rdma");

    [Fact]
    public void References_are_added_and_removed_by_hand()
    {
        var player = AtSandbox().Write("false").Press("Tab", "Tab", "Home", "p").Type("anon").Press("Up", "Enter");
        player.Press("r").Sees("Who holds this page").Press("Down", "Down", "Down", "Down", "Down", "Down", "Right").Sees("a plain reference (get)")
            .Sees("it cannot move: 1 reference more").Press("Esc").Sees("by-hand");
        player.Press("r").Press("Down", "Down", "Down", "Down", "Down", "Down", "Left").Sees("it can move").Press("Esc");
        player.Press("U", "U").DoesNotSee("by-hand");
    }

    [Fact]
    public void The_memory_is_made_of_other_parts_and_another_seed()
    {
        var player = AtSandbox().Press("Ctrl+G", "m").Sees("The memory").Sees("pages").Press("Down", "Left").Sees("2,048");
        player.Press("Down", "Right").Sees("< 2 >").Press("Enter").Sees("Sandbox: plain memory, seed 2, Linux 6.1");
        player.Press("Ctrl+G", "m").Sees("2,048");
    }

    [Fact]
    public void Escape_leaves_the_memory_as_it_was() =>
        AtSandbox().Press("Ctrl+G", "m", "Down", "Left").Sees("2,048").Sees("Enter builds the memory").Press("Esc").Press("Ctrl+G", "m").Sees("4,096");

    [Fact]
    public void Enter_does_what_the_last_line_of_the_screen_says()
    {
        var player = AtSandbox().Press("Ctrl+G", "m").Sees("Enter open its list").Press("Enter").Sees("Whose memory is taken?").Press("Esc");
        player.Press("Down").Sees("Enter build it").Press("Left", "Enter").DoesNotSee("whose memory");
    }

    [Fact]
    public void Digits_write_a_number()
    {
        var player = AtSandbox().Press("Ctrl+G", "m", "Down").Press("7", "0", "0").Sees("< 700 >").Press("Backspace").Sees("< 70 >").Press("Down").Press("1", "2", "3", "4", "5").Sees("< 12345 >");
        player.Press("Up").Press("9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9").Sees("< 65,536 >").Press("Enter").Sees("seed 12345");
    }

    [Fact]
    public void A_number_on_its_way_takes_nothing_away_that_the_whole_number_has()
    {
        var player = AtSandbox().Press("Tab", "Tab", "End", "p").Type("anon").Press("Up", "Enter");
        player.Press("m", "Down").Press("8", "1", "9", "2").Sees("< 8,192 >").Sees("1 place: Left clears them");
    }

    [Fact]
    public void The_memory_of_any_level_is_taken_over() =>
        AtSandbox().Press("Ctrl+G", "m", "Enter").Sees("Whose memory is taken?").Type("pinned").Press("Enter").Sees("places: Left clears them").Sees("came with it")
            .Press("Down", "Enter").Sees("pfn 0x10000").Sees("Sandbox: pinned-anon");

    [Fact]
    public void Memories_are_listed_by_their_titles_and_found_by_them() =>
        AtSandbox().Press("Ctrl+G", "m", "Enter").Sees("letters find").Sees("An extra reference").Type("extra").Press("Enter").Sees("pinned-anon: ");

    [Fact]
    public void Page_kinds_that_were_pasted_stay_when_another_memory_is_taken() =>
        AtSandbox().Press("Tab", "Tab", "Home").Paste(Dump).Press("m", "Enter").Type("pinned").Press("Enter").Sees("Your own kinds stay:").Sees("dump-11e2f4").Press("Down", "Enter")
            .Press("K").Type("dump-").Press("Enter").Sees("'p' paints dump-11e2f4");

    [Fact]
    public void Whoever_chooses_a_kind_in_the_menu_paints_on_the_map() =>
        AtSandbox().Write("false").Press("Ctrl+G", "K").Type("rdma").Press("Enter").Sees("'p' paints rdma-anon on the map now.").Press("Home", "p").Sees("a pin (FOLL_PIN) by rdma");

    [Fact]
    public void A_page_changed_by_hand_again_and_again_is_of_one_kind()
    {
        var player = AtSandbox().Press("Tab", "Tab", "Home", "p").Type("anon").Press("Up", "Enter");
        player.Press("r").Sees("Left is one less, Right one more").Sees("< ").Press("Down", "Down", "Down", "Down", "Down", "Down")
            .Press("Right").Sees("by-hand-1").Press("Right").Sees("by-hand-1").Press("Right").Sees("by-hand-1").DoesNotSee("by-hand-2");
    }

    [Fact]
    public void The_menu_begins_with_what_only_the_sandbox_has_and_says_all_of_it()
    {
        var player = new Player(new SmallWorld(), 80, 24).Press("a", "s", "Esc").Press("Ctrl+G").Sees("The memory: whose recipe").Sees("places with it").Sees("Make a level file");
        player.DoesNotSee("Copy the predicate").Press("PageDown", "PageDown", "PageDown").Sees("Copy the predicate");
    }

    [Fact]
    public void The_list_of_levels_finds_the_sandbox() =>
        new Player(new SmallWorld(), 80, 24).Press("/").Type("sand").Sees("Enter opens: The sandbox").Press("Enter").Sees("Memory of your making");

    [Fact]
    public void Two_predicates_stand_side_by_side()
    {
        var player = AtSandbox().Write("false").Press("Ctrl+G", "2").Sees("Kept as the second predicate.").Write("true").Sees("yours: futile 0").Sees("second: futile");
        player.Press("F8").Sees("Your second predicate").Sees("pages differ");
        player.Press("Esc").Press("Ctrl+G", "2").Sees("changed places").Write("true").Sees("no page differs");
    }

    [Fact]
    public void A_damaged_page_dump_is_not_typed_into_the_predicate() =>
        AtSandbox().Paste("page:00000000f2c3a9a1 refcount:3 mapcount:1 mapping:ffff888012345678 index:0x7f0c2a001 pfn:0x12345\nflags: 0x17ffffc0080014(uptodate|lru|swapbacked)\n")
            .Sees("This page dump cannot be read:").DoesNotSee("ffff888012345678 index");

    [Fact]
    public void A_page_dump_that_is_pasted_becomes_a_page() =>
        AtSandbox().Press("Tab", "Tab", "Home").Paste(Dump).Sees("The dumped page lies under the cursor now.").Sees("1,027");

    [Fact]
    public void A_dumped_folio_lies_where_one_can_begin_and_the_cursor_goes_there() =>
        AtSandbox().Press("Tab", "Tab", "Home").Press("z").Press("Right", "Right", "Right").Paste(FolioDump).Sees("The dumped page lies under the cursor now.").Sees("dump-4210  page +16");

    [Fact]
    public void The_sandbox_is_kept_until_the_next_time()
    {
        var world = new SmallWorld();
        AtSandbox(world).Write("folio_mapcount(folio) > 3").Press("Ctrl+G", "m", "Down", "Left", "Enter");
        new Player(new SmallWorld(world)).Press("a", "s", "Esc").Sees("folio_mapcount(folio) > 3").Press("Ctrl+G", "m").Sees("2,048");
    }

    [Fact]
    public void Nothing_is_handed_in_and_nothing_kept_as_a_try()
    {
        var world = new SmallWorld();
        AtSandbox(world).Press("F5").Sees("Nothing is handed in here").Write("false").Press("Enter").Sees("Nothing is handed in here")
            .Write("false6.12").Press("Enter").Sees("This is not a predicate yet").DoesNotSee("watches the scan");
        Assert.Empty(world.Attempts);
        Assert.DoesNotContain(world.Noted, e => e.Kind == PlayerEventKind.NotCompiled);
    }

    [Fact]
    public void What_is_done_only_where_something_is_asked_is_refused_by_both_fronts()
    {
        var deeds = LevelScreen.AskedDeeds.Values.Concat(TextCommands.All.Select(c => c.Deed).OfType<AskedDeed>()).Distinct();
        Assert.Equal(Enum.GetValues<AskedDeed>(), deeds.Order());
        foreach (var command in TextCommands.All.Where(c => c.Deed is not null))
        {
            Assert.Contains("Nothing is asked in the sandbox", TextPlayer.Play("sandbox", command.Name), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_predicate_that_would_not_pass_makes_no_level() =>
        AtSandbox().Write("true").Press("Ctrl+G", "L").Sees("A level is won by").Sees("at most 5%");

    [Fact]
    public void A_level_is_made_that_says_what_is_left_to_do()
    {
        var world = new SmallWorld();
        var player = AtSandbox(world).Write(SmallWorld.RightAnswer).Press("Ctrl+G", "m", "Down", "Down", "Down", "Down", "Down", "Enter");
        player.Press("Ctrl+G", "L").Sees("What is left for its author").Sees("The 'title' is still the template's").Press("s").Sees("saved as my-level.yaml");
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("my-level.yaml", world.Saved["my-level.yaml"]), world.Pack.Sandbox.PackKinds, problems);
        Assert.Equal("", string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        Assert.Equal(LevelKind.Write, level!.Kind);
    }

    [Fact]
    public void Text_mode_has_the_same_sandbox()
    {
        var world = new SmallWorld();
        var told = TextPlayer.Play(world, "sandbox", "memory", "skip false", "paint rdma-anon 8..16", "hold 20 get 1", "set seed 9", "second", "skip true", "second",
            "memory extra", "paint pinne 8", "paint", "set pages 0", "set passes 101", "set trigger sleepwalking", "back", "make", $"skip {SmallWorld.RightAnswer}", "make", "check");
        foreach (var said in new[]
        {
            "anon: ", "trigger compact_memory", "a pin (FOLL_PIN) by rdma", "Kept as the second predicate.", "The two predicates have changed places.",
            "Sandbox: pinned-anon, seed 1, Linux 6.1.", "There is no page kind 'pinne'", "Kinds: ", "A sandbox has 1 to 65,536 pages.", "There are 1 to 100 passes.",
            "'tutor lint my-level.yaml' goes on saying", "A trigger is compact_memory or kcompactd", "Taken back.", "A level is won by", "Made my-level.yaml.", "The 'title' is still the template's", "Nothing is asked in the sandbox, so that 'check' has no use here",
        })
        {
            Assert.Contains(said, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_dump_pasted_into_text_mode_becomes_the_first_page()
    {
        var told = TextPlayer.Play(["sandbox", .. Dump.Split('\n'), "page 0"]);
        Assert.Contains("= 1,027", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_map_keeps_its_release_and_its_level_needs_a_pack()
    {
        var told = TextPlayer.Play(TextPlayer.BuiltIn(), "sandbox", "memory recorded-guest", "skip folio_maybe_dma_pinned(folio)", "set release 6.12", "paint anon 5", "make").ReplaceLineEndings(" ");
        foreach (var said in new[]
        {
            "Sandbox: recorded-guest, Linux 6.1.", "This map was recorded on Linux 6.1", "A recorded map stays as it was recorded",
            "'tutor new pack DIR' makes a pack of your own", "extends: review-the-series",
        })
        {
            Assert.Contains(said, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sandbox_commands_need_the_sandbox() =>
        Assert.Contains("needs a level", TextPlayer.Play("paint anon 8"), StringComparison.Ordinal);
}

using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
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

    static Player AtSandbox(SmallWorld? world = null) => new Player(world ?? new SmallWorld(), 120, 40).Press("a", "s").Sees("Sandbox").Sees("Memory of your making").Press("Esc");

    [Fact]
    public void A_newcomer_paints_a_page_and_sees_what_becomes_of_it() =>
        AtSandbox().Write("false").Press("Tab", "Tab", "Home", "p").Sees("Which kind of page is painted?").Type("rdma").Press("Enter")
            .Sees("rdma-anon").Sees("futile").Sees("a pin (FOLL_PIN) by rdma");

    [Fact]
    public void References_are_added_and_removed_by_hand()
    {
        var player = AtSandbox().Write("false").Press("Tab", "Tab", "Home", "p").Type("anon").Press("Up", "Enter");
        player.Press("r").Sees("Who holds this page").Press("Down", "Down", "Down", "Down", "Down", "Down", "Right").Sees("a get (FOLL_GET)")
            .Sees("it cannot move: 1 reference more").Press("Esc").Sees("by-hand");
        player.Press("r").Press("Down", "Down", "Down", "Down", "Down", "Down", "Left").Sees("it can move").Press("Esc");
        player.Press("U", "U").DoesNotSee("by-hand");
    }

    [Fact]
    public void The_memory_is_made_of_other_parts_and_another_seed()
    {
        var player = AtSandbox().Press("Ctrl+G", "m").Sees("The memory").Sees("pages").Press("Down", "Left").Sees("2,048");
        player.Press("Down", "Right").Sees("< 2 >").Press("Esc").Sees("Sandbox");
        player.Press("Ctrl+G", "m").Sees("2,048");
    }

    [Fact]
    public void The_memory_of_any_level_is_taken_over() =>
        AtSandbox().Press("Ctrl+G", "m", "Enter").Sees("Whose memory is taken?").Type("pinned").Press("Enter").Sees("places: Left clears them").Press("Esc")
            .Sees("pfn 0x10000");

    [Fact]
    public void Two_predicates_stand_side_by_side()
    {
        var player = AtSandbox().Write("false").Press("Ctrl+G", "2").Sees("Kept as the second predicate.").Write("true").Sees("yours: futile 0").Sees("second: futile");
        player.Press("F8").Sees("Your second predicate").Sees("pages differ");
        player.Press("Esc").Press("Ctrl+G", "2").Sees("changed places").Write("true").Sees("no page differs");
    }

    [Fact]
    public void A_page_dump_that_is_pasted_becomes_a_page() =>
        AtSandbox().Press("Tab", "Tab", "Home").Paste(Dump).Sees("The dumped page lies under the cursor now.").Sees("1,027");

    [Fact]
    public void The_sandbox_is_kept_until_the_next_time()
    {
        var world = new SmallWorld();
        AtSandbox(world).Write("folio_mapcount(folio) > 3").Press("Ctrl+G", "m", "Down", "Left", "Esc");
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
    public void A_predicate_that_would_not_pass_makes_no_level() =>
        AtSandbox().Write("true").Press("Ctrl+G", "L").Sees("A level is won by").Sees("at most 5%");

    [Fact]
    public void A_level_is_made_that_says_what_is_left_to_do()
    {
        var world = new SmallWorld();
        var player = AtSandbox(world).Write(SmallWorld.RightAnswer).Press("Ctrl+G", "m", "Down", "Down", "Down", "Down", "Down", "Esc");
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
            "memory pinned-anon", "set trigger sleepwalking", "back", "make", $"skip {SmallWorld.RightAnswer}", "make", "check");
        foreach (var said in new[]
        {
            "anon: ", "trigger compact_memory", "a pin (FOLL_PIN) by rdma", "Kept as the second predicate.", "The two predicates have changed places.",
            "A trigger is compact_memory or kcompactd", "Taken back.", "A level is won by", "Made my-level.yaml.", "The 'title' is still the template's", "Nothing is handed in here",
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
    public void The_sandbox_commands_need_the_sandbox() =>
        Assert.Contains("needs a level", TextPlayer.Play("paint anon 8"), StringComparison.Ordinal);
}

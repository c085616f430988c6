using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A level in which the player paints a memory, on the screens and by lines.</summary>
public sealed class AttackStoryTests
{
    const string Level = "break-stock";

    static Player Painter(int width = 120, int height = 40) => Player.At(Level, width, height);

    /// <summary>Goes down the palette to a kind.</summary>
    static Player Take(Player player, string kind)
    {
        for (var i = 0; i < 20; i++)
        {
            player.Press("Up");
        }

        for (var i = 0; i < 20 && !player.Screen.Contains("▸ ", StringComparison.Ordinal) | !AtHand(player).Contains($" {kind} ", StringComparison.Ordinal); i++)
        {
            player.Press("Down");
        }

        return player;
    }

    static string AtHand(Player player) => player.Screen.Split('\n').First(r => r.Contains("▸ ", StringComparison.Ordinal) && r.Contains("refs", StringComparison.Ordinal));

    [Fact]
    public void A_memory_is_painted_handed_in_and_made_smaller()
    {
        var player = Painter().Sees("Break this predicate").Sees("!mapping && folio_ref_count(folio) - 1 >").Sees("gold:");
        player.Press("Enter").Sees("Paint a page first");
        Take(player, "anon").Press("Space").Sees("1 page painted, and not handed in");
        player.Press("Enter").Sees("Enter once more").Press("Enter").Sees("Not yet").Sees("futile is 0; the goal is at least 1");
        Take(player, "vfio-shmem").Press("Space", "Enter", "Enter").Sees("Silver");
        Take(player.Press("Esc"), "truncated-orphan").Press("Home", "Space").Press("Enter", "Enter").Sees("Gold");
    }

    [Fact]
    public void The_card_of_a_free_frame_speaks_of_that_frame() =>
        Take(Painter(), "anon").Press("Space").Sees("Frame +1 is free. Space would paint:").Sees("page +1, pfn 0x100001").Press("Left").Sees("page +0, pfn 0x100000").DoesNotSee("is free");

    [Fact]
    public void What_the_predicate_does_is_not_shown_before_the_memory_is_handed_in()
    {
        var player = Take(Painter(), "vfio-shmem").Press("Space", "Left").Sees("vfio").DoesNotSee("futile page").DoesNotSee("In truth").Sees("not handed in");
        player.Press("F6").DoesNotSee("x futile").Press("Enter", "Enter", "Esc").Sees("x futile");
        player.Press("e").DoesNotSee("In truth");
    }

    [Fact]
    public void Strokes_are_taken_back_and_forth()
    {
        var player = Take(Painter(), "anon").Press("Space", "Space", "Space").Sees("3 pages painted").Press("u").Sees("2 pages painted")
            .Press("U").Sees("3 pages painted").Press("Backspace").Sees("2 pages painted").Press("C").Sees("0 pages painted").Press("Ctrl+Z").Sees("2 pages painted");
        player.Press("Home", "Delete").Sees("1 page painted");
    }

    [Fact]
    public void The_mouse_chooses_a_kind_and_paints()
    {
        var player = Painter().Click("vmsplice").Press("Space").Sees("1 page painted");
        var rows = player.Screen.Split('\n');
        var y = Array.FindIndex(rows, r => r.Contains("+0 ", StringComparison.Ordinal) && r.Contains("a . . .", StringComparison.Ordinal));
        Assert.True(y > 0, player.Screen);
        var x = rows[y].IndexOf("a . . .", StringComparison.Ordinal);
        player.Click(x + 4, y).Sees("2 pages painted").Click(x + 5, y).Sees("1 page painted");
    }

    [Fact]
    public void Painting_goes_on_where_the_player_left()
    {
        var pack = TextPlayer.BuiltIn();
        TextPlayer.Play(pack, $"play {Level}", "paint anon", "paint vfio-shmem +3");
        Assert.Contains("+3: vfio-shmem.", TextPlayer.Play(pack, $"play {Level}", "painting"), StringComparison.Ordinal);
    }

    [Fact]
    public void By_lines_it_is_the_same_game()
    {
        var pack = TextPlayer.BuiltIn();
        var said = TextPlayer.Play(pack, $"play {Level}", "check", "palette", "paint anon", "check", "check", "erase all", "paint splice-file", "paint truncated-orphan", "back", "paint truncated-orphan", "painting", "score", "check", "check", "painting");
        Assert.Contains("Paint a page first", said, StringComparison.Ordinal);
        Assert.Contains("vfio-shmem: 1027 references, 1 mapped.", said, StringComparison.Ordinal);
        Assert.Contains("First hand in what you have painted; then this is yours.", said, StringComparison.Ordinal);
        Assert.Contains("Gold: every goal", said, StringComparison.Ordinal);
        Assert.Contains("+1: truncated-orphan, false skip.", said, StringComparison.Ordinal);
        Assert.Equal(["gold", "fail"], pack.Progress.History(Level).Select(a => a.Verdict));
        Assert.Equal("splice-file truncated-orphan", pack.Progress.History(Level)[0].Predicate);
        Assert.All(pack.Progress.History(Level), a => Assert.Equal(AttemptHow.Painted, a.How));
    }

    [Fact]
    public void The_player_s_own_last_answer_is_attacked_and_kept_with_the_painting()
    {
        const string Own = "folio_ref_count(folio) > folio_mapcount(folio) + 1";
        var pack = TextPlayer.BuiltIn();
        TextPlayer.Play(pack, "play extra-reference", $"skip {Own}", "check");
        var level = LevelReader.Read(SourceText.From("own.yaml", """
            format: 1
            id: break-own
            title: "Break your own"
            kind: attack
            brief: "You wrote this."
            attack: { against: last, kinds: [anon, file], pages: 8 }
            no_silver: "A fixture."
            goals: { pass: { false_skips: { min: 1 } } }
            """), pack.Find(Level)!.Level!.Kinds, new DiagnosticBag())!;
        var prepared = PreparedLevel.Prepare(level, PackFolder.Open(Repository.Root)!, new DiagnosticBag())!;
        var sitting = new Sitting(pack, new CatalogEntry("own.yaml", level.Id, level, null, []), prepared);
        Assert.Equal((Own, true), (sitting.Text, ((PaintingAtHand)sitting.AtHand).IsAgainstOwn));
        Assert.Contains(Own, sitting.WholeBrief, StringComparison.Ordinal);
        ((PaintingAtHand)sitting.AtHand).TakeBrush(1);
        ((PaintingAtHand)sitting.AtHand).Paint(2);
        sitting.HandIn();
        Assert.Equal(HandInOutcome.Chosen, sitting.Last!.Outcome);
        sitting.HandIn();
        Assert.Equal(HandInOutcome.Passed, sitting.Last!.Outcome);
        var kept = Assert.Single(pack.Progress.History("break-own"));
        Assert.Equal($"free free file\n{Own}", kept.Predicate);
        Assert.Equal("pass", Sitting.JudgeAgain(prepared, kept).Attempt?.Verdict);
    }

    [Fact]
    public void Hints_lead_to_the_answer_and_on_to_the_next_level() =>
        Painter().Press("F3").Sees("A nudge").Press("m").Sees("truncated-orphan").Press("m").DoesNotSee("Break Linux 6.1");
}

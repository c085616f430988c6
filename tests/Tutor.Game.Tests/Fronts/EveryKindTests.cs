using Tutor.Core.Levels;
using Xunit;

namespace Tutor.Game.Tests.Fronts;

/// <summary>What a level of any kind owes to who plays it: a draft, hints to the last one, and a way on.</summary>
public sealed class EveryKindTests
{
    /// <summary>A level of each kind, half an answer to it by keys and by lines, and how it is seen and heard again.</summary>
    static Half HalfOf(LevelKind kind) => kind switch
    {
        LevelKind.Watch => new("first-scan", [], "The scan's predicate", [], "text", "false"),
        LevelKind.Mark => new("eight-pages", ["Right"], "+0  = skip", ["mark skip +0"], "marks", "+0, skip"),
        LevelKind.Predict => new("count-the-holders", ["Right"], "page +64 it moves", ["say 1 1"], "questions", "page +64: it moves"),
        LevelKind.Pick => new("swap-cache", ["Down", "Down", "Enter"], "▸ b)", ["pick 2"], "options", "2, at hand"),
        LevelKind.Repair => new("own-reference", [" "], "", ["skip folio_ref_count(folio) > 7"], "text", "folio_ref_count(folio) > 7"),
        LevelKind.Write => new("extra-reference", [" "], "", ["skip folio_ref_count(folio) > 7"], "text", "folio_ref_count(folio) > 7"),
        LevelKind.Golf => new("cheap-enough", [" "], "", ["skip folio_ref_count(folio) > 7"], "text", "folio_ref_count(folio) > 7"),
        LevelKind.Attack => new("break-stock", ["Space"], "1 page painted", ["paint anon"], "painting", "anon"),
        LevelKind.Open => new("open-review", [" "], "", ["skip folio_ref_count(folio) > 7"], "text", "folio_ref_count(folio) > 7"),
    };

    /// <summary>A level of the built-in pack of this kind.</summary>
    public static string LevelOf(LevelKind kind) => HalfOf(kind).Level;

    public static TheoryData<LevelKind> Kinds => [.. LevelKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_an_answer_is_there_again_on_the_screen(LevelKind kind)
    {
        var (half, pack) = (HalfOf(kind), TextPlayer.BuiltIn());
        var first = Player.At(pack, half.Level, 80, 24);
        if (half.Seen.Length == 0)
        {
            first.Write("folio_ref_count(folio) > 7").Press("Esc");
        }
        else
        {
            first.Press(half.Keys).Sees(half.Seen).Press("Esc");
        }

        Player.At(pack, half.Level, 80, 24).Sees(half.Seen.Length == 0 ? "folio_ref_count(folio) > 7" : half.Seen);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_an_answer_is_there_again_in_lines(LevelKind kind)
    {
        var (half, pack) = (HalfOf(kind), TextPlayer.BuiltIn());
        TextPlayer.Play(pack, [$"play {half.Level}", .. half.Lines, "quit"]);
        Assert.Contains(half.Heard, TextPlayer.Play(pack, $"play {half.Level}", half.Asks, "quit").Split($"> {half.Asks}")[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_hint_is_seen_whole_and_a_key_moves_on(LevelKind kind)
    {
        var (half, pack) = (HalfOf(kind), TextPlayer.BuiltIn());
        var player = Player.At(pack, half.Level, 80, 24).Press("F3");
        if (pack.Find(half.Level)!.Level!.Hints.IsEmpty)
        {
            // Where something is left to do the first press says so.
            player.Sees("no hints").Press(kind == LevelKind.Open ? ["F9"] : ["F9", "F9"]);
        }
        else
        {
            player.Sees("1. ").Press("m").Sees("That was the last hint.").Press("m");
        }

        player.DoesNotSee(pack.Find(half.Level)!.Level!.Title);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_hint_is_heard_and_next_moves_on(LevelKind kind)
    {
        var (half, pack) = (HalfOf(kind), TextPlayer.BuiltIn());
        var hints = pack.Find(half.Level)!.Level!.Hints.Length;
        var said = TextPlayer.Play(pack, [$"play {half.Level}", .. Enumerable.Repeat("hint", Math.Max(1, hints - 1)), "hint answer", "next", "quit"]);
        Assert.Contains(hints == 0 ? "This level has no hints." : $"Hint {hints} of {hints}.", said, StringComparison.Ordinal);
        Assert.Contains("A level of kind", said.Split("> next")[1], StringComparison.Ordinal);
    }

    /// <param name="Keys">Half an answer on the screen; what is written is written by both.</param>
    /// <param name="Seen">How the screen shows it; empty for a predicate.</param>
    /// <param name="Asks">The command that reads it.</param>
    sealed record Half(string Level, string[] Keys, string Seen, string[] Lines, string Asks, string Heard);
}

using Tutor.Core.Levels;
using Tutor.Game.Playing;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;

namespace Tutor.Game.Tests.Fronts;

/// <summary>What somebody does at a level, whatever shows it to them.</summary>
abstract record Deed
{
    public sealed record Open(string Level) : Deed;

    public sealed record Write(string Predicate) : Deed;

    /// <summary>Takes an option, by its id.</summary>
    public sealed record Choose(string Option) : Deed;

    /// <summary>Answers an item of a forecast that has no answer yet; both counted from 1.</summary>
    public sealed record Foretell(int Item, int Answer) : Deed;

    /// <summary>Says of a page, counted from 0, that it is to be skipped or taken.</summary>
    public sealed record Mark(int Page, bool IsSkip) : Deed;

    /// <summary>Paints a page of a kind behind what is painted already.</summary>
    public sealed record Paint(string Kind) : Deed;

    /// <summary>Hands in for good, whatever is asked in between.</summary>
    public sealed record HandIn : Deed;

    /// <summary>Asks for one more hint.</summary>
    public sealed record Hint : Deed;

    public sealed record ReadLesson : Deed;
}

/// <summary>One of the two ways in which the game is played.</summary>
abstract class Front
{
    public static Front Of(string name) => name == "screens" ? new ScreenFront() : new LineFront();

    /// <summary>Plays, and leaves the game.</summary>
    /// <returns>Everything that was shown or said, from the first deed to the last.</returns>
    public abstract string Play(PlayedPack pack, params Deed[] deeds);

    public string Play(SmallWorld world, params Deed[] deeds) => Play(world.Pack, deeds);

    /// <summary>The place of an option of a level in the order in which both fronts show them, from 0.</summary>
    protected static int PlaceOf(PlayedPack pack, string level, string option) =>
        OptionOrder.Of(pack.Find(level)!.Level!, pack.Order).Select(o => o.Id).ToList().IndexOf(option);
}

/// <summary>The screens, with keys.</summary>
sealed class ScreenFront : Front
{
    public override string Play(PlayedPack pack, params Deed[] deeds)
    {
        var player = new Player(pack, 120, 40);
        var seen = new List<string>();
        var level = "";
        foreach (var deed in deeds)
        {
            if (deed is Deed.Open open)
            {
                level = open.Level;
            }

            Do(player, pack, level, deed);
            seen.Add(player.Screen);
            while (level.Length > 0 && player.Game.Top is not LevelScreen)
            {
                player.Press("Esc");
                seen.Add(player.Screen);
            }
        }

        player.Press("Esc");
        return string.Join('\n', seen);
    }

    static void Do(Player player, PlayedPack pack, string level, Deed deed)
    {
        switch (deed)
        {
            case Deed.Open open:
                while (player.Game.Top is not HomeScreen)
                {
                    player.Press("Esc");
                }

                LevelOpener.Open(player.Game, pack, pack.Find(open.Level)!);
                break;
            case Deed.Write write:
                player.Write(write.Predicate);
                break;
            case Deed.Choose choose:
                player.Press([.. Enumerable.Repeat("Up", 9), .. Enumerable.Repeat("Down", PlaceOf(pack, level, choose.Option)), "Enter"]);
                break;
            case Deed.Foretell foretell:
                player.Press([.. Enumerable.Repeat("Up", 9), .. Enumerable.Repeat("Down", foretell.Item - 1), .. Enumerable.Repeat("Right", foretell.Answer)]);
                break;
            case Deed.HandIn:
                player.Press("F5");
                if (player.Screen.Contains("Not handed in yet.", StringComparison.Ordinal))
                {
                    player.Press("F5");
                }

                break;
            case Deed.Mark mark:
                player.Press(["Home", .. Enumerable.Repeat("Down", mark.Page), mark.IsSkip ? "s" : "t"]);
                break;
            case Deed.Paint paint:
                player.Press([.. Enumerable.Repeat("Up", 20), .. Enumerable.Repeat("Down", pack.Find(level)!.Level!.Attack!.Kinds.IndexOf(paint.Kind)), "Space"]);
                break;
            case Deed.Hint:
                player.Press("F3");
                break;
            case Deed.ReadLesson:
                player.Press("F2");
                break;
        }
    }
}

/// <summary>The game without screens, with lines.</summary>
sealed class LineFront : Front
{
    public override string Play(PlayedPack pack, params Deed[] deeds)
    {
        var level = "";
        var lines = new List<string>();
        foreach (var deed in deeds)
        {
            level = deed is Deed.Open open ? open.Level : level;
            lines.Add(deed switch
            {
                Deed.Open o => $"play {o.Level}",
                Deed.Write w => $"skip {w.Predicate}",
                Deed.Choose c => $"pick {PlaceOf(pack, level, c.Option) + 1}",
                Deed.Foretell f => $"say {f.Item} {f.Answer}",
                Deed.Mark m => $"mark {(m.IsSkip ? "skip" : "take")} +{m.Page}",
                Deed.Paint p => $"paint {p.Kind}",
                Deed.HandIn => pack.Find(level)!.Level!.Kind.Row().HandsIn is AnswerForm.Marks or AnswerForm.Forecast or AnswerForm.Painting ? "check\ncheck" : "check",
                Deed.Hint => "hint",
                Deed.ReadLesson => "lesson",
                _ => throw new ArgumentException($"{deed} is no deed of this front"),
            });
        }

        var said = TextPlayer.Play(pack, [.. lines, "quit"]);
        // As the program does when the game is over.
        pack.Leave();
        return said;
    }
}

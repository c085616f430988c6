using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Pictures of the screens as text: each at the usual size, the level at every size.</summary>
public sealed class ScreenGoldenTests
{
    static readonly (int Width, int Height)[] LargeSizes = [(120, 40), (200, 50)];

    /// <summary>The keys that lead to each screen, from the list of levels.</summary>
    static readonly (string Name, string[] Keys)[] Ways =
    [
        ("home", []),
        ("sheet", ["Down", "Enter", "Down", "Down", "Enter", "Esc", "s"]),
        ("brief", ["Enter"]),
        ("level", ["Enter", "F6"]),
        ("pick", ["Down", "Enter", "Down"]),
        ("predict", ["Down", "Down", "Enter", "Right"]),
        ("watch", ["Enter", "F7", "Space", "PageDown"]),
        ("compare", ["Enter", "F8"]),
        ("card", ["Enter", "F6", "F4"]),
        ("missed", ["Enter", "F5"]),
        ("tries", ["Enter", "F5", "F11"]),
        ("plot", ["Enter", "F5", "Ctrl+K", "F5", "F11", "p", "Down"]),
        ("share", ["Down", "Enter", "Down", "Down", "Ctrl+F"]),
        ("hint", ["Enter", "F3"]),
        ("terms", ["Enter", "Ctrl+X"]),
        ("lit", ["Enter", "Alt+T"]),
        ("legend", ["Enter", "Shift+Tab", "g"]),
        ("lesson", ["Enter", "F2"]),
        ("glossary", ["g"]),
        ("help", ["Enter", "F1"]),
        ("settings", ["F10"]),
    ];

    public static TheoryData<string, int, int, string[]> Screens
    {
        get
        {
            var screens = new TheoryData<string, int, int, string[]> { { "level", 60, 20, ["Enter", "F6"] }, { "too-small", 59, 20, ["Enter"] } };
            foreach (var (name, keys) in Ways)
            {
                screens.Add(name, 80, 24, keys);
            }

            foreach (var (width, height) in LargeSizes)
            {
                screens.Add("level", width, height, ["Enter", "F6"]);
            }

            return screens;
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Looks_as_it_did(string name, int width, int height, string[] keys) =>
        Golden.CheckBeside($"{name}-{width}x{height}", Seen(new Player(width: width, height: height).Press(keys)));

    /// <summary>Of a popup its box and its keys: what lies below has a picture of its own.</summary>
    static string Seen(Player player)
    {
        var picture = player.Picture;
        if (!player.Game.Top.IsOverlay || picture.Boxes is not { } box)
        {
            return picture.ToString();
        }

        var rows = picture.ToString().Split('\n');
        return string.Join('\n', rows[box.Y..(box.Y + box.Height)].Select(r => r.PadRight(picture.Width)[box.X..(box.X + box.Width)].TrimEnd())) + $"\n{rows[picture.Height - 1]}\n";
    }
}

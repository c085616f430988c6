using Tutor.Tests.Support;
using Xunit;

namespace Tutor.Tests.Tui;

/// <summary>Pictures of the screens as text, small and large.</summary>
public sealed class ScreenGoldenTests
{
    public static TheoryData<string, int, int, string[]> Screens => new()
    {
        { "home-80x24", 80, 24, [] },
        { "home-120x40", 120, 40, [] },
        { "level-80x24", 80, 24, ["Enter"] },
        { "level-120x40", 120, 40, ["Enter", "F6"] },
        { "level-60x20", 60, 20, ["Enter"] },
        { "pick-80x24", 80, 24, ["Down", "Enter", "Down"] },
        { "watch-80x24", 80, 24, ["Enter", "F7", "Space", "PageDown"] },
        { "compare-80x24", 80, 24, ["Enter", "F8"] },
        { "card-80x24", 80, 24, ["Enter", "F6", "F4"] },
        { "help-80x24", 80, 24, ["Enter", "F1"] },
        { "settings-80x24", 80, 24, ["F10"] },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public void Looks_as_it_did(string name, int width, int height, string[] keys) =>
        Golden.Check(name, new Player(width: width, height: height).Press(keys).Screen);
}

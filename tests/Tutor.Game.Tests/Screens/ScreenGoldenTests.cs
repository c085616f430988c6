using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>
/// Pictures of the screens as text: each at the usual size, the level whole and at every size. Of what lies over a level,
/// or changes it, the golden has only that; all footers stand in one.
/// </summary>
public sealed class ScreenGoldenTests
{
    /// <summary>The keys that lead to each screen, from the list of levels.</summary>
    static readonly (string Name, string[] Keys)[] Ways =
    [
        ("home", []),
        ("sheet", ["Down", "Enter", "Down", "Down", "Enter", "Esc", "s"]),
        ("brief", ["Enter"]),
        ("predict", ["Down", "Down", "Enter", "Right"]),
        ("watch", ["Enter", "F7", "Space", "PageDown"]),
        ("compare", ["Enter", "F8"]),
        ("card", ["Enter", "F6", "F4"]),
        ("tries", ["Enter", "F5", "F11"]),
        ("plot", ["Enter", "F5", "Ctrl+K", "F5", "F11", "p", "Down"]),
        ("hint", ["Enter", "F3"]),
        ("terms", ["Enter", "Ctrl+X"]),
        ("legend", ["Enter", "Shift+Tab", "g"]),
        ("lesson", ["Enter", "F2"]),
        ("glossary", ["g"]),
        ("help", ["Enter", "F1"]),
        ("settings", ["F10"]),
    ];

    public static TheoryData<string, string[]> Screens
    {
        get
        {
            var screens = new TheoryData<string, string[]>();
            foreach (var (name, keys) in Ways)
            {
                screens.Add(name, keys);
            }

            return screens;
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void Looks_as_it_did(string name, string[] keys) =>
        Golden.CheckBeside($"{name}-80x24", Pictures.WithoutFooter(new Player().Press(keys)));

    [Theory]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 50)]
    public void A_level_looks_as_it_did_at_every_size(int width, int height) =>
        Golden.CheckBeside($"level-{width}x{height}", new Player(width: width, height: height).Press("Enter", "F6").Screen);

    [Fact]
    public void A_terminal_that_is_too_small_looks_as_it_did() =>
        Golden.CheckBeside("too-small-59x20", new Player(width: 59, height: 20).Press("Enter").Screen);

    [Theory]
    [InlineData("missed", "F5", "Enter", "Esc")]
    [InlineData("lit", "Alt+T", "Enter", "Esc")]
    [InlineData("share", "Ctrl+F", "Down", "Enter", "Down", "Down", "Down")]
    public void What_a_key_changes_on_a_level_looks_as_it_did(string name, string key, params string[] before) =>
        Golden.CheckBeside($"{name}-80x24", Pictures.ChangedBy(new Player().Press(before), key));

    [Fact]
    public void The_answers_to_choose_from_look_as_they_did() =>
        Golden.CheckBeside("pick-80x24", Pictures.Pane(new Player().Press("Down", "Enter", "Esc", "Down", "Down"), "Skip this page?"));

    [Fact]
    public void The_footers_look_as_they_did() => Golden.CheckBeside("footers-80", string.Concat(
        Ways.Select(w => $"{w.Name}\n{Pictures.Footer(new Player().Press(w.Keys))}\n")));
}

using System.Globalization;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Screens;
using Tutor.Storage;
using Tutor.Tests.Support;

namespace Tutor.Soak;

/// <summary>
/// Somebody who presses keys at random in the levels of the built-in pack, in turn, and drags the window meanwhile.
/// What was sent to the terminal must show the same as a whole frame would.
/// </summary>
static class KeysSoak
{
    const int KeysAtALevel = 400;

    /// <summary>Larger maps take their time, and show no other screens.</summary>
    const long MostPages = 1 << 16;

    public static int Run(int count, int firstSeed) => Run(played => played < count, firstSeed);

    /// <summary>For so many minutes, however many keys that are.</summary>
    public static int RunMinutes(int minutes, int firstSeed)
    {
        var start = TimeProvider.System.GetTimestamp();
        return Run(_ => TimeProvider.System.GetElapsedTime(start).TotalMinutes < minutes, firstSeed);
    }

    static int Run(Func<int, bool> goesOn, int firstSeed)
    {
        var random = new RandomBytes(unchecked((ulong)(uint)firstSeed));
        var keys = KeyMap.Rows.SelectMany(r => r.Keys).Distinct().Except(["Ctrl+Q", "Ctrl+C", "Ctrl+Z"]).ToArray();
        var pack = new PlayedPack(LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null), ProgressStore.InMemory(TimeProvider.System),
            new PatientHost(TimeProvider.System));
        var levels = pack.Entries.Where(e => e.Level?.Pages <= MostPages).ToArray();
        var (played, now) = (0, TimeSpan.Zero);
        while (goesOn(played))
        {
            var level = levels[random.Below(levels.Length)];
            var game = new ScreenStack(GameSettings.Unkept(), pack.Host);
            game.Open(new HomeScreen(pack));
            LevelOpener.Open(game, pack, level);
            var shown = new Window(80, 24);
            for (var i = 0; i < KeysAtALevel; i++, played++)
            {
                var key = keys[random.Below(keys.Length)];
                try
                {
                    if (random.Below(40) == 0)
                    {
                        shown = new Window(50 + random.Below(160), 16 + random.Below(44));
                    }

                    switch (random.Below(12))
                    {
                        case 0:
                            game.Mouse(random.Below(210), random.Below(60), random.Below(3) * 3 - 3);
                            break;
                        case 1:
                            game.Paste("folio_ref_count(folio) > " + random.Below(9));
                            break;
                        default:
                            game.Press(key.Length == 1 ? KeyPress.Char(key) : new KeyPress(key, key == "Space" ? " " : null));
                            break;
                    }

                    game.Tick(now += TimeSpan.FromMilliseconds(33));
                    if (shown.Residue(game) is { } residue)
                    {
                        Console.WriteLine(Text($"seed {firstSeed}, key {played} '{key}' at {level.Id}: the screen is not what was drawn:\n{residue}"));
                        return 1;
                    }
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    Console.WriteLine(Text($"seed {firstSeed}, key {played} '{key}' at {level.Id}:\n{e}"));
                    return 1;
                }
            }
        }

        Console.WriteLine(Text($"{played:N0} keys from seed {firstSeed}, {levels.Length} levels: no crash, no residue"));
        return 0;
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A terminal's window, and what it was sent.</summary>
    sealed class Window(int width, int height)
    {
        readonly FrameWriter _frames = new();
        readonly TerminalModel _terminal = new(width, height);

        /// <summary>Sends the next frame; both pictures where the window does not show it, else null.</summary>
        public string? Residue(ScreenStack game)
        {
            var grid = game.Picture(width, height);
            _terminal.Send(_frames.Write(grid, game.Settings.Theme, game.Settings.Depth));
            var whole = new TerminalModel(width, height);
            whole.Send(new FrameWriter().Write(grid, game.Settings.Theme, game.Settings.Depth));
            return _terminal.Show() == whole.Show() && _terminal.Caret == whole.Caret ? null : _terminal.Text() + "\n" + whole.Text();
        }
    }
}

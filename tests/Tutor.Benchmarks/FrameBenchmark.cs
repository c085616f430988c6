using System.Text;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;
using Tutor.Storage;

namespace Tutor.Benchmarks;

/// <summary>
/// What a frame of a level's screen costs, 200 columns by 50 rows, from the state of the game to the bytes for the
/// terminal: nothing changed, one cell in twenty changed, and a key that changes the predicate, its score and the map.
/// </summary>
static class FrameBenchmark
{
    const int Width = 200;
    const int Height = 50;

    /// <summary>One cell in as many is another in every frame; those of the frame before it change back.</summary>
    const int ChangingIn = 20;

    public static Report Run(int rounds)
    {
        var report = new Report("frame", rounds, "level", "what", "pages", "ms", "bytes");
        foreach (var id in new[] { "guest-memory", "open-review", "tebibyte" })
        {
            Measure(report, id, rounds);
        }

        return report;
    }

    static void Measure(Report report, string id, int rounds)
    {
        var pack = new PlayedPack(LevelLibrary.Open(PackFolder.Open(Checkout.Root)!, null), ProgressStore.InMemory(TimeProvider.System), new PatientHost(TimeProvider.System));
        var game = new ScreenStack(new GameSettings(_ => null, (_, _) => { }, ColourDepth.True), pack.Host);
        game.Open(new HomeScreen(pack));
        var sitting = pack.Open(pack.Find(id)!).Sitting ?? throw new InvalidOperationException($"level '{id}' cannot be read");
        game.Open(new LevelScreen(sitting));
        // The brief is put away.
        game.Press(new KeyPress("Esc"));
        var frames = new FrameWriter();
        var bytes = 0;
        void Send(Grid grid) => bytes = Encoding.UTF8.GetByteCount(frames.Write(grid, game.Settings.Theme, game.Settings.Depth));

        void Add(string what, Action frame) => report.Add(id, what, sitting.Level.Pages, Timing.MedianMs(rounds, frame), bytes);

        Add("nothing changing", () => Send(game.Picture(Width, Height)));

        var random = new Random(1);
        Add("1 cell in 20 changing", () =>
        {
            var grid = game.Picture(Width, Height);
            for (var i = 0; i < Width * Height / ChangingIn; i++)
            {
                grid.Set(random.Next(Width), random.Next(Height), new Cell("●", (Ink)random.Next(16)));
            }

            Send(grid);
        });

        // The starter is taken away, whatever lines it has.
        foreach (var key in Enumerable.Repeat("Up", 8).Concat(Enumerable.Repeat("Ctrl+K", 8)))
        {
            game.Press(new KeyPress(key));
        }

        var next = 1;
        Add("a key, scored", () =>
        {
            // Another meaning every time: a run of the same is kept and would cost nothing.
            game.Press(new KeyPress("Ctrl+K"));
            game.Paste($"(folio_ref_count(folio) * {next += 2} + folio_mapcount(folio) * {next % 97}) % 1009 < 500");
            Send(game.Picture(Width, Height));
        });
        if (game.Picture(Width, Height).ToString().Contains("TUT", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{id}: the text has an error, so nothing was scored");
        }
    }
}

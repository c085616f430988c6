using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>From a text to the score of levels with hidden maps: what every key costs before anything is drawn.</summary>
static class KeystrokeBenchmark
{
    public static Report Run(int rounds)
    {
        var report = new Report("keystroke", rounds, "level", "maps", "pages", "ms");
        foreach (var id in new[] { "guest-memory", "open-review", "recorded-guest" })
        {
            var level = Checkout.Level(id);
            // Another text every time, as typing gives: nothing can be remembered.
            var texts = Enumerable.Range(1, 64).Select(n => SourceText.From("typed",
                $"folio_ref_count(folio) - {n} > folio_mapcount(folio)")).ToArray();
            var next = 0;
            report.Add(id, level.Maps.Length, level.Maps.Sum(m => (long)m.Map.PageCount),
                Timing.MedianMs(rounds, () => LevelRun.Run(level, texts[next++ % texts.Length])));
        }

        return report;
    }
}

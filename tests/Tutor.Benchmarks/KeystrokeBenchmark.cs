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
            // Another meaning every time: runs of predicates that answer alike are kept, and would cost nothing.
            var next = 1;
            report.Add(id, level.Maps.Length, level.Maps.Sum(m => (long)m.Map.PageCount),
                Timing.MedianMs(rounds, () => LevelRun.Run(level, SourceText.From("typed",
                    $"(folio_ref_count(folio) * {next += 2} + folio_mapcount(folio) * {next % 97}) % 1009 < 500"))));
        }

        return report;
    }
}

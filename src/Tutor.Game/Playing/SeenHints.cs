using System.Collections.Immutable;
using Tutor.Core.Levels;
using System.Globalization;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The hints of a level, and how far a player has climbed: remembered, on the screens and in text mode.</summary>
static class SeenHints
{
    public static HintLadder Of(Sitting sitting)
    {
        var (id, progress) = (sitting.Entry.Id, sitting.Pack.Progress);
        return new HintLadder([.. sitting.Level.Hints.Select(h => h with { Text = NamingNoIds(h.Text, sitting.Options) })], Count(id, progress), shown =>
        {
            var rung = shown.ToString(CultureInfo.InvariantCulture);
            progress.Remember(Key(id), rung);
            sitting.Note(PlayerEventKind.HintShown, rung);
            if (sitting.Level.Hints[shown - 1].Kind == HintLadder.Answer)
            {
                KeepAsSeen(sitting);
            }
        });
    }

    /// <summary>Rungs that were seen.</summary>
    public static int Count(string level, IPlayerProgress progress) =>
        int.TryParse(progress.Recall(Key(level)), CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    /// <summary>
    /// Records an attempt that says the answer was shown, so that lists and exports know it. It is recorded once, and never
    /// for a level that is passed already.
    /// </summary>
    static void KeepAsSeen(Sitting sitting)
    {
        if (sitting.Pack.Best(sitting.Entry) is not ({ IsPassed: true } or { Verdict: VerdictWords.Seen }))
        {
            sitting.Pack.Progress.Record(new Attempt(sitting.Entry.Id, sitting.Entry.Revision, "", VerdictWords.Seen, How: AttemptHow.Shown));
        }
    }

    static string Key(string level) => $"hints:{level}";

    /// <summary>An author names an option by its id; a player knows it by its text.</summary>
    static string NamingNoIds(string hint, ImmutableArray<LevelOption> options) =>
        options.Aggregate(hint, (text, option) => text.Replace($"`{option.Id}`", $"`{option.Skip.Text.Trim()}`", StringComparison.Ordinal));
}

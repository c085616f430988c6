using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>The predicates that a player's is compared with.</summary>
static class Rivals
{
    /// <summary>The last try, what the author wrote, what a repair began with, and the revisions of the patch.</summary>
    public static IReadOnlyList<(string Title, string Text)> Of(Sitting sitting)
    {
        var (level, text) = (sitting.Level, sitting.Text);
        if (sitting.Sandbox is { Second: { Length: > 0 } second })
        {
            return [("Your second predicate", second), .. Revisions.Texts.Select(k => (k.Title, k.Expression))];
        }

        var rivals = Tries.Read(sitting.Rules.Runs == RunPredicate.Players ? sitting.History : []).Select(t => t.Attempt.Predicate).Where(t => t != text).Distinct().Take(1)
            .Select(t => ("Your last try", t)).ToList();
        // What the author wrote is the player's to see once it gives nothing away.
        if (sitting.Best is { IsPassed: true } && level.Reference?.Skip.Text.Trim() is { } reference && reference != text)
        {
            rivals.Add(("The level's own answer", reference));
        }

        if (level.Kind == LevelKind.Repair && text != level.StartingText)
        {
            rivals.Add(("What the editor began with", level.StartingText));
        }

        rivals.AddRange(Revisions.Texts.Select(k => (k.Title, k.Expression)));
        return rivals;
    }
}

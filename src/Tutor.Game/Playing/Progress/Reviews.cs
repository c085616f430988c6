using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>A passed level, and when it is to be met again.</summary>
/// <param name="Last">The day on which it was met last.</param>
/// <param name="Times">Reviews that were passed since the last one that was not.</param>
sealed record Review(CatalogEntry Level, DateOnly Last, int Times)
{
    /// <summary>The day of the next review: one day after the level was first passed, and after each passed review twice as long as before.</summary>
    public DateOnly Due => Last.AddDays(1 << Math.Min(Times, 10));
}

/// <summary>The passed levels that can be met again. Days are UTC days of the host's clock.</summary>
static class Reviews
{
    /// <summary>All of them, the one that was seen least recently first.</summary>
    public static List<Review> Of(PlayedPack pack) =>
    [
        .. from standing in pack.Standings()
           where standing.IsPassed && standing.Level.Level is { } level && ReviewLevel.IsFor(level)
           let review = Of(standing.Level, pack.Progress)
           orderby review.Last
           select review,
    ];

    /// <summary>Those that are due on a day.</summary>
    public static List<Review> DueOn(PlayedPack pack, DateOnly today) => [.. Of(pack).Where(r => r.Due <= today)];

    static Review Of(CatalogEntry level, IPlayerProgress progress)
    {
        var reviewed = progress.Events(level.Id).Where(e => e.Kind == PlayerEventKind.Reviewed).ToList();
        var last = progress.History(level.Id).Select(a => a.At).Concat(reviewed.Select(e => e.At)).Max();
        return new Review(level, DateOnly.FromDateTime(last.UtcDateTime),
            reviewed.Count - 1 - reviewed.FindLastIndex(e => !Verdicts.IsPass(e.Detail)));
    }
}

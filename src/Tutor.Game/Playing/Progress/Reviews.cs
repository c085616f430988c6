using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>A passed level, and when it is to be met again.</summary>
/// <param name="Last">The day on which it was met last.</param>
/// <param name="Times">Reviews that were passed since the last one that was not.</param>
sealed record Review(CatalogEntry Level, DateOnly Last, int Times)
{
    /// <summary>A day after it was first passed; behind each review that was passed twice as long.</summary>
    public DateOnly Due => Last.AddDays(1 << Math.Min(Times, 10));
}

/// <summary>The passed levels that can be met again. Days are UTC days of the host's clock.</summary>
static class Reviews
{
    /// <summary>What was longest not met comes first.</summary>
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

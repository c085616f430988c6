using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>
/// What a player may foretell of a page. There are fewer fates than <see cref="PageVerdict"/>s: all pages for which the
/// predicate decides nothing share one.
/// </summary>
public enum PageFate : byte
{
    /// <summary>Isolated, and it moves.</summary>
    Migrated,

    /// <summary>Isolated, and it stays: migration fails, or no target page is left.</summary>
    Futile,

    /// <summary>Skipped, and it could not have moved.</summary>
    SkippedPin,

    /// <summary>Skipped, and it could have moved.</summary>
    FalseSkip,

    /// <summary>Whatever the predicate says, the page stays where it is or is taken unasked.</summary>
    NeverCandidate,
}

/// <summary>The fates: their ids, and the verdicts that they stand for.</summary>
public static class PageFates
{
    /// <summary>As it is stored.</summary>
    public static string Id(this PageFate fate) => fate switch
    {
        PageFate.Migrated => "migrated",
        PageFate.Futile => "futile",
        PageFate.SkippedPin => "skipped_pin",
        PageFate.FalseSkip => "false_skip",
        PageFate.NeverCandidate => "never_candidate",
    };

    public static PageFate? Find(string id)
    {
        foreach (var fate in Enum.GetValues<PageFate>())
        {
            if (fate.Id() == id)
            {
                return fate;
            }
        }

        return null;
    }

    public static PageFate Of(PageVerdict verdict) => verdict switch
    {
        PageVerdict.Migrated => PageFate.Migrated,
        PageVerdict.Futile or PageVerdict.NoTarget => PageFate.Futile,
        PageVerdict.SkippedPin => PageFate.SkippedPin,
        PageVerdict.FalseSkip => PageFate.FalseSkip,
        PageVerdict.NeverCandidate or PageVerdict.Refused or PageVerdict.IsolatedDriver or PageVerdict.Error
            or PageVerdict.PutBack => PageFate.NeverCandidate,
    };
}

using Tutor.Game.Drawing;

namespace Tutor.Game.Panes;

/// <summary>Verdicts of levels as stars and words.</summary>
static class Medals
{
    public static string Stars(string verdict) => verdict switch
    {
        "gold" => Glyphs.Current.Gold,
        "silver" => Glyphs.Current.Silver,
        "pass" => Glyphs.Current.Pass,
        _ => "   ",
    };

    public static string State(string verdict) => verdict switch
    {
        "gold" => "gold",
        "silver" => "silver",
        "pass" => "passed",
        "none" => "seen",
        _ => "tried",
    };

    /// <summary>Said when a level is passed.</summary>
    /// <param name="hasMore">The level has goals beyond passing it.</param>
    public static string Word(string verdict, bool hasMore) => verdict switch
    {
        "gold" => $"{Glyphs.Current.Gold} Gold: every goal of this level.",
        "silver" => $"{Glyphs.Current.Silver} Silver. Gold asks for more, if you like.",
        _ => hasMore ? $"{Glyphs.Current.Pass} Passed. There is more to win here, if you like." : $"{Glyphs.Current.Check} Passed.",
    };
}

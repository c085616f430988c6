using Tutor.Core.Scoring;
using Tutor.Game.Drawing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Playing;

namespace Tutor.Game.Panes;

/// <summary>Verdicts of levels as stars.</summary>
static class Medals
{
    /// <summary>Three columns.</summary>
    public static string Stars(Verdict? verdict) => verdict switch
    {
        Verdict.Gold => Glyphs.Current.Gold,
        Verdict.Silver => Glyphs.Current.Silver,
        Verdict.Pass => Glyphs.Current.Pass,
        Verdict.Error or Verdict.Fail or Verdict.None or null => "   ",
    };

    /// <summary>What a player has of a level, in three columns.</summary>
    public static string Mark(LevelStanding standing) => standing.State switch
    {
        LevelState.Gold => Glyphs.Current.Gold,
        LevelState.Silver => Glyphs.Current.Silver,
        // One star of three would ask for two that nobody can win.
        LevelState.Passed => standing.Level.HasMedals ? Glyphs.Current.Pass : $" {Glyphs.Current.Check} ",
        LevelState.Seen => $" {Glyphs.Current.Circle} ",
        LevelState.Tried => $" {Glyphs.Current.Bullet} ",
        LevelState.New => "   ",
    };

    /// <summary>Said when a level is passed: the medal, and whether there is more.</summary>
    public static string Word(Verdict verdict, bool hasMore) =>
        $"{(verdict == Verdict.Pass && !hasMore ? Glyphs.Current.Check : Stars(verdict))} {MedalWords.Medal(verdict, hasMore)}";
}

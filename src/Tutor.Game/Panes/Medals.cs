using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>Verdicts of levels as stars.</summary>
static class Medals
{
    /// <summary>Three columns.</summary>
    public static string Stars(Verdict? verdict) => verdict switch
    {
        Verdict.Gold => Glyphs.Gold,
        Verdict.Silver => Glyphs.Silver,
        Verdict.Pass => Glyphs.Pass,
        Verdict.Error or Verdict.Fail or Verdict.None or null => "   ",
    };

    /// <summary>What a player has of a level, in three columns.</summary>
    public static string Mark(LevelStanding standing) => standing.State switch
    {
        LevelState.Gold => Glyphs.Gold,
        LevelState.Silver => Glyphs.Silver,
        // A level without medals shows a check: one star of three would ask for two that nobody can win.
        LevelState.Passed => standing.Level.HasMedals ? Glyphs.Pass : $" {Glyphs.Check} ",
        LevelState.Seen => $" {Glyphs.Circle} ",
        LevelState.Tried => $" {Glyphs.Bullet} ",
        LevelState.New => "   ",
    };

    /// <summary>Said when a level is passed: the medal, and whether there is more.</summary>
    public static string Word(HandInResult last) =>
        $"{(last.Verdict == Verdict.Pass && !last.HasMore ? Glyphs.Check : Stars(last.Verdict))} {MedalWords.Medal(last.Verdict, last.HasMore, last.Left)}";
}

using Tutor.Core.Levels;
using Tutor.Core.Scoring;

namespace Tutor.Cli;

/// <summary>Enumerations as level files and JSON write them.</summary>
static class LevelWords
{
    public static string Of(LevelKind kind) => kind switch
    {
        LevelKind.Watch => "watch",
        LevelKind.Predict => "predict",
        LevelKind.Pick => "pick",
        LevelKind.Repair => "repair",
        LevelKind.Write => "write",
        LevelKind.Golf => "golf",
        _ => "open",
    };

    public static string Of(MapRole role) => role == MapRole.Hidden ? "hidden" : "shown";

    public static string Of(GoalTier tier) => tier switch
    {
        GoalTier.Gold => "gold",
        GoalTier.Silver => "silver",
        _ => "pass",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "fail",
        Verdict.Pass => "pass",
        Verdict.Silver => "silver",
        Verdict.Gold => "gold",
        Verdict.None => "none",
        _ => "error",
    };
}

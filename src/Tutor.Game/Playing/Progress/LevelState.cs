using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Progress;

/// <summary>How far a player is with a level, from nothing to everything.</summary>
enum LevelState : byte
{
    New,

    /// <summary>The answer was shown, and the level was not passed.</summary>
    Seen,
    Tried,
    Passed,
    Silver,
    Gold,
}

/// <summary>What a player has of one level, as the list of levels says it.</summary>
/// <param name="Best">Null when it was never tried.</param>
/// <param name="HintsSeen">Rungs of its ladder.</param>
sealed record LevelStanding(CatalogEntry Level, LevelProgress? Best, int HintsSeen)
{
    public LevelState State
    {
        get
        {
            var state = Best is null ? LevelState.New
                : Best.Verdict == VerdictWords.Seen ? LevelState.Seen
                : Verdicts.Find(Best.Verdict)?.State() ?? LevelState.Tried;
            return state < LevelState.Passed && Level.AnswerRung > 0 && HintsSeen >= Level.AnswerRung ? LevelState.Seen : state;
        }
    }

    public bool IsPassed => State >= LevelState.Passed;

    /// <summary>It has nothing to pass.</summary>
    public bool IsOpen => Level.Kind == LevelKind.Open;

    /// <summary>Whether there is nothing more to win on it.</summary>
    public bool IsDone => State == LevelState.Gold || (State == LevelState.Passed && !Level.HasMedals)
        || (State == LevelState.Seen && IsOpen);

    public string Word => State.Word();
}

/// <summary>The one table of the words for how far a player is.</summary>
static class LevelStates
{
    /// <summary>Empty for a level that was never tried.</summary>
    public static string Word(this LevelState state) => state switch
    {
        LevelState.New => "",
        LevelState.Seen => "seen",
        LevelState.Tried => "tried",
        LevelState.Passed => "passed",
        LevelState.Silver => "silver",
        LevelState.Gold => "gold",
    };

    /// <summary>How far a player is whose best verdict this is.</summary>
    public static LevelState State(this Verdict best) => best switch
    {
        Verdict.Gold => LevelState.Gold,
        Verdict.Silver => LevelState.Silver,
        Verdict.Pass => LevelState.Passed,
        // An open level has nothing to pass: whoever tried something there has seen it.
        Verdict.None => LevelState.Seen,
        Verdict.Error or Verdict.Fail => LevelState.Tried,
    };
}

/// <summary>Which levels the list shows.</summary>
enum LevelFilter : byte
{
    All,

    /// <summary>Not passed, and no open level that was looked at.</summary>
    ToPass,

    /// <summary>Passed, with a medal left to win.</summary>
    ToPolish,
}

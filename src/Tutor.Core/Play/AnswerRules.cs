using Tutor.Core.Levels;

namespace Tutor.Core.Play;

/// <summary>Until when nothing is shown that tells whether an answer is right. Where the level was passed nothing is held back.</summary>
public enum Secrecy : byte
{
    /// <summary>Nothing is held back: what follows every change of the answer is seen.</summary>
    Open,

    /// <summary>Until this very answer was handed in, now or earlier.</summary>
    ThisAnswer,

    /// <summary>Until any answer was handed in, now or earlier.</summary>
    FirstAnswer,

    /// <summary>Until what is at hand is what was handed in last.</summary>
    AnswerAtHand,

    /// <summary>Until an answer was right, or a second one wrong.</summary>
    SecondAnswer,
}

/// <summary>Whose predicate runs when an answer is judged.</summary>
public enum RunPredicate : byte
{
    /// <summary>The player's: the answer is a predicate.</summary>
    Players,

    /// <summary>The level's, which the player watches or foretells.</summary>
    Levels,

    /// <summary>One that the answer is made against.</summary>
    Attacked,

    /// <summary>None: the player is asked in its place.</summary>
    Nobodys,
}

/// <summary>The rules of a form of answer. Each answer's class has its own.</summary>
/// <param name="Draft">Begins with what was drafted; with an answer in which nothing is said yet where the draft is null, or none of this level.</param>
/// <param name="Stored">Reads a level's stored answer, of this version or an earlier one; or says why it is none. The last
/// parameter is the id of the option that was picked, where it is stored beside the answer.</param>
public sealed record AnswerRules(Func<PreparedLevel, string?, Answer> Draft, Func<Level, string, string?, (Answer? Answer, string? Refusal)> Stored)
{
    public Secrecy Secrecy { get; init; }

    public RunPredicate Runs { get; init; }

    /// <summary>It is chosen first, and handed in by a second step; of all that is handed in the first tells what a player believed.</summary>
    public bool IsChosenFirst { get; init; }

    /// <summary>Nothing is handed in: to see the scan to its end is the answer.</summary>
    public bool IsWatched { get; init; }
}

/// <summary>The table of the rules: a row for each form of answer.</summary>
public static class AnswerRuleTable
{
    public static AnswerRules Rules(this AnswerForm form) => form switch
    {
        AnswerForm.Predicate => WrittenPredicate.Rules,
        AnswerForm.Option => PickedOption.Rules,
        AnswerForm.Forecast => Forecast.Rules,
        AnswerForm.Watched => WatchedScan.Rules,
        AnswerForm.Marks => Marks.Rules,
        AnswerForm.Painting => Painting.Rules,
    };
}

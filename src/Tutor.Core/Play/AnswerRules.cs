using Tutor.Core.Levels;

namespace Tutor.Core.Play;

/// <summary>How long the game hides whether an answer is right. On a passed level it hides nothing.</summary>
public enum Secrecy : byte
{
    /// <summary>The game hides nothing: the player sees what every change of the answer does.</summary>
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

    /// <summary>None: the player's own marks take the place of a predicate.</summary>
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

    /// <summary>Whether the first answer that is handed in is noted: it shows what the player believed.</summary>
    public bool KeepsFirst { get; init; }

    /// <summary>Whether the answer is to watch the scan to its end. Then nothing is handed in.</summary>
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

using System.Collections.Immutable;
using Tutor.Core.Levels;

namespace Tutor.Game.Playing;

/// <summary>The hints of a level, rung by rung. The last rung, the answer, is shown only to a player who asks for it.</summary>
/// <param name="shown">How many were seen before.</param>
/// <param name="climbed">Is called with the number of hints seen so far.</param>
sealed class HintLadder(ImmutableArray<LevelHint> hints, int shown, Action<int> climbed)
{
    /// <summary>The kind of a rung that is the answer itself.</summary>
    public const string Answer = "answer";

    public int Shown { get; private set; } = Math.Clamp(shown, 0, hints.Length);

    public int Left => hints.Length - Shown;

    public IEnumerable<LevelHint> Seen => hints.Take(Shown);

    /// <summary>The next rung is the answer itself.</summary>
    public bool IsAnswerNext => Left > 0 && hints[Shown].Kind == Answer;

    /// <summary>The name of a rung.</summary>
    public static string TitleOf(string kind) => kind switch
    {
        "nudge" => "A nudge",
        "concept" => "The idea",
        "page" => "Look at this page",
        "shape" => "The shape of an answer",
        Answer => "The answer",
        _ => "Hint",
    };

    /// <summary>The next hint; false when there is none, or when it is the answer and nobody asked for that.</summary>
    public bool Step(bool wantsAnswer = false)
    {
        if (Left == 0 || (IsAnswerNext && !wantsAnswer))
        {
            return false;
        }

        Shown++;
        climbed(Shown);
        return true;
    }
}

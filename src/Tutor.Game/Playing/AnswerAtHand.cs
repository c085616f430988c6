using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>
/// The answer as it stands, and what playing knows of its form beside it. Most forms need no more than this; one that
/// does has a class of its own. <see cref="AnswerForms"/> says which.
/// </summary>
class AnswerAtHand(Sitting sitting)
{
    public Answer Answer { get; protected set; } = null!;

    /// <summary>The text that it is read as: a predicate, marks as they are kept, or the level's own predicate.</summary>
    public virtual string Text => Answer.Text ?? sitting.Level.StartingText;

    /// <summary>What is asked. Markdown.</summary>
    public virtual string Brief => sitting.Level.WholeBrief;

    /// <summary>An answer that waits for the second step.</summary>
    public const string NotYet = "Not handed in yet.";

    /// <summary>To who hands in something of which a part is still to be said.</summary>
    public virtual string Incomplete => "Say something about each of them first.";

    /// <summary>Items of the answer that came true when it was handed in, of how many; null where it has no items.</summary>
    public virtual (int Right, int Of)? CameTrue => null;

    /// <summary>How it stands; null where its score says so.</summary>
    public virtual VerdictLine? Standing => !sitting.IsSecret ? null
        : new(null, sitting.IsChosen ? NotYet : Answer.IsComplete ? "All is said: now hand in." : Incomplete, "Not all is said yet.");

    /// <summary>The level, with what the answer is made against.</summary>
    public virtual PreparedLevel Prepare(PreparedLevel prepared) => prepared;

    /// <summary>Begins with what was drafted; with an answer in which nothing is said yet where that is null, or none of this level.</summary>
    public virtual void Begin(string? draft) => Answer = sitting.Rules.Draft(sitting.Prepared, draft);

    /// <summary>The player's answer is this now.</summary>
    public virtual void Take(Answer answer)
    {
        Answer = answer;
        sitting.Changed();
    }

    /// <summary>Takes over the answer of an earlier try; false when it is not one of this level.</summary>
    public virtual bool TakeEarlier(string stored)
    {
        if (Answer.Read(sitting.Level, stored).Answer is not { } earlier)
        {
            return false;
        }

        Take(earlier);
        return true;
    }

    /// <summary>What was handed in is judged.</summary>
    /// <param name="run">Its run; where it has none, that of the level's own predicate.</param>
    public virtual void Judged(LevelRunResult run)
    {
    }

    protected Sitting Sitting => sitting;
}

using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>The option that a player looks at.</summary>
sealed class OptionAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    /// <summary>The index before the player goes to an option: a key pressed too often hands none in.</summary>
    public const int None = -1;

    /// <summary>Its index in the order in which this player sees them, or <see cref="None"/>.</summary>
    public int Index { get; private set; }

    public override string Incomplete => "Nothing is chosen yet: go to an answer first.";

    public override VerdictLine? Standing => !Sitting.IsSecret ? null
        : new(null, Sitting.IsChosen ? NotYet : "Choose first; then its run is shown.", "Choose first.");

    /// <summary>Without a draft it is none; in a level that was passed the first that this player sees.</summary>
    public override void Begin(string? draft) => Show(Math.Max(Sitting.IsPassed ? 0 : None, Sitting.Options.ToList().FindIndex(o => o.Id == draft)));

    public override void Take(Answer answer)
    {
        Index = ((PickedOption)answer).Option is { } option ? Sitting.Options.IndexOf(option) : None;
        base.Take(answer);
    }

    /// <summary>The player looks at this option.</summary>
    public void LookAt(int index)
    {
        Show(Math.Clamp(index, 0, Sitting.Options.Length - 1));
        Sitting.Look();
    }

    void Show(int index)
    {
        Index = index;
        Answer = new PickedOption(index == None ? null : Sitting.Options[index]);
    }
}

using Tutor.Core.Play;

namespace Tutor.Game.Playing;

/// <summary>The option that a player looks at.</summary>
sealed class OptionAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    /// <summary>Its index in the order in which this player sees them.</summary>
    public int Index { get; private set; }

    public override VerdictLine? Standing => !Sitting.IsSecret ? null
        : new(null, Sitting.IsChosen ? "Chosen, and not handed in yet." : "Choose first; then its run is shown.");

    /// <summary>Without a draft it is the first that this player sees.</summary>
    public override void Begin(string? draft) => Show(Sitting.Options.ToList().FindIndex(o => o.Id == draft));

    public override void Take(Answer answer)
    {
        Index = Sitting.Options.IndexOf(((PickedOption)answer).Option);
        base.Take(answer);
    }

    /// <summary>The player looks at this option.</summary>
    public void LookAt(int index)
    {
        Show(index);
        Sitting.Look();
    }

    void Show(int index)
    {
        Index = Math.Clamp(index, 0, Sitting.Options.Length - 1);
        Answer = new PickedOption(Sitting.Options[Index]);
    }
}

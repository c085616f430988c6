namespace Tutor.Game.Playing;

/// <summary>A scan that is there to be watched.</summary>
sealed class WatchedAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    public override VerdictLine? Standing => Sitting.IsPassed ? new(true, "Seen to the end.") : new(null, "Passed when it is seen to the end.", "Watch it to its end.");
}

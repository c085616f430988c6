namespace Tutor.Game.Playing.Progress;

/// <summary>Why something is not kept, and what helps: clauses without a capital and without a full stop.</summary>
/// <param name="Reason">What is wrong, with the place.</param>
/// <param name="Cure">What the player can do.</param>
/// <param name="IsTriedAgain">It may end by itself: what is not kept is tried again as long as the game runs.</param>
sealed record NotKept(string Reason, string Cure, bool IsTriedAgain = false)
{
    /// <summary>All of it in one sentence.</summary>
    public override string ToString() => $"{Reason}; {Cure}{(IsTriedAgain ? "; it is tried again" : "")}";
}

/// <summary>What became of a recorded attempt.</summary>
/// <param name="Attempt">The number that <see cref="IPlayerProgress.Record"/> gave it.</param>
/// <param name="Problem">Null: it is on the disk, and may be shown as kept.</param>
sealed record Keeping(long Attempt, NotKept? Problem)
{
    public bool IsKept => Problem is null;
}

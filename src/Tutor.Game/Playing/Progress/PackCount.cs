namespace Tutor.Game.Playing.Progress;

/// <summary>How much of some levels is behind a player. An open level has nothing to pass: it is counted by itself.</summary>
/// <param name="Passed">Levels that were passed.</param>
/// <param name="ToPass">Levels that can be passed.</param>
/// <param name="Gold">Of those that were passed.</param>
/// <param name="Tried">Open levels in which something was handed in.</param>
/// <param name="Open">Open levels.</param>
readonly record struct PackCount(int Passed, int ToPass, int Gold, int Tried, int Open)
{
    public static PackCount Of(IReadOnlyCollection<LevelStanding> levels)
    {
        var open = levels.Count(l => l.IsOpen);
        return new(levels.Count(l => l.IsPassed), levels.Count - open, levels.Count(l => l.State == LevelState.Gold),
            levels.Count(l => l is { IsOpen: true, State: LevelState.Seen }), open);
    }

    /// <summary>What is behind the player, of every level.</summary>
    public int Behind => Passed + Tried;

    /// <summary>Nothing is left to pass, and every open level was tried.</summary>
    public bool IsWhole => ToPass + Open > 0 && Passed == ToPass && Tried == Open;

    /// <summary>As in <c>46 of 46 passed, 30 gold, 2 of 2 open tried</c>.</summary>
    public string Words => ToPass == 0 ? OpenWords : $"{Passed} of {ToPass} passed{(Gold > 0 ? $", {Gold} gold" : "")}{(Tried > 0 ? $", {OpenWords}" : "")}";

    string OpenWords => $"{Tried} of {Open} open tried";
}

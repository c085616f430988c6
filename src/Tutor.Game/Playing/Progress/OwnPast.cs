namespace Tutor.Game.Playing.Progress;

/// <summary>Where the last try stands among all of a player's tries at the level, by one metric.</summary>
static class OwnPast
{
    /// <summary>In a sentence.</summary>
    /// <param name="values">Newest first.</param>
    public static string Spoken(string metric, string name, IReadOnlyList<long> values)
    {
        var others = values.Skip(1).ToList();
        if (others.Count == 0)
        {
            return $"{name} {Words.Count(values[0])}: your only try.";
        }

        var better = others.Count(o => Pareto.IsLessBetter(metric) ? values[0] < o : values[0] > o);
        var same = others.Count(o => o == values[0]);
        return $"{name} {Words.Count(values[0])}: " + (others.Count == 1
            ? $"{(better > 0 ? "better than" : same > 0 ? "the same as" : "not as good as")} your earlier try."
            : $"better than {better} of your {others.Count} earlier tries{(same > 0 ? $", the same as {same}" : "")}.");
    }
}

using System.Collections.Immutable;

namespace Tutor.Game.Playing;

/// <summary>Whose predicate a point stands for; the later is drawn over the earlier.</summary>
enum PlotOwner : byte
{
    History,
    Try,
    Reference,
    LastTry,
}

/// <summary>A predicate as a point of the plot, by its counts on the shown map.</summary>
/// <param name="Mark">One column: a letter, never a colour alone.</param>
/// <param name="Text">The predicate, or where that would give something away, who wrote it.</param>
sealed record PlotPoint(PlotOwner Owner, string Mark, string Label, string Text, IReadOnlyDictionary<string, long> Metrics);

/// <summary>Points, and the two metrics by which they are laid out.</summary>
sealed class TryPlot
{
    /// <summary>What every run counts, beside what the level's goals are about.</summary>
    static readonly string[] Usual = ["false_skips", "futile", "migrated", "cost_ns"];

    readonly ImmutableArray<PlotPoint> _all;
    int _x;
    int _y;

    /// <param name="metrics">Of the level's goals, and what golf counts.</param>
    public TryPlot(IEnumerable<PlotPoint> points, IEnumerable<string> metrics)
    {
        _all = [.. points.OrderByDescending(p => p.Owner)];
        Metrics = [.. metrics.Concat(Usual).Distinct().Where(m => _all.Any(p => p.Metrics.ContainsKey(m)))];
        // False skips against futile isolations: the two mistakes that the game is about.
        _x = Math.Max(0, Metrics.IndexOf("false_skips"));
        _y = Metrics.IndexOf("futile") is >= 0 and var y ? y : Math.Min(1, Metrics.Length - 1);
        Choose();
    }

    public ImmutableArray<string> Metrics { get; }

    public string X => Metrics.IsEmpty ? "" : Metrics[_x];

    public string Y => Metrics.IsEmpty ? "" : Metrics[_y];

    /// <summary>Those that have both metrics, your last try first.</summary>
    public ImmutableArray<PlotPoint> Points { get; private set; } = [];

    /// <summary>Those of them that none beats.</summary>
    public ImmutableHashSet<PlotPoint> Best { get; private set; } = [];

    /// <summary>The same points with the next metric on the x axis, which is never the metric of the y axis.</summary>
    public void NextX() => Next(ref _x, _y);

    public void NextY() => Next(ref _y, _x);

    void Next(ref int axis, int other)
    {
        if (Metrics.Length > 2)
        {
            axis = (axis + 1) % Metrics.Length;
            axis = axis == other ? (axis + 1) % Metrics.Length : axis;
            Choose();
        }
    }

    void Choose()
    {
        Points = [.. _all.Where(p => p.Metrics.ContainsKey(X) && p.Metrics.ContainsKey(Y))];
        Best = [.. Pareto.Front(Points, [X, Y], p => p.Metrics)];
    }
}

using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>The score: what happened to the candidates, and each goal against its bound.</summary>
static class ScorePanel
{
    public static List<Line> Lines(LevelRunResult? run, MapRun? drawn, int width)
    {
        if (run is null || drawn?.Result.Metrics is not { } counts)
        {
            return Wrapping.Wrap(run is null ? "Scoring …" : "The score comes back as soon as the text is a predicate again.", width, Ink.Muted);
        }

        var tier = Next(run);
        // Metrics with goals come first, because the pane may be too short for all rows.
        bool IsAside(Metric m) => m.PartOf is null && m.Shown != MetricShown.Always && run.Goals.All(g => g.Goal.Metric != m);
        List<Line> lines = [.. Metric.All.Where(m => IsShown(m, run, counts)).OrderBy(IsAside).Select(m => Row(m, m.Value(counts), Goal(run, drawn, m, tier), width))];
        if (drawn.Map.Settings.BudgetNs is { } budget)
        {
            lines.AddRange(Wrapping.Wrap($"time {GoalWords.OfBudget(counts, budget)}", width));
        }

        return lines;
    }

    /// <summary>As many of the lines as there are rows for: the last ones go, but none on which a goal is missed.</summary>
    public static List<Line> Within(IReadOnlyList<Line> lines, int rows)
    {
        var left = lines.ToList();
        for (var i = left.Count - 1; i >= 0 && left.Count > rows; i--)
        {
            if (left[i].Runs is not [.., { Ink: Ink.Bad }])
            {
                left.RemoveAt(i);
            }
        }

        return left;
    }

    /// <summary>The pane's title: whose goals stand in its last column.</summary>
    public static string Title(LevelRunResult? run) => run is { Goals.IsEmpty: false } ? $"Score: goals of {Next(run).Word()}" : "Score";

    /// <summary>The first medal with a goal that is missed; where none is, the last.</summary>
    static GoalTier Next(LevelRunResult run) =>
        run.Goals.Where(g => !g.IsMet).Select(g => g.Goal.Tier).DefaultIfEmpty(run.Goals.Select(g => g.Goal.Tier).DefaultIfEmpty().Max()).Min();

    /// <summary>The goals one by one, with what is missing.</summary>
    public static List<Line> Goals(LevelRunResult? run, int width)
    {
        var lines = new List<Line>();
        foreach (var result in (run?.Goals ?? []).OrderBy(g => g.IsMet))
        {
            var mark = result.IsMet ? new Run(Glyphs.Check, Ink.Good, CellStyle.Bold) : new Run(Glyphs.Cross, Ink.Bad, CellStyle.Bold);
            var where = GoalWords.Where(result, run!) is { } map ? $" on {map}" : "";
            var margin = GoalWords.Margin(result);
            lines.AddRange(Wrapping.Wrap(
            [
                mark, new Run($" {TextColumns.Pad(result.Goal.Tier.Word(), 7)}", Ink.Title),
                new Run($"{result.Goal.Metric.Title} {Short(result.Goal.Bound)}"), new Run($": {GoalWords.Value(result)}{where}", result.IsMet ? Ink.Muted : Ink.Bad),
                new Run(margin.Length == 0 ? "" : $" ({margin})", Ink.Muted),
            ], width));
        }

        return lines;
    }

    /// <summary>What the per cents of the goals are parts of: a line a metric.</summary>
    public static List<Line> Bases(LevelRunResult? run, int width) => [.. GoalWords.Bases((run?.Goals ?? []).Select(g => g.Goal)).SelectMany(b => Wrapping.Wrap(b, width, Ink.Muted))];

    /// <summary>What golf counts, beside the level's own predicate and the player's best.</summary>
    public static Line Golf(string measure, long count, long? par, long? best, int width)
    {
        var counted = Words.Count(count);
        var beside = new Run(par is { } own ? $"  par {Words.Count(own)}" : "", count <= par ? Ink.Good : Ink.Muted);
        var last = new Run(best is { } yours ? $"  best {Words.Count(yours)}" : "", Ink.Muted);
        // Where it is narrow the columns go first, then the best so far: handing in says it again.
        var isWide = 22 + beside.Columns <= width;
        var head = new Run(isWide ? TextColumns.Pad(measure, 14) : $"{measure} ", Ink.Title, CellStyle.Bold);
        var number = new Run(isWide ? TextColumns.Pad(counted, 8, right: true) : counted, Ink.Strong, CellStyle.Bold);
        return head.Columns + number.Columns + beside.Columns + last.Columns <= width ? Line.Of(head, number, beside, last) : Line.Of(head, number, beside);
    }

    /// <summary>A bound in as few characters as it needs: <c>≤2%</c>.</summary>
    public static string Short(Bound bound) => bound.Side switch
    {
        BoundSide.Max => Glyphs.AtMost,
        BoundSide.Min => Glyphs.AtLeast,
    } + GoalWords.Amount(bound);

    /// <summary>A level without goals shows every metric.</summary>
    static bool IsShown(Metric metric, LevelRunResult run, ScanMetrics counts) => metric.Shown switch
    {
        MetricShown.Always => true,
        MetricShown.WhenCounted => metric.Value(counts) > 0 || run.Goals.Any(g => g.Goal.Metric == metric),
        MetricShown.WhenAsked => run.Goals.IsEmpty || run.Goals.Any(g => g.Goal.Metric == metric),
        MetricShown.Never => false,
    };

    /// <summary>What a medal asks of the metric, by a goal of its own or of one before it, and whether it is met.</summary>
    static (string Text, bool IsMet) Goal(LevelRunResult run, MapRun drawn, Metric metric, GoalTier tier)
    {
        ImmutableArray<GoalResult> goals = [.. run.Goals.Where(g => g.Goal.Metric == metric && g.Goal.Tier <= tier)];
        var missed = goals.FirstOrDefault(g => !g.IsMet);
        return missed is null ? (goals.IsEmpty ? "" : $"{Glyphs.Check} {Short(goals[^1].Goal.Bound)}", true)
            // The number beside it is the drawn map's, and that one is not what is wrong: another map is.
            : ($"{Glyphs.Cross} {(GoalWords.IsMissedElsewhere(missed, drawn) ? "other" : Short(missed.Goal.Bound))}", false);
    }

    static Line Row(Metric metric, long value, (string Text, bool IsMet) goal, int width)
    {
        var look = metric.Verdict is { } verdict ? VerdictLooks.Of(verdict) : (Look?)null;
        var name = (metric.PartOf is null ? "" : " ") + (look is { } mark ? $"{mark.Glyph} " : "") + metric.Title + (metric.Unit == MetricUnit.Nanoseconds ? ", model" : "");
        var ink = look?.Ink ?? (metric.Name == "isolated" ? Ink.Strong : Ink.Text);
        var number = Words.Amount(metric, value);
        const int nameColumns = 14, numberColumns = 8;
        // A goal is never cut: where it is narrow, blanks go first.
        var spare = width - nameColumns - numberColumns - TextColumns.Of(goal.Text);
        var blanks = goal.Text.Length == 0 ? 0 : goal.Text.Length > 7 || spare < 2 ? 1 : 2;
        var columns = Math.Clamp(numberColumns + Math.Min(0, spare - blanks), 0, numberColumns);
        return Line.Of(
            new Run(name, ink), new Run(new string(' ', Math.Max(0, nameColumns - name.Length))),
            new Run(new string(' ', Math.Max(number.Length > numberColumns ? 1 : 0, columns - number.Length))), new Run(number, Ink.Strong, CellStyle.Bold),
            new Run(new string(' ', blanks)), new Run(goal.Text, goal.IsMet ? Ink.Good : Ink.Bad));
    }
}

using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>The score: what happened to the candidates, and each goal against its bound.</summary>
static class ScorePanel
{
    public static List<Line> Lines(Scoring? scoring, int width)
    {
        if (scoring?.Result is not { } result)
        {
            return Wrapping.Wrap(scoring is null ? "Scoring …" : "The score comes back as soon as the text is a predicate again.", width, Ink.Muted);
        }

        var m = result.Metrics;
        var lines = new List<Line>
        {
            Row("isolated", m.Isolated, Ink.Strong, ""),
            Row($"{VerdictLooks.Of(PageVerdict.Migrated).Glyph} migrated", m.Migrated, Ink.Migrated, Goal(scoring, "migrated"), 1),
            Row($"{VerdictLooks.Of(PageVerdict.Futile).Glyph} futile", m.Futile, Ink.Futile, Goal(scoring, "futile"), 1),
        };
        if (m.NoTarget > 0)
        {
            lines.Add(Row($"{VerdictLooks.Of(PageVerdict.NoTarget).Glyph} no target", m.NoTarget, Ink.Futile, "", 1));
        }

        lines.Add(Row($"{VerdictLooks.Of(PageVerdict.SkippedPin).Glyph} skipped pins", m.SkippedPins, Ink.SkippedPin, Goal(scoring, "skipped_pins")));
        lines.Add(Row($"{VerdictLooks.Of(PageVerdict.FalseSkip).Glyph} false skips", m.FalseSkips, Ink.FalseSkip, Goal(scoring, "false_skips")));
        lines.Add(Row("blocks freed", m.BlocksFreed, Ink.Text, Goal(scoring, "blocks_freed")));
        foreach (var goal in scoring.Goals.Where(g => g.Metric is "isolated" or "cost_ns" or "lru_locks").DistinctBy(g => g.Metric))
        {
            lines.Add(Row(Name(goal.Metric), goal.Value, Ink.Text, Goal(scoring, goal.Metric)));
        }

        if (scoring.Goals.IsEmpty)
        {
            // Nothing is asked for: everything may matter.
            lines.Add(Row("LRU locks", m.LruLocks, Ink.Text, ""));
            lines.Add(Row("batches", m.Batches, Ink.Text, ""));
            lines.Add(Row("cost, model", Words.Time(m.CostNs), Ink.Text, ""));
        }

        return lines;
    }

    /// <summary>The goals one by one, with what is missing.</summary>
    public static List<Line> Goals(Scoring? scoring, int width)
    {
        var lines = new List<Line>();
        foreach (var goal in (scoring?.Goals ?? []).OrderBy(g => g.IsMet))
        {
            var mark = goal.IsMet ? new Run(Glyphs.Current.Check, Ink.Good, CellStyle.Bold) : new Run(Glyphs.Current.Cross, Ink.Bad, CellStyle.Bold);
            var where = goal.Where is null ? "" : $" on {goal.Where}";
            lines.AddRange(Wrapping.Wrap(
            [
                mark, new Run($" {TextColumns.Pad(goal.Medal, 7)}", Ink.Accent),
                new Run($"{Name(goal.Metric)} {Short(goal.Bound)}"), new Run($": {goal.Value}{where}", goal.IsMet ? Ink.Muted : Ink.Bad),
                new Run(goal.Margin.Length == 0 ? "" : $" ({goal.Margin})", Ink.Muted),
            ], width));
        }

        return lines;
    }

    /// <summary>What golf counts, beside the level's own predicate and the player's best.</summary>
    public static Line Golf(string measure, long count, long? par, long? best, int width)
    {
        var counted = Words.Count(count);
        var beside = new Run(par is { } own ? $"  par {Words.Count(own)}" : "", count <= par ? Ink.Good : Ink.Muted);
        var last = new Run(best is { } yours ? $"  best {Words.Count(yours)}" : "", Ink.Muted);
        // Where it is narrow the columns go first, then the best so far: handing in says it again.
        var isWide = 22 + beside.Columns <= width;
        var head = new Run(isWide ? TextColumns.Pad(measure, 14) : $"{measure} ", Ink.Accent, CellStyle.Bold);
        var number = new Run(isWide ? TextColumns.Pad(counted, 8, right: true) : counted, Ink.Strong, CellStyle.Bold);
        return head.Columns + number.Columns + beside.Columns + last.Columns <= width ? Line.Of(head, number, beside, last) : Line.Of(head, number, beside);
    }

    public static string Name(string metric) => metric.Replace('_', ' ').Replace("cost ns", "cost", StringComparison.Ordinal);

    /// <summary>A bound in words: <c>at most 2%</c>.</summary>
    public static string Spoken(string bound) => bound
        .Replace("max ", "at most ", StringComparison.Ordinal).Replace("min ", "at least ", StringComparison.Ordinal);

    /// <summary>A bound in as few characters as it needs: <c>≤2%</c>.</summary>
    public static string Short(string bound) => bound
        .Replace("max ", Glyphs.Current.AtMost, StringComparison.Ordinal).Replace("min ", Glyphs.Current.AtLeast, StringComparison.Ordinal);

    /// <summary>A mark for the medal that is next: its bound, and whether it is met.</summary>
    static string Goal(Scoring scoring, string metric)
    {
        var goals = scoring.Goals.Where(g => g.Metric == metric).ToList();
        return (goals.Find(g => !g.IsMet) ?? goals.LastOrDefault()) switch
        {
            null => "",
            { IsMet: true } met => $"{Glyphs.Current.Check} {Short(met.Bound)}",
            // The number beside it is the shown map's, and that one is not what is wrong.
            { IsMissedElsewhere: true } => $"{Glyphs.Current.Cross} hidden",
            var missed => $"{Glyphs.Current.Cross} {Short(missed.Bound)}",
        };
    }

    static Line Row(string name, long value, Ink ink, string goal, int indent = 0) =>
        Row(new string(' ', indent) + name, Words.Count(value), ink, goal);

    static Line Row(string name, string value, Ink ink, string goal) => Line.Of(
        new Run(TextColumns.Pad(name, 14), ink),
        new Run(value.Length > 8 ? $" {value}" : TextColumns.Pad(value, 8, right: true), Ink.Strong, CellStyle.Bold),
        new Run(goal.Length == 0 ? "" : $"{(goal.Length > 7 ? " " : "  ")}{goal}", goal.StartsWith(Glyphs.Current.Check, StringComparison.Ordinal) ? Ink.Good : Ink.Bad));
}

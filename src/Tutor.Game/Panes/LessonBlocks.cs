using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>The predicates of a text that the player can run in place, and the scores of those that ran.</summary>
/// <param name="score">Scores a predicate on the maps of the level that the text belongs to.</param>
/// <param name="take">Takes a predicate to the editor; null if the level has no editor.</param>
sealed class LessonBlocks(Func<string, LevelRunResult> score, Action<string>? take)
{
    const string PlayLink = "play:";
    const string TakeLink = "take:";

    readonly Dictionary<string, LevelRunResult> _played = [];
    readonly List<string> _texts = [];
    int _chosen = -1;

    /// <summary>A number that grows with every run, so that the text is laid out again.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the present text has such predicates.</summary>
    public bool Any => _texts.Count > 0;

    public bool CanTake => take is not null;

    /// <summary>Another text is read.</summary>
    public void Forget()
    {
        _texts.Clear();
        _chosen = -1;
    }

    /// <summary>The lines under a predicate: a link that runs it, and its score after it ran.</summary>
    public List<Line> Under(int index, string text, int width)
    {
        if (index == _texts.Count)
        {
            _texts.Add(text);
        }

        var arrow = new Run($" {Glyphs.Arrow} ", Ink.Accent);
        if (!_played.TryGetValue(text, out var run))
        {
            return [Line.Of(arrow, new Run("Play it on this level's map", Ink.Link, CellStyle.Underline, $"{PlayLink}{index}"))];
        }

        var lines = new List<Line> { Line.Of(arrow, new Run("On this level's map", Ink.Link, CellStyle.Underline, $"{PlayLink}{index}")) };
        lines.AddRange(Score(run, width - 3).Select(l => l.After(new Run("   "))));
        if (CanTake)
        {
            lines.Add(Line.Of(arrow, new Run("Take it to the editor", Ink.Link, CellStyle.Underline, $"{TakeLink}{index}")));
        }

        return lines;
    }

    /// <summary>Runs the predicate after the one that ran last. Returns the link to select then.</summary>
    public string PlayNext() => Play((_chosen + 1) % _texts.Count);

    /// <summary>Takes the one that was played last to the editor; false if none was.</summary>
    public bool Take()
    {
        if (_chosen < 0 || take is null)
        {
            return false;
        }

        take(_texts[_chosen]);
        return true;
    }

    /// <summary>
    /// Follows a link of a block. True if it is one; then also the link to select, or null if the predicate was taken to the
    /// editor.
    /// </summary>
    public bool Follow(string link, out string? next)
    {
        next = null;
        if (!link.StartsWith(PlayLink, StringComparison.Ordinal) && !link.StartsWith(TakeLink, StringComparison.Ordinal))
        {
            return false;
        }

        if (!int.TryParse(link[PlayLink.Length..], out var index) || index < 0 || index >= _texts.Count)
        {
            return false;
        }

        if (link.StartsWith(PlayLink, StringComparison.Ordinal))
        {
            next = Play(index);
            return true;
        }

        _chosen = index;
        return Take();
    }

    string Play(int index)
    {
        _chosen = index;
        _played[_texts[index]] = score(_texts[index]);
        Version++;
        return CanTake ? $"{TakeLink}{index}" : $"{PlayLink}{index}";
    }

    static List<Line> Score(LevelRunResult run, int width)
    {
        if (run.Shown?.Result.Metrics is not { } m)
        {
            var error = run.Diagnostics.FirstOrDefault(d => d.IsError);
            return Wrapping.Wrap(error is null ? "It cannot be run here." : $"{error.Code.Id} {error.Message}", width, Ink.Bad);
        }

        var lines = Wrapping.Wrap(
        [
            new Run("isolated ", Ink.Muted), new Run(Words.Count(m.Isolated), Ink.Strong), new Run(" = ", Ink.Muted),
            .. Part(PageVerdict.Migrated, m.Migrated), new Run(" + ", Ink.Muted), .. Part(PageVerdict.Futile, m.Futile),
            .. m.NoTarget > 0 ? [new Run(" + ", Ink.Muted), .. Part(PageVerdict.NoTarget, m.NoTarget)] : Array.Empty<Run>(),
        ], width);
        lines.AddRange(Wrapping.Wrap(
        [
            .. Part(PageVerdict.SkippedPin, m.SkippedPins), new Run(", ", Ink.Muted), .. Part(PageVerdict.FalseSkip, m.FalseSkips),
            new Run(", blocks freed ", Ink.Muted), new Run(Words.Count(m.BlocksFreed), Ink.Strong),
        ], width));
        if (run.IsPassed)
        {
            lines.Add(Line.Of($"It would be {MedalWords.State(run.Verdict)}.", Ink.Good));
        }
        else if (run.Goals.FirstOrDefault(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false }) is { } missed)
        {
            var where = GoalWords.Where(missed, run) is { } map ? $" on {map}" : "";
            lines.AddRange(Wrapping.Wrap($"It would not pass: {missed.Goal.Metric.Title} {GoalWords.Value(missed)}{where}, and the goal is {ScorePanel.Short(missed.Goal.Bound)}.", width, Ink.Warning));
        }

        return lines;
    }

    static Run[] Part(PageVerdict verdict, long pages)
    {
        var look = VerdictLooks.Of(verdict);
        return [new Run($"{look.Glyph} {look.Name} ", look.Ink), new Run(Words.Count(pages), Ink.Strong)];
    }
}

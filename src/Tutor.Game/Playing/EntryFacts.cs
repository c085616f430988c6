using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing;

/// <summary>What a list says about a level without playing it. Of a file that cannot be read it says what is known.</summary>
static class EntryFacts
{
    extension(CatalogEntry entry)
    {
        public string Title => entry.Level?.Title is { Length: > 0 } title ? title : entry.Id;

        public string ChapterTitle => entry.Chapter?.Title ?? "Further levels";

        public int Revision => entry.Level?.Revision ?? 1;

        public LevelKind Kind => entry.Level?.Kind ?? LevelKind.Write;

        public int Minutes => entry.Level?.Minutes ?? 0;

        /// <summary>Why it cannot be played, or null.</summary>
        public string? Problem => entry.Diagnostics.FirstOrDefault(d => d.IsError)?.ToString()
            ?? (entry.Level is null ? "this file cannot be read" : null);

        /// <summary>Whether the level has silver or gold to win.</summary>
        public bool HasMedals => entry.Level?.Goals.Any(g => g.Tier != GoalTier.Pass) ?? false;

        /// <summary>Hints up to the one that is the answer; 0 when none is.</summary>
        public int AnswerRung => 1 + (entry.Level?.Hints.ToList().FindIndex(h => h.Kind == HintLadder.Answer) ?? -1);

        /// <summary>Names of what its goals count, and of what golf counts.</summary>
        public ImmutableArray<string> CountedMetrics =>
        [
            .. entry.Level?.Goals.Select(g => g.Metric.Name).Distinct() ?? [],
            .. entry.Level?.Golf is null ? Array.Empty<string>() : [KeptMetrics.Golf],
        ];
    }

    extension(Level level)
    {
        /// <summary>
        /// The brief as Markdown. Where the player neither writes, picks nor watches the predicate of the scan, the brief shows
        /// it too.
        /// </summary>
        public string WholeBrief => level.Predictions.IsEmpty ? level.Brief
            : $"{level.Brief.TrimEnd()}\n\nThe test. It skips a page where it is true:\n\n```c\n{level.StartingText.Trim()}\n```\n";

        /// <summary>The level's own predicate, or null.</summary>
        public LevelSolution? Reference => level.Solutions.FirstOrDefault(s => s.Id == "reference" && !s.IsPainting);

        /// <summary>The word for what golf counts on this level; null on levels of other kinds.</summary>
        public string? GolfWord => level.Golf switch
        {
            GolfMeasure.Nodes => "nodes",
            GolfMeasure.Loads => "loads",
            null => null,
        };
    }
}

using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing;

/// <summary>What lists of levels say of one without playing it; of a file that cannot be read as much as is known.</summary>
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

        /// <summary>Silver or gold can be won beyond passing it.</summary>
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
        /// The brief; and where the test that the scan runs with is neither written, picked nor watched, that test too.
        /// Markdown.
        /// </summary>
        public string WholeBrief => level.Predictions.IsEmpty ? level.Brief
            : $"{level.Brief.TrimEnd()}\n\nThe test:\n\n```c\n{level.StartingText.Trim()}\n```\n";

        /// <summary>The level's own predicate, or null.</summary>
        public LevelSolution? Reference => level.Solutions.FirstOrDefault(s => s.Id == "reference" && !s.IsPainting);

        /// <summary>What golf counts, in a word; null on other levels.</summary>
        public string? GolfWord => level.Golf switch
        {
            GolfMeasure.Nodes => "nodes",
            GolfMeasure.Loads => "loads",
            null => null,
        };
    }
}

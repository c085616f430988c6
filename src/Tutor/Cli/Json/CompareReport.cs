namespace Tutor.Cli.Json;

/// <summary>What <c>tutor compare --format json</c> prints.</summary>
/// <param name="Interrupted">Ctrl+C: only what was done until then.</param>
sealed record CompareReport(
    int Schema, bool Interrupted, IReadOnlyList<ContenderReport> Predicates, IReadOnlyList<ComparedMapReport> Maps);

/// <param name="Revision">Its id in the table of revisions, or null.</param>
sealed record ContenderReport(string Name, string Text, string? Revision);

/// <param name="Differs">The kinds on which not all skip the same pages.</param>
sealed record ComparedMapReport(
    string Ground, string Map, int Pages, IReadOnlyList<ComparedRowReport> Rows, IReadOnlyList<KindDifferenceReport> Differs);

/// <param name="Wins">Seeds on which no other has fewer wrong pages.</param>
sealed record ComparedRowReport(
    string Predicate, string Verdict, int Wins, IReadOnlyDictionary<string, long?> Worst, IReadOnlyDictionary<string, long?> Median,
    IReadOnlyList<ComparedRunReport> Runs);

sealed record ComparedRunReport(ulong? Seed, bool Wins, IReadOnlyDictionary<string, long?> Metrics);

/// <param name="Pages">How many pages they treat differently.</param>
/// <param name="Skipped">In the order of the predicates.</param>
sealed record KindDifferenceReport(string Kind, long Candidates, long Pages, IReadOnlyList<long> Skipped);

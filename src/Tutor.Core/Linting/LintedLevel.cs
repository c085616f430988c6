using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;

namespace Tutor.Core.Linting;

/// <summary>A declared predicate of a level, and what running it came to.</summary>
/// <param name="Name">As a finding calls it: <c>solution 'stock-6.1'</c>.</param>
/// <param name="Span">Of the whole entry, in the level's file.</param>
public sealed record PlayedPredicate(string Name, string Id, SourceText Skip, TextSpan Span, LevelRunResult Result);

/// <summary>A level that is being linted: its maps are built and its own predicates played, once for all rules.</summary>
public sealed class LintedLevel
{
    readonly DiagnosticBag _problems;
    YamlNode? _root;

    internal LintedLevel(Level level, PreparedLevel prepared, LevelCatalog catalog, IPackFiles files, DiagnosticBag problems)
    {
        Level = level;
        Prepared = prepared;
        Catalog = catalog;
        Files = files;
        _problems = problems;
        Solutions = [.. level.Solutions.Select(s =>
            new PlayedPredicate($"solution '{s.Id}'", s.Id, s.Skip, s.Span, LevelRun.Run(prepared, s)))];
        Options = [.. level.Options.Select(o =>
            new PlayedPredicate($"option '{o.Id}'", o.Id, o.Skip, o.Span, LevelRun.Run(prepared, o.Skip)))];
    }

    public Level Level { get; }

    public PreparedLevel Prepared { get; }

    /// <summary>The pack around it.</summary>
    public LevelCatalog Catalog { get; }

    public IPackFiles Files { get; }

    /// <summary>The declared solutions, in the order of the file.</summary>
    public ImmutableArray<PlayedPredicate> Solutions { get; }

    /// <summary>The options, in the order of the file.</summary>
    public ImmutableArray<PlayedPredicate> Options { get; }

    /// <summary>Whether a run of it has a verdict at all.</summary>
    public bool IsJudged => !Level.Goals.IsEmpty;

    /// <summary>Solutions that pass with the words that the player has.</summary>
    public IEnumerable<PlayedPredicate> Right => Solutions.Where(s => s.Result.IsPassed);

    /// <summary>The declared solution with the best verdict, the first of several; null when none passes.</summary>
    public PlayedPredicate? Reference => Right.OrderByDescending(s => s.Result.Verdict).FirstOrDefault();

    /// <summary>Plays a text of the linter's own, with every name.</summary>
    public LevelRunResult Play(string text) =>
        LevelRun.Run(Prepared, SourceText.From("predicate", text), Prepared.Scope with { Vocabulary = default, States = [] });

    /// <summary>The verdict of a run if only the shown maps counted.</summary>
    public Verdict VerdictOnShown(LevelRunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Scorer.Score(Level.Goals,
        [
            .. run.Maps.Where(r => r.Map.Role == MapRole.Shown)
                .Select(r => new ScoredRun(r.Map.Id, r.Map.Seed, r.Result.Metrics, r.Map.Perfect)),
        ]).Verdict;
    }

    /// <summary>Where a key of the level stands: <c>goals</c>, or <c>goals/pass</c>; the file's beginning when it has none.</summary>
    public TextSpan PlaceOf(params ReadOnlySpan<string> path)
    {
        _root ??= YamlReader.Read(Level.Source, new DiagnosticBag()).Root;
        var (node, place) = (_root, default(TextSpan));
        foreach (var key in path)
        {
            if ((node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Value == key) is not { } entry)
            {
                break;
            }

            (node, place) = (entry.Value, entry.Key.Span);
        }

        return place;
    }

    /// <summary>The entries of a list of the level, such as <c>needs</c>.</summary>
    public ImmutableArray<YamlNode> ItemsOf(string key) => ItemsOf([key]);

    /// <summary>The same of a list deeper down, such as <c>run/races</c>.</summary>
    public ImmutableArray<YamlNode> ItemsOf(params ReadOnlySpan<string> path)
    {
        _root ??= YamlReader.Read(Level.Source, new DiagnosticBag()).Root;
        var node = _root;
        foreach (var key in path)
        {
            node = NodeReader.Find(node, key);
        }

        return (node as YamlSequence)?.Items ?? [];
    }

    public void Report(DiagnosticCode code, TextSpan span, string message, string? help) =>
        _problems.Report(code, Level.Source, FirstLine(Level.Source, span), message, help);

    public void Report(DiagnosticCode code, SourceText source, TextSpan span, string message, string? help) =>
        _problems.Report(code, source, span, message, help);

    /// <summary>The span of an entry, cut to its first line.</summary>
    static TextSpan FirstLine(SourceText source, TextSpan span)
    {
        var line = source.LineSpan(source.PositionOf(span.Start).Line);
        return TextSpan.FromBounds(span.Start, Math.Clamp(span.End, span.Start, Math.Max(span.Start, line.End)));
    }
}

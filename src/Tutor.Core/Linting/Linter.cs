using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Linting.Rules;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Core.Linting;

/// <summary>What is wrong with one file of a pack.</summary>
/// <param name="Path">In the pack.</param>
/// <param name="Level">The level's id, or null for <c>pack.yaml</c> and <c>kinds.yaml</c>.</param>
/// <param name="Diagnostics">Sorted by place; none when it is clean.</param>
public sealed record LintedFile(string Path, string? Level, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The level as it was played; null where it could not be.</summary>
    public LintedLevel? Played { get; init; }
}

/// <summary>
/// Plays levels and says what their authors would want to know: that each declared solution scores as declared, that
/// nothing trivial passes, that hints do not give the answer away, and so on (<see cref="LintCodes"/>).
/// </summary>
public static class Linter
{
    /// <summary>Lints every level of a pack, and the pack itself; levels in the order of the pack.</summary>
    /// <param name="told">Told the id of each level that is done, and how many there are, by any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<LintedFile> Lint(
        LevelCatalog catalog, IPackFiles files, Action<string, int>? told = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var own = catalog.Entries.Where(e => !e.IsBorrowed).ToArray();
        var levels = new LintedFile[own.Length];
        Parallel.For(0, levels.Length, new ParallelOptions { CancellationToken = cancellation },
            i =>
            {
                levels[i] = Lint(own[i], catalog, files);
                told?.Invoke(own[i].Id, own.Length);
            });
        var played = levels.Select(l => l.Played).OfType<LintedLevel>().ToImmutableArray();
        var together = catalog.Pack is not null && files.ReadText("pack.yaml").Text is { } text ? PackRules.Check(catalog, played, text) : [];
        var pack = DiagnosticBag.Sort(catalog.Diagnostics.Concat(PackChecks.Check(catalog, files)).Concat(together));
        return pack.IsEmpty ? [.. levels] : [new LintedFile("pack.yaml", null, pack), .. levels];
    }

    /// <summary>Lints one level of a pack.</summary>
    /// <param name="progress">Told how far its maps are built.</param>
    public static LintedFile Lint(CatalogEntry entry, LevelCatalog catalog, IPackFiles files, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(catalog);
        var problems = new DiagnosticBag();
        problems.AddRange(entry.Diagnostics);
        LintedLevel? linted = null;
        if (entry.Level is { } level
            && PreparedLevel.Prepare(level, files, problems, taughtBy: catalog.TaughtBy, progress: progress, lentBefore: catalog.LentBefore) is { } prepared)
        {
            var found = new DiagnosticBag();
            linted = new LintedLevel(level, prepared, catalog, files, found);
            foreach (var rule in LintCodes.Rules)
            {
                rule(linted);
            }

            CheckNames(entry, level, catalog, linted);
            problems.AddRange(WithoutAllowed(level, found.ToImmutable()));
        }

        return new LintedFile(entry.Path, entry.Id, problems.ToImmutable()) { Played = linted };
    }

    static void CheckNames(CatalogEntry entry, Level level, LevelCatalog catalog, LintedLevel linted)
    {
        if (LevelCatalog.IdOf(entry.Path) != level.Id)
        {
            linted.Report(LevelCodes.NameOfFile, linted.PlaceOf("id"),
                $"the id is '{level.Id}', and the file's name says '{LevelCatalog.IdOf(entry.Path)}'",
                $"name the file {level.Id}.yaml, with a number before it if you like: 010-{level.Id}.yaml");
        }

        if (catalog.Entries.FirstOrDefault(e => e.Id == level.Id) is { } first && first.Path != entry.Path)
        {
            linted.Report(LevelCodes.DuplicateId, linted.PlaceOf("id"),
                $"'{first.Path}' has the id '{level.Id}' already", "give one of them another id");
        }

        if (catalog.Pack is { } pack && entry.Chapter is null && !pack.Chapters.Any(c => c.Levels.Contains(LevelCatalog.IdOf(entry.Path))))
        {
            linted.Report(LintCodes.InNoChapter, linted.PlaceOf("id"),
                $"no chapter of pack.yaml has the level '{level.Id}'", "add its id to the levels of a chapter");
        }
    }

    static IEnumerable<Diagnostic> WithoutAllowed(Level level, ImmutableArray<Diagnostic> found)
    {
        var allowed = level.Allowed.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var inVain = level.Allowed.Where(a => !found.Any(d => d.Code.Id == a.Code)).Select(a => InVain(level, a));
        return found.Where(d => !allowed.Contains(d.Code.Id)).Concat(inVain);
    }

    static Diagnostic InVain(Level level, AllowedFinding allowed)
    {
        if (LintCodes.All.Any(c => c.Id == allowed.Code))
        {
            return new Diagnostic(LintCodes.AllowedInVain, level.Source, allowed.Span,
                $"{allowed.Code} is allowed, and there is no such finding", "remove the line");
        }

        var near = Suggestions.Nearest(allowed.Code, LintCodes.All.Select(c => c.Id));
        return new Diagnostic(LintCodes.AllowedInVain, level.Source, allowed.Span,
            $"{allowed.Code} is allowed, and the linter has no such code", near is null ? "'tutor explain' lists them all" : $"did you mean {near}?");
    }
}

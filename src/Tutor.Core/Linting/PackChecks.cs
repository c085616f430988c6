using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Linting.Rules;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Core.Linting;

/// <summary>What is wrong with a pack as a whole: chapters, glossary, lessons that nobody is shown.</summary>
static partial class PackChecks
{
    public static IEnumerable<Diagnostic> Check(LevelCatalog catalog, IPackFiles files)
    {
        var problems = new DiagnosticBag();
        if (catalog.Pack is not null && files.ReadText("pack.yaml").Text is { } pack)
        {
            CheckChapters(catalog, pack, problems);
        }

        if (files.ReadText(GlossaryText.Path).Text is { } glossary)
        {
            CheckTaught(catalog, glossary, problems);
            var known = files.Base?.ReadText(GlossaryText.Path).Text is { } basis
                ? GlossaryText.Read(basis).Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
            foreach (var term in GlossaryText.Read(glossary, problems).Where(t => known.Contains(t.Name)))
            {
                problems.Report(LevelCodes.BrokenGlossary, glossary, term.Span, $"the pack that this one adds to explains '{term.Name}' already", "take it out, or name it otherwise");
            }
        }

        CheckFormer(catalog, problems);

        CheckLessons(catalog, files, problems);
        return problems.ToImmutable();
    }

    /// <summary>Reports ids in <c>pack.yaml</c> that belong to no level.</summary>
    static void CheckChapters(LevelCatalog catalog, SourceText source, DiagnosticBag problems)
    {
        var root = YamlReader.Read(source, new DiagnosticBag()).Root;
        var known = catalog.Entries.Select(e => e.Id).ToList();
        // A level whose id differs from its file's name has its own finding.
        var files = catalog.Entries.Select(e => LevelCatalog.IdOf(e.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in NodeReader.Items(root, "chapters").SelectMany(c => NodeReader.Items(c, "levels")).OfType<YamlScalar>())
        {
            if (!known.Contains(id.Value) && !files.Contains(id.Value))
            {
                var near = Suggestions.Nearest(id.Value, known);
                problems.Report(LintCodes.UnknownInChapter, source, id.Span, $"this pack has no level '{id.Value}'",
                    near is null ? "write the level, or take the id out" : $"did you mean '{near}'?");
            }
        }
    }

    /// <summary>Checks that the levels exist that the glossary names.</summary>
    static void CheckTaught(LevelCatalog catalog, SourceText glossary, DiagnosticBag problems)
    {
        var levels = catalog.Entries.Concat(catalog.Base?.Entries ?? []).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var term in GlossaryText.Read(glossary).Where(t => t.TaughtIn is { } id && !levels.Contains(id)))
        {
            var near = Suggestions.Nearest(term.TaughtIn!, levels);
            problems.Report(LintCodes.TaughtNowhere, glossary, term.TaughtInSpan, $"'{term.Name}' is taught in a level '{term.TaughtIn}' that this pack does not have",
                near is null ? "name the level whose lesson explains it, or take the sentence out" : $"did you mean '{near}'?");
        }
    }

    /// <summary>Reports a level that says it replaces another one which still exists: progress at that one counts there.</summary>
    static void CheckFormer(LevelCatalog catalog, DiagnosticBag problems)
    {
        var ids = catalog.Entries.Concat(catalog.Base?.Entries ?? []).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var level in catalog.Entries.Where(e => !e.IsBorrowed).Select(e => e.Level).OfType<Level>())
        {
            var root = YamlReader.Read(level.Source, new DiagnosticBag()).Root;
            foreach (var former in NodeReader.Items(root, "formerly").OfType<YamlScalar>().Where(f => ids.Contains(f.Value) && f.Value != level.Id))
            {
                problems.Report(LevelCodes.NeverHappens, level.Source, former.Span, $"'{former.Value}' is still a level", "name levels that are no more");
            }
        }
    }

    /// <summary>Reports a lesson that no level shows and no shown lesson links to.</summary>
    static void CheckLessons(LevelCatalog catalog, IPackFiles files, DiagnosticBag problems)
    {
        var waiting = new Queue<string>(catalog.Entries.Select(e => e.Level?.Lesson?.Text).OfType<string>());
        var reached = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            if (reached.Add(path) && files.ReadText(path).Text is { } text)
            {
                foreach (Match link in Link().Matches(text.Text))
                {
                    waiting.Enqueue($"lessons/{link.Groups["name"].Value}");
                }
            }
        }

        // A level that cannot be read may name any of them.
        if (catalog.Entries.All(e => e.Level is not null))
        {
            foreach (var path in files.List("lessons").Where(p => !reached.Contains(p)))
            {
                problems.Report(LintCodes.LessonUnnamed, files.ReadText(path).Text ?? SourceText.From(path, ""), default, "no level leads to this lesson",
                    $"write 'lesson: {path}' into the level that it belongs to, or take the file away");
            }
        }
    }

    [GeneratedRegex(@"\]\((lessons/|[.]/)?(?<name>[^)/\s#]+[.]md)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

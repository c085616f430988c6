using System.CommandLine;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor new level|pack PATH</c>: a commented file to begin with.</summary>
static class NewCommand
{
    public static Command Build(CliHost host)
    {
        var path = new Argument<string>("FILE") { Description = "The level file to make, such as levels/010-first.yaml" };
        var mix = new Option<string?>("--mix") { Description = "What page-types printed: a map with page kinds in those proportions", HelpName = "FILE" };
        var level = new Command("level", "A level that plays, with a comment on every key") { path, mix };
        level.SetAction(parsed => WhyNot(host, new LevelFile(parsed.GetValue(path)!).Id)
            ?? (parsed.GetValue(mix) is { } types ? WriteMix(host, parsed.GetValue(path)!, types)
                : WriteAll(host, LevelFiles(parsed.GetValue(path)!, LevelTemplate.Level))));

        var folder = new Argument<string>("DIR") { Description = "The folder to make" };
        var pack = new Command("pack", "A pack with one chapter, one level, one lesson, a glossary and the schemas for editors") { folder };
        pack.SetAction(parsed => WhyNot(host, Path.GetFileName(Path.GetFullPath(parsed.GetValue(folder)!))) ?? WriteAll(host, PackFiles(parsed.GetValue(folder)!)));

        return new Command("new") { level, pack };
    }

    /// <summary>A level, and beside it the schema that its first line names, unless one is there.</summary>
    static (string Path, string Text)[] LevelFiles(string path, Func<string, string> text)
    {
        var named = Path.GetExtension(path) is ".yaml" or ".yml" ? path : $"{path}.yaml";
        var folder = Path.GetDirectoryName(named) ?? "";
        return [(named, text(new LevelFile(named).Id)), .. Schemas(folder).Where(s => !File.Exists(s.Path))];
    }

    static int WriteMix(CliHost host, string path, string types)
    {
        var problems = new DiagnosticBag();
        var (text, problem) = InputFile.ReadText(types);
        if (text is null || PageTypes.Read(text, problems) is not { } rows)
        {
            host.Print(problem is null ? problems.ToImmutable() : [problem]);
            return ExitCode.BadInput;
        }

        return WriteAll(host, LevelFiles(path, id => MixTemplate.Level(id, PageTypes.MixOf(rows))));
    }

    static (string Path, string Text)[] PackFiles(string folder)
    {
        var levels = Path.Combine(folder, "levels");
        return
        [
            (Path.Combine(levels, "pack.yaml"), LevelTemplate.Pack(Path.GetFileName(Path.GetFullPath(folder)))),
            (Path.Combine(levels, "010-first.yaml"), LevelTemplate.First("first", "lessons/first.md")),
            (Path.Combine(folder, "content", "lessons", "first.md"), LevelTemplate.Lesson),
            (Path.Combine(folder, "content", "glossary.md"), LevelTemplate.Glossary),
            .. Schemas(levels),
        ];
    }

    static IEnumerable<(string Path, string Text)> Schemas(string levels) =>
        LevelSchema.All.Select(s => (Path.Combine(levels, "schema", s.FileName), s.Text()));

    /// <summary>Why a name cannot become an id; null if it can.</summary>
    static int? WhyNot(CliHost host, string id) => KebabName.Is(id) ? null : host.UsageError(
        $"'{id}' cannot be an id", "ids are lower case words and numbers joined by hyphens, 48 characters at most: 'own-reference'");

    static int WriteAll(CliHost host, (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            if (NewFile.WhyNotWritten(path, text, makesFolder: true) is { } reason)
            {
                host.Error.WriteLine($"tutor: {path} cannot be made: {reason}");
                host.Error.WriteLine("  help: choose another name; what is there is never written over");
                return ExitCode.BadInput;
            }

            host.Out.WriteLine($"made {path}");
        }

        var level = Array.Find(files, f => Path.GetFileName(f.Path) != "pack.yaml").Path;
        host.Out.WriteLine($"play it with 'tutor {level}', and let 'tutor lint {level}' tell what is missing");
        return ExitCode.Passed;
    }
}

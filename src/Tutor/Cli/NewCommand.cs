using System.CommandLine;

namespace Tutor.Cli;

/// <summary><c>tutor new level|pack PATH</c>: a commented file to begin with.</summary>
static class NewCommand
{
    public static Command Build(CliHost host)
    {
        var path = new Argument<string>("FILE") { Description = "The level file to make, such as levels/010-first.yaml" };
        var level = new Command("level", "A level that plays, with a comment on every key") { path };
        level.SetAction(parsed => WriteAll(host, [LevelFile(parsed.GetValue(path)!)]));

        var folder = new Argument<string>("DIR") { Description = "The folder to make" };
        var pack = new Command("pack", "A pack with one chapter, one level and one lesson") { folder };
        pack.SetAction(parsed => WriteAll(host, PackFiles(parsed.GetValue(folder)!)));

        return new Command("new") { level, pack };
    }

    static (string Path, string Text) LevelFile(string path)
    {
        var named = Path.GetExtension(path) is ".yaml" or ".yml" ? path : $"{path}.yaml";
        return (named, NewFiles.Level.Replace("ID", new Storage.LevelFile(named).Id, StringComparison.Ordinal));
    }

    static (string Path, string Text)[] PackFiles(string folder) =>
    [
        (Path.Combine(folder, "levels", "pack.yaml"),
            NewFiles.Pack.Replace("ID", Path.GetFileName(Path.GetFullPath(folder)), StringComparison.Ordinal)),
        LevelFile(Path.Combine(folder, "levels", "010-first.yaml")),
        (Path.Combine(folder, "content", "lessons", "first.md"), NewFiles.Lesson),
    ];

    static int WriteAll(CliHost host, (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            try
            {
                if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                {
                    Directory.CreateDirectory(folder);
                }

                // Somebody's level is never written over.
                using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
                file.Write(text.ReplaceLineEndings("\n"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                host.Error.WriteLine($"tutor: {path} cannot be made: {e.Message}");
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

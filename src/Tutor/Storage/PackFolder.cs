using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Storage;

/// <summary>A level file of a pack.</summary>
/// <param name="Path">As a person would type it.</param>
sealed record LevelFile(string Path)
{
    /// <summary>File name without its ending: <c>010-first-scan</c>.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The stem without its number: <c>first-scan</c>.</summary>
    public string Id => LevelCatalog.IdOf(Path);
}

/// <summary>
/// A pack on disk: <c>levels/</c> and <c>content/</c> under one folder, or the same in one file. A level file anywhere
/// else is a pack of its own: what it names is looked for beside it. No path leads out of a pack, not by a link either.
/// </summary>
sealed class PackFolder : IPackFiles
{
    PackFolder(string levels, string? content)
    {
        Levels = levels;
        Content = content;
    }

    /// <summary>The one file that all of it is in, or null.</summary>
    public PackArchive? Archive { get; private init; }

    /// <summary>The pack that this one adds to, or null: what is not here is looked for there.</summary>
    public PackFolder? Base { get; private init; }

    IPackFiles? IPackFiles.Base => Base;

    /// <summary>The same pack, on top of another where its <c>pack.yaml</c> says so.</summary>
    public PackFolder On(PackFolder? basis) =>
        basis is not null && Base is null && ReadText("pack.yaml").Text is { } text && Pack.Read(text, new DiagnosticBag())?.Extends is not null
            ? new PackFolder(Levels, Content) { Base = basis, Archive = Archive }
            : this;

    /// <summary>Folder of the level files, of <c>kinds.yaml</c> and of <c>maps/</c>.</summary>
    public string Levels { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Problems
    {
        get
        {
            if (Archive is not null)
            {
                return [];
            }

            try
            {
                return
                [
                    .. Directory.EnumerateDirectories(Levels).Where(IsYaml).Order(StringComparer.Ordinal)
                        .Select(d => InputFile.Problem(FileCodes.NotAFile, d, "is a folder, and is named like a level", "give the folder another name")),
                ];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [InputFile.Problem(FileCodes.Unreadable, Levels, "this folder cannot be read", "check its permissions")];
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder)
    {
        if (Archive is not null)
        {
            return [.. NamesIn($"content/{folder}").Where(n => n.EndsWith(".md", StringComparison.Ordinal)).Select(n => n["content/".Length..])];
        }

        try
        {
            var path = Path.Combine(Content ?? Levels, folder);
            return Directory.Exists(path)
                ? [.. Directory.EnumerateFiles(path, "*.md").Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Folder of lessons and glossary, or null.</summary>
    public string? Content { get; }

    /// <summary>
    /// The pack in a folder: one with <c>levels/</c> in it, or the levels themselves. Null when there is neither.
    /// </summary>
    public static PackFolder? Open(string folder)
    {
        var levels = Path.Combine(folder, "levels");
        if (Directory.Exists(levels))
        {
            var content = Path.Combine(folder, "content");
            return new PackFolder(levels, Directory.Exists(content) ? content : null);
        }

        return Directory.Exists(folder) && LevelFilesIn(folder).Count > 0 ? Around(folder) : null;
    }

    /// <summary>The pack in a folder or in one file that a person named, or why there is none.</summary>
    public static (PackFolder? Pack, Diagnostic? Problem) Find(string place)
    {
        if (!File.Exists(place))
        {
            return Open(place) is { } folder ? (folder, null)
                : (null, InputFile.Problem(Directory.Exists(place) ? FileCodes.NotAPack : FileCodes.Missing, place,
                    Directory.Exists(place) ? "there are no levels in this folder" : "there is no such file or folder", "a pack is a folder with levels/ and content/ in it, or one file that 'tutor pack build' made"));
        }

        var (archive, problem) = PackArchive.Open(place);
        return archive is null ? (null, problem)
            : (new PackFolder($"{place}/levels", archive.Names.Any(n => n.StartsWith("content/", StringComparison.Ordinal)) ? $"{place}/content" : null) { Archive = archive }, null);
    }

    /// <summary>The pack that a single level file belongs to.</summary>
    public static PackFolder Of(string levelPath) =>
        Around(Path.GetDirectoryName(levelPath) is { Length: > 0 } folder ? folder : ".");

    /// <summary>The level files, in the order of their names.</summary>
    public IReadOnlyList<LevelFile> LevelFiles() => Archive is null
        ? [.. LevelFilesIn(Levels).Select(path => new LevelFile(path))]
        : [.. NamesIn("levels").Where(IsLevel).Select(name => new LevelFile($"{Archive.Path}/{name}"))];

    /// <summary>
    /// Where a relative path of a level or lesson stands on disk: under the levels, else under the content.
    /// </summary>
    /// <returns>The path, or null and why not.</returns>
    public (string? Path, Diagnostic? Problem) Locate(string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative)
            || relative.Split('/', '\\').Contains(".."))
        {
            return (null, InputFile.Problem(FileCodes.OutsidePack, Path.Combine(Levels, relative), "does not stay inside the pack",
                "copy the file into the pack and name it from there"));
        }

        if (Archive is not null)
        {
            return new[] { $"levels/{relative}", $"content/{relative}" }.FirstOrDefault(n => Archive.Find(n) is not null) is { } name
                ? ($"{Archive.Path}/{name}", null)
                : (null, InputFile.Problem(FileCodes.Missing, $"{Archive.Path}/{relative}", "there is no such file in the pack", "it is looked for under levels/ and content/"));
        }

        foreach (var root in new[] { Levels, Content }.OfType<string>())
        {
            var path = Path.Combine(root, relative);
            var info = new FileInfo(path);
            if (info.Exists || info.LinkTarget is not null)
            {
                var real = RealPath(path);
                return real is null || !File.Exists(real)
                        ? (null, InputFile.Problem(FileCodes.Missing, path, "is a link that leads nowhere", "put the file itself there"))
                    : StaysInside(root, real) ? (path, null)
                    : (null, InputFile.Problem(FileCodes.OutsidePack, path, "is a link that leaves the pack", "put the file itself there"));
            }
        }

        return (null, InputFile.Problem(FileCodes.Missing, Path.Combine(Content ?? Levels, relative), "there is no such file in the pack",
            Content is null ? $"it is looked for in {Levels}" : $"it is looked for in {Levels} and {Content}"));
    }

    /// <summary>Reads a text of the pack.</summary>
    public (SourceText? Text, Diagnostic? Problem) ReadText(string relative)
    {
        var (path, problem) = Locate(relative);
        return path is not null ? TextAt(path)
            : Borrowed(relative, problem!) is { } there ? there.ReadText(relative)
            : (null, problem);
    }

    /// <summary>Reads a recording of the pack.</summary>
    public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative)
    {
        var (path, problem) = Locate(relative);
        return path is not null ? Packed(path) is { } bytes ? (bytes, null) : InputFile.ReadBytes(path, InputFile.MostRecordingBytes)
            : Borrowed(relative, problem!) is { } there ? there.ReadBytes(relative)
            : (null, problem);
    }

    /// <summary>Reads a level file: of this pack, of the one that it adds to, or one that a person named.</summary>
    public (SourceText? Text, Diagnostic? Problem) Read(LevelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TextAt(file.Path);
    }

    (SourceText? Text, Diagnostic? Problem) TextAt(string path) =>
        Packed(path) is { } bytes ? InputFile.Decode(path, bytes) : InputFile.ReadText(path);

    /// <summary>The bytes of a path behind the archive's own; null where the path is on disk.</summary>
    byte[]? Packed(string path) => Archive is { } archive && path.StartsWith($"{archive.Path}/", StringComparison.Ordinal)
        ? archive.Find(path[(archive.Path.Length + 1)..])
        : null;

    /// <summary>The files that are right in a folder of the archive.</summary>
    IEnumerable<string> NamesIn(string folder) =>
        Archive!.Names.Where(n => n.StartsWith($"{folder}/", StringComparison.Ordinal) && !n.AsSpan(folder.Length + 1).Contains('/'));

    /// <summary>Every file that belongs to the pack, by its path in it. Links are refused: who gets the pack has not what they lead to.</summary>
    public IEnumerable<(string Name, string Path)> AllFiles(DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new List<(string, string)>();
        foreach (var (name, root) in new[] { ("levels", Levels), ("content", Content) })
        {
            if (root is not null && Archive is null && (root != Levels || name == "levels"))
            {
                AddFiles(name, root, found, problems);
            }
        }

        return found;
    }

    static void AddFiles(string name, string folder, List<(string, string)> found, DiagnosticBag problems)
    {
        // The schema is the program's: editors of authors use it. What begins with a dot is an editor's or a system's own.
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name[0] != '.' && $"{name}/{e.Name}" != "levels/schema"))
        {
            var path = $"{name}/{entry.Name}";
            if (entry.LinkTarget is not null)
            {
                problems.Add(InputFile.Problem(FileCodes.OutsidePack, Path.Combine(folder, entry.Name), "is a link", "put the file itself there"));
            }
            else if (entry is DirectoryInfo)
            {
                AddFiles(path, Path.Combine(folder, entry.Name), found, problems);
            }
            else if (!PackArchive.IsInside(path))
            {
                problems.Add(InputFile.Problem(FileCodes.OutsidePack, Path.Combine(folder, entry.Name), "has a name that not every system can write", "give it a shorter one without colons, backslashes and ends of full stops or blanks"));
            }
            else
            {
                found.Add((path, Path.Combine(folder, entry.Name)));
            }
        }
    }

    /// <summary>Where a file that is not here may be; each pack has its own list of levels, and its own page kinds.</summary>
    PackFolder? Borrowed(string relative, Diagnostic problem) =>
        problem.Code == FileCodes.Missing && relative is not ("pack.yaml" or "kinds.yaml") ? Base : null;

    static PackFolder Around(string levels)
    {
        // In a folder 'levels' the content stands beside it; a loose level may bring its own.
        var above = Path.GetFileName(Path.GetFullPath(levels)) == "levels" ? Path.Combine(levels, "..", "content") : null;
        var content = new[] { above, Path.Combine(levels, "content"), levels }.OfType<string>().First(Directory.Exists);
        return new PackFolder(levels, content);
    }

    static List<string> LevelFilesIn(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder)
                    .Where(IsLevel)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    static bool IsLevel(string path) => IsYaml(path) && Path.GetFileNameWithoutExtension(path) is not ("pack" or "kinds");

    static bool IsYaml(string path) => Path.GetExtension(path) is ".yaml" or ".yml";

    static bool StaysInside(string root, string real)
    {
        var realRoot = RealPath(root);
        return realRoot is not null
            && real.StartsWith(realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>The path with every link on the way followed, or null when that fails.</summary>
    static string? RealPath(string path)
    {
        try
        {
            var real = Path.GetPathRoot(Path.GetFullPath(path))!;
            foreach (var part in Path.GetFullPath(path).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                var next = Path.Combine(real, part);
                FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
                real = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
            }

            return real;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

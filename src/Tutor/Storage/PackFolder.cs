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
/// A pack on disk: <c>levels/</c> and <c>content/</c> under one folder. A level file anywhere else is a pack of its
/// own: what it names is looked for beside it. No path leads out of a pack, not by a link either.
/// </summary>
sealed class PackFolder : IPackFiles
{
    PackFolder(string levels, string? content)
    {
        Levels = levels;
        Content = content;
    }

    /// <summary>The pack that this one adds to, or null: what is not here is looked for there.</summary>
    public PackFolder? Base { get; private init; }

    IPackFiles? IPackFiles.Base => Base;

    /// <summary>The same pack, on top of another where its <c>pack.yaml</c> says so.</summary>
    public PackFolder On(PackFolder? basis) =>
        basis is not null && Base is null && ReadText("pack.yaml").Text is { } text && Pack.Read(text, new DiagnosticBag())?.Extends is not null
            ? new PackFolder(Levels, Content) { Base = basis }
            : this;

    /// <summary>Folder of the level files, of <c>kinds.yaml</c> and of <c>maps/</c>.</summary>
    public string Levels { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Problems
    {
        get
        {
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

    /// <summary>The pack that a single level file belongs to.</summary>
    public static PackFolder Of(string levelPath) =>
        Around(Path.GetDirectoryName(levelPath) is { Length: > 0 } folder ? folder : ".");

    /// <summary>The level files, in the order of their names.</summary>
    public IReadOnlyList<LevelFile> LevelFiles() => [.. LevelFilesIn(Levels).Select(path => new LevelFile(path))];

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
        return path is not null ? InputFile.ReadText(path)
            : Borrowed(relative, problem!) is { } there ? there.ReadText(relative)
            : (null, problem);
    }

    /// <summary>Reads a recording of the pack.</summary>
    public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative)
    {
        var (path, problem) = Locate(relative);
        return path is not null ? InputFile.ReadBytes(path, InputFile.MostRecordingBytes)
            : Borrowed(relative, problem!) is { } there ? there.ReadBytes(relative)
            : (null, problem);
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
                    .Where(IsYaml)
                    .Where(f => Path.GetFileNameWithoutExtension(f) is not ("pack" or "kinds"))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

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

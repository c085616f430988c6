using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Storage;

/// <summary>A level file that was read: the level, or why there is none. Warnings may stand beside a level.</summary>
sealed record LoadedLevel(LevelFile File, Level? Level, ImmutableArray<Diagnostic> Problems);

/// <summary>A pack on disk, ready to be played. A single level is read alone; the catalog only when it is asked for.</summary>
sealed class LevelLibrary : ILevels
{
    readonly PageKinds _builtInKinds;
    readonly Lazy<(PageKinds Kinds, ImmutableArray<Diagnostic> Problems)> _kinds;
    readonly Lazy<LevelCatalog> _catalog;

    LevelLibrary(PackFolder folder, PageKinds builtInKinds)
    {
        _builtInKinds = builtInKinds;
        Folder = folder;
        _kinds = new Lazy<(PageKinds, ImmutableArray<Diagnostic>)>(ReadKinds);
        _catalog = new Lazy<LevelCatalog>(ReadCatalog);
    }

    public PackFolder Folder { get; }

    /// <summary>The program's page kinds, and the pack's own on top.</summary>
    public PageKinds Kinds => _kinds.Value.Kinds;

    /// <summary>What is wrong with <c>kinds.yaml</c>.</summary>
    public ImmutableArray<Diagnostic> Problems => _kinds.Value.Problems;

    /// <summary>Every level of the pack, in the order in which they are played.</summary>
    public LevelCatalog Catalog => _catalog.Value;

    /// <param name="builtIn">The program's own pack, whose page kinds every pack may use; null when it is missing.</param>
    public static LevelLibrary Open(PackFolder folder, PackFolder? builtIn)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // A copy of the program's pack has its page kinds, too: it stands alone.
        var isBuiltIn = builtIn is null || Path.GetFullPath(folder.Levels) == Path.GetFullPath(builtIn.Levels)
            || PackOf(folder)?.Id == Pack.BuiltInId;
        var kinds = isBuiltIn ? PageKinds.Empty : LevelCatalog.ReadKinds(builtIn!, PageKinds.Empty, new DiagnosticBag());
        return new LevelLibrary(isBuiltIn ? folder : folder.On(builtIn), kinds);
    }

    static Pack? PackOf(PackFolder folder) =>
        folder.ReadText("pack.yaml").Text is { } text ? Pack.Read(text, new DiagnosticBag()) : null;

    /// <summary>Reads and checks a level.</summary>
    public LoadedLevel Load(LevelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (text, problem) = Folder.Read(file);
        if (text is null)
        {
            return new LoadedLevel(file, null, [problem!]);
        }

        var problems = new DiagnosticBag();
        var level = LevelReader.Read(text, Kinds, problems);
        return new LoadedLevel(file, level, level is null ? DiagnosticBag.Sort([.. problems.ToImmutable(), .. Problems]) : problems.ToImmutable());
    }

    /// <summary>Builds a level's maps, or one of them, or with another seed; null with problems when one cannot be built.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PreparedLevel? Prepare(Level level, DiagnosticBag problems, string? map = null, ulong? seed = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        PreparedLevel.Prepare(level, Folder, problems, map, seed, name => Catalog.TaughtBy(name), progress, id => Catalog.LentBefore(id), cancellation);

    PreparedLevel? ILevels.Prepare(Level level, DiagnosticBag problems, IProgress<double>? progress, CancellationToken cancellation) =>
        Prepare(level, problems, progress: progress, cancellation: cancellation);

    /// <summary>A pack's glossary stands above that of the pack that it adds to.</summary>
    string? ILevels.ReadText(string path) => path == "glossary.md" && Folder is { Base: { } basis }
        && Folder.Locate(path).Path is not null && basis.ReadText(path).Text is { } more && Folder.ReadText(path).Text is { } own
            ? $"{own.Text.TrimEnd()}\n\n{more.Text}"
            : Folder.ReadText(path).Text?.Text;

    (PageKinds Kinds, ImmutableArray<Diagnostic> Problems) ReadKinds()
    {
        var problems = new DiagnosticBag();
        return (LevelCatalog.ReadKinds(Folder, _builtInKinds, problems), problems.ToImmutable());
    }

    LevelCatalog ReadCatalog() =>
        LevelCatalog.Read(Folder, [.. Folder.LevelFiles().Select(f => Path.GetFileName(f.Path))], _builtInKinds, BaseCatalog());

    LevelCatalog? BaseCatalog() => Folder.Base is not { } basis ? null
        : LevelCatalog.Read(basis, [.. basis.LevelFiles().Select(f => Path.GetFileName(f.Path))], PageKinds.Empty);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>A level of a pack, with what is wrong with it.</summary>
/// <param name="Path">The file's path in the pack.</param>
/// <param name="Id">The level's id, or its file's name without number.</param>
/// <param name="Level">Null if it cannot be read.</param>
/// <param name="Chapter">The chapter that it is in, or null.</param>
public sealed record CatalogEntry(
    string Path, string Id, Level? Level, Chapter? Chapter, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A level of the pack that this one adds to.</summary>
    public bool IsBorrowed { get; init; }
}

/// <summary>The levels of a pack in the order in which they are played.</summary>
public sealed class LevelCatalog
{
    /// <summary>The levels without a file that somebody asked for. Everybody who asks for one gets the same entry.</summary>
    readonly ConcurrentDictionary<string, CatalogEntry?> _made = [];

    LevelCatalog(Pack? pack, PageKinds kinds, ImmutableArray<CatalogEntry> entries, ImmutableArray<Diagnostic> diagnostics, LevelCatalog? basis)
    {
        Base = basis;
        Pack = pack;
        Kinds = kinds;
        Entries = entries;
        Diagnostics = diagnostics;
    }

    /// <summary>The pack's own file, or null when there is none.</summary>
    public Pack? Pack { get; }

    /// <summary>The pack that it adds to, or null. All that is taught there is taught before.</summary>
    public LevelCatalog? Base { get; }

    /// <summary>Its page kinds, on top of the built-in ones.</summary>
    public PageKinds Kinds { get; }

    /// <summary>By chapters; levels of no chapter last, in the order of their files.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>Of <c>pack.yaml</c> and <c>kinds.yaml</c>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Reads every level of a pack; broken ones are in it with their problems.</summary>
    /// <param name="levelPaths">Paths in the pack, in the order of their names.</param>
    /// <param name="builtIn">Page kinds that every pack may use.</param>
    /// <param name="basis">The pack that <c>extends</c> may name.</param>
    public static LevelCatalog Read(IPackFiles files, IReadOnlyList<string> levelPaths, PageKinds builtIn, LevelCatalog? basis = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(levelPaths);
        var problems = new DiagnosticBag();
        problems.AddRange(files.Problems);
        var kinds = ReadKinds(files, builtIn, problems);
        var (text, unreadable) = files.ReadText("pack.yaml");
        if (unreadable is not null && unreadable.Code != FileCodes.Missing)
        {
            problems.Add(unreadable);
        }

        var pack = text is null ? null : Pack.Read(text, problems);
        var entries = new CatalogEntry[levelPaths.Count];
        Parallel.For(0, entries.Length, i => entries[i] = ReadLevel(files, levelPaths[i], kinds, pack));
        basis = pack?.Extends == basis?.Pack?.Id ? basis : null;
        return new LevelCatalog(pack, kinds, InOrder([.. entries.Select(e => Alone(e, basis)), .. Borrowed(pack, basis)], pack), problems.ToImmutable(), basis);
    }

    /// <summary>The pack's page kinds on top of <paramref name="builtIn"/>; a pack need not have any.</summary>
    public static PageKinds ReadKinds(IPackFiles files, PageKinds builtIn, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (text, unreadable) = files.ReadText("kinds.yaml");
        if (unreadable is not null && unreadable.Code != FileCodes.Missing)
        {
            problems.Add(unreadable);
        }

        return text is null ? builtIn : PageKindReader.ReadFile(text, builtIn, problems);
    }

    /// <summary>A level on its own, of no pack.</summary>
    public static LevelCatalog Alone(CatalogEntry entry, PageKinds kinds) => new(null, kinds, [entry], [], null);

    /// <summary>
    /// The first level whose vocabulary has a name or its group, in words that follow "it comes with".
    /// </summary>
    public string? TaughtBy(string name)
    {
        var group = BuiltIns.Find(name)?.Group;
        var entry = Entries.FirstOrDefault(e => e.Level is { Vocabulary.IsDefault: false } level
            && (level.Vocabulary.Contains(name) || (group is not null && level.Vocabulary.Contains(group))));
        return entry?.Level is { } found ? $"'{found.Title}' ({found.Id})" : null;
    }

    /// <summary>The level of this id: a level of the pack, the level of a day, a review, or the attack on the player's own answer; null if there is none.</summary>
    public CatalogEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id) ?? _made.GetOrAdd(id, Made);

    /// <summary>A level that is no file of the pack.</summary>
    CatalogEntry? Made(string id) => DailyLevel.DateOf(id) is { } day ? DailyLevel.Entry(day)
        : id == AttackOwnLevel.Id ? AttackOwnLevel.Entry()
        : ReviewLevel.Of(id) is var (date, level) && Entries.FirstOrDefault(e => e.Id == level) is { } entry ? ReviewLevel.Entry(date, entry) : null;

    /// <summary>
    /// The groups and names that earlier levels lend, without those that this level takes away. An earlier level that lends
    /// everything adds nothing. A level that is not of the pack has no earlier levels.
    /// </summary>
    public ImmutableArray<string> LentBefore(string id)
    {
        id = ReviewLevel.Of(id) is var (_, level) ? level : id;
        if (Entries.FirstOrDefault(e => e.Id == id) is not { } entry)
        {
            return [];
        }

        var taken = entry.Level?.TakesAway;
        return
        [
            .. Entries.TakeWhile(e => e.Id != id).Where(e => e.Level is { Vocabulary.IsDefault: false })
                .SelectMany(e => e.Level!.Vocabulary).Distinct(StringComparer.Ordinal)
                .Where(n => taken is null || !(taken.ContainsKey(n) || (BuiltIns.Find(n)?.Group is { } group && taken.ContainsKey(group)))),
        ];
    }

    /// <summary>The file's name without its number and its ending: <c>first-scan</c>.</summary>
    public static string IdOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        var stem = dot > 0 ? name[..dot] : name;
        var dash = stem.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && stem.AsSpan(0, dash).IndexOfAnyExceptInRange('0', '9') < 0 ? stem[(dash + 1)..] : stem;
    }

    static CatalogEntry ReadLevel(IPackFiles files, string path, PageKinds kinds, Pack? pack)
    {
        var problems = new DiagnosticBag();
        var (text, unreadable) = files.ReadText(path);
        if (unreadable is not null)
        {
            problems.Add(unreadable);
        }

        var level = text is null ? null : LevelReader.Read(text, kinds, problems);
        var id = level?.Id ?? IdOf(path);
        return new CatalogEntry(path, id, level, pack?.Chapters.FirstOrDefault(c => c.Levels.Contains(id)),
            problems.ToImmutable());
    }

    /// <summary>The levels of the basis that this pack's chapters name.</summary>
    static IEnumerable<CatalogEntry> Borrowed(Pack? pack, LevelCatalog? basis) =>
        from entry in basis?.Entries ?? []
        let chapter = pack?.Chapters.FirstOrDefault(c => c.Levels.Contains(entry.Id))
        where chapter is not null
        select entry with { Chapter = chapter, IsBorrowed = true };

    /// <summary>Reports an id that two levels have, in this pack or in the one that it extends.</summary>
    static CatalogEntry Alone(CatalogEntry entry, LevelCatalog? basis) =>
        entry.Level is { } level && basis?.Entries.Any(e => e.Id == entry.Id) == true
            ? entry with
            {
                Diagnostics = entry.Diagnostics.Add(new Diagnostic(LevelCodes.DuplicateId, level.Source, default,
                    $"the pack '{basis.Pack!.Id}' has a level '{entry.Id}' already", "give this one another id")),
            }
            : entry;

    static ImmutableArray<CatalogEntry> InOrder(CatalogEntry[] entries, Pack? pack)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in (pack?.Chapters ?? []).SelectMany(c => c.Levels))
        {
            order.TryAdd(id, order.Count);
        }

        return [.. entries.OrderBy(e => order.GetValueOrDefault(e.Id, int.MaxValue))];
    }
}

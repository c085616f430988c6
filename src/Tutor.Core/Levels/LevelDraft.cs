using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// A level in the making: one map, page kinds of its own, and who compacts. Each change gives another draft; the level
/// file that it writes is what is played, kept and handed on, and is read back by the reader of level files.
/// </summary>
public sealed record LevelDraft
{
    /// <summary>The id of the level that is played while it is made.</summary>
    public const string Id = "sandbox";

    /// <summary>As many pages as are built anew at each change without anybody waiting.</summary>
    public const int MostPages = 1 << 16;

    public const int MostPasses = 100;

    /// <summary>What the map is called whose memory is nobody else's.</summary>
    const string OwnMap = "memory";

    const string ByHand = "-by-hand-";

    /// <summary>The level whose memory it is, or was before it was changed; null: nobody's. The draft's map has its name.</summary>
    public string? TakenFrom { get; init; }

    /// <summary>The name of the map in the file.</summary>
    public string Map => TakenFrom ?? OwnMap;

    /// <summary>Null where the map is a recording.</summary>
    public MapRecipe? Recipe { get; init; }

    /// <summary>The recording's path in the pack, or null.</summary>
    public string? Recorded { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Page kinds beyond those of the pack.</summary>
    public ImmutableArray<PageKind> Kinds { get; init; } = [];

    public RunSettings Run { get; init; } = new();

    /// <summary>Memory in everyday proportions, of the page kinds that there are.</summary>
    public static LevelDraft Plain(PageKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ImmutableArray<MixEntry> usual = [new("anon", 40), new("file", 20), new("vfio-shmem", 20), new("slab", 5), new("free", 15)];
        var known = usual.Where(m => kinds.Find(m.Kind) is not null).ToImmutableArray();
        return new LevelDraft { Recipe = new MapRecipe { Pages = 4096, FirstPfn = MapRecipe.UsualFirstPfn(ZoneType.Normal), Mix = known.IsEmpty ? [.. kinds.All.Take(5).Select(k => new MixEntry(k.Name, 20))] : known } };
    }

    /// <summary>A level's memory and run; its first map, with at most <see cref="MostPages"/> of it.</summary>
    /// <param name="known">The page kinds of the pack.</param>
    public static LevelDraft Of(Level level, PageKinds known)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(known);
        var map = level.Maps.FirstOrDefault();
        return new LevelDraft
        {
            Recipe = map?.Recipe is { } recipe ? Within(recipe, Math.Min(recipe.Pages, MostPages)) : null,
            Recorded = map?.Recorded?.Text,
            Seed = map is { Seeds: [var seed, ..] } ? seed : 1,
            TakenFrom = level.Id != Id ? level.Id : map?.Id == OwnMap ? null : map?.Id,
            Kinds = [.. level.Kinds.All.Where(k => known.Find(k.Name) is null)],
            Run = level.Run with { Races = [] },
        };
    }

    /// <summary>A level's memory and run, with page kinds that are to be kept beside its own.</summary>
    /// <param name="kept">One whose name the level has for another kind gets another name.</param>
    public static LevelDraft Of(Level level, PageKinds known, IEnumerable<PageKind> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Aggregate(Of(level, known), (draft, kind) => draft.WithKind(kind, known).Draft);
    }

    /// <summary>Reads a draft that was kept; null if it is none, or if the pack no longer has what it uses.</summary>
    public static LevelDraft? Read(string text, PageKinds known) =>
        LevelReader.Read(SourceText.From(Id, text), known, new DiagnosticBag()) is { Maps: [_, ..] } level ? Of(level, known) : null;

    /// <summary>The level file of the sandbox.</summary>
    public string Write() => LevelDraftWriter.Sandbox(this);

    /// <summary>With so many pages; what lay behind them is left out.</summary>
    public LevelDraft Sized(int pages) => Recipe is not { } recipe ? this : this with { Recipe = Within(recipe, Math.Clamp(pages, 1, MostPages)) };

    /// <summary>Compacted by somebody else, as the kernel's own callers do, or by another release.</summary>
    public LevelDraft With(RunTrigger trigger, KernelRelease release) => this with
    {
        Run = RunSettings.For(trigger, trigger == RunTrigger.Direct ? Pageblock.Order : null,
            ownReferences: release == KernelRelease.Linux61 ? Run.Control.OwnReferences : 1, release: release) with { Passes = Run.Passes, Scanners = Run.Scanners },
    };

    /// <summary>How much of the mix is of this kind; 0 takes it out.</summary>
    public LevelDraft Weigh(string kind, int weight) => Recipe is not { } recipe ? this : this with
    {
        Recipe = recipe with
        {
            Mix = recipe.Mix.Any(m => m.Kind == kind)
                ? [.. recipe.Mix.Select(m => m.Kind == kind ? m with { Weight = Math.Max(0, weight) } : m).Where(m => m.Weight > 0 || recipe.Mix.Length == 1)]
                : [.. recipe.Mix, new MixEntry(kind, Math.Max(1, weight))],
        },
    };

    /// <summary>Pages that are of this kind over what the recipe draws there: no other page moves. Later ones win; what is covered whole is forgotten.</summary>
    public LevelDraft Paint(PageRange at, string kind, string? because = null) => WithoutPainted(at) is { Recipe: { } recipe } draft
        ? (draft with { Recipe = recipe with { Over = [.. recipe.Over, new MapPlacement(at, kind, because)] }, Kinds = Kinds }).WithoutUnused()
        : this;

    /// <summary>
    /// The page with another number of holders of one kind: it becomes of a page kind of its own, with what it had
    /// otherwise. 0 takes the holder away.
    /// </summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="kind">Its page kind.</param>
    public LevelDraft Hold(int index, PageState page, PageKind kind, HolderKind holder, int count)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(kind);
        var held = page.Holders.Items.Select(h => new KindHolder(h.Kind, h.Count, h.By, h.Until, h.Cpu)).ToList();
        var same = held.FindIndex(h => h.Kind == holder);
        if (same >= 0)
        {
            held[same] = held[same] with { Count = count };
        }
        else
        {
            // A batch that this CPU drains would be gone before anybody sees it.
            held.Add(new KindHolder(holder, count, Cpu: BatchCpu.Other));
        }

        var stem = kind.Name.IndexOf(ByHand, StringComparison.Ordinal) is > 0 and var end ? kind.Name[..end] : kind.Name;
        var wanted = kind with { Holders = [.. held.Where(h => h.Count.Most > 0)], BasedOn = null, About = $"Made by hand of '{stem}'." };
        var size = 1 << kind.Order;
        var at = new PageRange(index / size * size, (index / size * size) + size);
        // A kind that this page alone has makes room for the next one, and so does its name.
        var (draft, name) = WithoutPainted(at).With(wanted, n => $"{stem[..Math.Min(stem.Length, 32)]}{ByHand}{n}");
        return draft.Paint(at, name);
    }

    /// <summary>The draft with this page kind, under a name that nothing else has.</summary>
    /// <param name="known">The page kinds of the pack.</param>
    public (LevelDraft Draft, string Name) WithKind(PageKind kind, PageKinds known)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(known);
        return With(kind, n => n == 1 && known.Find(kind.Name) is null ? kind.Name : $"{kind.Name[..Math.Min(kind.Name.Length, 36)]}-dump-{n}");
    }

    /// <summary>The recipe with so many pages: what lies behind them is left out.</summary>
    static MapRecipe Within(MapRecipe recipe, int pages) => recipe with
    {
        Pages = pages,
        Regions = [.. recipe.Regions.Where(r => r.At.End <= pages)],
        Set = [.. recipe.Set.Where(s => s.At.End <= pages)],
        Over = [.. recipe.Over.Where(s => s.At.End <= pages)],
    };

    (LevelDraft Draft, string Name) With(PageKind kind, Func<int, string> nameOf)
    {
        var text = LevelDraftWriter.Kind(kind);
        if (Kinds.FirstOrDefault(k => LevelDraftWriter.Kind(k) == text) is { } same)
        {
            return (this, same.Name);
        }

        var name = Enumerable.Range(1, Kinds.Length + 1).Select(nameOf).First(n => Kinds.All(k => k.Name != n));
        return (this with { Kinds = Kinds.Add(kind with { Name = name }) }, name);
    }

    /// <summary>What is painted within these pages is gone, and with it kinds made by hand that no other page has.</summary>
    LevelDraft WithoutPainted(PageRange at) => Recipe is not { } recipe ? this
        : (this with { Recipe = recipe with { Over = [.. recipe.Over.Where(s => s.At.Start < at.Start || s.At.End > at.End)] } }).WithoutUnused();

    /// <summary>Whether a kind is that of pages whose references were changed by hand.</summary>
    public static bool IsByHand(PageKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Name.Contains(ByHand, StringComparison.Ordinal);
    }

    /// <summary>Kinds made by hand that no page has any more are gone.</summary>
    LevelDraft WithoutUnused() => this with { Kinds = [.. Kinds.Where(k => !IsByHand(k) || Uses(k.Name))] };

    /// <summary>Whether the recipe names this page kind.</summary>
    public bool Uses(string kind) => Recipe is { } recipe
        && (recipe.Mix.Any(m => m.Kind == kind) || recipe.Set.Concat(recipe.Over).Any(s => s.Kind == kind)
            || recipe.Regions.Any(r => r.Mix?.Any(m => m.Kind == kind) == true || r.Set.Any(s => s.Kind == kind)));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;

namespace Tutor.Core.Levels;

/// <summary>Writes a draft as a level file: what the reader reads back is the same draft.</summary>
public static class LevelDraftWriter
{
    /// <summary>The sandbox as a level in which nothing is asked.</summary>
    public static string Sandbox(LevelDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            format: 1
            id: {{LevelDraft.Id}}
            title: "Sandbox"
            kind: open
            brief: |
              Memory of your making: nothing is asked here. Take the memory of any level or recording, or make your own; paint pages, and add and remove who holds them; paste a page dump, and it becomes a page.

              A second predicate can stand beside yours, and a level can be made of all this.
            skip: { starter: "false" }

            """);
        Memory(yaml, draft, draft.Map);
        return yaml.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A level to be finished by its author: what only an author knows is the template's text.</summary>
    /// <param name="reference">The predicate that wins it.</param>
    /// <param name="bounds">Futile pages and false skips that it leaves on the map.</param>
    /// <param name="wrong">A predicate that fails: its id among the revisions, and its text.</param>
    public static string Level(LevelDraft draft, string id, string reference, (long Futile, long FalseSkips) bounds, (string Id, string Text) wrong)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(reference);
        var (title, brief) = (LevelTemplate.Texts[0], LevelTemplate.Texts[1]);
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            {{LevelSchema.All[0].ModeLine}}
            # Made in the sandbox. 'tutor lint' says what is left to do, 'tutor preview' shows it as it plays.
            format: 1
            id: {{id}}
            revision: 1
            title: "{{title}}"
            kind: write
            minutes: 5
            brief: |
              {{brief}}
            skip:
              starter: "false"

            """);
        Memory(yaml, draft with { Kinds = [.. draft.Kinds.Where(k => draft.Uses(k.Name))] }, "host");
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            goals:
              pass: { futile: { max: "5%" }, false_skips: { max: "5%" } }
              silver: { futile: { max: "1%" }, false_skips: { max: "1%" } }
              gold: { futile: { max: {{bounds.Futile}} }, false_skips: { max: {{bounds.FalseSkips}} } }
            hints:
              - { kind: nudge, text: "Who holds the pages that go wrong? Their cards say." }
              - kind: answer
                text: |
            {{Indented($"```c\n{reference.Trim()}\n```", 8)}}
            solutions:
              - id: reference
                skip: |
            {{Indented(reference.Trim(), 8)}}
                expect: gold
              - id: {{wrong.Id}}
                skip: {{Quoted(wrong.Text)}}
                expect: fail
                source: "Linux"

            """);
        return yaml.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A page kind as a value of one line, without its name.</summary>
    public static string Kind(PageKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var keys = new List<string>();
        if (kind.Flags != PageFlags.None)
        {
            keys.Add($"flags: [{string.Join(", ", MemoryWords.Flags.Where(f => (kind.Flags & f.Value) != 0).Select(f => f.Word))}]");
        }

        if (!kind.Holders.IsEmpty)
        {
            keys.Add($"holders: [{string.Join(", ", kind.Holders.Select(Holder))}]");
        }

        Add(keys, "order", kind.Order > 0 ? kind.Order : null);
        Add(keys, "partial", kind.IsPartiallyMapped ? "true" : null);
        Add(keys, "migrate_op", kind.MigrateOp is { } op ? Word(MemoryWords.MigrateOps, op) : null);
        Add(keys, "refuses", kind.Refuses != MigrationRefusal.None ? Word(MemoryWords.Refusals, kind.Refuses) : null);
        Add(keys, "zone", kind.Zone is { } zone ? Word(MemoryWords.Zones, zone) : null);
        Add(keys, "migratetype", kind.Migratetype is { } type ? Word(MemoryWords.Migratetypes, type) : null);
        Add(keys, "about", kind.About is { } about ? Quoted(about) : null);
        return $"{{ {string.Join(", ", keys)} }}";
    }

    static void Memory(StringBuilder yaml, LevelDraft draft, string map)
    {
        if (!draft.Kinds.IsEmpty)
        {
            yaml.Append("kinds:\n");
            foreach (var kind in draft.Kinds)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"  {kind.Name}: {Kind(kind)}\n");
            }
        }

        yaml.Append(CultureInfo.InvariantCulture, $"maps:\n  - id: {map}\n    role: shown\n");
        if (draft.Recipe is { } recipe)
        {
            Recipe(yaml, recipe, draft.Seed);
        }
        else
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    recorded: {draft.Recorded}\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"run: {{ {Run(draft.Run)} }}\n");
    }

    static void Recipe(StringBuilder yaml, MapRecipe recipe, ulong seed)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"    pages: {recipe.Pages}\n    seed: {seed}\n");
        if (recipe.FirstPfn != MapRecipe.UsualFirstPfn(recipe.Zone))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    first_pfn: \"0x{recipe.FirstPfn:x}\"\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    zone: {Word(MemoryWords.Zones, recipe.Zone)}\n    migratetype: {Word(MemoryWords.Migratetypes, recipe.Migratetype)}\n");
        if (!recipe.Mix.IsEmpty)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    mix: {Mix(recipe.Mix)}\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    layout: {Layout(recipe.Layout)}\n");
        if (!recipe.Regions.IsEmpty)
        {
            yaml.Append("    regions:\n");
            foreach (var region in recipe.Regions)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"      - {Region(region)}\n");
            }
        }

        Placements(yaml, "set", recipe.Set);
        Placements(yaml, "over", recipe.Over);
    }

    static void Placements(StringBuilder yaml, string key, ImmutableArray<MapPlacement> placements)
    {
        if (!placements.IsEmpty)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    {key}:\n");
            foreach (var placement in placements)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"      - {Placement(placement)}\n");
            }
        }
    }

    /// <summary>The settings as <see cref="RunKeyReader"/> reads them.</summary>
    static string Run(RunSettings run)
    {
        var cc = run.Control;
        var keys = new List<string> { $"trigger: {TriggerWord(run.Trigger)}" };
        Add(keys, "order", run.Trigger is RunTrigger.Direct or RunTrigger.Kcompactd && cc.Order >= 0 ? cc.Order : null);
        Add(keys, "scanners", run.Scanners == ScannerSet.Both ? "both" : null);
        Add(keys, "passes", run.Passes > 1 ? run.Passes : null);
        Add(keys, "budget_ns", run.BudgetNs);
        Add(keys, "mode", run.Trigger == RunTrigger.ContigRange ? null : ModeWord(run));
        Add(keys, "unevictable", cc.IsolateUnevictable ? null : "false");
        Add(keys, "gfp_fs", cc.GfpFs ? null : "false");
        Add(keys, "own_references", cc.OwnReferences == 1 ? null : cc.OwnReferences);
        Add(keys, "release", cc.Release == KernelRelease.Linux61 ? null : $"\"{cc.Release.Word()}\"");
        return string.Join(", ", keys);
    }

    /// <summary>Who starts a run, as level files write it.</summary>
    public static string TriggerWord(RunTrigger trigger) => trigger switch
    {
        RunTrigger.CompactMemory => "compact_memory",
        RunTrigger.Kcompactd => "kcompactd",
        RunTrigger.Direct => "direct",
        RunTrigger.ContigRange => "contig_range",
    };

    /// <summary>Direct compaction at its last priority is written as SYNC, and runs at SYNC_LIGHT without skip hints.</summary>
    static string ModeWord(RunSettings run) => run is { Trigger: RunTrigger.Direct, Control.IgnoreSkipHint: true } ? "sync" : run.Control.Mode switch
    {
        MigrateMode.Async => "async",
        MigrateMode.SyncLight => "sync_light",
        MigrateMode.Sync => "sync",
    };

    static string Region(MapRegion region)
    {
        var keys = new List<string> { $"at: \"+{region.At.Start}..+{region.At.End}\"" };
        Add(keys, "zone", region.Zone is { } zone ? Word(MemoryWords.Zones, zone) : null);
        Add(keys, "migratetype", region.Migratetype is { } type ? Word(MemoryWords.Migratetypes, type) : null);
        Add(keys, "mix", region.Mix is { } mix ? Mix(mix) : null);
        Add(keys, "layout", region.Layout is { } layout ? Layout(layout) : null);
        Add(keys, "set", region.Set.IsEmpty ? null : $"[{string.Join(", ", region.Set.Select(Placement))}]");
        return $"{{ {string.Join(", ", keys)} }}";
    }

    static string Mix(ImmutableArray<MixEntry> mix) => $"{{ {string.Join(", ", mix.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Kind}: {m.Weight}")))} }}";

    static string Layout(MapLayout layout) => string.Create(CultureInfo.InvariantCulture, $"{{ runs: [{layout.LeastRun}, {layout.MostRun}] }}");

    static string Placement(MapPlacement placement) => string.Create(CultureInfo.InvariantCulture,
        $"{{ page: \"{placement.At}\", kind: {placement.Kind}{(placement.Because is null ? "" : $", because: {Quoted(placement.Because)}")} }}");

    static string Holder(KindHolder holder)
    {
        var keys = new List<string> { $"what: {Word(MemoryWords.Holders, holder.Kind)}" };
        Add(keys, "count", holder.Count == 1 ? null : holder.Count.ToString());
        Add(keys, "by", holder.By is { } by ? Quoted(by) : null);
        Add(keys, "until", holder.Until);
        Add(keys, "cpu", holder.Kind == HolderKind.LruBatch ? Word(MemoryWords.Cpus, holder.Cpu) : null);
        return $"{{ {string.Join(", ", keys)} }}";
    }

    static void Add(List<string> keys, string key, object? value)
    {
        if (value is not null)
        {
            keys.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {value}"));
        }
    }

    static string Word<T>(ImmutableArray<(string Word, T Value)> table, T value) where T : struct => table.First(w => w.Value.Equals(value)).Word;

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    static string Indented(string text, int columns) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Length == 0 ? "" : new string(' ', columns) + l));
}

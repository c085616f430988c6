using System.Collections.Immutable;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Core.Levels;

/// <summary>Reads the <c>run</c> of a level: who compacts, and how.</summary>
static class RunKeyReader
{
    /// <param name="trigger">Who compacts, in place of whom the node names; null: as it says.</param>
    public static RunSettings Read(YamlNode? node, string? trigger = null)
    {
        var who = (trigger ?? NodeReader.Text(node, "trigger")) switch
        {
            "kcompactd" => RunTrigger.Kcompactd,
            "direct" => RunTrigger.Direct,
            "contig_range" => RunTrigger.ContigRange,
            _ => RunTrigger.CompactMemory,
        };
        MigrateMode? mode = NodeReader.Text(node, "mode") switch
        {
            "async" => MigrateMode.Async,
            "sync_light" => MigrateMode.SyncLight,
            "sync" => MigrateMode.Sync,
            _ => null,
        };
        var order = NodeReader.Number(node, "order");
        var release = NodeReader.Text(node, "release") == "6.12" ? KernelRelease.Linux612 : KernelRelease.Linux61;
        var settings = RunSettings.For(who, order is null or < 0 ? null : (int)order, mode,
            NodeReader.Text(node, "unevictable") != "false", NodeReader.Text(node, "gfp_fs") != "false",
            (int)(NodeReader.Number(node, "own_references") ?? 1), release);
        return settings with
        {
            Scanners = NodeReader.Text(node, "scanners") == "both" ? ScannerSet.Both : ScannerSet.Migrate,
            Passes = (int)(NodeReader.Number(node, "passes") ?? 1),
            BudgetNs = NodeReader.Number(node, "budget_ns"),
        };
    }

    public static ImmutableArray<LevelRace> Races(YamlNode? node, ImmutableArray<LevelMap> maps)
    {
        var firstPfn = maps.FirstOrDefault()?.Recipe?.FirstPfn ?? 0;
        return [.. NodeReader.Items(node, "races").Select(r => RaceOf(r, firstPfn)).OfType<LevelRace>()];
    }

    static LevelRace? RaceOf(YamlNode node, long firstPfn)
    {
        RaceKind? kind = NodeReader.Text(node, "what") switch
        {
            "referenced" => RaceKind.Referenced,
            "released" => RaceKind.Released,
            "freed" => RaceKind.Freed,
            "lru_lost" => RaceKind.LruLost,
            _ => null,
        };
        return kind is { } what && NodeReader.Text(node, "page") is { } text && NodeReader.PageOf(text, firstPfn) is { } page
            ? new LevelRace((int)(NodeReader.Number(node, "pass") ?? 1), (int)Math.Min(page, int.MaxValue), what)
            : null;
    }
}

using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>Everything that one run has and changes; its parts are handed this.</summary>
sealed class CompactRun : IDisposable
{
    readonly Func<PageState, CompactControl, SkipAnswer> _ask;

    public CompactRun(MemoryMap map, Func<PageState, CompactControl, SkipAnswer> ask, RunSettings settings,
        ScanTrace? trace)
    {
        _ask = ask;
        Settings = settings;
        Rules = ReleaseRules.Of(settings.Control.Release);
        Trace = trace;
        Memory = new RunMemory(map);
        Lock = new LruLock(trace);
        Table = new PassTable(Memory.Palette, settings, ask, 1);
    }

    public RunSettings Settings { get; }

    public CompactControl Control => Settings.Control;

    /// <summary>In what this release differs from the others.</summary>
    public ReleaseRules Rules { get; }

    public ScanTrace? Trace { get; }

    public RunMemory Memory { get; }

    public RunLedger Ledger { get; } = new();

    public LruLock Lock { get; }

    /// <summary>The courses of the pass at hand.</summary>
    public PassTable Table { get; private set; }

    /// <summary>From 1.</summary>
    public int Pass { get; private set; } = 1;

    /// <summary>The races of the pass at hand by pfn; null when nothing is scripted.</summary>
    public Dictionary<long, RaceKind>? Races { get; private set; }

    /// <summary>Whether the free scanner is simulated.</summary>
    public bool HasFreeScanner => Settings.Scanners == ScannerSet.Both
        && Settings.Trigger != RunTrigger.ContigRange;

    public long CostNs => PriceTable.CostNs(Control.Release,
        Ledger.MigrateScanned, Ledger.FreeScanned, Ledger.Success, Ledger.Fail, Lock.Acquisitions);

    public bool IsBudgetSpent => CostNs >= Settings.BudgetNs;

    public void BeginPass(int pass)
    {
        Pass = pass;
        Table = pass == 1 ? Table : new PassTable(Memory.Palette, Settings, _ask, pass);
        var races = Settings.Races.Where(r => r.Pass == pass).DistinctBy(r => r.Pfn).ToArray();
        Races = races.Length > 0 ? races.ToDictionary(r => r.Pfn, r => r.Kind) : null;
        Trace?.Add(ScanEventKind.PassBegins, pass);
    }

    public void Dispose() => Memory.Dispose();
}

using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>What the game says about pages, in sentences.</summary>
static class Words
{
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A clause with a capital and a full stop.</summary>
    public static string Sentence(string clause) => clause.Length == 0 ? "" : $"{char.ToUpperInvariant(clause[0])}{clause[1..]}.";

    /// <summary>A clause with the mark that ends a sentence, if it has none yet.</summary>
    public static string Ended(string clause) => clause.EndsWith('?') || clause.EndsWith('!') || clause.EndsWith('.') ? clause : clause + ".";

    /// <summary>An idea as level files name it, in words.</summary>
    public static string Idea(string id) => id.Replace('-', ' ');

    /// <summary>A time by the price table, to three digits or four.</summary>
    public static string Time(long nanoseconds) => nanoseconds switch
    {
        >= 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:#,0.0} s"),
        >= 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:#,0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:#,0.0} us"),
    };

    /// <summary>A count of a metric: pages and the like as they are, a price as a time.</summary>
    public static string Amount(Metric metric, long value) => metric.Unit switch
    {
        MetricUnit.Nanoseconds => Time(value),
        MetricUnit.Pages or MetricUnit.Pageblocks or MetricUnit.Folios or MetricUnit.Zones or MetricUnit.Times => Count(value),
    };

    public static string Pages(long number) => number == 1 ? "1 page" : $"{Count(number)} pages";

    public static string Places(long number) => number == 1 ? "1 place" : $"{Count(number)} places";

    /// <summary>A power of two of pages: <c>64 pages</c>, <c>2 Mi pages</c>.</summary>
    public static string RoundPages(int pages) => pages switch
    {
        >= 1 << 20 => $"{pages >> 20} Mi pages",
        >= 1 << 14 => $"{pages >> 10} Ki pages",
        _ => string.Create(CultureInfo.InvariantCulture, $"{pages} pages"),
    };

    /// <summary>Who holds the reference, as the page card names him.</summary>
    public static string Holder(ReferenceHolder holder)
    {
        var what = holder.Kind switch
        {
            HolderKind.Mapping => holder.Count == 1 ? "a page table mapping" : "page table mappings",
            HolderKind.PageCache => "the page cache",
            HolderKind.SwapCache => "the swap cache",
            HolderKind.Private => holder.By is null ? "buffer heads (private)" : "private data (private)",
            HolderKind.Private2 => "netfs data (private_2)",
            HolderKind.Pin => holder.Count == 1 ? "a pin (FOLL_PIN)" : $"{Count(holder.Count)} pins (FOLL_PIN)",
            // Not every plain reference is a FOLL_GET: lookups of a cache and splice() take one, too.
            HolderKind.Get => holder.Count == 1 ? "a plain reference (get)" : "plain references (get)",
            HolderKind.LruBatch => holder.Cpu == BatchCpu.Local ? "this CPU's LRU batch" : "another CPU's LRU batch",
            HolderKind.Owner => "its owner",
            HolderKind.Unknown => "somebody: the counts do not say who",
        };
        // An owner is named itself; of other references the name says who took them.
        var by = holder.By is null ? "" : holder.Kind == HolderKind.Owner ? $", {holder.By}" : $" by {holder.By}";
        var until = holder.Until is { } pass ? $", let go after pass {Count(pass)}" : "";
        return what + by + until;
    }

    /// <summary>Whether a page would move, and if not, why. Where its holders are known, also whether that will last.</summary>
    public static string Truth(PageState page, CompactControl control) =>
        !page.HoldersInferred && Migration.TruthOf(page, control) == MigrationTruth.Trans ? $"{Obstacle(page, control)}; that will not last" : Obstacle(page, control);

    static string Obstacle(PageState page, CompactControl control)
    {
        var obstacle = Migration.WhyNot(page, control);
        return obstacle.Blocker switch
        {
            MigrationBlocker.None => "it can move: migration can deal with everybody who holds it",
            MigrationBlocker.NotMigratable => "migration has no way to take such a page",
            MigrationBlocker.Locked => "it cannot move now: somebody holds the page lock, and this run does not wait",
            MigrationBlocker.Writeback => "it cannot move now: it is being written back, and this run does not wait",
            MigrationBlocker.Dirty => "it cannot move now: it is dirty, and its owner can only write it out",
            MigrationBlocker.Secretmem => "it cannot move: secretmem refuses every migration",
            MigrationBlocker.ExtraReferences => obstacle.ExtraReferences == 1
                ? "it cannot move: 1 reference more than migration expects"
                : $"it cannot move: {Count(obstacle.ExtraReferences)} references more than migration expects",
            MigrationBlocker.MissingReferences => "it cannot move now: fewer references than migration expects",
            MigrationBlocker.BusyBuffers => "it cannot move: its buffer heads are in use, and no count shows it",
        };
    }

    /// <summary>What became of the page, in a sentence.</summary>
    public static string Verdict(PageVerdict verdict) => verdict switch
    {
        PageVerdict.Migrated => "You let it through, and it moved.",
        PageVerdict.Futile => "You let it through, and migration failed: wasted work.",
        PageVerdict.NoTarget => "You let it through, but no free page was left to move it to.",
        PageVerdict.SkippedPin => "You skipped it, rightly: it could not have moved.",
        PageVerdict.FalseSkip => "You skipped it, but it would have moved.",
        PageVerdict.Refused => "A later test of the scanner refuses it: your answer decides nothing.",
        PageVerdict.IsolatedDriver => "The driver is asked for it, not your predicate.",
        PageVerdict.Error => "Your predicate has no defined answer here.",
        PageVerdict.PutBack => "Taken and put back untried: the scanner gave up this block.",
        PageVerdict.NeverCandidate => "The scanner turned it away before your predicate was asked, or did not come this far.",
    };

    /// <summary>Whether the predicate was wrong about such a page.</summary>
    public static bool IsWrong(PageVerdict verdict) => verdict is PageVerdict.FalseSkip or PageVerdict.Futile or PageVerdict.Error;

    public static string Answer(SkipAnswer answer) => answer switch
    {
        SkipAnswer.Skip => "skip",
        SkipAnswer.Keep => "do not skip",
        SkipAnswer.Error => "no answer",
    };

    /// <summary>An answer in a word.</summary>
    public static string Short(SkipAnswer answer) => answer switch
    {
        SkipAnswer.Skip => "skip",
        SkipAnswer.Keep => "keep",
        SkipAnswer.Error => "error",
    };
}

using System.Collections.Immutable;

namespace Tutor.Core.Dumps;

/// <summary>A holder that the fields of a dump show.</summary>
public enum AccountedHolder : byte
{
    Mapping,
    PageCache,
    SwapCache,
    Private,
    Pin,

    /// <summary>Whoever printed the dump.</summary>
    Printer,
}

/// <summary>References that one holder accounts for.</summary>
/// <param name="Count">How often it holds: mappings, pins, pages in a cache.</param>
/// <param name="References">What that adds to the refcount.</param>
/// <param name="IsCertain">False: another holder would make the same counts.</param>
public sealed record AccountedReferences(AccountedHolder Holder, int Count, int References, bool IsCertain = true);

/// <summary>Somebody who often holds a page like this one. A guess, and marked so.</summary>
public sealed record Suspect(string What, string Why);

/// <summary>Whether migration of the page would succeed.</summary>
public enum MovesNow : byte
{
    Yes,
    No,
    CannotTell,
}

/// <summary>What a test of the story says of the page; null: the scanner never asks, or a count is not printed.</summary>
/// <param name="Id">Of <see cref="Predicates.Revisions"/>.</param>
public sealed record DumpedTest(string Id, bool? Skips);

/// <summary>What a dump comes to: who holds the page, what is left over, and whether it would move.</summary>
public sealed record DumpReading
{
    public required PageDump Dump { get; init; }

    public required DumpedOwner Owner { get; init; }

    public required ImmutableArray<AccountedReferences> Accounted { get; init; }

    /// <summary>References that no field explains; below 0: fewer than the fields say; null: cannot be counted.</summary>
    public int? Unexplained { get; init; }

    public ImmutableArray<Suspect> Suspects { get; init; } = [];

    public MovesNow Moves { get; init; }

    /// <summary>Why, in one or two sentences.</summary>
    public required string Because { get; init; }

    public ImmutableArray<DumpedTest> Tests { get; init; } = [];

    /// <summary>What the dump cannot say, and what else is worth knowing.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>References that a holder accounts for; 0 where it holds none that the dump shows.</summary>
    public int ReferencesOf(AccountedHolder holder) => Accounted.Where(a => a.Holder == holder).Sum(a => a.References);

    /// <summary>Whether a revision would have skipped the page; null: it is not asked, or a count is not printed.</summary>
    public bool? SkippedBy(Predicates.Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return DumpTests.Skips(DumpAccount.Of(Dump), revision);
    }

    /// <summary>
    /// The page as a memory map can draw it: counts and flags as printed, and nobody named who holds it.
    /// </summary>
    public Memory.PageState ToPageState(string kind) => DumpKinds.BareState(DumpAccount.Of(Dump), kind);

    /// <summary>The reading of one dump.</summary>
    public static DumpReading Of(PageDump dump)
    {
        ArgumentNullException.ThrowIfNull(dump);
        var account = DumpAccount.Of(dump);
        var (moves, because) = DumpVerdict.Of(account);
        return new DumpReading
        {
            Dump = dump,
            Owner = account.Owner,
            Accounted = account.Accounted,
            Unexplained = account.Unexplained,
            Suspects = [.. DumpSuspects.Of(account)],
            Moves = moves,
            Because = because,
            Tests = DumpTests.Of(account),
            Notes = [.. dump.Notes, .. DumpNotes.Of(account)],
        };
    }
}

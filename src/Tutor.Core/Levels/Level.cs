using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>What a player does in a level.</summary>
public enum LevelKind : byte
{
    /// <summary>A scan narrated step by step; passed when seen to the end.</summary>
    Watch,

    /// <summary>Be the predicate: say take or skip of each page, from what the kernel could read.</summary>
    Mark,

    /// <summary>Say what will happen, then run.</summary>
    Predict,

    /// <summary>Choose among options; which is right is computed.</summary>
    Pick,

    /// <summary>A real revision with its real bug, to be mended.</summary>
    Repair,

    /// <summary>Write the predicate.</summary>
    Write,

    /// <summary>Write it short, or cheap.</summary>
    Golf,

    /// <summary>Paint the smallest memory on which a given predicate is wrong.</summary>
    Attack,

    /// <summary>No verdict.</summary>
    Open,
}

/// <summary>Who sees a map.</summary>
public enum MapRole : byte
{
    Shown,

    /// <summary>Judged, not drawn: it can fail what the shown one lets through.</summary>
    Hidden,
}

/// <summary>A level file, read and checked. Its maps are not built yet.</summary>
public sealed record Level
{
    public required SourceText Source { get; init; }

    public required string Id { get; init; }

    public int Revision { get; init; } = 1;

    public string Title { get; init; } = "";

    public LevelKind Kind { get; init; }

    public int Minutes { get; init; }

    /// <summary>Ids of levels that became this one: what was won there counts here.</summary>
    public ImmutableArray<string> Formerly { get; init; } = [];

    public ImmutableArray<string> Teaches { get; init; } = [];

    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Markdown, shown before play.</summary>
    public string Brief { get; init; } = "";

    /// <summary>Path in the pack, or null.</summary>
    public SourceText? Lesson { get; init; }

    /// <summary>Groups or names that the player may use; default: everything.</summary>
    public ImmutableArray<string> Vocabulary { get; init; }

    /// <summary>In a level of kind mark: what is seen of its pages; null in others.</summary>
    public LevelMarks? Mark { get; init; }

    /// <summary>In a level of kind attack: which predicate, and what can be painted; null in others.</summary>
    public LevelAttack? Attack { get; init; }

    /// <summary>Groups or names that the level's own predicates may use: the player's, or those that a card shows.</summary>
    public ImmutableArray<string> OwnVocabulary => Mark is { } mark ? mark.Shows : Vocabulary;

    /// <summary>The release whose meaning the names have; null: the scanner's.</summary>
    public KernelNames? Names { get; init; }

    /// <summary>Names and groups that an earlier level lent and this one does not, each with the reason.</summary>
    public ImmutableDictionary<string, string> TakesAway { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the editor begins with, or null.</summary>
    public SourceText? Starter { get; init; }

    public ImmutableArray<LevelMap> Maps { get; init; } = [];

    /// <summary>Pages of all maps and seeds that are made; those of recordings are not known before they are read.</summary>
    public long Pages => Maps.Sum(m => m.Recipe is { } recipe ? (long)recipe.Pages * m.Seeds.Length : 0);

    /// <summary>The pack's page kinds and the level's own.</summary>
    public PageKinds Kinds { get; init; } = PageKinds.Empty;

    public RunSettings Run { get; init; } = new();

    /// <summary>Races by place on the first map; pfns follow from each map's first.</summary>
    public ImmutableArray<LevelRace> Races { get; init; } = [];

    public ImmutableArray<Goal> Goals { get; init; } = [];

    public ImmutableArray<Misconception> Misconceptions { get; init; } = [];

    public ImmutableArray<LevelHint> Hints { get; init; } = [];

    public ImmutableArray<LevelSolution> Solutions { get; init; } = [];

    public ImmutableArray<LevelOption> Options { get; init; } = [];

    public ImmutableArray<PredictItem> Predictions { get; init; } = [];

    /// <summary>The page dump that a forecast is about, in place of maps; or null.</summary>
    public LevelDump? Dump { get; init; }

    /// <summary>In a level of kind repair: the id of the solution that the editor begins with.</summary>
    public string? RepairStart { get; init; }

    /// <summary>What the player begins with: the starter, or the solution that is to be repaired; <c>false</c> without either.</summary>
    public string StartingText =>
        ((RepairStart is { } id ? Solutions.FirstOrDefault(s => s.Id == id)?.Skip : Starter)?.Text ?? "false").TrimEnd();

    /// <summary>The point is that an earlier test holds again: its answer may win here unchanged.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Why there is less to win than pass, silver and gold, or null.</summary>
    public string? WhyNoSilver { get; init; }

    /// <summary>In a level of kind golf: what is counted.</summary>
    public GolfMeasure? Golf { get; init; }

    /// <summary>Markdown said after a pass, or null.</summary>
    public string? Afterwards { get; init; }

    /// <summary>The sentence that sums up what it teaches, or null.</summary>
    public string? Learned { get; init; }

    /// <summary>For whoever plays it with a class, or null.</summary>
    public FacilitatorNotes? Facilitator { get; init; }

    /// <summary>Findings of the linter that are meant.</summary>
    public ImmutableArray<AllowedFinding> Allowed { get; init; } = [];
}

/// <summary>A map of a level: a recipe with its seeds, or a recording.</summary>
/// <param name="Recipe">Null for a recording.</param>
/// <param name="Recorded">Path in the pack of a recording, or null.</param>
/// <param name="Seeds">At least one for a recipe; none for a recording.</param>
public sealed record LevelMap(
    string Id, MapRole Role, MapRecipe? Recipe, SourceText? Recorded, ImmutableArray<ulong> Seeds, TextSpan Span)
{
    /// <summary>How this map is run, where that is not as the level says; else null.</summary>
    public RunSettings? Run { get; init; }
}

/// <summary>A scripted race by its place: pages counted from the map's first.</summary>
public sealed record LevelRace(int Pass, int Page, RaceKind Kind);

/// <summary>A rung of the ladder: nudge, concept, page, shape, answer.</summary>
public sealed record LevelHint(string Kind, string Text, TextSpan Span);

/// <summary>A predicate that the linter runs, and what it must come to; of a level of kind attack a painting, or the predicate that is attacked.</summary>
/// <param name="Origin">Where it comes from: such a solution may use every name.</param>
/// <param name="Misconception">The one that it must show, or null.</param>
public sealed record LevelSolution(
    string Id, SourceText Skip, Verdict Expect, string? Origin, string? Misconception, TextSpan Span)
{
    /// <summary>It is a painting: <see cref="Skip"/> holds its kinds, one blank between them.</summary>
    public bool IsPainting { get; init; }
}

/// <summary>An answer of a level of kind pick.</summary>
public sealed record LevelOption(string Id, SourceText Skip, string Feedback, string? Misconception, TextSpan Span);

/// <summary>What is seen of the pages of a level of kind mark before its marks are handed in.</summary>
/// <param name="Shows">Groups or names of a predicate's vocabulary.</param>
public sealed record LevelMarks(ImmutableArray<string> Shows)
{
    /// <summary>Fewer pages are a coin or two.</summary>
    public const int FewestPages = 8;

    /// <summary>More pages are work, and no thought.</summary>
    public const int MostPages = 64;
}

/// <summary>What a level of kind attack is about.</summary>
/// <param name="Against">The predicate's name in the level: a solution's id, a revision's, or <see cref="Last"/>.</param>
/// <param name="Text">The predicate; null where it is the player's own.</param>
/// <param name="Revision">The revision that it is, or null.</param>
/// <param name="Kinds">What can be painted.</param>
/// <param name="Pages">Frames of the memory: 1 to <see cref="MostPages"/>.</param>
public sealed record LevelAttack(string Against, SourceText? Text, Revision? Revision, ImmutableArray<string> Kinds, int Pages)
{
    /// <summary>The predicate is what the player wrote last.</summary>
    public const string Last = "last";

    public const int MostPages = 4096;

    /// <summary>A frame without a page, in a list of painted kinds.</summary>
    public const string Free = "free";

    public bool IsAgainstLast => Against == Last;
}

/// <summary>A page dump of the pack that a level asks about.</summary>
/// <param name="Path">Path in the pack.</param>
/// <param name="Page">Which dump of the file, from 1.</param>
public sealed record LevelDump(SourceText Path, int Page);

/// <summary>What is asked about a page dump.</summary>
public enum DumpAsked : byte
{
    /// <summary>How many references a holder accounts for.</summary>
    Accounted,

    /// <summary>How many references are left over.</summary>
    Unexplained,

    /// <summary>Whether a revision would have skipped the page.</summary>
    Skips,

    /// <summary>Whether the page would move now.</summary>
    Moves,
}

/// <summary>A question about a page dump.</summary>
/// <param name="Holder">Of <see cref="DumpAsked.Accounted"/>.</param>
/// <param name="Revision">Of <see cref="DumpAsked.Skips"/>.</param>
public sealed record DumpQuestion(DumpAsked Asked, AccountedHolder? Holder = null, Revision? Revision = null);

/// <summary>Something to foretell: what becomes of a page, a metric within a tolerance, or what a page dump says.</summary>
/// <param name="Page">Counted from the shown map's first, or null.</param>
/// <param name="Metric">Null for a page.</param>
/// <param name="Within">How far off a guess may be; a per cent, in hundredths, is of the answer.</param>
public sealed record PredictItem(int? Page, Metric? Metric, (long Amount, bool IsPercent) Within, TextSpan Span)
{
    /// <summary>What is asked of the level's page dump, or null.</summary>
    public DumpQuestion? Dump { get; init; }

    /// <summary>That dump, once the level is prepared.</summary>
    public DumpReading? Reading { get; init; }

    /// <summary>What the level's test says of every page, where it is <c>true</c> or <c>false</c> and nothing else; else null.</summary>
    public bool? SaysAlways { get; init; }

    /// <summary>The answer is a number.</summary>
    public bool IsNumber => Metric is not null || Dump is { Asked: DumpAsked.Accounted or DumpAsked.Unexplained };

    /// <summary>Whether a guess at the number is near enough.</summary>
    public bool Accepts(long guess, long answer)
    {
        var off = Int128.Abs((Int128)guess - answer);
        return Within.IsPercent ? off * 10_000 <= (Int128)Within.Amount * answer : off <= Within.Amount;
    }
}

/// <summary>A finding of the linter that is meant, and why.</summary>
/// <param name="Code"><c>TUT4001</c> and so on: one of the linter's.</param>
public sealed record AllowedFinding(string Code, string Reason, TextSpan Span);

/// <summary>What golf counts; fewer is better.</summary>
public enum GolfMeasure : byte
{
    /// <summary>Nodes of the predicate.</summary>
    Nodes,

    /// <summary>Words of memory read on all candidates of the shown map.</summary>
    Loads,
}

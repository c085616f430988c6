using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>What was said of one item of a forecast, or what is true of it: a page's fate, a number, or what becomes of a dumped page.</summary>
public readonly record struct Foretold(PageFate? Fate, long? Number, MovesNow? Moves = null, bool? Skips = null)
{
    public static Foretold Of(PageFate fate) => new(fate, null);

    public static Foretold Of(long number) => new(null, number);

    public static Foretold Of(MovesNow moves) => new(null, null, moves);

    public static Foretold OfSkip(bool skips) => new(null, null, null, skips);
}

/// <summary>
/// The answers to a level of kind predict. Immutable. Its stored form is <c>page:+5=futile; metric:lru_locks=0</c>:
/// the items in the level's order; nothing behind the <c>=</c> where nothing is said yet, as in a draft.
/// </summary>
public sealed class Forecast : Answer
{
    public static AnswerRules Rules { get; } = new(
        (prepared, draft) => (draft is null ? null : TryRead(prepared.Predictions, draft)) ?? new Forecast(prepared.Predictions),
        (level, stored, _) => TryRead(level.Predictions, stored) is { IsComplete: true } forecast ? (forecast, null)
            : (null, "no forecast of what this level asks about"))
    {
        Secrecy = Secrecy.SecondAnswer,
        Runs = RunPredicate.Levels,
    };

    /// <summary>The largest number that can be said has so many digits.</summary>
    public const int MostDigits = 12;

    readonly ImmutableArray<Foretold?> _said;

    /// <summary>A forecast in which nothing is said yet.</summary>
    public Forecast(ImmutableArray<PredictItem> items)
        : this(items, [.. items.Select(_ => (Foretold?)null)])
    {
    }

    Forecast(ImmutableArray<PredictItem> items, ImmutableArray<Foretold?> said)
    {
        Items = items;
        _said = said;
    }

    public ImmutableArray<PredictItem> Items { get; }

    /// <summary>Whether each item has an answer.</summary>
    public override bool IsComplete => Said == Items.Length;

    /// <summary>The number of items that have an answer.</summary>
    public int Said => _said.Count(s => s is not null);

    /// <summary>The player's answer to an item, or null.</summary>
    public Foretold? this[int item] => _said[item];

    /// <summary>The same forecast with another answer to one item, or with none.</summary>
    /// <exception cref="ArgumentException">The answer is a fate for a metric, a number for a page, or a number with too many digits.</exception>
    public Forecast Say(int item, Foretold? answer)
    {
        if (answer is { } given && !Fits(Items[item], given))
        {
            throw new ArgumentException($"{given} is no answer to {Key(Items[item])}", nameof(answer));
        }

        return new Forecast(Items, _said.SetItem(item, answer));
    }

    /// <summary>The answers among which the player chooses for an item, in the order of the list; none if the answer is a number. Of a test that always says the same none is offered that it rules out.</summary>
    public static ImmutableArray<Foretold> ChoicesOf(PredictItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsNumber ? []
            : item.Dump is not { } question ? [.. Enum.GetValues<PageFate>().Where(f => f == PageFate.NeverCandidate || item.SaysAlways is null || item.SaysAlways == (f is PageFate.SkippedPin or PageFate.FalseSkip)).Select(Foretold.Of)]
            : question.Asked == DumpAsked.Moves ? [.. Enum.GetValues<MovesNow>().Select(Foretold.Of)]
            : [Foretold.OfSkip(true), Foretold.OfSkip(false)];
    }

    /// <summary>The right answer to an item about a page dump; null if the dump is not read yet, or does not tell.</summary>
    public static Foretold? TruthOfDump(PredictItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item is not { Dump: { } question, Reading: { } reading } ? null : question.Asked switch
        {
            DumpAsked.Accounted => Foretold.Of(reading.ReferencesOf(question.Holder!.Value)),
            DumpAsked.Unexplained => reading.Unexplained is >= 0 and var rest ? Foretold.Of(rest) : null,
            DumpAsked.Skips => reading.SkippedBy(question.Revision!) is { } skips ? Foretold.OfSkip(skips) : null,
            DumpAsked.Moves => Foretold.Of(reading.Moves),
        };
    }

    /// <summary>The same answers to items that know their dump.</summary>
    internal Forecast About(ImmutableArray<PredictItem> items) => new(items, _said);

    /// <summary>The right answer to an item, by the run.</summary>
    public Foretold Truth(int item, CompactionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Items[item].Dump is not null ? TruthOfDump(Items[item])!.Value
            : Items[item].Page is { } page ? Foretold.Of(PageFates.Of(result.Verdicts[page]))
            : Foretold.Of(Items[item].Metric!.Value(result.Metrics));
    }

    /// <summary>Whether what was said of an item came true, within the item's tolerance.</summary>
    public bool IsRight(int item, CompactionResult result)
    {
        var truth = Truth(item, result);
        return _said[item] is { } said && IsRight(Items[item], said, truth);
    }

    /// <summary>Whether an answer to an item is within its tolerance of the right one.</summary>
    public static bool IsRight(PredictItem item, Foretold said, Foretold truth)
    {
        ArgumentNullException.ThrowIfNull(item);
        return said.Number is { } guess && truth.Number is { } number ? item.Accepts(guess, number) : said == truth;
    }

    /// <summary>The number of items whose answers came true.</summary>
    public int RightIn(CompactionResult result) => Enumerable.Range(0, Items.Length).Count(i => IsRight(i, result));

    public override string Write() => string.Join("; ", Items.Select((item, i) => $"{Key(item)}={Write(_said[i])}"));

    /// <summary>
    /// Reads the stored form, or one of the texts that versions before it stored; null if it does not answer these items.
    /// </summary>
    public static Forecast? TryRead(ImmutableArray<PredictItem> items, string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return (ReadIds(items, stored) ?? FormerForecast.Read(items, stored)) is { } said ? new Forecast(items, [.. said]) : null;
    }

    /// <summary>Passed if every item came true on the map that is drawn, under the level's own predicate.</summary>
    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var run = Run(prepared, cancellation);
        return new Judgement(run.Shown is { } shown && About(prepared.Predictions).RightIn(shown.Result) == Items.Length ? Verdict.Pass : Verdict.Fail);
    }

    /// <summary>A number as it was typed: up to <see cref="MostDigits"/> digits and nothing else.</summary>
    internal static Foretold? ReadNumber(string text) =>
        text.Length is > 0 and <= MostDigits && text.All(char.IsAsciiDigit)
            ? Foretold.Of(long.Parse(text, CultureInfo.InvariantCulture)) : null;

    static List<Foretold?>? ReadIds(ImmutableArray<PredictItem> items, string stored)
    {
        var parts = stored.Split("; ");
        if (parts.Length != items.Length)
        {
            return null;
        }

        var said = new List<Foretold?>();
        foreach (var (item, part) in items.Zip(parts))
        {
            var key = $"{Key(item)}=";
            if (!part.StartsWith(key, StringComparison.Ordinal))
            {
                return null;
            }

            var value = part[key.Length..];
            var answer = item.IsNumber ? ReadNumber(value)
                : ChoicesOf(item with { SaysAlways = null }).Where(c => Write(c) == value).Select(c => (Foretold?)c).FirstOrDefault();
            if (answer is null && value.Length > 0)
            {
                return null;
            }

            said.Add(answer);
        }

        return said;
    }

    static bool Fits(PredictItem item, Foretold answer) => item.IsNumber
        ? answer is { Number: >= 0, Fate: null, Moves: null, Skips: null } && Write(answer).Length <= MostDigits
        : ChoicesOf(item with { SaysAlways = null }).Contains(answer);

    static string Key(PredictItem item) => item switch
    {
        { Dump: { } question } => question.Asked switch
        {
            DumpAsked.Accounted => $"accounted:{DumpCard.WordOf(question.Holder!.Value)}",
            DumpAsked.Unexplained => "unexplained",
            DumpAsked.Skips => $"skips:{question.Revision!.Id}",
            DumpAsked.Moves => "moves",
        },
        { Page: { } page } => string.Create(CultureInfo.InvariantCulture, $"page:+{page}"),
        _ => $"metric:{item.Metric!.Name}",
    };

    static string Write(Foretold? answer) => answer is not { } said ? ""
        : said.Fate?.Id() ?? said.Number?.ToString(CultureInfo.InvariantCulture)
            ?? (said.Moves is { } moves ? DumpCard.WordOf(moves) : said.Skips == true ? "yes" : "no");
}

using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>What was said of one item of a forecast, or what is true of it: a page's fate or a metric's size.</summary>
public readonly record struct Foretold(PageFate? Fate, long? Number)
{
    public static Foretold Of(PageFate fate) => new(fate, null);

    public static Foretold Of(long number) => new(null, number);
}

/// <summary>
/// The answers to a level of kind predict. Immutable. Its stored form is <c>page:+5=futile; metric:lru_locks=0</c>:
/// the items in the level's order; nothing behind the <c>=</c> where nothing is said yet, as in a draft.
/// </summary>
public sealed class Forecast : Answer
{
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

    /// <summary>Something is said of each item.</summary>
    public bool IsComplete => _said.All(s => s is not null);

    /// <summary>What is said of an item, or null.</summary>
    public Foretold? this[int item] => _said[item];

    /// <summary>The same forecast with this said of an item, or with nothing said of it.</summary>
    /// <exception cref="ArgumentException">A fate is said of a metric, a number of a page, or the number has too many digits.</exception>
    public Forecast Say(int item, Foretold? answer)
    {
        if (answer is { } given && !Fits(Items[item], given))
        {
            throw new ArgumentException($"{given} is no answer to {Key(Items[item])}", nameof(answer));
        }

        return new Forecast(Items, _said.SetItem(item, answer));
    }

    /// <summary>What came true of an item.</summary>
    public Foretold Truth(int item, CompactionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Items[item].Page is { } page ? Foretold.Of(PageFates.Of(result.Verdicts[page]))
            : Foretold.Of(Items[item].Metric!.Value(result.Metrics));
    }

    /// <summary>Whether what was said of an item came true, within the item's tolerance.</summary>
    public bool IsRight(int item, CompactionResult result)
    {
        var truth = Truth(item, result);
        return _said[item] is { } said
            && (said.Number is { } guess ? Items[item].Accepts(guess, truth.Number!.Value) : said == truth);
    }

    /// <summary>How many items came true.</summary>
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
        var run = LevelRun.Run(prepared, SourceText.From("predicate", prepared.Level.StartingText), cancellation: cancellation);
        return new Judgement(run.Shown is { } shown && RightIn(shown.Result) == Items.Length ? Verdict.Pass : Verdict.Fail);
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
            var answer = item.Page is null ? ReadNumber(value) : PageFates.Find(value) is { } fate ? Foretold.Of(fate) : null;
            if (answer is null && value.Length > 0)
            {
                return null;
            }

            said.Add(answer);
        }

        return said;
    }

    static bool Fits(PredictItem item, Foretold answer) => item.Page is null
        ? answer is { Fate: null, Number: >= 0 } && Write(answer).Length <= MostDigits
        : answer is { Fate: not null, Number: null };

    static string Key(PredictItem item) => item.Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"page:+{page}") : $"metric:{item.Metric!.Name}";

    static string Write(Foretold? answer) => answer?.Fate?.Id() ?? answer?.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Game.Playing;

/// <summary>What a term had to say about a page.</summary>
enum TermSay : byte
{
    /// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>? :</c> or an early <c>return</c> passed it by.</summary>
    NotAsked,
    Asked,

    /// <summary>The answer hangs on it.</summary>
    Decides,
}

/// <summary>A condition of the predicate.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Decides">Pages whose answer hangs on it.</param>
sealed record Term(TextSpan Span, string Text, long Asked, long Decides)
{
    /// <summary><c>a</c>, <c>b</c>, …: as the head of its column.</summary>
    public static string Letter(int index) => ((char)('a' + index % 26)).ToString();
}

/// <summary>A row of the truth table: the pages for which every term has the same value.</summary>
/// <param name="Values">For each term what it said, and its value as C writes it.</param>
/// <param name="Verdict">From the answer and the truth.</param>
/// <param name="States">The states of these pages, by palette index.</param>
sealed record TermRow(long Pages, PageVerdict Verdict, ImmutableArray<(TermSay Say, string Value)> Values, string Kinds, ImmutableArray<int> States)
{
    public bool IsWrong => Words.IsWrong(Verdict);
}

/// <summary>
/// The truth table of a predicate over one map: thousands of pages come to a few rows. And which pages each term
/// decides.
/// </summary>
sealed class TermTable
{
    readonly TermSay[][] _says;

    TermTable(ImmutableArray<Term> terms, TermSay[][] says, ImmutableArray<TermRow> rows)
    {
        Terms = terms;
        _says = says;
        Rows = rows;
    }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The rows: wrong ones first, and among them those of most pages.</summary>
    public ImmutableArray<TermRow> Rows { get; }

    /// <param name="verdicts">Of the run: they say about which pages the predicate is asked.</param>
    public static TermTable Of(MemoryMap map, CompactControl control, Predicate predicate, IReadOnlyList<PageVerdict> verdicts)
    {
        var states = Enumerable.Range(0, map.Palette.Length).Where(id => map.PagesOfState[id] > 0 && IsAsked(map, id, verdicts)).ToList();
        var answers = states.ConvertAll(id => predicate.Explain(map.Palette[id], control));
        var parts = answers.ConvertAll(a => Core.Predicates.Evaluation.Terms.Of(a).GroupBy(p => p.Span).ToDictionary(g => g.Key, g => g.Last()));
        var spans = parts.SelectMany(p => p.Values).DistinctBy(p => p.Span).OrderBy(p => p.Span.Start).ToList();
        var says = spans.Select(span => new TermSay[map.Palette.Length]).ToArray();
        var rows = new List<(string Key, int State, PageVerdict Verdict, ImmutableArray<(TermSay, string)> Values)>();
        for (var i = 0; i < states.Count; i++)
        {
            var values = spans.Select(s => parts[i].TryGetValue(s.Span, out var part) ? (SayOf(part), part.ValueText) : (TermSay.NotAsked, "-")).ToImmutableArray();
            for (var term = 0; term < spans.Count; term++)
            {
                says[term][states[i]] = values[term].Item1;
            }

            var verdict = VerdictOf(answers[i].Answer, map.Palette[states[i]], control);
            rows.Add(($"{verdict} {string.Join('|', values)}", states[i], verdict, values));
        }

        var grouped = rows.GroupBy(r => r.Key).Select(g => new TermRow(g.Sum(r => (long)map.PagesOfState[r.State]), g.First().Verdict, g.First().Values,
            KindsOf(map, g.Select(r => r.State)), [.. g.Select(r => r.State)]));
        return new TermTable(
            [.. spans.Select((s, term) => new Term(s.Span, s.Text, Sum(map, says[term], TermSay.Asked), Sum(map, says[term], TermSay.Decides)))],
            says, [.. grouped.OrderByDescending(r => r.IsWrong).ThenByDescending(r => r.Pages)]);
    }

    /// <summary>What a term says of each page state, by palette index.</summary>
    public TermSay[] Says(int term) => _says[term];

    /// <summary>Pages that a term decides, by kind, the most first.</summary>
    public IEnumerable<(string Kind, long Pages)> DecidedByKind(MemoryMap map, int term) => Enumerable.Range(0, map.Palette.Length)
        .Where(id => _says[term][id] == TermSay.Decides).GroupBy(id => map.Palette[id].Kind)
        .Select(g => (g.Key, g.Sum(id => (long)map.PagesOfState[id]))).OrderByDescending(k => k.Item2);

    /// <summary>The term in which a place of the text lies, or the last one before it; null when there is none.</summary>
    public int? At(int place)
    {
        var inside = Enumerable.Range(0, Terms.Length).Where(i => Terms[i].Span.Start <= place && place <= Terms[i].Span.End).ToList();
        return inside.Count > 0 ? inside.MinBy(i => Terms[i].Span.Length)
            : Terms.Length == 0 ? null : Math.Max(0, Enumerable.Range(0, Terms.Length).LastOrDefault(i => Terms[i].Span.Start <= place, 0));
    }

    /// <summary>Whether pages of a state come to the predicate.</summary>
    static bool IsAsked(MemoryMap map, int state, IReadOnlyList<PageVerdict> verdicts)
    {
        var verdict = verdicts is VerdictMap { OfState: { IsDefault: false } ofState } ? ofState[state]
            : MapSearch.Next(map, id => id == state, map.PageCount - 1) is { } page && page < verdicts.Count ? verdicts[page]
            : PageVerdict.NeverCandidate;
        return verdict is not (PageVerdict.NeverCandidate or PageVerdict.IsolatedDriver);
    }

    static TermSay SayOf(ExplainedPart part) => part.Decided ? TermSay.Decides : part.Evaluated ? TermSay.Asked : TermSay.NotAsked;

    static PageVerdict VerdictOf(SkipAnswer answer, PageState page, CompactControl control) => (answer, Migration.MovableNow(page, control)) switch
    {
        (SkipAnswer.Error, _) => PageVerdict.Error,
        (SkipAnswer.Skip, true) => PageVerdict.FalseSkip,
        (SkipAnswer.Skip, false) => PageVerdict.SkippedPin,
        (SkipAnswer.Keep, true) => PageVerdict.Migrated,
        (SkipAnswer.Keep, false) => PageVerdict.Futile,
    };

    static string KindsOf(MemoryMap map, IEnumerable<int> states) => string.Join(", ", states
        .GroupBy(s => map.Palette[s].Kind).OrderByDescending(g => g.Sum(s => (long)map.PagesOfState[s])).Select(g => g.Key));

    static long Sum(MemoryMap map, TermSay[] says, TermSay least) =>
        says.Select((s, id) => s >= least ? (long)map.PagesOfState[id] : 0).Sum();
}

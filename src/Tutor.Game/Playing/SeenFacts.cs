using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Game.Playing;

/// <summary>
/// What a player sees of one page in a level of kind mark: the values that the kernel reads there. Of several names for
/// the same value one is shown.
/// </summary>
/// <param name="Values">Counts and pointers.</param>
/// <param name="True">Tests that are true of it.</param>
/// <param name="False">Tests that are not.</param>
/// <param name="Apart">Names whose value for the page differs from the folio's: <c>page_mapcount</c> of a large folio.</param>
sealed record SeenFacts(ImmutableArray<ReadableFact> Values, ImmutableArray<ReadableFact> True, ImmutableArray<ReadableFact> False, ImmutableHashSet<string> Apart)
{
    /// <param name="page">Counted from the map's first.</param>
    public static SeenFacts Of(PreparedLevel prepared, PreparedMap map, int page)
    {
        var facts = ReadableFacts.Of(Marks.Asked(map, page), Marks.AskedBy(map, page), prepared.Scope)
            .Where(f => f.Row.Kind != BuiltInKind.Constant && f.Row.Receiver != CType.Control && f.Row.Group != VocabularyGroups.Control)
            .GroupBy(f => (Stem(f.Row.Name), f.Value)).Select(same => same.MinBy(Rank)!).ToList();
        return new SeenFacts([.. facts.Where(f => f.Row.Type != CType.Bool)],
            [.. facts.Where(f => f.Row.Type == CType.Bool && f.Value is not ("false" or "0"))],
            [.. facts.Where(f => f.Row.Type == CType.Bool && f.Value is "false" or "0")],
            [.. facts.GroupBy(f => Stem(f.Row.Name)).SelectMany(alike => alike.OrderBy(Rank).Skip(1)).Select(Said)]);
    }

    /// <summary>A function by its name without arguments, for they are known where one page is shown; other terms as they are written.</summary>
    public static string Said(ReadableFact fact) => fact.Row.Kind == BuiltInKind.Function ? fact.Row.Name : fact.Text;

    /// <summary>A heading for a column: <c>ref_count</c>.</summary>
    public string Short(ReadableFact fact)
    {
        var name = Said(fact);
        return Apart.Contains(name) ? name
            : name.StartsWith("folio_", StringComparison.Ordinal) ? name["folio_".Length..]
            : name.StartsWith("page_", StringComparison.Ordinal) ? name["page_".Length..] : name;
    }

    /// <summary>A name without its words for page and folio, so that <c>PageLRU</c> and <c>folio_test_lru</c> become the same.</summary>
    static string Stem(string name)
    {
        var stem = name.Replace("folio_test_", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var word in new[] { "TOTAL", "FOLIO", "PAGE" })
        {
            stem = stem.StartsWith(word, StringComparison.Ordinal) ? stem[word.Length..] : stem;
        }

        // page_count() is the folio's reference count.
        return stem == "COUNT" ? "REFCOUNT" : stem;
    }

    /// <summary>Puts a parameter first, which is the shortest name, then the folio's name.</summary>
    static int Rank(ReadableFact fact) => fact.Row.Kind == BuiltInKind.Parameter ? 0
        : fact.Text.Contains("folio", StringComparison.Ordinal) ? 1 : 2;
}

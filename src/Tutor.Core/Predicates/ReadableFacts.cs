using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates;

/// <summary>Something that a predicate can read of a page, and what it is worth on two of them.</summary>
/// <param name="Text">As a predicate writes it: <c>folio_ref_count(folio)</c>.</param>
/// <param name="Name">The row of the table of built-ins.</param>
/// <param name="Here">The value on the one page, as C would print it; null where C leaves it undefined.</param>
/// <param name="There">The value on the other.</param>
public sealed record ReadableDifference(string Text, string Name, string? Here, string? There);

/// <summary>What a predicate reads of one page.</summary>
/// <param name="Text">As a predicate writes it: <c>folio_ref_count(folio)</c>.</param>
/// <param name="Row">Its row of the table of built-ins.</param>
/// <param name="Value">As C would print it; null where C leaves it undefined.</param>
public sealed record ReadableFact(string Text, BuiltIn Row, string? Value);

/// <summary>
/// Everything that a predicate can read of a page. Two pages on which all of it is equal get the same answer from every
/// predicate: that is how "nothing tells them apart" is known.
/// </summary>
public static class ReadableFacts
{
    static readonly ImmutableArray<(KernelNames Names, ImmutableArray<(string Text, string Name, Predicate Read)> Facts)> ByNames =
        [.. Enum.GetValues<KernelNames>().Select(n => (n, FactsOf(n)))];

    /// <summary>What a predicate reads otherwise on the one page than on the other, in the order of the table of built-ins.</summary>
    /// <param name="scope">Only names that it contains; <see cref="PredicateScope.All"/> for a proof.</param>
    public static ImmutableArray<ReadableDifference> Between(PageState here, PageState there, CompactControl control, PredicateScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var facts = ByNames.First(n => n.Names == scope.NamesInUse).Facts;
        return
        [
            .. facts.Where(f => BuiltIns.All.Any(b => b.Name == f.Name && scope.Contains(b)))
                .Where(f => f.Read.Evaluate(here, control) != f.Read.Evaluate(there, control))
                .Select(f => new ReadableDifference(f.Text, f.Name, Value(f.Read, here, control), Value(f.Read, there, control))),
        ];
    }

    /// <summary>What a predicate reads of a page with the names of a scope, each name once, in the order of the table of built-ins.</summary>
    public static ImmutableArray<ReadableFact> Of(PageState page, CompactControl control, PredicateScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var facts = ByNames.First(n => n.Names == scope.NamesInUse).Facts;
        return
        [
            .. from fact in facts
               let row = BuiltIns.Find(fact.Name, scope.NamesInUse)
               where row is { IsSpelling: false } && scope.Contains(row)
               select new ReadableFact(fact.Text, row, Value(fact.Read, page, control)),
        ];
    }

    static string? Value(Predicate read, PageState page, CompactControl control) =>
        read.Explain(page, control) is { Problem: null, Root: { } root } ? root.ValueText : null;

    /// <summary>Each row of the table with the parameters that are in scope; what compiles is a fact.</summary>
    static ImmutableArray<(string Text, string Name, Predicate Read)> FactsOf(KernelNames names)
    {
        var facts = ImmutableArray.CreateBuilder<(string, string, Predicate)>();
        foreach (var builtIn in BuiltIns.All.Where(b => b.Group is not null))
        {
            foreach (var text in TextsOf(builtIn))
            {
                if (Predicate.Compile(SourceText.From("fact", text), PredicateScope.All with { Names = names }).Predicate is { } read
                    && facts.All(f => f.Item1 != text))
                {
                    facts.Add((text, builtIn.Name, read));
                }
            }
        }

        return facts.ToImmutable();
    }

    static IEnumerable<string> TextsOf(BuiltIn builtIn) => builtIn.Kind switch
    {
        BuiltInKind.Member => [$"{ParameterOf(builtIn.Receiver)}->{builtIn.Name}"],
        BuiltInKind.Function => [$"{builtIn.Name}({string.Join(", ", builtIn.Parameters.Select(p => ParameterOf(p.Type)))})"],
        BuiltInKind.Constant or BuiltInKind.Parameter => [builtIn.Name],
    };

    static string ParameterOf(CType type) => type switch
    {
        CType.Page => "page",
        CType.Folio => "folio",
        CType.Mapping => "mapping",
        CType.Control => "cc",
        CType.Bool or CType.Int or CType.UInt or CType.Long or CType.ULong => "0",
        CType.Zone => "page_zone(page)",
        CType.Null or CType.Error or CType.BoolPointer or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer => "NULL",
    };
}

using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Random predicates, held against gcc. The tests ask for a few, <c>tests/soak</c> for many.</summary>
static class GccComparison
{
    /// <summary>Cases that compile and are defined; the generator makes both the rule.</summary>
    public static List<Gcc.Case> Generate(RandomC generator, int count)
    {
        var cases = new List<Gcc.Case>();
        for (var tried = 0; cases.Count < count; tried++)
        {
            if (tried >= 3 * count + 100)
            {
                throw new InvalidOperationException("more cases are thrown out than kept");
            }

            var item = new Gcc.Case(generator.Next($"c{tried}_"), generator.Page(), generator.Control());
            if (Value(item) is not null)
            {
                cases.Add(item);
            }
        }

        return cases;
    }

    /// <summary>Up to five cases on which the two differ, or an empty text.</summary>
    /// <param name="change">Changes the C text, to see whether the comparison notices.</param>
    public static string Differences(List<Gcc.Case> cases, Func<string, string>? change, int seed)
    {
        var expected = Gcc.Values(cases, change);
        return string.Join('\n', cases
            .Select((item, i) => (Item: item, Ours: Value(item), Theirs: expected[i]))
            .Where(d => d.Ours != d.Theirs)
            .Take(5)
            .Select(d => $"seed {seed}: {d.Item.Program.Text}\nours {d.Ours}, gcc's {d.Theirs}, asked of {d.Item.Page} {d.Item.Control}"));
    }

    static long? Value(Gcc.Case item)
    {
        var (predicate, diagnostics) = Predicate.Compile(SourceText.From("predicate", item.Program.Text), PredicateScope.All);
        var other = diagnostics.FirstOrDefault(d => d.IsError && d.Code != NameCodes.DivisionByZero
            && d.Code != NameCodes.ShiftRange && d.Code != NameCodes.QuotientRange);
        return other is null ? predicate?.Evaluate(item.Page, item.Control)
            : throw new InvalidOperationException($"{item.Program.Text}\n{other}");
    }
}

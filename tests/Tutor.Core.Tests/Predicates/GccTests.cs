using System.Globalization;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// What the language means is what gcc says it means. <c>TUTOR_GCC_CASES</c> asks for more cases than the
/// 2,000
/// of an ordinary run, <c>TUTOR_SEED</c> for others.
/// </summary>
public sealed class GccTests
{
    const int Batch = 4000;

    [Fact]
    public void Random_predicates_are_worth_what_gcc_says()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        var seed = Setting("TUTOR_SEED", 6_1);
        var wanted = Setting("TUTOR_GCC_CASES", 2000);
        var generator = new RandomC(seed);
        for (var done = 0; done < wanted; done += Batch)
        {
            var cases = Generate(generator, Math.Min(Batch, wanted - done));
            var differences = Differences(cases, null, seed);
            Assert.True(differences.Length == 0, differences);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {wanted} cases agree");
    }

    [Fact]
    public void A_wrong_conversion_rule_is_found_out()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        var cases = Generate(new RandomC(7), 150);
        Assert.NotEqual(
            "", Differences(cases, c => c.Replace("unsigned int", "int", StringComparison.Ordinal), 7));
    }

    [Fact]
    public void A_wrong_precedence_is_found_out()
    {
        Assert.SkipUnless(Gcc.IsPresent, "gcc is not installed: nothing to compare with");
        var cases = Generate(new RandomC(8), 150);
        Assert.NotEqual("", Differences(cases, c => c.Replace(" & ", " == ", StringComparison.Ordinal), 8));
    }

    /// <summary>Cases that compile and are defined; the generator makes both the rule.</summary>
    static List<Gcc.Case> Generate(RandomC generator, int count)
    {
        var cases = new List<Gcc.Case>();
        for (var tried = 0; cases.Count < count; tried++)
        {
            Assert.True(tried < 3 * count + 100, "more cases are thrown out than kept");
            var item = new Gcc.Case(generator.Next($"c{tried}_"), generator.Page(), generator.Control());
            if (Value(item) is not null)
            {
                cases.Add(item);
            }
        }

        return cases;
    }

    static long? Value(Gcc.Case item)
    {
        var (predicate, diagnostics) = Predicate.Compile(
            SourceText.From("predicate", item.Program.Text), PredicateScope.All);
        var undefined = diagnostics.Where(d => d.IsError).All(d => d.Code == NameCodes.DivisionByZero
            || d.Code == NameCodes.ShiftRange || d.Code == NameCodes.QuotientRange);
        Assert.True(undefined,
            $"{item.Program.Text}\n{string.Join('\n', diagnostics.Where(d => d.IsError))}");
        return predicate?.Evaluate(item.Page, item.Control);
    }

    static string Differences(List<Gcc.Case> cases, Func<string, string>? change, int seed)
    {
        var expected = Gcc.Values(cases, change);
        return string.Join('\n', cases
            .Select((item, i) => (Item: item, Ours: Value(item), Theirs: expected[i]))
            .Where(d => d.Ours != d.Theirs)
            .Take(5)
            .Select(d =>
                $"seed {seed}: {d.Item.Program.Text}\nours {d.Ours}, gcc's {d.Theirs}, asked of {d.Item.Page} {d.Item.Control}"));
    }

    static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value : otherwise;
}

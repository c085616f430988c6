using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Tests.Support;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// The function as posted on 25 May 2023, cut byte for byte out of a copy of the thread that lies beside the
/// repository. It is not part of it; where it is missing these tests are skipped.
/// </summary>
public sealed class PostedPatchTests
{
    const string Missing = "../shared/reference/thread.txt is not there: the posted function cannot be read";

    /// <summary>6.1's helper in our own wording, as a player would paste it beside the function.</summary>
    const string ExpectedRefs = """
        static int folio_expected_refs(struct address_space *mapping, struct folio *folio)
        {
        	int refs = 1;

        	if (mapping) {
        		refs += folio_nr_pages(folio);
        		if (folio_test_private(folio))
        			refs++;
        	}
        	return refs;
        }

        """;

    [Fact]
    public void The_posted_function_answers_as_the_table_says()
    {
        Assert.SkipUnless(Posted() is not null, Missing);
        Assert.Empty(Differences(Posted()!));
    }

    [Fact]
    public void It_runs_with_the_helper_pasted_beside_it()
    {
        Assert.SkipUnless(Posted() is not null, Missing);
        Assert.Empty(Differences(ExpectedRefs + Posted()));
    }

    [Fact]
    public void Its_only_warning_is_about_signs()
    {
        Assert.SkipUnless(Posted() is not null, Missing);
        Assert.Equal([NameCodes.MixedSigns], Diagnose(Posted()!).Select(d => d.Code));
    }

    static List<string> Differences(string text)
    {
        var predicate = Compile(text);
        return
        [
            .. PageKindTable.Rows
                .Where(row =>
                    predicate.Ask(row.State, Control) != (
                    row.Skips["v4"] ? SkipAnswer.Skip : SkipAnswer.Keep))
                .Select(row => row.Name),
        ];
    }

    /// <summary>From the first quotation of the patch: the lines of the function without quote marks and '+'.</summary>
    static string? Posted()
    {
        var path = Path.Combine(Fixtures.Root, "..", "shared", "reference", "thread.txt");
        if (!File.Exists(path))
        {
            return null;
        }

        var lines = File.ReadAllLines(path)
            .SkipWhile(l => !l.StartsWith("> +/*", StringComparison.Ordinal))
            .TakeWhile(l => l.StartsWith("> +", StringComparison.Ordinal));
        return string.Concat(lines.Select(l => l[3..] + "\n"));
    }
}

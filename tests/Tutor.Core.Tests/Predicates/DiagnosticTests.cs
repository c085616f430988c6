using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

public sealed class DiagnosticTests
{
    /// <summary>Limits need texts too long for a file of cases; <see cref="LimitTests"/> has them.</summary>
    static readonly string[] TestedElsewhere = ["TUT5001", "TUT5002", "TUT5003", "TUT5004"];

    [Fact]
    public void Every_case_says_what_it_should_where_it_should()
    {
        var (head, cases) = DiagnosticCases.Read();
        Golden.Check(DiagnosticCases.FilePath, DiagnosticCases.Write(head, cases));
    }

    [Fact]
    public void No_case_expects_nothing() =>
        Assert.DoesNotContain(
            DiagnosticCases.Read().Cases, c => c.Expected.StartsWith("nothing;", StringComparison.Ordinal));

    [Fact]
    public void Every_code_of_the_language_has_a_case()
    {
        var tested = DiagnosticCases.Read().Cases.Select(c => c.Code).Concat(TestedElsewhere).ToHashSet();
        Assert.All(OfTheLanguage, code => Assert.Contains(code.Id, tested));
    }

    [Fact]
    public void A_case_in_the_wrong_place_is_found_out()
    {
        var misplaced = new DiagnosticCases.Case("TUT2001", "", "folio_refcount(⟦folio⟧)", "");
        Assert.StartsWith("nothing;", misplaced.Actual(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_that_changes_from_page_to_page_is_not_warned_about() => Assert.Empty(
        Compiling.Diagnose("folio_ref_count(folio) > 2", new() { States = [Compiling.Anon, Compiling.PinnedShmem] }));

    [Fact]
    public void Pages_that_are_never_asked_prove_nothing()
    {
        var kernel = new Core.Memory.PageState { Kind = "kernel", RefCount = 1 };
        Assert.Single(Compiling.Diagnose("folio_mapcount(folio) > 0",
            new() { States = [Compiling.Anon, Compiling.PinnedShmem, kernel] }));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        var broken = new DiagnosticCases.Case("", "", "⟦⟧foo(folio) > bar && folio_ref_count(page) > 1", "");
        Assert.Equal(["TUT2001", "TUT2001", "TUT2006"], broken.Diagnose().Select(d => d.Code.Id));
    }

    static IEnumerable<DiagnosticCode> OfTheLanguage =>
        SyntaxCodes.All.Concat(NameCodes.All).Concat(
            LimitCodes.All.Where(c => TestedElsewhere.Contains(c.Id)));
}

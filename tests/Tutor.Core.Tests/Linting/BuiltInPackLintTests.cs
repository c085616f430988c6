using System.Collections.Immutable;
using Tutor.Core.Linting;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Linting;

/// <summary>
/// The linter plays the built-in pack. What it finds stands in one list: a finding that is not in the list fails, and so
/// does an entry that is no longer found.
/// </summary>
public sealed class BuiltInPackLintTests
{
    const string KnownFindings = "tests/fixtures/lint-findings.txt";

    static readonly Lazy<ImmutableArray<LintedFile>> Linted = new(() => Linter.Lint(BuiltInPack.Catalog, new BuiltInPack()));

    [Fact]
    public void The_pack_has_no_findings_but_the_known_ones() =>
        Golden.Check(KnownFindings, string.Concat(Linted.Value.SelectMany(f => f.Diagnostics.Select(d => $"{f.Path}: {d.Code.Id} {d.Message}\n"))));

    [Fact]
    public void No_known_finding_is_an_error() =>
        Assert.Empty(Linted.Value.SelectMany(f => f.Diagnostics).Where(d => d.IsError).Select(DiagnosticFormatter.Format));
}

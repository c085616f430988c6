using Tutor.Core.Linting;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Linting;

/// <summary>The linter plays the built-in pack.</summary>
public sealed class BuiltInPackLintTests
{
    public static TheoryData<string> Levels => [.. BuiltInPack.Catalog.Entries.Select(e => e.Path)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_level_lints_clean(string path)
    {
        var catalog = BuiltInPack.Catalog;
        var linted = Linter.Lint(catalog.Entries.Single(e => e.Path == path), catalog, new BuiltInPack());
        var said = string.Concat(linted.Diagnostics.Select(DiagnosticFormatter.Format));
        Assert.True(said.Length == 0, said);
    }
}

using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Text;

/// <summary>Lines that are too long to be shown whole.</summary>
public sealed class CutExcerptTests
{
    [Fact]
    public void What_is_cut_away_is_marked_at_both_ends_and_the_caret_stays_right()
    {
        var text = $"{string.Concat(Enumerable.Repeat("true && ", 20))}nonsense{string.Concat(Enumerable.Repeat(" && true", 20))}";
        var lines = DiagnosticFormatter.Format(Assert.Single(Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All).Diagnostics)).Split('\n');
        var (shown, carets) = (lines[1][8..], lines[2][8..]);
        Assert.StartsWith("…", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Equal("nonsense", shown.Substring(carets.IndexOf('^', StringComparison.Ordinal), carets.Count(c => c == '^')));
    }
}

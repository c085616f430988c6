using System.Text.RegularExpressions;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Tests.Support;
using Xunit;

namespace Tutor.Core.Tests.Predicates;

/// <summary>The examples in <c>content/diagnostics</c> do what their page says.</summary>
public sealed partial class DiagnosticPageTests
{
    /// <summary>Codes that one text alone cannot trip: they need a level, or a text of 64 KiB.</summary>
    static readonly string[] WithoutExample = ["TUT2002", "TUT2055", "TUT2066"];

    public static TheoryData<string> Pages { get; } =
        [.. SyntaxCodes.All.Concat(NameCodes.All).Select(c => c.Id).Except(WithoutExample)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_first_example_trips_the_code(string code) =>
        Assert.Contains(code, Codes(Examples(code)[0]));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_last_example_is_cured(string code) => Assert.Empty(Codes(Examples(code)[^1]));

    static List<string> Examples(string code)
    {
        var page = File.ReadAllText(Path.Combine(Fixtures.Root, "content", "diagnostics", $"{code}.md"));
        var examples = CodeBlock().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, examples.Count);
        return examples;
    }

    static List<string> Codes(string text) =>
        [.. new DiagnosticCases.Case("", "", text, "").Diagnose().Select(d => d.Code.Id)];

    [GeneratedRegex("```c\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

using System.Text.RegularExpressions;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// Functions with the constructs of functions in mm/, in our own words: <c>tests/fixtures/predicates/kernel</c>. The first
/// line of a file says whose constructs these are, the second one <c>runs</c>, or <c>refused:</c> and the codes.
/// </summary>
static partial class KernelTexts
{
    public sealed record Item(string Name, string Text, string[] Refused)
    {
        public bool Runs => Refused.Length == 0;

        public PredicateCompilation Compile() => Predicate.Compile(SourceText.From(Name, Text), PredicateScope.All);
    }

    public static IReadOnlyList<Item> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "tests/fixtures/predicates/kernel"), "*.c")
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    static Item Read(string path)
    {
        var text = File.ReadAllText(path);
        var expected = Expected().Match(text).Groups[1].Value;
        return new Item(Path.GetFileName(path), text, expected.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"\A/\*.*\*/\n/\* (?:runs|refused: (.*)) \*/\n")]
    private static partial Regex Expected();
}

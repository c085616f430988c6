using System.Text.RegularExpressions;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>Each folder of Tutor.Core uses only the folders before it.</summary>
public sealed partial class LayerTests
{
    static readonly string[] Layers =
        ["Text", "Memory", "Predicates", "Scenarios", "Dumps", "Simulation", "Scoring", "Levels", "Play", "Linting"];

    static readonly string[] PredicateLayers = ["Syntax", "Binding", "Evaluation"];

    [Fact]
    public void Every_folder_of_the_core_uses_only_earlier_ones() =>
        Assert.Empty(Repository.Files("src/Tutor.Core", "*.cs")
            .Where(file => file != "src/Tutor.Core/DiagnosticCodes.cs")
            .SelectMany(file => Breaches(file["src/Tutor.Core/".Length..], Repository.Read(file))));

    [Theory]
    [InlineData("Memory/Bad.cs", "using Tutor.Core.Simulation;")]
    [InlineData("Text/Bad.cs", "var x = Tutor.Core.Memory.PageFlags.Lru;")]
    [InlineData("Predicates/Syntax/Bad.cs", "using Tutor.Core.Predicates.Binding;")]
    [InlineData("Unheard/Of.cs", "")]
    [InlineData("Stray.cs", "")]
    public void The_check_of_layers_trips(string file, string text) => Assert.NotEmpty(Breaches(file, text));

    [Theory]
    [InlineData("Simulation/Good.cs", "using Tutor.Core.Memory;")]
    [InlineData("Predicates/Evaluation/Good.cs", "using Tutor.Core.Predicates.Syntax;")]
    public void The_check_of_layers_lets_earlier_ones_pass(string file, string text) =>
        Assert.Empty(Breaches(file, text));

    [Fact]
    public void The_core_never_touches_console_file_or_environment() =>
        Assert.DoesNotContain(Repository.Files("src/Tutor.Core", "*.cs"),
            file => TouchesTheWorld(Repository.Read(file)));

    [Theory]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("var x = File.ReadAllText(path);")]
    [InlineData("Environment.GetEnvironmentVariable(name)")]
    [InlineData("using System.Net;")]
    public void The_check_of_purity_trips(string text) => Assert.True(TouchesTheWorld(text));

    static bool TouchesTheWorld(string text) => WorldPattern().IsMatch(text);

    static IEnumerable<string> Breaches(string file, string text)
    {
        var parts = file.Split('/');
        var own = Array.IndexOf(Layers, parts[0]);
        if (own < 0)
        {
            yield return $"{file}: is in no layer";
        }

        foreach (Match use in UsePattern().Matches(text))
        {
            if (Array.IndexOf(Layers, use.Groups["layer"].Value) > own)
            {
                yield return $"{file}: {parts[0]} may not use {use.Groups["layer"].Value}";
            }

            var inner = Array.IndexOf(PredicateLayers, use.Groups["inner"].Value);
            if (parts[0] == "Predicates" && Array.IndexOf(PredicateLayers, parts[1]) is var ownInner and >= 0
                && inner > ownInner)
            {
                yield return $"{file}: {parts[1]} may not use {use.Groups["inner"].Value}";
            }
        }
    }

    [GeneratedRegex(@"Tutor\.Core\.(?<layer>[A-Z]\w+)(\.(?<inner>[A-Z]\w+))?")]
    private static partial Regex UsePattern();

    [GeneratedRegex(@"\b(Console|Environment|File|Directory)\.(?!NewLine\b)[A-Z]|System\.Net\b")]
    private static partial Regex WorldPattern();
}

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>What sources may not use, held by the same analyzer and the same files as in the build.</summary>
public sealed class BannedSymbolTests
{
    const string Everywhere = "BannedSymbols.txt";
    const string Browser = "src/BannedSymbols.Waits.txt";

    static readonly CSharpCompilation Platform = CSharpCompilation.Create("platform", references:
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Theory]
    [InlineData(Everywhere, "System.DateTime.Now")]
    [InlineData(Everywhere, "System.DateTime.UtcNow")]
    [InlineData(Everywhere, "System.DateTimeOffset.UtcNow")]
    [InlineData(Everywhere, "new System.Random()")]
    [InlineData(Everywhere, "System.Random.Shared")]
    [InlineData(Everywhere, "System.Guid.NewGuid()")]
    [InlineData(Browser, "System.Threading.Tasks.Task.FromResult(1).Result")]
    [InlineData(Browser, "new System.Threading.SemaphoreSlim(1)")]
    public async Task A_clock_unseeded_randomness_or_a_wait_is_found(string file, string expression) =>
        Assert.Equal(["RS0030"], await Found(file, expression));

    [Fact]
    public async Task A_clock_that_is_handed_in_is_let_through() => Assert.Empty(await Found(Everywhere, "System.TimeProvider.System.GetUtcNow()"));

    /// <summary>A line that names nothing bans nothing, and nobody would notice.</summary>
    [Theory]
    [InlineData(Everywhere)]
    [InlineData(Browser)]
    public void Every_banned_symbol_is_one_that_there_is(string file)
    {
        var symbols = Repository.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')[0]).ToList();
        Assert.True(symbols.Count > 5, file);
        Assert.Equal([], symbols.Where(s => !Exists(s)));
    }

    [Fact]
    public void A_banned_symbol_that_is_misspelt_is_found() => Assert.False(Exists("P:System.DateTime.Nov"));

    static bool Exists(string symbol) => DocumentationCommentId.GetFirstSymbolForDeclarationId(symbol, Platform) is not null;

    static async Task<IEnumerable<string>> Found(string file, string expression)
    {
        var compilation = Platform.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            $"class C {{ object F() => {expression}; }}", cancellationToken: TestContext.Current.CancellationToken));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers([Analyzer()], new AnalyzerOptions([new Banned(file)]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found.Select(d => d.Id);
    }

    static DiagnosticAnalyzer Analyzer()
    {
        var folder = typeof(BannedSymbolTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BannedApiAnalyzers").Value!;
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        var types = Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll")).GetTypes();
        return (DiagnosticAnalyzer)Activator.CreateInstance(types.Single(t => t.Name == "CSharpSymbolIsBannedAnalyzer"))!;
    }

    /// <summary>The list, under the name by which the analyzer knows it.</summary>
    sealed class Banned(string file) : AdditionalText
    {
        public override string Path => System.IO.Path.GetFileName(file);

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Repository.Read(file));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Tutor.Analyzers;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>
/// The rule about switches over our own enums is held by the build of every project in <c>src</c>; here are inputs that
/// trip it, and some that do not.
/// </summary>
public sealed class EnumSwitchTests
{
    [Theory]
    [InlineData("int F(Fate f) => f switch { Fate.Moved => 1, _ => 0 };")]
    [InlineData("int F(Fate f) => f switch { Fate.Moved => 1, var other => (int)other };")]
    [InlineData("int F(Fate f) => f switch { Fate.Moved => 1, not Fate.Moved => 0 };")]
    [InlineData("int F(Fate? f) => f switch { Fate.Moved => 1, null => 2, _ => 0 };")]
    [InlineData("int F(Fate? f) => f switch { Fate.Moved => 1, null => 2, { } => 0 };")]
    [InlineData("int F(Fate f, bool b) => (f, b) switch { (Fate.Moved, true) => 1, _ => 0 };")]
    [InlineData("int F(Fate f, bool b) => (f, b) switch { (Fate.Moved, true) => 1, (_, _) => 0 };")]
    [InlineData("int F(Fate? f, int n) => (n, f) switch { (1, Fate.Moved) => 1, _ => 0 };")]
    [InlineData("int F(Fate f) { switch (f) { case Fate.Moved: return 1; default: return 0; } }")]
    [InlineData("int F(Fate? f) { switch (f) { case Fate.Moved: return 1; default: return 0; } }")]
    [InlineData("int F(Fate f, bool b) { switch (f, b) { case (Fate.Moved, true): return 1; default: return 0; } }")]
    public async Task A_discard_that_stands_for_members_is_found(string member) =>
        Assert.Equal(["RULE001"], await Found(member));

    [Theory]
    [InlineData("void F(Fate f) { switch (f) { case Fate.Moved: break; } }")]
    [InlineData("void F(Fate f, bool b) { switch (f) { case Fate.Moved: break; case Fate.Futile when b: break; case Fate.Skipped: break; } }")]
    public async Task A_statement_that_leaves_members_out_is_found(string member) =>
        Assert.Equal(["RULE002"], await Found(member));

    [Theory]
    [InlineData("int F(Fate f) => f switch { Fate.Moved => 1, Fate.Futile or Fate.Skipped => 0 };")]
    [InlineData("int F(Fate f, bool b) => (f, b) switch { (Fate.Moved, true) => 1, (Fate.Moved, false) => 2, (Fate.Futile or Fate.Skipped, _) => 0 };")]
    [InlineData("int F(Fate f) { switch (f) { case Fate.Moved: return 1; case Fate.Futile or Fate.Skipped: break; } return 0; }")]
    [InlineData("int F(int n) => n switch { 1 => 1, _ => 0 };")]
    [InlineData("int F(System.DayOfWeek d) => d switch { System.DayOfWeek.Monday => 1, _ => 0 };")]
    [InlineData("int F(Word w) => w switch { Word.One => 1, _ => 0 };")]
    public async Task What_names_its_members_is_let_through(string member) => Assert.Empty(await Found(member));

    static async Task<IEnumerable<string>> Found(string member)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            enum Fate { Moved, Futile, Skipped }
            enum Word { One, Two }
            class C { {{member}} }
            """, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Tutor.Trips", [tree],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers([new EnumSwitches()], new AnalyzerOptions([], new Settings()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found.Select(d => d.Id);
    }

    /// <summary>What stands in .editorconfig, for one vocabulary.</summary>
    sealed class Settings : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Rows(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
            new Rows(ImmutableDictionary<string, string>.Empty.Add("tutor_vocabularies", "Letter, Word"));

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        sealed class Rows(ImmutableDictionary<string, string> rows) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => rows.TryGetValue(key, out value);
        }
    }
}

using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Tests.Tidy.Layers;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>Each folder uses only what the table of layers lets it, in the assemblies as they were built.</summary>
public sealed class LayerTests
{
    const string Trips = "Tutor.Tests.Tidy.Layers.Trips";

    static readonly Layer[] TripLayers = [new($"{Trips}.Low"), new($"{Trips}.High", $"{Trips}.Low"), new($"{Trips}.Fenced")];

    public static TheoryData<string> Assemblies => [typeof(SourceText).Assembly.Location, typeof(ILevels).Assembly.Location, typeof(Tutor.Cli.CliHost).Assembly.Location];

    [Fact]
    public void Every_folder_uses_only_those_that_the_table_lets_it() =>
        None(Assemblies.SelectMany(row => LayerRules.Breaches(AssemblyUses.Of(row.Data, "Tutor"), LayerTable.All, "Tutor")));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Nothing_climbs_over_a_fence(string path) =>
        None(LayerRules.Breaches(AssemblyUses.Of(path, "Tutor"), LayerTable.Fences, LayerTable.Harmless));

    [Theory]
    [InlineData("Base")]
    [InlineData("Implemented")]
    [InlineData("Field")]
    [InlineData("Signature")]
    [InlineData("Parameter")]
    [InlineData("BodyOnly")]
    [InlineData("Local")]
    [InlineData("GenericArgument")]
    [InlineData("Constraint`1")]
    [InlineData("TypeOf")]
    [InlineData("Marked")]
    [InlineData("MarkedWith")]
    [InlineData("Lambda")]
    public void A_use_that_points_upwards_is_found(string type) =>
        Assert.Contains(TripBreaches(), b => b.StartsWith($"{Trips}.Low.{type}", StringComparison.Ordinal) && b.Contains("High", StringComparison.Ordinal));

    [Fact]
    public void What_uses_nothing_above_it_is_let_through() =>
        Assert.DoesNotContain(TripBreaches(), b => b.Contains("Low.Clean", StringComparison.Ordinal));

    [Fact]
    public void A_folder_without_a_row_is_found() => Assert.Contains(TripBreaches(), b => b.Contains($"{Trips}.Stray is in no layer", StringComparison.Ordinal));

    [Fact]
    public void A_fence_stops_the_console_and_lets_a_line_break_through()
    {
        var breaches = LayerRules.Breaches(Own.Where(u => u.From == $"{Trips}.Fenced"), LayerTable.Fences, LayerTable.Harmless);
        Assert.StartsWith($"{Trips}.Fenced.Writes.Write uses System.Console.Write", Assert.Single(breaches));
    }

    static void None(IEnumerable<string> breaches)
    {
        var found = breaches.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    static IReadOnlyCollection<Use> Own => AssemblyUses.Of(typeof(LayerTests).Assembly.Location, Trips);

    static IEnumerable<string> TripBreaches() => LayerRules.Breaches(Own, TripLayers, Trips);
}

using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Game.Panes;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>What is shown of the name at the caret.</summary>
public sealed class NameDocTests
{
    const int Rows = 4;

    static readonly CompactControl Control = RunSettings.For(RunTrigger.CompactMemory).Control;

    [Fact]
    public void Every_name_of_the_kernel_fits_its_place() => Assert.All(BuiltIns.All, row =>
    {
        var lines = Doc(row.Name);
        Assert.InRange(lines.Count, 2, Rows);
        Assert.All(lines, l => Assert.InRange(l.Columns, 0, 60));
    });

    [Fact]
    public void A_name_has_its_value_on_the_page_under_the_cursor() => Assert.Contains("page +0: 2", Text("folio_ref_count"), StringComparison.Ordinal);

    [Fact]
    public void A_member_has_one_too() => Assert.Contains("cc->order  page +0: -1", Text("order"), StringComparison.Ordinal);

    [Fact]
    public void What_does_not_fit_is_a_key_away() => Assert.Contains("Ctrl+O reads on.", Text("folio_expected_refs"), StringComparison.Ordinal);

    [Fact]
    public void A_word_of_the_players_own_has_none() => Assert.Empty(Doc("mine"));

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void It_stands_under_the_text_while_the_caret_is_on_a_name(int width, int height)
    {
        var player = new Player(width: width, height: height).Press("Enter").Write("folio_ref_count(folio) > 2").Press("Home").Sees("References on the folio,");
        player.Press("End").Sees("Words here");
    }

    [Fact]
    public void Where_nothing_is_written_there_is_none() => new Player(width: 120, height: 40).Press("Down", "Enter").DoesNotSee("References on the folio");

    static List<Line> Doc(string name) => NameDoc.Lines(name, SmallMaps.Mixed(), 0, Control, 60, Rows);

    static string Text(string name) => string.Join('\n', Doc(name).Select(l => l.Text));
}

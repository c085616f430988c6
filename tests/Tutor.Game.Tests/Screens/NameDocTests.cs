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
    static readonly CompactControl Control = RunSettings.For(RunTrigger.CompactMemory).Control;

    [Fact]
    public void Every_name_of_the_kernel_fits_its_place() => Assert.All(BuiltIns.All, row =>
    {
        var lines = Doc(row.Name);
        Assert.InRange(lines.Count, 2, NameDoc.Rows);
        Assert.All(lines, l => Assert.InRange(l.Columns, 0, 60));
    });

    [Fact]
    public void A_name_has_its_value_on_the_page_under_the_cursor() => Assert.Contains("page +0: 2", Text("folio_ref_count"), StringComparison.Ordinal);

    [Fact]
    public void A_member_has_one_too() => Assert.Contains("cc->order  page +0: -1", Text("order"), StringComparison.Ordinal);

    [Fact]
    public void What_does_not_fit_is_a_key_away() => Assert.Contains("Ctrl+O reads on.", Text("folio_expected_refs"), StringComparison.Ordinal);

    [Fact]
    public void The_pane_follows_the_caret_and_stays_where_it_is()
    {
        var player = new Player(width: 120, height: 40).Press("Enter", "Home").Sees("References on the folio, with the scanner's own where it holds one.");
        player.Press("End").Sees("With the caret on one of the kernel's names it is explained here.");
    }

    [Fact]
    public void A_small_screen_leaves_the_rows_to_the_map() => new Player().Press("Enter", "Home").DoesNotSee("The name at the caret");

    [Fact]
    public void Where_nothing_is_written_there_is_no_such_pane() => new Player(width: 120, height: 40).Press("Down", "Enter").DoesNotSee("The name at the caret");

    static List<Line> Doc(string name) => NameDoc.Lines(name, SmallMaps.Mixed(), 0, Control, 60);

    static string Text(string name) => string.Join('\n', Doc(name).Select(l => l.Text));
}

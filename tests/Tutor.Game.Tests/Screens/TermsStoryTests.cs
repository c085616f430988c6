using System.Collections.Immutable;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>The predicate taken apart: terms, truth table, and the pages that a term decides.</summary>
public sealed class TermsStoryTests
{
    [Fact]
    public void The_terms_are_what_the_operators_join() => Assert.Equal(
        ["mapping", "folio_ref_count(folio) > 3", "folio_test_anon(folio)"],
        Table("!mapping && (folio_ref_count(folio) > 3 || folio_test_anon(folio))").Terms.Select(t => t.Text));

    [Fact]
    public void A_function_gives_its_conditions_and_what_it_returns() => Assert.Equal(
        ["folio_test_anon(folio)", "folio_ref_count(folio) > 3"],
        Table("bool f(struct folio *folio)\n{\n\tif (folio_test_anon(folio))\n\t\treturn false;\n\treturn folio_ref_count(folio) > 3;\n}").Terms.Select(t => t.Text));

    [Fact]
    public void Every_page_that_is_asked_is_in_one_row()
    {
        var table = Table("!mapping && folio_ref_count(folio) > 3");
        Assert.Equal(table.Terms.Max(t => t.Asked), table.Rows.Sum(r => r.Pages));
    }

    [Fact]
    public void A_term_decides_what_no_other_decides_alone()
    {
        // Where the first is false, it decides alone; the second is not asked.
        var table = Table("folio_test_anon(folio) && folio_ref_count(folio) > 3");
        var files = table.Rows.Where(r => r.Values[1].Say == TermSay.NotAsked).Sum(r => r.Pages);
        Assert.Equal(table.Terms[0].Asked - table.Terms[1].Asked, files);
        Assert.All(table.Rows.Where(r => r.Values[1].Say == TermSay.NotAsked), r => Assert.Equal(TermSay.Decides, r.Values[0].Say));
    }

    [Fact]
    public void A_rows_verdict_is_what_the_run_gave_its_pages()
    {
        var (map, result, table) = TableAndRun("!mapping && folio_ref_count(folio) > 1");
        Assert.All(table.Rows, row => Assert.All(row.States, s =>
            Assert.Equal(row.Verdict, result.Verdicts[MapSearch.Next(map, id => id == s, map.PageCount - 1)!.Value])));
    }

    [Fact]
    public void The_caret_finds_the_smallest_term_around_it()
    {
        var table = Table("!mapping && folio_ref_count(folio) > 3");
        Assert.Equal([0, 0, 1], ImmutableArray.Create(1, 9, 20).Select(at => table.At(at)!.Value));
    }

    [Fact]
    public void Wrong_rows_stand_first() => Assert.True(Table("folio_ref_count(folio) > 1").Rows[0].IsWrong);

    [Fact]
    public void A_key_takes_the_predicate_apart_and_Enter_lights_a_term() =>
        new Player(width: 120, height: 40).Press("Enter", "Ctrl+X").Sees("a  folio_ref_count(folio) > 1").Sees("comes to")
            .Press("Enter").Sees("Map: what 'folio_ref_count(folio) > 1' says").Sees("# it decides").Sees("decides 864 pages: anon 448, file 320,");

    [Fact]
    public void The_light_follows_the_caret_and_goes_out_again()
    {
        var player = new Player(width: 120, height: 40).Press("Enter", "Ctrl+K").Type("mapping && folio_ref_count(folio) > 3").Press("Esc", "Enter");
        player.Press("Alt+T").Sees("what 'folio_ref_count(folio) > 3' says").Press("Home").Sees("what 'mapping' says").Press("Alt+T").Sees("Memory map: verdicts");
    }

    [Fact]
    public void Enter_on_a_row_goes_to_a_page_of_it() =>
        new Player(width: 120, height: 40).Press("Enter", "Ctrl+X", "Down", "Enter").DoesNotSee("term by term").Sees("false skip");

    [Fact]
    public void A_constant_has_no_terms() => new Player().Press("Enter", "Ctrl+K").Type("0 == 1").Press("Ctrl+X").Sees("There is no term in it");

    [Fact]
    public void What_is_to_be_foretold_is_not_taken_apart() => new Player().Press("Down", "Down", "Enter", "Ctrl+X").Sees("First say what will happen");

    [Fact]
    public void Text_mode_says_the_same_in_sentences()
    {
        var said = TextPlayer.Play("play pinned-anon", "terms");
        Assert.Contains("a: folio_ref_count(folio) > 1. Asked of", said, StringComparison.Ordinal);
        Assert.Contains("a true, which decides.", said, StringComparison.Ordinal);
    }

    static TermTable Table(string text) => TableAndRun(text).Table;

    static (Core.Memory.MemoryMap Map, CompactionResult Result, TermTable Table) TableAndRun(string text)
    {
        var (map, settings) = (SmallMaps.Mixed(), RunSettings.For(RunTrigger.CompactMemory));
        var predicate = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All).Predicate!;
        var result = Compaction.Run(map, predicate.Ask, settings);
        return (map, result, TermTable.Of(map, settings.Control, predicate, result.Verdicts));
    }
}

using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Classroom;
using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Classroom;

public sealed class RunSheetTests
{
    static readonly LevelLibrary Library = LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);

    static readonly LevelCatalog Catalog = Library.Catalog;

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void Its_rows_fill_the_time_one_after_the_other(int minutes)
    {
        var now = 0;
        Assert.All(RunSheet.Plan(Catalog, minutes).Rows, row =>
        {
            Assert.Equal(now, row.From);
            now += row.Minutes;
        });
        Assert.Equal(minutes, now);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void What_a_level_needs_comes_before_it(int minutes)
    {
        var taught = new HashSet<string>();
        var ideas = Catalog.Entries.SelectMany(e => e.Level!.Teaches).ToHashSet();
        var levels = Levels(RunSheet.Plan(Catalog, minutes));
        Assert.All(levels, level =>
        {
            Assert.Subset(taught, level.Needs.Where(ideas.Contains).ToHashSet());
            taught.UnionWith(level.Teaches);
        });
        Assert.True(levels.Select(l => Catalog.Entries.Single(e => e.Id == l.Id).Chapter!.Id).Distinct().Count() >= (minutes < 60 ? 2 : 3));
    }

    [Fact]
    public void A_long_day_has_breaks_in_it_and_a_short_hour_none()
    {
        Assert.Equal(0, Breaks(60));
        Assert.Equal(1, Breaks(90));
        Assert.Equal(2, Breaks(180));
    }

    [Fact]
    public void What_can_be_left_out_is_needed_by_no_other_row()
    {
        var rows = RunSheet.Plan(Catalog, 180).Rows.Where(r => r.Level is not null).ToList();
        Assert.Contains(rows, r => r.CanBeLeftOut);
        Assert.All(rows.Where(r => r.CanBeLeftOut), row => Assert.All(rows, other => Assert.Empty(other.Level!.Needs.Intersect(
            row.Level!.Teaches.Where(t => Catalog.Entries.First(e => e.Level!.Teaches.Contains(t)).Id == row.Level.Id)))));
    }

    [Fact]
    public void A_level_that_is_asked_for_brings_what_it_needs_and_says_how_much_is_too_much()
    {
        var wanted = Catalog.Entries.Last(e => e.Level!.Needs.Length > 0);
        var sheet = RunSheet.Plan(Catalog, 20, [wanted.Id]);
        Assert.Contains(Levels(sheet), l => l.Id == wanted.Id);
        Assert.True(Levels(sheet).Count > 1);
        Assert.Equal(sheet.Rows.Sum(r => r.Minutes) - 20, sheet.TooMany);
    }

    [Fact]
    public void What_its_notes_say_is_how_long_a_class_takes_and_without_them_a_vote_takes_longer()
    {
        var noted = LevelReader.Read(SourceText.From("every-key.yaml", Repository.Read("tests/fixtures/levels/valid/every-key.yaml")), Library.Kinds, new DiagnosticBag())!;
        Assert.Equal((9, "Who holds it?"), (noted.Facilitator!.Minutes, noted.Facilitator.Ask));
        Assert.Equal(("true", "Skips what moves."), (noted.Facilitator.Wrong[0].Skip!.Text, noted.Facilitator.Wrong[0].Why));
        Assert.Equal(9, RunSheet.ClassMinutes(noted));
        Assert.Equal(noted.Minutes + 1, RunSheet.ClassMinutes(noted with { Facilitator = null, Kind = LevelKind.Write }));
        Assert.Equal(noted.Minutes + 3, RunSheet.ClassMinutes(noted with { Facilitator = null, Kind = LevelKind.Pick }));
    }

    static int Breaks(int minutes) => RunSheet.Plan(Catalog, minutes).Rows.Count(r => r.Part == RunSheetPart.Break);

    static List<Level> Levels(RunSheet sheet) => [.. sheet.Rows.Select(r => r.Level).OfType<Level>()];
}

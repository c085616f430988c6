using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Scoring;
using Tutor.Storage;
using Tutor.Game.Playing;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>What the guides say of the pack is true of it.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void The_learner_s_way_names_every_chapter_with_its_minutes()
    {
        var guide = Repository.Read("content/guides/learner.md");
        Assert.All(TextPlayer.BuiltIn().Entries.GroupBy(e => e.ChapterTitle), chapter =>
            Assert.Matches($@"\| {Regex.Escape(chapter.Key)} \| [^|]+ \| {chapter.Sum(l => l.Minutes)} \|", guide));
    }

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void A_run_sheet_adds_up_to_its_minutes(int minutes) =>
        Assert.Equal(minutes, Rows(minutes).Sum(r => r.Play + r.Talk));

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void A_row_of_a_run_sheet_begins_when_the_one_before_ends(int minutes)
    {
        var now = 0;
        Assert.All(Rows(minutes), row =>
        {
            Assert.Equal(now, row.From);
            now += row.Play + row.Talk;
        });
    }

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void A_row_of_a_run_sheet_gives_levels_that_there_are_the_minutes_that_they_say(int minutes)
    {
        var known = Pack.Catalog.Entries.ToDictionary(e => e.Id, e => e.Level!.Minutes);
        Assert.All(Rows(minutes), row =>
        {
            var levels = NamePattern().Matches(row.What).Select(m => known[m.Groups[1].Value]).ToList();
            Assert.Equal(row.Play, row.What.Contains("one of", StringComparison.Ordinal) ? levels.Max() : levels.Sum());
        });
    }

    [Fact]
    public void A_wrong_answer_to_expect_is_declared_by_its_level()
    {
        var table = Facilitator.Split("## Wrong answers to expect")[1].Split("\n## ")[0];
        var named = WrongAnswerPattern().Matches(table);
        Assert.NotEmpty(named);
        Assert.All(named, m => Assert.Contains(Pack.Catalog.Entries.Single(e => e.Id == m.Groups[1].Value).Level!.Solutions,
            s => s.Id == m.Groups[2].Value && s.Expect == Verdict.Fail));
    }

    static string Facilitator => Repository.Read("content/guides/facilitator.md");

    static LevelLibrary Pack { get; } = LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);

    static List<(int From, int Play, int Talk, string What)> Rows(int minutes)
    {
        var sheet = Facilitator.Split($"**{minutes} minutes")[1].Split("\n\n")[1];
        var rows = RowPattern().Matches(sheet)
            .Select(m => (60 * Number(m, 1) + Number(m, 2), Number(m, 3), Number(m, 4), m.Groups[5].Value)).ToList();
        Assert.Equal(sheet.Split('\n').Length - 2, rows.Count);
        return rows;
    }

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (\d):(\d\d) \| (\d+) \| (\d+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("^\\| `([a-z0-9-]+)` \\| `([a-z0-9.-]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex WrongAnswerPattern();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex NamePattern();
}

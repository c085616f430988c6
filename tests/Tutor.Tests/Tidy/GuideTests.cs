using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Tests.TextMode;
using Xunit;

namespace Tutor.Tests.Tidy;

/// <summary>What the guides say of the pack is true of it.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void The_learner_s_way_names_every_chapter_with_its_minutes()
    {
        var guide = Repository.Read("content/guides/learner.md");
        Assert.All(TextPlayer.BuiltIn().Levels.GroupBy(l => l.Chapter), chapter =>
            Assert.Matches($@"\| {Regex.Escape(chapter.Key)} \| [^|]+ \| {chapter.Sum(l => l.Minutes)} \|", guide));
    }

    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    public void A_run_sheet_adds_up_to_its_minutes(int minutes)
    {
        var sheet = Repository.Read("content/guides/facilitator.md").Split($"**{minutes} minutes")[1].Split("\n\n")[1];
        Assert.Equal(minutes, RowPattern().Matches(sheet).Sum(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_run_sheet_names_levels_that_there_are()
    {
        var sheets = Repository.Read("content/guides/facilitator.md").Split("## Run sheets")[1].Split("\n## ")[0];
        var levels = TextPlayer.BuiltIn().Levels.Select(l => l.Id).ToHashSet();
        var named = NamePattern().Matches(sheets).Select(m => m.Groups[1].Value).Where(n => n != "minutes").ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, levels));
    }

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex NamePattern();
}

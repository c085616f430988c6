using System.Text;
using Tutor.Core.Levels;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Classroom;

/// <summary>What a facilitator types beside the report: plan, preview, vote.</summary>
public sealed class ClassroomCommandTests
{
    static readonly LevelLibrary Pack = LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);

    [Fact]
    public void A_plan_has_a_table_and_a_part_for_each_level()
    {
        var run = TutorProcess.Run("plan", "--minutes", "90");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var rows = run.Out.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains('`', StringComparison.Ordinal) && !l.Contains("tutor export", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 5, run.Out);
        Assert.Equal(rows.Count, run.Out.Split("\n## ").Length - 1);
        Assert.Contains("Wrong answers to expect:", run.Out);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("many")]
    public void Minutes_that_no_class_has_are_refused(string minutes) => Assert.Equal(2, TutorProcess.Run("plan", "--minutes", minutes).ExitCode);

    [Fact]
    public void On_the_projector_nothing_tells_the_answer_of_any_level()
    {
        foreach (var level in Pack.Catalog.Entries.Select(e => e.Level!).Where(l => l.Pages < 1 << 20).DistinctBy(l => l.Kind))
        {
            var run = TutorProcess.Run("preview", "--projector", level.Id);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains(level.Title, run.Out);
            Assert.All(level.Options, o => Assert.Contains(Solid(o.Skip.Text), Solid(run.Out)));
            Assert.All(level.Options.Where(o => o.Feedback.Length > 0), o => Assert.DoesNotContain(o.Feedback.Trim().Split('\n')[0], run.Out));
            Assert.All(level.Hints, h => Assert.DoesNotContain(h.Text.Trim().Split('\n')[0], run.Out));
            Assert.DoesNotContain("reference  ", run.Out);
        }
    }

    /// <summary>Without blanks: a long option is wrapped.</summary>
    static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void A_vote_is_for_levels_with_options_and_keeps_nothing()
    {
        using var folder = new TemporaryFolder();
        var pick = Pack.Catalog.Entries.First(e => e.Level!.Kind == LevelKind.Pick).Level!;
        var votes = string.Join(' ', pick.Options.Select((_, i) => i));
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes($"{votes}\n\n{votes}\n\n"), "vote", pick.Id, "--data", Path.Combine(folder.Path, "data"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Right (", run.Out);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "data")));
        var written = Pack.Catalog.Entries.First(e => e.Level!.Kind == LevelKind.Write);
        Assert.Equal(2, TutorProcess.Run("vote", written.Id).ExitCode);
    }

    [Fact]
    public void A_vote_takes_first_choices_from_what_was_handed_in()
    {
        using var folder = new TemporaryFolder();
        var levels = new ClassroomLevels(Pack);
        var pick = levels.First(12).First(l => l.Level.Kind == LevelKind.Pick);
        var plan = new SimulatedLearners([pick], 1).Guesses("Ada");
        folder.Write("ada.json", PlayedPlan.Play(plan, levels, DateTimeOffset.UnixEpoch, 1).Write());
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes("q\n"), "vote", pick.Level.Id, "--from", folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 vote from what was handed in", run.Out);
    }
}

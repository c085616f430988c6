using Tutor.Core.Levels;
using Xunit;

namespace Tutor.Game.Tests.Lines;

/// <summary>The predicates of a lesson, played in text mode.</summary>
public sealed class LessonBlockTests
{
    const string Level = "swap-cache";

    [Fact]
    public void The_lesson_says_how_its_predicate_is_played()
    {
        var said = TextPlayer.Play(Passed(), $"play {Level}", "lesson", "more", "more");
        Assert.Contains("'run' plays the predicate of this lesson on the level's map.", said.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_predicate_of_the_lesson_is_played_on_the_levels_map_and_kept_nowhere()
    {
        var pack = Passed();
        var before = pack.Progress.History(Level).Count;
        var said = TextPlayer.Play(pack, $"play {Level}", "text", "run", "text");
        var block = Block();
        Assert.Contains($"> run\n  {block}\n", said, StringComparison.Ordinal);
        Assert.Contains("It would not pass: ", said, StringComparison.Ordinal);
        Assert.Equal(said.Split("> text\n")[1].Split("\n\n")[0], said.Split("> text\n")[2].Split("\n\n")[0]);
        Assert.Equal(before, pack.Progress.History(Level).Count);
    }

    [Fact]
    public void Before_the_choice_none_is_played() =>
        Assert.Contains("First 'pick' an option", TextPlayer.Play(TextPlayer.BuiltIn(), $"play {Level}", "run").Split("> run")[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("run 7")]
    [InlineData("run -1")]
    [InlineData("run x")]
    public void A_number_that_there_is_not_is_told(string line) =>
        Assert.Contains("The lesson has one predicate", TextPlayer.Play(Passed(), $"play {Level}", line).Split($"> {line}")[1], StringComparison.Ordinal);

    [Fact]
    public void A_lesson_without_predicates_says_so()
    {
        var pack = TextPlayer.BuiltIn();
        var without = pack.Entries.First(e => e.Level is { Kind: LevelKind.Write, Lesson: { } lesson } && LessonText.Predicates(pack.ReadText(lesson.Text)!).IsEmpty).Id;
        Assert.Contains("has no predicate to play", TextPlayer.Play(pack, $"play {without}", "run").Split("> run")[1], StringComparison.Ordinal);
    }

    static string Block()
    {
        var text = TextPlayer.BuiltIn().ReadText($"content/lessons/{Level}.md") ?? TextPlayer.BuiltIn().ReadText($"lessons/{Level}.md")!;
        var span = LessonText.Predicates(text).Single();
        return text.Substring(span.Start, span.Length);
    }

    /// <summary>Somebody who has handed in an option of the level.</summary>
    static Playing.PlayedPack Passed()
    {
        var pack = TextPlayer.BuiltIn();
        TextPlayer.Play(pack, $"play {Level}", "pick 1", "check", "pick 2", "check", "pick 3", "check", "pick 4", "check");
        return pack;
    }
}

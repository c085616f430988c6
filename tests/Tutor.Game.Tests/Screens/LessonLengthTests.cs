using Tutor.Core.Levels;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A lesson is read in two screens of a terminal of 80×24 at most, and in one where it can be; sources and details come after.</summary>
public sealed class LessonLengthTests
{
    /// <summary>24 rows without title and keys.</summary>
    const int Screen = 22;

    const int Width = 75;

    [Fact]
    public void A_lesson_has_two_screens_at_most() =>
        Assert.Empty(Lessons().Where(l => l.Lines > 2 * Screen).Select(l => $"{l.Name}: {l.Lines} lines"));

    [Fact]
    public void A_lesson_ends_with_something_to_try_before_its_sources() =>
        Assert.Empty(Lessons().Where(l => !l.Main.TrimEnd().Split("\n\n")[^1].StartsWith("**Try it:**", StringComparison.Ordinal)).Select(l => l.Name));

    [Fact]
    public void Sources_stand_behind_the_lesson() =>
        Assert.Empty(Lessons().Where(l => l.Main.Contains("*Source", StringComparison.Ordinal)).Select(l => l.Name));

    static IEnumerable<(string Name, string Main, int Lines)> Lessons()
    {
        var options = new MarkdownOptions { Kinds = TextPlayer.BuiltIn().Kinds, Under = (_, _, _) => [Line.Empty] };
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "lessons"), "*.md").Order(StringComparer.Ordinal))
        {
            var main = LessonText.Read(File.ReadAllText(file)).Main;
            var title = MarkdownText.TitleOf(main);
            var text = title is null ? main : main[(main.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            yield return (Path.GetFileNameWithoutExtension(file), main, MarkdownText.Lines(text, Width, options).Count);
        }
    }
}

using Tutor.Core.Levels;
using Xunit;

namespace Tutor.Core.Tests.Levels;

public sealed class LessonTextTests
{
    [Fact]
    public void A_heading_divides_what_all_read_from_sources_and_details() =>
        Assert.Equal(new LessonText("# A\n\nText.\n\n", "\nSources.\n"), LessonText.Read("# A\n\nText.\n\n## More\n\nSources.\n"));

    [Fact]
    public void A_lesson_need_not_have_more() => Assert.Equal(new LessonText("# A\n", ""), LessonText.Read("# A\n"));

    [Fact]
    public void A_block_of_code_divides_nothing() => Assert.Equal("", LessonText.Read("```\n## More\n```\n").More);

    [Fact]
    public void A_heading_at_the_very_end_is_no_harm() => Assert.Equal(new LessonText("A\n", ""), LessonText.Read("A\n## More"));
}

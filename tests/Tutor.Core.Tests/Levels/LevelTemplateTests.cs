using Tutor.Core.Levels;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>The file that <c>tutor new level</c> writes.</summary>
public sealed class LevelTemplateTests
{
    [Fact]
    public void No_line_of_it_lists_more_words_than_a_person_reads() =>
        Assert.All(LevelTemplate.Level("fixture").Split('\n'), line => Assert.InRange(line.Length, 0, 600));

    [Fact]
    public void Every_key_of_a_level_is_in_it() =>
        Assert.All(LevelKeys.Level.Keys, key => Assert.Matches($@"(?m)^(# )?{key.Name}:", LevelTemplate.Level("fixture")));
}

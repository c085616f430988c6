using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>Level files that are right: the smallest, one with every key, one from another system.</summary>
public sealed class LevelFixtureTests
{
    public static TheoryData<string> Valid => [.. LevelFixture.Names("valid")];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_file_reads_without_a_problem(string name)
    {
        var problems = LevelFixture.Read(LevelFixture.Text("valid", name), out var level);
        Assert.Empty(problems.ToImmutable().Select(DiagnosticFormatter.Format));
        Assert.Equal(name, level?.Id);
    }
}

using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>A pack that adds to the program's own: a run sheet of the course's levels and a few of one's own.</summary>
public sealed class ExtendingPackTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string Pack => Path.Combine(_folder.Path, "mine");

    public ExtendingPackTests()
    {
        TutorProcess.Run("new", "pack", Pack);
        Edit("pack.yaml", "# extends:", "extends: review-the-series #");
        Edit("pack.yaml", "levels: [first]", "levels: [own-reference, first, recorded-guest]");
        Edit("010-first.yaml", "# needs:", "needs: [own-reference]  #");
    }

    [Fact]
    public void It_lists_levels_of_both_in_its_own_order()
    {
        using var list = JsonDocument.Parse(TutorProcess.Run("list", "--pack", Pack, "--json").Out);
        Assert.Equal(["own-reference", "first", "recorded-guest"],
            list.RootElement.GetProperty("levels").EnumerateArray().Select(l => l.GetProperty("id").GetString()));
    }

    [Fact]
    public void Ideas_of_the_course_are_taught_before_it() => Assert.Equal("levels 1, errors 0, warnings 0\n", TutorProcess.Run("lint", Pack).Out);

    [Fact]
    public void A_level_of_the_course_plays_in_it_recording_and_all() =>
        Assert.Contains("futile", TutorProcess.Run("run", "recorded-guest", "--pack", Pack, "--solution", "stock-6.1").Out);

    [Fact]
    public void Words_of_both_are_explained()
    {
        Assert.Contains("virtual machine", TutorProcess.Run("explain", "guest page", "--pack", Pack).Out);
        Assert.Contains("four meanings", TutorProcess.Run("explain", "pin", "--pack", Pack).Out);
    }

    [Fact]
    public void An_id_or_a_term_in_both_is_an_error()
    {
        Edit("010-first.yaml", "id: first", "id: guest-memory");
        File.AppendAllText(Path.Combine(Pack, "content", "glossary.md"), "\npage\n: Mine.\n");
        var lint = TutorProcess.Run("lint", Pack).Out;
        Assert.Contains("error TUT3205: the pack 'review-the-series' has a level 'guest-memory' already", lint);
        Assert.Contains("error TUT3301: the pack that this one adds to explains 'page' already", lint);
    }

    public void Dispose() => _folder.Dispose();

    void Edit(string file, string before, string after)
    {
        var path = Path.Combine(Pack, "levels", file);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }
}

using System.Text.RegularExpressions;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>The tutorial of the author's guide, followed to the letter in a pack outside the repository.</summary>
public sealed partial class AuthorGuideTests : IDisposable
{
    static readonly string[] Snippets =
        [.. Repository.Read("content/guides/author.md").Split("```yaml\n").Skip(1).Select(s => s.Split("```")[0])];

    readonly TemporaryFolder _folder = new();

    string Pack => Path.Combine(_folder.Path, "caches");

    [Fact]
    public void Its_commands_do_what_it_says_when_they_are_typed_as_they_stand()
    {
        // The template's title and brief are still to be written, and no chapter has the level yet.
        Assert.Equal([(0, ""), (0, ""), (1, "")], Commands(0).Select(command => Typed(command)));
        AddToChapter();
        File.WriteAllText(Path.Combine(Pack, "levels", "020-cache-page.yaml"), Snippets[0]);
        Assert.Equal(["lint", "preview", "run", "--pack"], Commands(1).Select(c => c[0]));
        // One mutant lives, and what the run tries is a wrong answer.
        Assert.Equal([1, 1, 1, 0], Commands(1).Select(c => Typed(c).ExitCode));
    }

    [Fact]
    public void A_first_level_plays_as_declared_and_one_mutant_lives()
    {
        var lint = Lint(Snippets[0]);
        Assert.Equal((1, ""), (lint.ExitCode, lint.Error));
        Assert.Contains("TUT4030", lint.Out);
    }

    [Fact]
    public void A_hidden_map_finds_the_reference_wanting()
    {
        var lint = Lint(WithHidden(Snippets[1]));
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains("solution 'reference' is declared 'pass' and comes to 'fail'", lint.Out);
    }

    [Fact]
    public void The_mended_level_is_clean_previews_and_plays()
    {
        var level = WithHidden(Snippets[3]);
        var reference = level.Split('\n').Single(l => l.Contains("id: reference", StringComparison.Ordinal));
        var lint = Lint(level.Replace(reference + "\n", Snippets[2], StringComparison.Ordinal));
        Assert.Equal("levels 2, errors 0, warnings 0", lint.Out.Trim());
        Assert.Contains("cache-page", TutorProcess.Run("preview", Pack).Out);
        Assert.Equal(0, TutorProcess.Run("run", "cache-page", "--pack", Pack, "--solution", "reference").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    static string WithHidden(string map) => Snippets[0].Replace("run: {", map + "run: {", StringComparison.Ordinal);

    ProcessResult Lint(string level)
    {
        Assert.Equal(0, TutorProcess.Run("new", "pack", Pack).ExitCode);
        File.WriteAllText(Path.Combine(Pack, "levels", "020-cache-page.yaml"), level);
        AddToChapter();
        return TutorProcess.Run("lint", Pack);
    }

    void AddToChapter()
    {
        var pack = Path.Combine(Pack, "levels", "pack.yaml");
        var before = File.ReadAllText(pack);
        var after = before.Replace("levels: [first]", "levels: [first, cache-page]", StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        File.WriteAllText(pack, after);
    }

    /// <summary>The arguments of every command in one of the guide's blocks.</summary>
    static List<string[]> Commands(int block) =>
    [
        .. Repository.Read("content/guides/author.md").Split("```sh\n")[block + 1].Split("```")[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => WordPattern().Matches(line.Split(" #")[0]).Skip(1).Select(m => m.Value.Trim('\'')).ToArray()),
    ];

    (int ExitCode, string Error) Typed(string[] command)
    {
        var run = TutorProcess.RunIn(_folder.Path, command);
        return (run.ExitCode, run.Error);
    }

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex WordPattern();
}

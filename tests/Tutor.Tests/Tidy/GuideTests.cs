using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Tutor.Cli;
using Tutor.Core.Levels;
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
        var missing = TextPlayer.BuiltIn().Entries.GroupBy(e => e.ChapterTitle).Select(c => (c.Key, Minutes: c.Sum(l => l.Minutes)))
            .Where(c => !Regex.IsMatch(guide, $@"\| {Regex.Escape(c.Key)} \| [^|]+ \| {c.Minutes} \|")).Select(c => $"content/guides/learner.md: no row of '{c.Key}' with {c.Minutes} minutes");
        Assert.Equal([], missing);
    }

    [Fact]
    public void The_author_s_table_of_kinds_has_a_row_for_each()
    {
        var guide = Repository.Read("content/guides/author.md");
        Assert.Equal([], LevelKinds.All.Select(k => k.Word()).Where(w => !guide.Contains($"\n| `{w}`", StringComparison.Ordinal)).Select(w => $"content/guides/author.md: no row of '{w}'"));
    }

    [Fact]
    public void Every_command_of_the_facilitator_s_guide_is_one_that_the_program_takes()
    {
        var host = new CliHost(Stream.Null, TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System, Repository.Root);
        var commands = CommandPattern().Matches(Facilitator).Select(m => m.Groups[1].Value.Split(" > ")[0].Split("  #")[0].Trim()).ToList();
        Assert.True(commands.Count >= 10, string.Join('\n', commands));
        Assert.All(commands, command => Assert.Equal([], CommandLine.Build(host).Parse(CommandLineParser.SplitCommandLine(command).ToArray()).Errors.Select(e => e.Message)));
    }

    [Fact]
    public void A_level_that_the_facilitator_s_guide_names_is_in_the_pack()
    {
        var known = Pack.Catalog.Entries.Select(e => e.Id).ToHashSet();
        Assert.All(LevelPattern().Matches(Facilitator), m => Assert.Contains(m.Groups[1].Value, known));
    }

    static string Facilitator => Repository.Read("content/guides/facilitator.md");

    static LevelLibrary Pack { get; } = LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);

    [GeneratedRegex("^ *tutor ([a-z][^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();

    [GeneratedRegex("(?:tutor vote|--projector|--level) ([a-z][a-z0-9-]+)")]
    private static partial Regex LevelPattern();
}

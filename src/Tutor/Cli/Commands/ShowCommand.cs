using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Scoring;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor show LEVEL</c>.</summary>
static class ShowCommand
{
    static readonly Option<bool> Yaml = new("--yaml") { Description = "The level file itself, as it is: of a day's level what was made for it" };

    public static Command Build(CliHost host)
    {
        var name = SharedOptions.Level();
        var command = new Command("show") { name, SharedOptions.Json, Yaml };
        command.SetAction(parsed => Run(parsed.GetValue(name)!, parsed, host));
        return command;
    }

    static int Run(string name, ParseResult parsed, CliHost host)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(name, parsed, host);
        if (loaded is null)
        {
            return exitCode;
        }

        host.Print(loaded.Problems);
        if (loaded.Level is not { } level)
        {
            return exitCode;
        }

        if (parsed.GetValue(Yaml))
        {
            host.Out.Write(level.Source.Text);
            return ExitCode.Passed;
        }

        var report = Report(level, path => RecordedPages(library!, path));
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, report);
        }
        else
        {
            ShowText.Write(host.Out, report);
        }

        return ExitCode.Passed;
    }

    static ShowReport Report(Level level, Func<string, int?> recordedPages) => new()
    {
        Level = level.Id,
        Revision = level.Revision,
        Title = level.Title,
        Kind = level.Kind.Word(),
        Minutes = level.Minutes,
        Teaches = level.Teaches,
        Needs = level.Needs,
        Brief = level.Brief.Trim(),
        Vocabulary = level.OwnVocabulary.IsDefault ? null : level.OwnVocabulary,
        Starter = level.Starter?.Text.Trim(),
        Attack = level.Attack is { } attack ? new ShownAttack(attack.Against, attack.Text?.Text.Trim(), attack.Kinds, attack.Pages) : null,
        Options = [.. level.Options.Select(o => new ShownOption(o.Id, o.Skip.Text.Trim()))],
        Maps =
        [
            .. level.Maps.Select(m => new ShownMap(m.Id, m.Role.Word(),
                m.Recipe?.Pages ?? recordedPages(m.Recorded!.Text) ?? 0, Math.Max(1, m.Seeds.Length))),
        ],
        Goals =
        [
            .. level.Goals.Select(g => new ShownGoal(g.Tier.Word(), g.Metric.Name, g.Bound.ToString(), g.OnMap)),
        ],
    };

    static int? RecordedPages(LevelLibrary library, string path) =>
        library.Folder.ReadBytes(path).Bytes is { } bytes ? Recording.Read(path, bytes).Recording?.Map.PageCount : null;
}

using System.CommandLine;
using Tutor.Core.Levels;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor schema [level|pack|kinds]</c>: a JSON schema, for editors.</summary>
static class SchemaCommand
{
    public static Command Build(CliHost host)
    {
        var name = new Argument<string>("NAME")
        {
            Description = $"Of which files: {string.Join(", ", LevelSchema.All.Select(s => s.Name))}",
            HelpName = "NAME",
            DefaultValueFactory = _ => LevelSchema.All[0].Name,
        };
        name.AcceptOnlyFromAmong([.. LevelSchema.All.Select(s => s.Name)]);
        var command = new Command("schema") { name };
        command.SetAction(parsed =>
        {
            host.Out.Write(LevelSchema.All.Single(s => s.Name == parsed.GetValue(name)).Text());
            return ExitCode.Passed;
        });
        return command;
    }
}

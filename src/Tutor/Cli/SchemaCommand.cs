using System.CommandLine;
using Tutor.Core.Levels;

namespace Tutor.Cli;

/// <summary><c>tutor schema</c>: the JSON schema of level files.</summary>
static class SchemaCommand
{
    public static Command Build(CliHost host)
    {
        var command = new Command("schema");
        command.SetAction(_ =>
        {
            host.Out.Write(LevelSchema.Text());
            return ExitCode.Passed;
        });
        return command;
    }
}

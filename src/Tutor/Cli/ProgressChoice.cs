using System.CommandLine;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The progress that a command works on: <c>--data</c>, else <c>TUTOR_DATA</c>, else the user's.</summary>
static class ProgressChoice
{
    public static ProgressStore Open(ParseResult parsed, CliHost host) => ProgressStore.Open(Folder(parsed, host), host.Time);

    public static string? Folder(ParseResult parsed, CliHost host) =>
        DataFolder.Find(parsed.GetValue(SharedOptions.Data), host.Environment);
}

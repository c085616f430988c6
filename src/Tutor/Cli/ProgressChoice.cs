using System.CommandLine;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The progress that a command works on: <c>--data</c>, else <c>TUTOR_DATA</c>, else the user's.</summary>
static class ProgressChoice
{
    public static ProgressStore Open(ParseResult parsed, CliHost host) => ProgressStore.Open(Folder(parsed, host), host.Time);

    /// <summary>Says after a game what was not saved, and why. The store is closed by then.</summary>
    public static void TellLosses(ProgressStore progress, CliHost host)
    {
        if (progress.Remark is { } remark)
        {
            host.Error.WriteLine($"tutor: {remark}");
        }

        if (progress.Notice is { } notice)
        {
            var lost = progress.UnwrittenAttempts;
            host.Error.WriteLine($"tutor: {notice.Reason}{(lost == 0 ? "" : lost == 1 ? "; one answer of this session is lost" : $"; {lost} answers of this session are lost")}");
            host.Error.WriteLine($"  help: {notice.Cure}");
        }
    }

    public static string? Folder(ParseResult parsed, CliHost host) =>
        DataFolder.Find(parsed.GetValue(SharedOptions.Data), host.Environment);
}

using System.CommandLine;
using Tutor.Core.Play;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The library and the level that a command line names.</summary>
static class LibraryChoice
{
    /// <summary>The chosen pack's library, or null with the reason already told.</summary>
    public static LevelLibrary? Of(ParseResult parsed, CliHost host) =>
        PackChoice.Of(parsed, host) is { } pack ? Open(pack, host) : null;

    public static LevelLibrary Open(PackFolder pack, CliHost host) =>
        LevelLibrary.Open(pack, PackFolder.Open(host.BuiltInPack));

    /// <summary>
    /// Finds a level and reads it. If there is no library, the reason has been printed. The problems of a level that cannot be
    /// read have not.
    /// </summary>
    public static (LevelLibrary? Library, LoadedLevel? Loaded, int ExitCode) Find(string name, ParseResult parsed, CliHost host)
    {
        if (LevelArgument.DayOf(name, host) is { } date)
        {
            var entry = DailyLevel.Entry(date);
            return Of(parsed, host) is not { } pack ? (null, null, ExitCode.BadInput)
                : (pack, new LoadedLevel(new LevelFile(entry.Path), entry.Level, entry.Diagnostics), ExitCode.Passed);
        }

        var choice = LevelArgument.Resolve(name, LevelArgument.IsPath(name) ? null : PackChoice.Of(parsed, host));
        if (choice.Level is null)
        {
            return (null, null, host.UsageError(choice.Message!, choice.Help));
        }

        var library = Open(choice.Pack!, host);
        var loaded = library.Load(choice.Level);
        return (library, loaded, loaded.Level is null ? ExitCode.BadInput : ExitCode.Passed);
    }
}

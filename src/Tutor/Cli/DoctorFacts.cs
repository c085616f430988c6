using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tutor.Core.Levels;
using Tutor.Game.Doctor;
using Tutor.Storage;
using Tutor.Terminal;

namespace Tutor.Cli;

/// <summary>Looks at this machine for <c>tutor doctor</c>. It leaves nothing behind.</summary>
static class DoctorFacts
{
    public static Checkup Of(ParseResult parsed, CliHost host)
    {
        var (term, size) = (host.Environment("TERM"), host.TerminalSize());
        var traits = TerminalTraits.Of(host.Environment);
        var isUtf8 = TerminalTraits.IsUtf8(host.Environment);
        var pack = PackChoice.Silent(parsed, host)?.On(PackFolder.Open(host.BuiltInPack));
        var levels = pack is null ? [] : LibraryChoice.Open(pack, host).Catalog.Entries;
        var version = Pack.ProgramVersion;
        return new Checkup
        {
            Major = version.Major,
            Minor = version.Minor,
            Patch = Math.Max(0, version.Build),
            IsNative = !RuntimeFeature.IsDynamicCodeSupported,
            System = OperatingSystem.IsLinux() ? OperatingKind.Linux : OperatingSystem.IsMacOS() ? OperatingKind.MacOs
                : OperatingSystem.IsWindows() ? OperatingKind.Windows : OperatingKind.Other,
            Processor = RuntimeInformation.ProcessArchitecture switch
            {
                Architecture.X64 => ProcessorKind.X64,
                Architecture.Arm64 => ProcessorKind.Arm64,
                _ => ProcessorKind.Other,
            },
            Terminal = size is null ? TerminalKind.None : term is "dumb" ? TerminalKind.Dumb : TerminalKind.Screen,
            Columns = size?.Columns ?? 0,
            Rows = size?.Rows ?? 0,
            Colours = traits.Depth,
            AreColoursRefused = !string.IsNullOrEmpty(host.Environment("NO_COLOR")),
            IsUtf8 = isUtf8,
            HasPlainFont = isUtf8 && traits.IsAscii,
            Between = !string.IsNullOrEmpty(host.Environment("TMUX")) ? Multiplexer.Tmux
                : !string.IsNullOrEmpty(host.Environment("STY")) ? Multiplexer.Screen : Multiplexer.None,
            Data = Data(parsed, host).State,
            HasPack = pack is not null,
            Levels = levels.Length,
            BrokenLevels = levels.Count(l => l.Level is null),
        };
    }

    /// <summary>What is true of this machine alone: for whoever sits at it.</summary>
    public static IEnumerable<string> Places(ParseResult parsed, CliHost host)
    {
        yield return $"TERM={host.Environment("TERM")}";
        var (_, folder, reason) = Data(parsed, host);
        yield return $"progress: {folder ?? "no folder"}{(reason is null ? "" : $" ({reason})")}";
        yield return $"levels: {PackChoice.Silent(parsed, host)?.Levels ?? "no folder"}";
    }

    static (DataState State, string? Folder, string? Reason) Data(ParseResult parsed, CliHost host)
    {
        if (ProgressChoice.Folder(parsed, host) is not { } folder)
        {
            return (DataState.NoFolder, null, null);
        }

        if (DataFolder.WhyNotWritable(folder) is { } reason)
        {
            return (DataState.NotWritable, folder, reason);
        }

        if (!File.Exists(Path.Combine(folder, "progress.db")))
        {
            return (DataState.Kept, folder, null);
        }

        using var store = ProgressStore.Open(folder, host.Time);
        return store.Notice is { } notice ? (DataState.Unfit, folder, notice.Reason) : (DataState.Kept, folder, null);
    }
}

using System.CommandLine;
using Tutor.Core.Levels.Yaml;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The pack that a command works on: <c>--pack</c>, else <c>TUTOR_PACK</c>, else the built-in one.</summary>
static class PackChoice
{
    /// <summary>The pack, or null with the reason already told.</summary>
    public static PackFolder? Of(ParseResult parsed, CliHost host)
    {
        if (Named(parsed, host) is { } named)
        {
            return Open(named, host)?.On(PackFolder.Open(host.BuiltInPack));
        }

        var pack = PackFolder.Open(host.BuiltInPack);
        if (pack is null)
        {
            host.Error.WriteLine($"tutor: {host.BuiltInPack}: there are no levels in this folder");
            host.Error.WriteLine("  help: the program's own pack is missing; build or install it again");
        }

        return pack;
    }

    /// <summary>The pack in a folder or a file, or null with the reason already told.</summary>
    public static PackFolder? Open(string place, CliHost host)
    {
        var (pack, problem) = PackFolder.Find(place);
        if (problem is not null)
        {
            host.Print([problem]);
        }

        return pack;
    }

    /// <summary>Whether a path is one of a pack, and not of a level: a folder, or a file that is named like one.</summary>
    public static bool IsPack(string place) => Directory.Exists(place) || (place.EndsWith(PackArchive.Ending, StringComparison.Ordinal) && File.Exists(place));

    /// <summary>The same, but prints nothing if there is none.</summary>
    public static PackFolder? Silent(ParseResult parsed, CliHost host) =>
        Named(parsed, host) is { } named ? PackFolder.Find(named).Pack : PackFolder.Open(host.BuiltInPack);

    /// <summary>Where an installed pack of a name is, or will be; null where nothing can be kept.</summary>
    public static string? Installed(string id, ParseResult parsed, CliHost host) =>
        ProgressChoice.Folder(parsed, host) is { } folder ? Path.Combine(folder, "packs", $"{id}{PackArchive.Ending}") : null;

    static string? Named(ParseResult parsed, CliHost host)
    {
        var named = NotEmpty(parsed.GetValue(SharedOptions.Pack)) ?? NotEmpty(host.Environment("TUTOR_PACK"));
        // Shells do not expand a tilde behind an equals sign: --pack=~/mine.
        return named is null ? null
            : named.StartsWith("~/", StringComparison.Ordinal) && NotEmpty(host.Environment("HOME")) is { } home ? Path.Combine(home, named[2..])
            : !Path.Exists(named) && KebabName.Is(named) && Installed(named, parsed, host) is { } installed && File.Exists(installed) ? installed
            : named;
    }

    static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

using System.CommandLine;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The pack that a command works on: <c>--pack</c>, else <c>TUTOR_PACK</c>, else the built-in one.</summary>
static class PackChoice
{
    /// <summary>The pack, or null with the reason already told.</summary>
    public static PackFolder? Of(ParseResult parsed, CliHost host)
    {
        var named = Named(parsed, host);
        var folder = named ?? host.BuiltInPack;
        var pack = PackFolder.Open(folder);
        if (pack is null)
        {
            host.Error.WriteLine($"tutor: {folder}: there are no levels in this folder");
            host.Error.WriteLine(named is null
                ? "  help: the program's own pack is missing; build or install it again"
                : "  help: a pack is a folder with levels/ and content/ in it");
        }

        return pack?.On(PackFolder.Open(host.BuiltInPack));
    }

    /// <summary>The same without a word when there is none.</summary>
    public static PackFolder? Silent(ParseResult parsed, CliHost host) => PackFolder.Open(Named(parsed, host) ?? host.BuiltInPack);

    /// <summary>Shells do not expand a tilde behind an equals sign: --pack=~/mine.</summary>
    static string? Named(ParseResult parsed, CliHost host)
    {
        var named = NotEmpty(parsed.GetValue(SharedOptions.Pack)) ?? NotEmpty(host.Environment("TUTOR_PACK"));
        return named is not null && named.StartsWith("~/", StringComparison.Ordinal) && NotEmpty(host.Environment("HOME")) is { } home
            ? Path.Combine(home, named[2..])
            : named;
    }

    static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core.Text;
using Tutor.Storage;
using Command = System.CommandLine.Command;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor pack build|check|install</c>: a pack as one file, to be handed on.</summary>
static class PackCommand
{
    static readonly Argument<string> Folder = new("DIR") { Description = "The folder of the pack" };

    static readonly Argument<string> Place = new("PACK") { Description = "The folder of a pack, or its one file" };

    static readonly Argument<string> OneFile = new("FILE") { Description = "What 'tutor pack build' made" };

    static readonly Option<string?> Output = new("--output", "-o") { Description = "A new file; ID-VERSION.tutorpack if absent", HelpName = "FILE" };

    static readonly Option<bool> WithoutAnswers = new("--without-answers")
    {
        Description = "Leave out solutions (but what a repair begins with or an attack is against), the last hints and comments; hidden maps stay",
    };

    public static Command Build(CliHost host)
    {
        var build = new Command("build", "Make one file of a pack; the same files give the same bytes") { Folder, Output, WithoutAnswers, SharedOptions.Json };
        build.SetAction(parsed => Make(parsed, host));
        var check = new Command("check", "Say whether a pack is whole, and play its levels as their author would want it") { Place };
        check.SetAction(parsed => Check(parsed, host));
        var install = new Command("install", "Keep a pack with your progress, so that --pack NAME finds it") { OneFile, SharedOptions.Json };
        install.SetAction(parsed => Install(parsed, host));
        return new Command("pack") { build, check, install };
    }

    static int Make(ParseResult parsed, CliHost host)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!Directory.Exists(folder))
        {
            return host.UsageError($"{folder}: there is no such folder", "a pack is a folder with levels/ and content/ in it; 'tutor new pack DIR' makes one");
        }

        if (PackChoice.Open(folder, host) is not { } pack)
        {
            return ExitCode.BadInput;
        }

        var (bytes, problems) = PackBuilder.Build(LibraryChoice.Open(pack, host), !parsed.GetValue(WithoutAnswers));
        if (bytes is null)
        {
            host.Print(problems);
            return ExitCode.BadInput;
        }

        // The file is read back as a receiver would read it, so that a fault shows here first.
        var (archive, fault) = PackArchive.Read(folder, bytes);
        if (archive is null)
        {
            host.Print([fault!]);
            return ExitCode.BadInput;
        }

        var path = parsed.GetValue(Output) ?? $"{archive.Manifest.Id}-{archive.Manifest.Version}{PackArchive.Ending}";
        if (WhyNotWritten(path, bytes, FileMode.CreateNew) is { } reason)
        {
            host.Error.WriteLine($"tutor: {path} cannot be made: {reason}");
            host.Error.WriteLine("  help: name another with --output FILE; what is there is never written over");
            return ExitCode.BadInput;
        }

        Tell("made", path, archive, bytes, parsed, host);
        return ExitCode.Passed;
    }

    static int Check(ParseResult parsed, CliHost host)
    {
        var place = parsed.GetValue(Place)!;
        if (PackChoice.Open(place, host) is not { } pack)
        {
            return ExitCode.BadInput;
        }

        if (pack.Archive is { } archive)
        {
            host.Out.WriteLine($"{place}: {Words(archive.Manifest)}; every file is as listed");
        }

        var library = LibraryChoice.Open(pack, host);
        var findings = new DiagnosticBag();
        if (pack.Archive is { Manifest.Answers: false })
        {
            // A pack without solutions cannot be played by the linter; it only checks that each level can be read.
            findings.AddRange(library.Catalog.Diagnostics);
            findings.AddRange(library.Catalog.Entries.Where(e => e.Level is null).SelectMany(e => e.Diagnostics));
            return LintCommand.Tell(parsed, host, findings.ToImmutable(), library.Catalog.Entries.Count(e => !e.IsBorrowed));
        }

        var levels = LintCommand.LintPack(library, findings, host);
        return LintCommand.Tell(parsed, host, findings.ToImmutable(), levels);
    }

    static int Install(ParseResult parsed, CliHost host)
    {
        var file = parsed.GetValue(OneFile)!;
        var (bytes, unreadable) = InputFile.ReadBytes(file, PackArchive.MostPackedBytes);
        var (archive, problem) = bytes is null ? (null, unreadable) : PackArchive.Read(file, bytes);
        if (archive is null || bytes is null)
        {
            host.Print([problem!]);
            return ExitCode.BadInput;
        }

        if (PackChoice.Installed(archive.Manifest.Id, parsed, host) is not { } path)
        {
            return host.UsageError("there is no folder to keep it in", "name one with --data DIR");
        }

        if (WhyNotWritten(path, bytes, FileMode.Create) is { } reason)
        {
            host.Error.WriteLine($"tutor: {path} cannot be written: {reason}");
            host.Error.WriteLine("  help: name another folder with --data DIR");
            return ExitCode.BadInput;
        }

        Tell("installed", path, archive, bytes, parsed, host);
        return ExitCode.Passed;
    }

    /// <summary>Writes a file whole or not at all; why not, or null.</summary>
    static string? WhyNotWritten(string path, byte[] bytes, FileMode mode)
    {
        try
        {
            if (mode == FileMode.CreateNew && Path.Exists(path))
            {
                return "it is there already";
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var half = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(half, bytes);
            File.Move(half, path, overwrite: mode == FileMode.Create);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    static void Tell(string done, string path, PackArchive archive, byte[] bytes, ParseResult parsed, CliHost host)
    {
        var manifest = archive.Manifest;
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, new PackReport
            {
                File = path,
                Id = manifest.Id,
                Version = manifest.Version,
                Licence = manifest.Licence,
                Requires = manifest.Requires,
                Answers = manifest.Answers,
                Files = manifest.Files.Count,
                Sha256 = PackArchive.Hash(bytes),
            });
            return;
        }

        host.Out.WriteLine($"{done} {path}: {Words(manifest)}");
        host.Out.WriteLine($"sha256 {PackArchive.Hash(bytes)}");
        host.Out.WriteLine(done == "made" ? $"play it with 'tutor {path}'" : $"play it with 'tutor --pack {manifest.Id}'");
    }

    static string Words(PackManifest manifest) =>
        $"{manifest.Id} {manifest.Version}, {manifest.Licence}, {manifest.Files.Count} files, answers {(manifest.Answers ? "in it" : "left out")}";
}

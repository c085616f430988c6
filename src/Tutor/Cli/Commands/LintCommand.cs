using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core.Linting;
using Tutor.Core.Linting.Rules;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor lint [PATH…]</c>: reads and plays levels.</summary>
static class LintCommand
{
    static readonly Argument<string[]> Places = new("PATH")
    {
        Description = "Level files, folders of packs, or ids; without any the whole chosen pack",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static readonly Option<string> Format = new("--format")
    {
        Description = "text, json, github for the lines of a change, or sarif",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "text",
    };

    static LintCommand() => Format.AcceptOnlyFromAmong("text", "json", "github", "sarif");

    public static Command Build(CliHost host)
    {
        var command = new Command("lint") { Places, Format, SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var findings = new DiagnosticBag();
        var levels = 0;
        var named = parsed.GetValue(Places) ?? [];
        IEnumerable<string?> places = named.Length > 0 ? named : new string?[] { null };
        foreach (var place in places)
        {
            if (place is null || PackChoice.IsPack(place))
            {
                var pack = place is null ? PackChoice.Of(parsed, host) : PackChoice.Open(place, host);
                if (pack is null)
                {
                    return ExitCode.BadInput;
                }

                levels += LintPack(LibraryChoice.Open(pack, host), findings, host);
                continue;
            }

            var (library, loaded, exitCode) = LibraryChoice.Find(place, parsed, host);
            if (loaded is null)
            {
                return exitCode;
            }

            levels++;
            findings.AddRange(LintOne(library!, loaded).Diagnostics);
        }

        return Tell(parsed, host, findings.ToImmutable(), levels);
    }

    internal static int LintPack(LevelLibrary library, DiagnosticBag findings, CliHost host)
    {
        using var progress = new CountProgress(host, "levels");
        foreach (var file in Linter.Lint(library.Catalog, library.Folder, (level, of) => progress.Step(of, level)))
        {
            findings.AddRange(file.Diagnostics);
        }

        return library.Catalog.Entries.Count(e => !e.IsBorrowed);
    }

    /// <summary>Checks a level as a part of its pack, whose other levels teach what it needs.</summary>
    public static LintedFile LintOne(LevelLibrary library, LoadedLevel loaded, IProgress<double>? progress = null)
    {
        var name = Path.GetFileName(loaded.File.Path);
        return library.Catalog.Entries.FirstOrDefault(e => e.Path == name) is { Level: not null } entry
            ? Linter.Lint(entry, library.Catalog, library.Folder, progress)
            : new LintedFile(name, loaded.Level?.Id, loaded.Problems);
    }

    internal static int Tell(ParseResult parsed, CliHost host, ImmutableArray<Diagnostic> findings, int levels)
    {
        var errors = findings.Count(f => f.IsError);
        var report = new LintReport
        {
            Levels = levels,
            Errors = errors,
            Warnings = findings.Length - errors,
            Findings = JsonOutput.Report(findings, withFile: true),
        };
        switch (parsed.GetValue(SharedOptions.Json) ? "json" : parsed.GetValue(Format))
        {
            case "json":
                JsonOutput.Write(host.Out, report);
                break;
            case "github":
                foreach (var finding in findings)
                {
                    host.Out.WriteLine(GithubText.Of(finding));
                }

                break;
            case "sarif":
                host.Out.Write(SarifText.Of(findings));
                break;
            default:
                foreach (var finding in findings)
                {
                    host.Out.Write(DiagnosticFormatter.Format(finding));
                }

                host.Out.WriteLine($"levels {levels}, errors {errors}, warnings {report.Warnings}");
                break;
        }

        return ExitCodeOf(findings);
    }

    /// <summary>The exit code: a file that cannot be read is bad input; a level that does not play as it says, or a warning, is a finding.</summary>
    public static int ExitCodeOf(ImmutableArray<Diagnostic> findings) => findings.IsEmpty ? ExitCode.Passed
        : findings.Any(f => f.IsError && !LintCodes.All.Contains(f.Code)) ? ExitCode.BadInput : ExitCode.NotPassed;
}

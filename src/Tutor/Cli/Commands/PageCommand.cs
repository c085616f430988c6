using System.CommandLine;
using System.Text;
using Tutor.Cli.Json;
using Tutor.Core.Dumps;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor page FILE|-</c>: page dumps out of a kernel's log, every reference accounted.</summary>
static class PageCommand
{
    /// <summary>Bytes of a log; a day of dumps has a tenth of it.</summary>
    const int MostLogBytes = 64 << 20;

    static readonly Argument<string?> Log = new("FILE")
    {
        Description = "A kernel log with page dumps in it; - is standard input",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<bool> Kind = new("--kind") { Description = "Print the pages as page kinds of a level instead" };

    static readonly Option<bool> Formats = new("--formats") { Description = "List the fields of page dumps that are known, by release" };

    public static Command Build(CliHost host)
    {
        var command = new Command("page") { Log, Kind, Formats, SharedOptions.Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Kind) && result.GetValue(SharedOptions.Json))
            {
                result.AddError("--kind prints YAML and --json prints JSON: one of them is enough");
            }

            if (result.GetResult(Log) is not { Tokens.Count: > 0 } && !result.GetValue(Formats))
            {
                result.AddError("a FILE is needed: 'dmesg | tutor page -' reads the running kernel's log");
            }
        });
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (parsed.GetValue(Formats))
        {
            return PageText.WriteFormats(host.Out);
        }

        var name = parsed.GetValue(Log)!;
        var (bytes, problem) = name == "-" ? InputFile.ReadBytes(host.In, MostLogBytes) : InputFile.ReadBytes(name, MostLogBytes);
        if (bytes is null)
        {
            return Write(parsed, host, [], [problem!]);
        }

        // A log may hold any bytes between its dumps; those of a dump are ASCII.
        var log = SourceText.From(name, Encoding.UTF8.GetString(bytes));
        var read = DumpReader.Read(log);
        var isEmpty = read.Dumps.IsEmpty && read.Problems.IsEmpty;
        return Write(parsed, host, [.. read.Dumps.Select(DumpReading.Of)],
            isEmpty ? [None(log)] : [.. read.Problems]);
    }

    static int Write(ParseResult parsed, CliHost host, IReadOnlyList<DumpReading> readings, IReadOnlyList<Diagnostic> problems)
    {
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, new PageReport
            {
                Diagnostics = JsonOutput.Report(problems),
                Pages = [.. readings.Select(PageText.Report)],
            });
        }
        else
        {
            host.Print(problems);
            if (parsed.GetValue(Kind))
            {
                host.Out.Write(DumpKinds.WriteAll(readings));
            }
            else
            {
                PageText.Write(host.Out, readings);
            }
        }

        return readings.Count == 0 ? ExitCode.BadInput : problems.Count > 0 ? ExitCode.NotPassed : ExitCode.Passed;
    }

    static Diagnostic None(SourceText log) => new(DumpCodes.None, log, new TextSpan(0, 0), "there is no page dump in this text",
        "a dump begins with 'page: refcount:' and ends with 'page dumped because:'; 'tutor explain TUT3703' says who prints one");
}

using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.InteropServices;
using Tutor.Cli.Comparing;
using Tutor.Cli.Json;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor compare</c>: predicates side by side over levels, recordings and recipes, on many seeds.</summary>
static class CompareCommand
{
    static readonly Option<string[]> Text = new("-e")
    {
        Description = "A predicate, or the id of a revision (stock, v4, dma-pinned …); again for another",
        HelpName = "TEXT",
    };

    static readonly Option<string[]> File = new("-f") { Description = "A file with a predicate", HelpName = "FILE" };

    static readonly Option<string[]> Level = new("--level") { Description = "On every map of this level", HelpName = "LEVEL" };

    static readonly Option<string[]> Map = new("--map") { Description = "On this recording, as it was recorded", HelpName = "FILE.csv.gz" };

    static readonly Option<string[]> Recipe = new("--recipe")
    {
        Description = "On maps of this recipe: a file with one map entry of a level, and 'kinds' if it likes",
        HelpName = "FILE.yaml",
    };

    static readonly Option<string?> Seeds = new("--seeds") { Description = "In place of the maps' own seeds: 1-50, or 3,7,10-12", HelpName = "A-B" };

    static readonly Option<string> Format = new("--format") { Description = "text, csv or json", DefaultValueFactory = _ => "text" };

    static CompareCommand() => Format.AcceptOnlyFromAmong("text", "csv", "json");

    public static Command Build(CliHost host)
    {
        var command = new Command("compare") { Text, File, Level, Map, Recipe, Seeds, Format };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(Text)?.Length ?? 0) + (result.GetValue(File)?.Length ?? 0) == 0)
            {
                result.AddError("-e or -f names a predicate: give two or more to compare");
            }

            if (result.GetResult(Level) is null && result.GetResult(Map) is null && result.GetResult(Recipe) is null)
            {
                result.AddError("--level, --map or --recipe says where: one at least");
            }

            if (result.GetValue(Seeds) is { } seeds && CompareSeeds.Parse(seeds) is null)
            {
                result.AddError($"--seeds is a list of numbers and ranges such as 1-50 or 3,7,10-12, {CompareSeeds.Most} at most");
            }
        });
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var problems = new DiagnosticBag();
        var seeds = parsed.GetValue(Seeds) is { } list ? CompareSeeds.Parse(list) : null;
        var (texts, unreadable) = CompareTexts.Read(parsed.GetValue(Text) ?? [], parsed.GetValue(File) ?? []);
        problems.AddRange(unreadable);
        var grounds = new List<CompareGround>();
        var reader = new CompareGrounds(parsed, host, seeds, problems);
        foreach (var (names, read) in new (string[]?, Func<string, CompareGround?>)[]
            { (parsed.GetValue(Level), reader.OfLevel), (parsed.GetValue(Map), reader.OfRecording), (parsed.GetValue(Recipe), reader.OfRecipe) })
        {
            foreach (var name in names ?? [])
            {
                if (read(name) is { } ground)
                {
                    grounds.Add(ground);
                }
            }
        }

        var contenders = grounds.Select(g => CompareTexts.Compile(texts, g, problems)).ToList();
        if (problems.HasErrors || reader.HasUsageError)
        {
            host.Print(problems.ToImmutable());
            return problems.HasErrors ? ExitCode.BadInput : ExitCode.Usage;
        }

        // A warning about the same text on every ground is one warning.
        host.Print(problems.ToImmutable());
        return Compare(parsed, host, texts, grounds, contenders);
    }

    static int Compare(ParseResult parsed, CliHost host, ImmutableArray<CompareText> texts, List<CompareGround> grounds,
        List<ImmutableArray<Contender>> contenders)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            cancel.Cancel();
        });
        var maps = new List<ComparedMap>();
        var problems = new DiagnosticBag();
        var runs = grounds.Sum(g => g.Orders.Length);
        using (var progress = new CountProgress(host, "runs"))
        {
            try
            {
                foreach (var (ground, i) in grounds.Select((g, i) => (g, i)))
                {
                    foreach (var order in ground.Orders)
                    {
                        if (ground.Build(order, problems, cancel.Token) is not { } map)
                        {
                            host.Print(problems.ToImmutable());
                            return ExitCode.BadInput;
                        }

                        maps.Add(SideBySide.Run(ground.Name, map, contenders[i], cancel.Token));
                        progress.Step(runs, $"{ground.Name} {map.Id}");
                        cancel.Token.ThrowIfCancellationRequested();
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The runs that are done are written even after an interrupt.
            }
        }

        var summaries = MapSummary.Of(maps, name => grounds.First(g => g.Name == name).Goals);
        Write(parsed.GetValue(Format)!, host, texts, summaries, cancel.IsCancellationRequested);
        return cancel.IsCancellationRequested ? ExitCode.Interrupted
            : maps.Exists(m => m.Runs.Any(r => r.HasErrors)) ? ExitCode.BadInput : ExitCode.Passed;
    }

    static void Write(string format, CliHost host, ImmutableArray<CompareText> texts, ImmutableArray<MapSummary> maps, bool isInterrupted)
    {
        switch (format)
        {
            case "csv":
                CompareCsv.Write(host.Out, maps);
                break;
            case "json":
                JsonOutput.Write(host.Out, CompareReports.Of(texts, maps, isInterrupted));
                break;
            default:
                CompareTable.Write(host.Out, texts, maps);
                break;
        }

        if (isInterrupted && format != "json")
        {
            host.Error.WriteLine("tutor: interrupted: this is what was done until then");
        }
    }
}

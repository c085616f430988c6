using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Text;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor compact MAP</c>: the literal engine over a recorded map, row by row.</summary>
static class CompactCommand
{
    const int LargestOrder = 10;

    static readonly Argument<string> Map = new("MAP")
    {
        Description = "A recording (.csv.gz), one of the pack's maps, or a level's recorded map: LEVEL, MAP or LEVEL/MAP",
    };

    static readonly Option<string?> Expression = new("-e")
    {
        Description = "A skip predicate instead of the recording's own",
        HelpName = "TEXT",
    };

    static readonly Option<int?> Order = new("--order")
    {
        Description = "Compact for one allocation of 2^N pages instead of the whole of memory",
        HelpName = "N",
    };

    static readonly Option<string?> Mode = new("--mode") { Description = "How long migration may wait", HelpName = "MODE" };

    static readonly Option<string?> Release = new("--release")
    {
        Description = "Whose rules a made-up map is compacted by; a recording's kernel says it itself",
        HelpName = "RELEASE",
    };

    static readonly Option<bool> Check = new("--check")
    {
        Description = "Compare with the recording row by row; exit code 1 at any difference",
    };

    static readonly Option<bool> TraceLines = new("--trace")
    {
        Description = "Print the run as the kernel's tracepoints do: mm_compaction_isolate_migratepages and its like",
    };

    static CompactCommand()
    {
        Mode.AcceptOnlyFromAmong("async", "sync-light", "sync");
        SharedOptions.AcceptReleases(Release, KernelReleases.All, KernelReleases.Cure);
    }

    public static Command Build(CliHost host)
    {
        var command = new Command("compact") { Map, Expression, SharedOptions.Names, Order, Mode, Release, Check, TraceLines, SharedOptions.Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Check)
                && (result.GetResult(Expression) ?? result.GetResult(Order) ?? result.GetResult(Mode) ?? result.GetResult(Release)) is not null)
            {
                result.AddError("--check compares with the recorded run: leave out -e, --order, --mode and --release");
            }

            if (result.GetValue(TraceLines) && (result.GetValue(SharedOptions.Json) || result.GetValue(Check)))
            {
                result.AddError("--trace prints the tracepoints' lines and nothing else: leave out --json and --check");
            }

            if (result.GetValue(Order) is < 0 or > LargestOrder)
            {
                result.AddError($"--order is 0 to {LargestOrder}");
            }
        });
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var name = parsed.GetValue(Map)!;
        var (recording, problems) = RecordingChoice.Read(name, parsed, host);
        if (recording is null)
        {
            return Refuse(parsed, host, new CompactReport { Map = name }, problems);
        }

        if (!recording.IsMadeUp && parsed.GetValue(Release) is not null)
        {
            return host.UsageError(
                $"--release is for maps that somebody made up, and '{name}' is a recording of {recording.Kernel}",
                "leave it out: the kernel's name says the release");
        }

        var settings = Settings(parsed, recording);
        var text = parsed.GetValue(Expression);
        var source = SourceText.From("predicate",
            text ?? Revisions.OfRecording(recording.Predicate)!.ExpressionIn(settings.Control.Release));
        var compiled = Predicate.Compile(source, PredicateScope.All with { Control = settings.Control, Names = SharedOptions.NamesOf(parsed) });
        var report = new CompactReport { Map = name, Predicate = source.Text };
        if (compiled.Predicate is not { } predicate)
        {
            return Refuse(parsed, host, report, compiled.Diagnostics);
        }

        var trace = parsed.GetValue(TraceLines) ? new ScanTrace() : null;
        var result = Compaction.Run(recording.Map, predicate.Ask, settings, trace);
        if (result.HasErrors)
        {
            var undefined = predicate.EvaluationProblems(recording.Map.Palette, settings.Control);
            return Refuse(parsed, host, report, compiled.Diagnostics.AddRange(undefined));
        }

        if (trace is not null)
        {
            CompactTrace.Write(host.Out, trace, result);
            return ExitCode.Passed;
        }

        var difference = parsed.GetValue(Check) ? RecordingCheck.FirstDifference(recording, result) : null;
        var check = parsed.GetValue(Check) ? new CheckReport(difference is null, difference) : null;
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, CompactRows.Of(report, recording.Map.FirstPfn, settings.Control.Release, result) with
            {
                Diagnostics = JsonOutput.Report(compiled.Diagnostics),
                Check = check,
            });
        }
        else
        {
            // Warnings about a recorded predicate are left out: the player cannot mend it.
            host.Print(text is null ? [] : compiled.Diagnostics);
            CompactText.Write(host.Out, recording, settings.Control.Release, source.Text, result, check);
            SayWhyNothing(host, recording.Map, predicate, settings, result);
        }

        return difference is null ? ExitCode.Passed : ExitCode.NotPassed;
    }

    /// <summary>If a run isolated no page, runs it again step by step to say why.</summary>
    static void SayWhyNothing(CliHost host, MemoryMap map, Predicate predicate, RunSettings settings, CompactionResult result)
    {
        if (result.Metrics.Isolated + result.Metrics.IsolatedDriver > 0)
        {
            return;
        }

        var trace = new ScanTrace();
        Compaction.Run(map, predicate.Ask, settings, trace);
        host.Out.WriteLine();
        foreach (var (reason, i) in CompactWhy.Of(map, settings, trace).Select((r, i) => (r, i)))
        {
            TextWrap.Write(host.Out, i == 0 ? "nothing    " : "           ", reason);
        }
    }

    static RunSettings Settings(ParseResult parsed, Recording recording)
    {
        var mode = parsed.GetValue(Mode) switch
        {
            "async" => MigrateMode.Async,
            "sync-light" => MigrateMode.SyncLight,
            "sync" => MigrateMode.Sync,
            _ => (MigrateMode?)null,
        };
        var order = parsed.GetValue(Order);
        var trigger = order is null ? RunTrigger.CompactMemory : RunTrigger.Direct;
        var release = parsed.GetValue(Release) switch
        {
            "6.1" => KernelRelease.Linux61,
            "6.12" => KernelRelease.Linux612,
            _ => recording.Release,
        };
        return RunSettings.For(trigger, order, mode, recording.UnevictableAllowed, release: release) with
        {
            Scanners = ScannerSet.Both,
        };
    }

    static int Refuse(ParseResult parsed, CliHost host, CompactReport report, ImmutableArray<Diagnostic> problems)
    {
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, report with { Diagnostics = JsonOutput.Report(problems) });
        }
        else
        {
            host.Print(problems);
        }

        return ExitCode.BadInput;
    }
}

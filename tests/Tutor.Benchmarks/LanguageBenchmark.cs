using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>
/// Reading a predicate, as after every key, and asking it about a page state: microseconds and less, so that
/// BenchmarkDotNet measures them. Not in a native build, for which it has nothing.
/// </summary>
public class LanguageBenchmark
{
    PredicateScope _scope = PredicateScope.All;
    PageState[] _states = [];
    CompactControl _control = null!;
    SourceText _source = null!;
    Predicate _predicate = null!;

    public static IEnumerable<string> Ids => Revisions.All.Select(p => p.Id);

    /// <summary>Of the table of known predicates.</summary>
    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    [Params(false, true)]
    public bool IsFunction { get; set; }

    /// <summary>What one benchmark says, by its name; the rows in the order of the table.</summary>
    internal static Report Run(int rounds)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationCount(rounds).WithWarmupCount(3).WithIterationTime(TimeInterval.FromMilliseconds(50));
        // Without a logger it says so on standard output, where the report belongs alone.
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddDiagnoser(MemoryDiagnoser.Default)
            .WithOptions(ConfigOptions.DisableLogFile);
        var report = new Report("language", rounds, "predicate", "form", "parse_and_bind_us", "with_warnings_us", "ask_ns", "ask_bytes");
        var summary = BenchmarkRunner.Run<LanguageBenchmark>(config);
        var states = Checkout.Level("open-review").Shown.Map.Palette.Length;
        foreach (var row in summary.Reports.GroupBy(r => (r.BenchmarkCase.Parameters[nameof(Id)], r.BenchmarkCase.Parameters[nameof(IsFunction)])))
        {
            BenchmarkReport Of(string method) => row.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
            report.Add(row.Key.Item1, row.Key.Item2 is true ? "function" : "expression",
                MedianNs(Of(nameof(ParseAndBind))) / 1000, MedianNs(Of(nameof(WithWarnings))) / 1000, MedianNs(Of(nameof(AskAll))) / states,
                Of(nameof(AskAll)).GcStats.GetBytesAllocatedPerOperation(Of(nameof(AskAll)).BenchmarkCase) / states);
        }

        return report;
    }

    [GlobalSetup]
    public void Setup()
    {
        var level = Checkout.Level("open-review");
        var known = Revisions.All.Single(p => p.Id == Id);
        _scope = level.Scope with { Vocabulary = default };
        _states = [.. level.Shown.Map.Palette];
        _control = _scope.Control with { OwnReferences = known.OwnReferences };
        _source = SourceText.From(known.Id, IsFunction && known.Function.Length > 0 ? known.Function : known.Expression);
        _predicate = Predicate.Compile(_source, _scope).Predicate ?? throw new InvalidOperationException($"{known.Id} does not compile");
    }

    [Benchmark]
    public PredicateCompilation ParseAndBind() => Predicate.Compile(_source, PredicateScope.All);

    [Benchmark]
    public PredicateCompilation WithWarnings() => Predicate.Compile(_source, _scope);

    [Benchmark]
    public int AskAll()
    {
        var skipped = 0;
        foreach (var page in _states)
        {
            skipped += _predicate.Ask(page, _control) == SkipAnswer.Skip ? 1 : 0;
        }

        return skipped;
    }

    static double MedianNs(BenchmarkReport report) => report.ResultStatistics?.Median
        ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} was not measured");
}

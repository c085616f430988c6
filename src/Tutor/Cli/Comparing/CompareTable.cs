using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Text;

namespace Tutor.Cli.Comparing;

/// <summary>A comparison for a person: one table a map, medians with the worst seed in brackets.</summary>
static class CompareTable
{
    static readonly ImmutableArray<Metric> Shown = [.. Metric.All.Where(m => m.Shown == MetricShown.Always)];

    public static void Write(TextWriter output, ImmutableArray<CompareText> texts, ImmutableArray<MapSummary> maps)
    {
        foreach (var text in texts.Where(t => t.Revision is null))
        {
            TextWrap.Write(output, $"{text.Name}  ", text.Source.Text.Trim());
        }

        TextWrap.Write(output, "", "Counts are medians over the seeds, with the worst seed in brackets where it differs. "
            + "wins: seeds on which no other has fewer wrong pages (futile and false skips).");
        foreach (var map in maps)
        {
            output.WriteLine();
            WriteMap(output, map);
        }
    }

    static void WriteMap(TextWriter output, MapSummary map)
    {
        var seeds = map.Runs.Length == 1 ? (map.Runs[0].Seed is { } seed ? $"seed {seed}" : "recorded") : $"{Number(map.Runs.Length)} seeds";
        output.WriteLine($"{map.Ground}, map {map.Map}: {Number(map.Pages)} pages, {seeds}");
        var hasVerdicts = map.Contenders.Any(c => c.Verdict != Verdict.None);
        var table = new TextTable(["predicate", .. Shown.Select(m => $">{m.Title}"), ">wins", .. hasVerdicts ? ["verdict"] : Array.Empty<string>()]);
        foreach (var contender in map.Contenders)
        {
            table.Add(
            [
                contender.Name, .. Shown.Select(m => Cell(contender, Metric.All.IndexOf(m))), Number(contender.Wins),
                .. hasVerdicts ? [contender.Verdict.Word()] : Array.Empty<string>(),
            ]);
        }

        table.Write(output);
        if (map.Differences.IsEmpty)
        {
            output.WriteLine("They decide alike on every page of it.");
            return;
        }

        output.WriteLine($"Skipped, of the kinds on which they differ ({Number(map.Differences.Sum(d => d.Pages))} pages in all):");
        var kinds = new TextTable(["kind", ">candidates", ">differ", .. map.Contenders.Select(c => $">{c.Name}")]);
        foreach (var kind in map.Differences)
        {
            kinds.Add([kind.Kind, Number(kind.Candidates), Number(kind.Pages), .. kind.Skipped.Select(Number)]);
        }

        kinds.Write(output);
    }

    static string Cell(ContenderSummary contender, int metric) =>
        contender.Median[metric] is not { } median || contender.Worst[metric] is not { } worst ? "unknown"
        : median == worst ? Number(median) : $"{Number(median)} ({Number(worst)})";

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

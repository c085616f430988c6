using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>The levels for a person, chapter by chapter.</summary>
static class ListText
{
    public static void Write(TextWriter output, ListReport report)
    {
        var widest = report.Levels.Select(l => l.Id.Length).DefaultIfEmpty().Max();
        // As the list of the game counts: an open level has nothing to pass.
        var open = report.Levels.Where(l => l.Kind == LevelKind.Open.Word()).ToList();
        var count = new PackCount(report.Levels.Count(l => Verdicts.IsPass(l.Best ?? "")), report.Levels.Count - open.Count,
            report.Levels.Count(l => l.Best is "gold"), open.Count(l => l.Attempts > 0), open.Count);
        output.WriteLine($"{report.Pack}: {count.Words}");
        foreach (var chapter in report.Levels.GroupBy(l => l.Chapter))
        {
            output.WriteLine();
            if (chapter.Key.Length > 0)
            {
                output.WriteLine(chapter.Key);
            }

            foreach (var level in chapter)
            {
                var label = $"  {State(level),-7} {level.Id.PadRight(widest)}  ";
                TextWrap.Write(output, label, Describe(level));
            }
        }
    }

    static string State(ListedLevel level) => level switch
    {
        { Problem: not null } => "broken",
        { Best: "pass" } => "passed",
        { Best: "silver" or "gold" or "seen" } => level.Best,
        { Attempts: > 0 } => "tried",
        { Changed: true } => "changed",
        _ => "new",
    };

    static string Describe(ListedLevel level) => level.Problem
        ?? string.Create(CultureInfo.InvariantCulture, $"{level.Title} ({level.Kind}, {level.Minutes} min){(level.Changed ? "; passed before it changed, and run again when the game starts" : "")}");
}

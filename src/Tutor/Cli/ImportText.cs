using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Scoring;

namespace Tutor.Cli;

/// <summary>What was imported, for a person: a row a file, then a row a level when there are several files.</summary>
static class ImportText
{
    public static void Write(TextWriter output, ImportReport report)
    {
        var files = new TextTable("file", ">attempts", ">added", ">known", ">corrected", ">left out", ">passed", ">gold");
        foreach (var file in report.Files)
        {
            files.Add(file.File, Number(file.Attempts), Number(file.Added), Number(file.Known), Number(file.Corrected),
                Number(file.LeftOut), Number(file.Best.Count(b => Verdicts.IsPass(b.Verdict))), Number(file.Best.Count(b => b.Verdict == "gold")));
        }

        files.Write(output);
        if (report.Files.Count < 2 || report.Levels.Count == 0)
        {
            return;
        }

        output.WriteLine();
        var levels = new TextTable("level", ">tried", ">passed", ">gold");
        foreach (var level in report.Levels)
        {
            levels.Add(level.Level, Number(level.Tried), Number(level.Passed), Number(level.Gold));
        }

        levels.Write(output);
    }

    static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

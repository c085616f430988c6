using Tutor.Cli.Json;
using Tutor.Core.Dumps;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>Readings of page dumps for a person, for a level and for a program.</summary>
static class PageText
{
    const int LabelWidth = 12;

    public static void Write(TextWriter output, IReadOnlyList<DumpReading> readings)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            foreach (var row in DumpCard.Rows(readings[i]))
            {
                TextWrap.Write(output, row.Label.PadRight(LabelWidth), row.Text);
            }
        }
    }

    public static int WriteFormats(TextWriter output)
    {
        var table = new TextTable("line", "field", "releases", "");
        foreach (var field in DumpFormats.Fields)
        {
            table.Add(field.Part.ToString().ToLowerInvariant(), field.Name, field.Releases, field.IsChecked ? "" : "not checked");
        }

        table.Write(output);
        return ExitCode.Passed;
    }

    public static DumpedPageReport Report(DumpReading reading)
    {
        var dump = reading.Dump;
        return new DumpedPageReport(
            dump.Line, dump.ReleaseHint, dump.Pfn is { } pfn ? $"0x{pfn:x}" : null, dump.RefCount, dump.MapCount,
            dump.Head?.PinCount, dump.Head?.Order, dump.Flags, dump.Reason,
            [.. reading.Accounted.Select(a => new AccountedReport(DumpCard.WordOf(a.Holder), a.Count, a.References, a.IsCertain))],
            reading.Unexplained, [.. reading.Suspects.Select(s => new SuspectReport(s.What, s.Why))],
            DumpCard.WordOf(reading.Moves), reading.Because,
            [.. reading.Tests.Select(t => new DumpedTestReport(t.Id, t.Skips))], reading.Notes);
    }
}

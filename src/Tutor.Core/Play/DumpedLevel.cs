using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>
/// A forecast about a page dump, prepared: the dump is read, every item has its answer, and the map that is drawn is
/// the dumped page alone, with counts and flags as printed and nobody named who holds it.
/// </summary>
static class DumpedLevel
{
    const string Kind = "dumped-page";

    /// <summary>The parts of the prepared level; null when the dump cannot be read or does not answer an item.</summary>
    public static (DumpReading Reading, string Text, PreparedMap Map, ImmutableArray<PredictItem> Items)? Read(Level level, IPackFiles files, DiagnosticBag problems)
    {
        var dump = level.Dump!;
        var place = new TextSpan(0, dump.Path.Length);
        var (text, problem) = files.ReadText(dump.Path.Text);
        if (text is null)
        {
            problems.Report(problem!.Code, dump.Path, place, $"'{dump.Path.Text}': {problem.Message}", problem.Help);
            return null;
        }

        var read = DumpReader.Read(text);
        problems.AddRange(read.Problems);
        if (!read.Problems.IsEmpty)
        {
            return null;
        }

        if (read.Dumps.Length < dump.Page)
        {
            problems.Report(DumpCodes.None, dump.Path, place, $"'{dump.Path.Text}' has {read.Dumps.Length} page dumps, and 'page' asks for number {dump.Page}");
            return null;
        }

        var reading = DumpReading.Of(read.Dumps[dump.Page - 1]);
        var items = level.Predictions.Select(i => i with { Reading = reading }).ToImmutableArray();
        foreach (var item in items.Where(i => Forecast.TruthOfDump(i) is null))
        {
            problems.Report(LevelCodes.NotForThisKind, level.Source, item.Span with { Length = 0 },
                "the dump does not say this: there is no right answer", "ask about another count, or another dump");
        }

        return problems.HasErrors ? null : (reading, text.Text.TrimEnd(), PreparedMap.Of("dump", null, new Scenario(MapOf(reading), []), level.Run), items);
    }

    static MemoryMap MapOf(DumpReading reading)
    {
        var page = reading.ToPageState(Kind);
        var count = Math.Min(page.NrPages, Pageblock.Pages);
        var tail = new PageState { Kind = Kind, Flags = PageFlags.Tail, Order = page.Order };
        var ids = new byte[count];
        ids.AsSpan(1).Fill(1);
        return MemoryMap.Create(0, count > 1 ? [page, tail] : [page], ids,
            [new Pageblock(true, page.Migratetype, 0, 0)], [new ZoneRange(page.Zone, 0, count)]);
    }
}

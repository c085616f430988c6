using System.Globalization;
using Tutor.Core.Predicates;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>The card of a page in a level of kind mark: the values that the kernel reads, without the holders.</summary>
static class MarkCard
{
    const int ValueColumns = 8;

    public static List<Line> Lines(MarksAtHand hand, Sitting sitting, int page, int width)
    {
        var facts = hand.SeenOf(page);
        var look = MarkLooks.Of(hand.Marks[page]);
        var lines = Wrapping.Wrap(
        [
            new Run(string.Create(CultureInfo.InvariantCulture, $"page +{page}"), Ink.Strong, CellStyle.Bold),
            new Run(", ", Ink.Muted),
            new Run("pfn", Ink.Muted) { Spoken = "page frame number" },
            new Run(string.Create(CultureInfo.InvariantCulture, $" 0x{sitting.Map.FirstPfn + page:x}: "), Ink.Muted),
            new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold) { Spoken = "" },
            new Run(look.Name, look.Ink, CellStyle.Bold),
        ], width);
        lines.Add(Line.Empty);
        lines.Add(Line.Of("What the kernel reads here", Ink.Title));
        foreach (var fact in facts.Values)
        {
            lines.AddRange(Wrapping.Wrap(
                [new Run(TextColumns.Pad(fact.Value ?? "undefined", ValueColumns, right: true) + " ", Ink.Strong, CellStyle.Bold), new Run(SeenFacts.Said(fact), Ink.CodeName)], width));
        }

        AddTests(lines, "true ", facts.True, Ink.CodeName, width);
        AddTests(lines, "false ", facts.False, Ink.Muted, width);
        return lines;
    }

    /// <summary>The player's mark, shown with the holders after handing in.</summary>
    public static Line Said(MarksAtHand hand, int page)
    {
        var look = MarkLooks.Of(hand.Marks[page]);
        return Line.Of(new Run("You say: ", Ink.Muted), new Run($"{look.Glyph} {look.Name}", look.Ink, CellStyle.Bold));
    }

    static void AddTests(List<Line> lines, string head, IReadOnlyCollection<ReadableFact> tests, Ink ink, int width)
    {
        if (tests.Count > 0)
        {
            lines.Add(Line.Empty);
            lines.AddRange(Wrapping.Wrap([new Run(head, Ink.Muted), new Run(string.Join(" ", tests.Select(t => t.Row.Name)), ink)], width));
        }
    }
}

using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>Everything about one page: who holds it, what the predicate made of it, and what became of it.</summary>
static class PageCard
{
    /// <param name="index">Of the page, from the map's first.</param>
    /// <param name="because">What the author says of this page.</param>
    /// <param name="isSecret">What becomes of the page is not to be seen yet.</param>
    /// <param name="isForetold">The player must still say what becomes of the page. The description of its kind is left out, because it would tell.</param>
    /// <param name="predicate">Null while the text has errors.</param>
    /// <param name="place">If <paramref name="map"/> is a sample of a kind: where the page would lie on the player's map.</param>
    public static List<Line> Lines(MemoryMap map, int index, PageVerdict verdict, Predicate? predicate,
        CompactControl control, int width, string? because = null, bool isSecret = false, bool isForetold = false, int? place = null)
    {
        var page = map.StateAt(index);
        var lines = new List<Line>();
        AddTitle(lines, map, place ?? index, page, width);
        var look = VerdictLooks.Of(verdict);
        lines.AddRange(isSecret ? [] : Wrapping.Wrap(
            [new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold) { Spoken = "" }, new Run($"{look.Name} ", look.Ink, CellStyle.Bold) { Spoken = $"{look.Name}: " }, new Run(Words.Verdict(verdict))], width));
        // A race is no secret: nothing else says that something happens to the page while the scan runs.
        if (because is not null)
        {
            lines.AddRange(Wrapping.Wrap($"Here: {Words.Ended(because)}", width));
        }

        lines.Add(Line.Empty);
        // The kernel keeps the counts of a folio on its first page.
        var head = HeadOf(map, index);
        var folio = map.StateAt(head);
        if (head != index)
        {
            lines.AddRange(Wrapping.Wrap(string.Create(CultureInfo.InvariantCulture, $"Part of the folio that begins at +{head}, which has the counts."), width));
        }

        AddHolders(lines, folio, ScannerReference.On(folio, control), width);
        if (!isSecret && verdict is not PageVerdict.NeverCandidate and not PageVerdict.IsolatedDriver)
        {
            lines.AddRange(Wrapping.Wrap($"In truth {Words.Truth(folio, control)}.", width, Ink.Muted));
        }

        if (!isSecret && predicate is not null && verdict != PageVerdict.NeverCandidate && verdict != PageVerdict.IsolatedDriver)
        {
            lines.Add(Line.Empty);
            AddExplanation(lines, predicate.Explain(folio, control), width);
        }

        lines.Add(Line.Empty);
        AddFacts(lines, map, index, place ?? index, page, isSecret && isForetold ? null : page.About, width);
        return lines;
    }

    /// <summary>The first page of the folio that a page belongs to; the page itself where it is no tail.</summary>
    static int HeadOf(MemoryMap map, int index)
    {
        var head = index;
        while (head > 0 && map.StateAt(head).Has(PageFlags.Tail))
        {
            head--;
        }

        return head;
    }

    static void AddTitle(List<Line> lines, MemoryMap map, int index, PageState page, int width)
    {
        var look = KindLooks.Of(page);
        lines.AddRange(Wrapping.Wrap(
        [
            new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold) { Spoken = "" },
            new Run(page.Kind, look.Ink, CellStyle.Bold),
            new Run(string.Create(CultureInfo.InvariantCulture, $"  page +{index}, "), Ink.Muted),
            new Run("pfn", Ink.Muted) { Spoken = "page frame number" },
            new Run(string.Create(CultureInfo.InvariantCulture, $" 0x{map.FirstPfn + index:x}"), Ink.Muted),
        ], width));
    }

    static void AddHolders(List<Line> lines, PageState page, CompactControl control, int width)
    {
        lines.Add(Line.Of(page.HoldersInferred ? "Who holds it (by its counts)" : "Who holds it", Ink.Title));
        foreach (var holder in page.Holders.Items)
        {
            Sum(lines, page.ReferencesOf(holder), Words.Holder(holder), width);
        }

        if (control.OwnReferences > 0 && page.RefCount > 0)
        {
            Sum(lines, control.OwnReferences, page.HoldersInferred ? "the scanner itself, while it asks; what was printed or recorded has it not" : "the scanner itself, while it asks", width);
        }

        var rest = page.RefCount - page.Holders.Items.Sum(page.ReferencesOf);
        if (rest > 0)
        {
            Sum(lines, rest, page.Holders.Items.IsEmpty ? "more: the counts do not say whose" : "for which nobody is named", width);
        }

        var total = page.RefCount + (page.RefCount > 0 ? control.OwnReferences : 0);
        lines.Add(Line.Of(
            new Run(TextColumns.Pad("= " + Words.Count(total), 7, right: true), Ink.Strong, CellStyle.Bold),
            new Run(" folio_ref_count()", Ink.CodeName)));
        lines.Add(Line.Of(
            new Run(TextColumns.Pad(Words.Count(page.MapCount), 7, right: true), Ink.Strong),
            new Run(" folio_mapcount()", Ink.CodeName)));
    }

    static void Sum(List<Line> lines, int references, string who, int width)
    {
        var first = new Run(TextColumns.Pad("+" + Words.Count(references), 7, right: true) + " ", Ink.Strong);
        foreach (var line in Wrapping.Wrap(who, Math.Max(8, width - 8)))
        {
            lines.Add(line.After(first));
            first = new Run(new string(' ', 8));
        }
    }

    static void AddExplanation(List<Line> lines, Explanation explanation, int width)
    {
        lines.Add(Line.Of(new Run("Your predicate says ", Ink.Title),
            new Run(Words.Answer(explanation.Answer), Ink.Strong, CellStyle.Bold)));
        if (explanation.Entry is { } entry)
        {
            AddCall(lines, entry, 0, width);
        }
        else if (explanation.Root is { } root)
        {
            AddPart(lines, root, 0, width);
        }

        if (explanation.Problem is { } problem)
        {
            lines.AddRange(Wrapping.Wrap(problem.Message, width, Ink.Error));
        }
    }

    static void AddCall(List<Line> lines, ExplainedCall call, int depth, int width)
    {
        lines.Add(Line.Of($"{Indent(depth)}{call.Function}()", Ink.CodeName));
        foreach (var local in call.Locals.Where(l => l.ValueText is not null))
        {
            lines.Add(Line.Of(new Run($"{Indent(depth + 1)}{local.Name}", Ink.Code), new Run($" = {local.ValueText}", Ink.CodeNumber)));
        }

        foreach (var condition in call.Conditions)
        {
            lines.Add(Line.Of($"{Indent(depth + 1)}if", Ink.CodeWord));
            AddPart(lines, condition, depth + 2, width);
        }

        if (call.Returned is { } returned)
        {
            lines.Add(Line.Of($"{Indent(depth + 1)}return", Ink.CodeWord));
            AddPart(lines, returned, depth + 2, width);
        }
    }

    /// <summary>A term and its parts, each with its value at the left. A mark shows which parts decided.</summary>
    static void AddPart(List<Line> lines, ExplainedPart part, int depth, int width)
    {
        if (lines.Count > 200)
        {
            return;
        }

        var value = part.Evaluated ? part.ValueText : "not asked";
        var ink = !part.Evaluated ? Ink.Muted : part.Decided ? Ink.Strong : Ink.Text;
        var head = new Run($"{(part.Decided ? Glyphs.Arrow : " ")}{TextColumns.Pad(value, 9, right: true)} ", ink, part.Decided ? CellStyle.Bold : CellStyle.None)
        {
            Spoken = part.Decided ? $"decides: {value} " : null,
        };
        var room = Math.Max(10, width - 11 - depth * 2);
        foreach (var line in Wrapping.Wrap(part.Text, room, part.Evaluated ? Ink.Code : Ink.Muted))
        {
            lines.Add(line.After(head, new Run(Indent(depth))));
            head = new Run(new string(' ', 11));
        }

        if (!part.Evaluated)
        {
            return;
        }

        foreach (var child in part.Children.Where(c => !c.IsConstant && IsWorthALine(c)))
        {
            AddPart(lines, child, depth + 1, width);
        }

        if (part.Call is { } call)
        {
            AddCall(lines, call, depth + 1, width);
        }
    }

    /// <summary>Whether a part is worth a line. A pointer that is only passed on is not.</summary>
    static bool IsWorthALine(ExplainedPart part) => part.Children.Length > 0 || part.Text is not ("folio" or "page" or "cc");

    static string Indent(int depth) => new(' ', Math.Min(depth, 12) * 2);

    static void AddFacts(List<Line> lines, MemoryMap map, int index, int place, PageState page, string? about, int width)
    {
        if (about is { Length: > 0 })
        {
            lines.AddRange(Wrapping.Wrap(about, width, Ink.Muted));
        }

        // The game has flags of its own, which are no flags of the kernel.
        var flags = string.Join(" ", MemoryWords.WordsOf(page.Flags & ~(PageFlags.DmaPinned | PageFlags.RawMapping)));
        lines.AddRange(Wrapping.Wrap([new Run("flags ", Ink.Muted), new Run(flags.Length == 0 ? "none" : flags)], width));
        var block = map.Pageblocks[index / Pageblock.Pages];
        var type = MemoryWords.Migratetypes.First(m => m.Value == block.Migratetype).Word;
        var zone = MemoryWords.Zones.First(z => z.Value == page.Zone).Word;
        lines.AddRange(Wrapping.Wrap(
            [new Run("zone ", Ink.Muted), new Run(zone), new Run("  pageblock ", Ink.Muted),
                new Run($"{place / Pageblock.Pages} ({type})")], width));
        if (page.NrPages > 1)
        {
            lines.AddRange(Wrapping.Wrap([new Run("order ", Ink.Muted), new Run(OrderWords(page, map, index))], width));
        }
    }

    /// <summary>How large the folio is, where it begins, and whether all of it is mapped.</summary>
    static string OrderWords(PageState page, MemoryMap map, int index)
    {
        var first = (map.FirstPfn + index & ~((long)page.NrPages - 1)) - map.FirstPfn;
        var where = page.Has(PageFlags.Tail) && first >= 0 ? $"{page.Order}: part of the folio of {Words.Pages(page.NrPages)} at +{first}" : $"{page.Order} ({Words.Pages(page.NrPages)})";
        return page.IsPartiallyMapped ? $"{where}, partially mapped: 6.12 splits it before it asks for a target" : where;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>A counter-example in lines: a page on which a predicate is wrong, beside one that it treats alike.</summary>
static class CounterText
{
    /// <summary>Rows of facts, the one that counts the rest included.</summary>
    const int MostFacts = 6;

    /// <summary>Its line in the list: the verdict and kind, how many pages are like it, and where it lies.</summary>
    public static Line Row(CounterPage page, int width, bool isSelected)
    {
        var look = VerdictLooks.Of(page.Verdict);
        var place = page.IsShown ? Place(page.Page) : $"map {page.Run.Map.Id}";
        var alike = page.Alike == 1 ? "1 page" : $"{Words.Count(page.Alike)} like it";
        var room = Math.Max(8, width - 24 - place.Length);
        return Line.Of(
            new Run(isSelected ? $"{Glyphs.Arrow} " : "  ", Ink.Accent), new Run($"{look.Glyph} ", look.Ink, CellStyle.Bold) { Spoken = $"{look.Name}: " },
            new Run(TextColumns.Pad(TextColumns.Fit(page.State.Kind, room), room), isSelected ? Ink.Strong : Ink.Text),
            new Run(TextColumns.Pad(alike, 17, right: true), Ink.Muted), new Run($"  {place}", Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }

    /// <summary>Why the verdict is wrong, and the facts that tell the page from the one that is treated alike.</summary>
    /// <param name="scope">What the player may write.</param>
    public static List<Line> About(CounterPage page, Predicate predicate, PredicateScope scope, int width)
    {
        var control = page.Run.Map.Settings.Control;
        if (page.Verdict == PageVerdict.NoTarget)
        {
            return Wrapping.Wrap([new Run("The zone was given up here. ", Ink.Bad, CellStyle.Bold),
                new Run(page.State.NrPages > 1 ? $"You let this folio of {Words.Pages(page.State.NrPages)} through; no free chunk was large enough, and it could not be split." : "No free page was left for it."),
                new Run($" In truth {Words.Truth(page.State, control)}.")], width);
        }

        var answer = predicate.Ask(page.State, control);
        var isSkipped = page.Verdict == PageVerdict.FalseSkip;
        var lines = Wrapping.Wrap(
            [new Run(isSkipped ? "You skip it; it would move. " : "You let it through; it cannot move. ", Ink.Bad, CellStyle.Bold),
                new Run($"In truth {Words.Truth(page.State, control)}.")], width);
        if (page.Twin is not { } twin)
        {
            lines.AddRange(Wrapping.Wrap($"You say '{Words.Answer(answer)}' of no page rightly here.", width, Ink.Muted));
            return lines;
        }

        var other = page.Run.Map.Map.StateAt(twin);
        lines.Add(Line.Empty);
        lines.AddRange(Wrapping.Wrap(
            $"The same answer is right for {other.Kind} ({Place(twin)}). This is what tells them apart:", width));
        lines.AddRange(Facts(page.State, other, control, scope, width));
        return lines;
    }

    /// <summary>The facts in which two pages differ, side by side: those that the level lends words for come first.</summary>
    static List<Line> Facts(PageState page, PageState other, CompactControl control, PredicateScope scope, int width)
    {
        var readable = ReadableFacts.Between(page, other, control, scope with { Vocabulary = default });
        if (readable.IsEmpty)
        {
            return Wrapping.Wrap("Nothing that a predicate could read: no predicate can be right about both.", width, Ink.Warning);
        }

        var lent = ReadableFacts.Between(page, other, control, scope);
        var facts = OncePerFamily(lent.IsEmpty ? readable : lent);
        var rows = facts.Take(facts.Length > MostFacts ? MostFacts - 1 : MostFacts).ToList();
        var name = Math.Max(18, rows.Max(r => r.Text.Length) + 1);
        var column = Math.Max(10, (width - name) / 2);
        var lines = lent.IsEmpty ? Wrapping.Wrap("No word of this level does; these would:", width, Ink.Warning) : [];
        lines.Add(Line.Of(new Run(new string(' ', name)), new Run(TextColumns.Fit(page.Kind, column - 1).PadRight(column), Ink.Title),
            new Run(TextColumns.Fit(other.Kind, column), Ink.Title)));
        lines.AddRange(rows.Select(r => Line.Of(new Run(TextColumns.Pad(r.Text, name), Ink.CodeName),
            new Run(TextColumns.Pad(r.Here ?? "undefined", column), Ink.Strong), new Run(r.There ?? "undefined", Ink.Strong))));
        if (facts.Length > rows.Count)
        {
            lines.AddRange(Wrapping.Wrap($"and {facts.Length - rows.Count} more", width, Ink.Muted));
        }

        return lines;
    }

    /// <summary>Leaves out page names whose values are those of the folio's name for both pages.</summary>
    static ImmutableArray<ReadableDifference> OncePerFamily(ImmutableArray<ReadableDifference> facts)
    {
        static bool IsOfFolio(ReadableDifference fact) => fact.Name.StartsWith("folio_", StringComparison.Ordinal);
        return [.. facts.Where(f => IsOfFolio(f) || !facts.Any(o => IsOfFolio(o) && (o.Here, o.There) == (f.Here, f.There) && BuiltIns.Find(o.Name)?.Group == BuiltIns.Find(f.Name)?.Group))];
    }

    static string Place(int page) => string.Create(CultureInfo.InvariantCulture, $"page +{page}");
}

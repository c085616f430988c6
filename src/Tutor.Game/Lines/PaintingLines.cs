using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>A memory is painted, page by page.</summary>
sealed class PaintingLines(TextLevel level) : AnswerLines(level)
{
    public static ImmutableArray<TextCommand> Rows { get; } =
    [
        Row<PaintingLines>("palette", "", "The kinds that can be painted, with their counts", (lines, _) => lines.SayPalette()),
        Row<PaintingLines>("paint", "KIND [FRAME…]", "Paint pages of a kind, on these frames or behind the last one: 'paint anon', 'paint anon +3 +5'", (lines, w) => lines.Paint(w)),
        Row<PaintingLines>("erase", "FRAME…|all", "Take away what lies there", (lines, w) => lines.Erase(w)),
        Row<PaintingLines>("back", "", "Take the last change to the painting back", (lines, _) => lines.UndoPainting()),
        Row<PaintingLines>("painting", "", "What is painted, in order", (lines, _) => lines.SayPainting()),
    ];

    public override string Commands => "'palette' reads the kinds, 'paint anon' paints one, 'painting' reads the memory, 'check' said twice hands it in.";

    PaintingAtHand Hand => (PaintingAtHand)Sitting.AtHand;

    public override void SayAsked()
    {
        foreach (var asked in GoalWords.Asked(Sitting.Level))
        {
            Speaker.Say("  ", $"{asked}.");
        }
    }

    public void SayPalette()
    {
        for (var kind = 0; kind < Hand.Palette.Length; kind++)
        {
            Speaker.Say("  ", Spoken(kind));
        }
    }

    public void SayPainting()
    {
        foreach (var page in Hand.Painting.Pages)
        {
            var where = page.Frames == 1 ? $"+{page.Frame}" : $"+{page.Frame} to +{page.End - 1}";
            Speaker.Say("  ", $"{where}: {page.Kind}{(Sitting.IsSecret ? "" : $", {VerdictLooks.Of(Level.Map.VerdictAt(page.Frame)).Name}")}.");
        }

        Speaker.Say($"{Words.Count(Hand.Painting.Used)} of {Words.Count(Hand.Painting.Frames)} frames are painted.");
    }

    public void Paint(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var brush = parts.Length == 0 ? -1 : Hand.Palette.IndexOf(parts[0]);
        if (brush < 0)
        {
            var near = parts.Length == 0 ? null : Suggestions.Nearest(parts[0], Hand.Palette);
            Speaker.Say(parts.Length == 0 ? "Paint what? 'palette' reads the kinds."
                : $"There is no kind '{parts[0]}' here{(near is null ? "; 'palette' reads the kinds." : $". Did you mean '{near}'?")}");
            return;
        }

        Hand.TakeBrush(brush);
        List<int?> frames = parts.Length > 1 ? [.. parts.Skip(1).Select(p => Level.PageAt(p))] : [NextFrame()];
        foreach (var frame in frames)
        {
            if (frame is not { } at)
            {
                return;
            }

            if (Hand.Paint(at) is null)
            {
                Speaker.Say($"'{parts[0]}' does not fit there.");
                return;
            }
        }

        Level.TakeScore();
        SayPainting();
    }

    public void Erase(string words)
    {
        if (words == All)
        {
            Hand.EraseAll();
        }
        else
        {
            var frames = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Level.PageAt(p)).ToList();
            if (frames.Count == 0)
            {
                Speaker.Say("Erase what? 'erase +3', or 'erase all'.");
                return;
            }

            foreach (var frame in frames.OfType<int>())
            {
                Hand.Erase(frame);
            }
        }

        Level.TakeScore();
        SayPainting();
    }

    public void UndoPainting()
    {
        if (Hand.Undo())
        {
            Level.TakeScore();
            SayPainting();
        }
        else
        {
            Speaker.Say("There is nothing before this.");
        }
    }

    /// <summary>A kind that can be painted, with its counts.</summary>
    string Spoken(int kind)
    {
        var page = Hand.Sample(kind).Map.StateAt(0);
        var references = Hand.ReferencesOf(page);
        return $"{Hand.Palette[kind]}: {references} {(references == 1 ? "reference" : "references")}, "
            + $"{page.MapCount} mapped{(page.NrPages > 1 ? $", {Words.Pages(page.NrPages)}" : "")}.";
    }

    /// <summary>The first frame after all that is painted.</summary>
    int NextFrame() => Math.Min(Hand.Painting.Frames - 1, Hand.Painting.Pages is [.., var last] ? last.End : 0);

    public static void SayAsked(PreparedLevel prepared, Speaker speaker) => speaker.Say("Paint it. Page kinds: ", string.Join(", ", prepared.Level.Attack!.Kinds));
}

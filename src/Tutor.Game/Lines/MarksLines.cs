using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>Take or skip is said of each page.</summary>
sealed class MarksLines(TextLevel level) : AnswerLines(level)
{
    const int MostNamed = 8;

    public static ImmutableArray<TextCommand> Rows { get; } =
    [
        Row<MarksLines>("marks", "", "Each page: what you say of it, and its counts", (lines, _) => lines.SayMarks()),
        Row<MarksLines>("mark", "take|skip PAGE…", "Say take or skip of pages: 'mark skip +3 +5', 'mark take all'; 'check' hands in", (lines, w) => lines.Mark(w)),
    ];

    public override string Commands => "'marks' reads the pages, 'page +3' one of them, 'mark skip +3' or 'mark take +3' marks it, 'check' said twice hands in.";

    public override bool HidesKinds => Sitting.IsSecret;

    public override string Incomplete => $"{base.Incomplete} {Unmarked} 'marks' reads them.";

    public override string WhereToLook => "'marks' now says who they are, 'wrong' goes to a page that you had wrong.";

    /// <summary>Which pages have no mark; the first of them, where they are many.</summary>
    string Unmarked
    {
        get
        {
            var pages = Enumerable.Range(0, Hand.Marks.Count).Where(p => Hand.Marks[p] is null && Hand.MarkedWith(p).Start == p).ToList();
            return $"They are {string.Join(", ", pages.Take(MostNamed).Select(p => $"+{p}"))}{(pages.Count > MostNamed ? " and more" : "")}; a page that nobody asks about takes either mark.";
        }
    }

    MarksAtHand Hand => (MarksAtHand)Sitting.AtHand;

    /// <summary>While the holders are secret, the pages are listed with their marks alone.</summary>
    public override bool SayMap()
    {
        if (Sitting.IsSecret)
        {
            SayMarks();
        }

        return Sitting.IsSecret;
    }

    public override List<Line> Card(int page) => Sitting.IsSecret ? MarkCard.Lines(Hand, Sitting, page, Speaker.Width) : base.Card(page);

    public void SayMarks()
    {
        for (var page = 0; page < Hand.Marks.Count; page++)
        {
            // A mark on the first page of a folio counts for the whole folio.
            if (Hand.MarkedWith(page).Start == page)
            {
                SayMark(page);
            }
        }

        Speaker.Say(VerdictLine.Of(Sitting).Text);
    }

    public void Mark(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // 'mark +3 skip' is taken as well as 'mark skip +3'.
        if (parts.Length > 1 && Marks.Find(parts[0]) is null && Marks.Find(parts[^1]) is not null)
        {
            parts = [parts[^1], .. parts[..^1]];
        }

        if (parts is not [var word, _, ..] || Marks.Find(word) is not { } mark)
        {
            Speaker.Say("'mark take' or 'mark skip', then pages: 'mark skip +3 +5', or 'mark take all'.");
            return;
        }

        if (parts is [_, All])
        {
            Hand.SayAll(mark);
        }
        else
        {
            var pages = parts.Skip(1).Select(p => Level.PageAt(p)).ToList();
            if (pages.Contains(null))
            {
                return;
            }

            foreach (var page in pages.OfType<int>())
            {
                Hand.Say(page, mark);
            }

            Level.TakeScore();
            foreach (var page in pages.OfType<int>())
            {
                SayMark(page);
            }
        }

        Level.TakeScore();
        Speaker.Say(VerdictLine.Of(Sitting).Text);
    }

    void SayMark(int page)
    {
        var seen = Hand.SeenOf(page);
        var values = string.Join(", ", seen.Values.Select(v => $"{seen.Short(v)} {v.Value}").Concat(seen.True.Select(seen.Short)));
        var kind = Sitting.IsSecret ? "" : $" {Sitting.Map.StateAt(page).Kind}, {VerdictLooks.Of(Level.Map.VerdictAt(page)).Name}.";
        Speaker.Say("  ", $"{Hand.MarkedWith(page)}, {MarkLooks.Of(Hand.Marks[page]).Name}: {values}.{kind}");
    }

    public static void SayAsked(PreparedLevel prepared, Speaker speaker) => speaker.Say("Say of each page: take it, or skip it?");
}

using Tutor.Core.Levels;
using Tutor.Core.Scenarios;

namespace Tutor.Game.Reading;

/// <summary>A block of pages as the map would draw it, with what its marks mean; or in words.</summary>
static class PagesPicture
{
    const string Indent = "  ";

    /// <summary>Up to this many pages a blank stands between two, which is easier to count.</summary>
    const int FewPages = 32;

    public static List<Line> Lines(string text, PageKinds kinds, int width)
    {
        var rows = PagesBlock.Read(text, kinds);
        var names = rows.SelectMany(r => r).Select(r => r.Kind).Distinct().ToList();
        var runs = names.ToDictionary(n => n, n => MarkOf(n, names, kinds));
        var lines = new List<Line>();
        foreach (var row in rows)
        {
            var gap = row.Sum(r => r.Count) <= FewPages ? " " : "";
            var pages = row.SelectMany(r => Enumerable.Repeat(runs[r.Kind], r.Count)).ToList();
            var perLine = Math.Max(1, (width - Indent.Length) / (1 + gap.Length));
            lines.AddRange(pages.Chunk(perLine).Select(chunk => Line.Of([new Run(Indent), .. chunk.SelectMany(p => new[] { p, new Run(gap) }).Where(r => r.Text.Length > 0)])));
        }

        // A further line begins with a mark, never with half a name.
        var legend = names.Select(n => (Mark: runs[n], Text: $" {n}   ")).ToList();
        var (line, used) = (new List<Run> { new(Indent) }, Indent.Length);
        foreach (var (mark, name) in legend)
        {
            if (used > Indent.Length && used + 1 + name.TrimEnd().Length > width)
            {
                lines.Add(new Line([.. line]));
                (line, used) = ([new Run(Indent)], Indent.Length);
            }

            line.AddRange([mark, new Run(name, Ink.Muted)]);
            used += 1 + name.Length;
        }

        lines.Add(new Line([.. line]));
        return lines;
    }

    /// <summary>"Picture: 2 pages of anon, 1 page of vfio-shmem."</summary>
    public static string Words(string text, PageKinds kinds) => string.Join(" ", PagesBlock.Read(text, kinds).Select((row, i) =>
        $"{(i == 0 ? "Picture" : "Below")}: {string.Join(", ", Merged(row).Select(r => $"{Playing.Words.Pages(r.Count)} of {r.Kind}"))}."));

    static List<(string Kind, int Count)> Merged(IEnumerable<PagesRun> row)
    {
        var merged = new List<(string Kind, int Count)>();
        foreach (var run in row)
        {
            if (merged.Count > 0 && merged[^1].Kind == run.Kind)
            {
                merged[^1] = (run.Kind, merged[^1].Count + run.Count);
            }
            else
            {
                merged.Add((run.Kind, run.Count));
            }
        }

        return merged;
    }

    /// <summary>The map's own mark. Of kinds that share one, the second is underlined, the third stands reversed.</summary>
    static Run MarkOf(string name, List<string> names, PageKinds kinds)
    {
        var look = LookOf(name, kinds);
        var before = names.TakeWhile(n => n != name).Count(n => LookOf(n, kinds).Glyph == look.Glyph);
        var style = before switch { 0 => CellStyle.None, 1 => CellStyle.Underline, _ => CellStyle.Reverse };
        return new Run(look.Glyph, look.Ink, CellStyle.Bold | style);
    }

    static Look LookOf(string name, PageKinds kinds) => KindLooks.Of(kinds.Find(name)!.ToState());
}

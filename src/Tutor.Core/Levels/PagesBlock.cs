using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>So many pages of one kind, side by side.</summary>
/// <param name="Span">Of the word, in the block's text.</param>
public sealed record PagesRun(string Kind, int Count, TextSpan Span);

/// <summary>Something wrong with a word of the block.</summary>
public sealed record PagesProblem(TextSpan Span, string Message, string Help);

/// <summary>
/// A fenced block <c>pages</c> of a lesson: page kinds in the order of their pfns, as a map's <c>mix</c> names them, with a
/// count behind a colon where there are several: <c>anon:3 vfio-shmem free:2</c>. A line of the block is a line of the picture.
/// </summary>
public static class PagesBlock
{
    /// <summary>What stands behind the fence.</summary>
    public const string Language = "pages";

    /// <summary>More pages are no picture.</summary>
    public const int MostPages = 512;

    /// <summary>The lines of the block; words that are wrong are left out and reported.</summary>
    public static ImmutableArray<ImmutableArray<PagesRun>> Read(string text, PageKinds kinds, ICollection<PagesProblem>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kinds);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<PagesRun>>();
        var (at, left) = (0, MostPages);
        foreach (var line in text.Split('\n'))
        {
            var row = ImmutableArray.CreateBuilder<PagesRun>();
            foreach (var (word, column) in Words(line))
            {
                if (RunOf(word, new TextSpan(at + column, word.Length), kinds, left, problems) is { } run)
                {
                    row.Add(run);
                    left -= run.Count;
                }
            }

            rows.Add(row.ToImmutable());
            at += line.Length + 1;
        }

        return [.. rows.Where(r => !r.IsEmpty)];
    }

    static PagesRun? RunOf(string word, TextSpan span, PageKinds kinds, int left, ICollection<PagesProblem>? problems)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? word : word[..colon];
        if (kinds.Find(kind) is null)
        {
            problems?.Add(new PagesProblem(new TextSpan(span.Start, kind.Length), $"there is no page kind '{kind}'",
                kinds.Nearest(kind) is { } near ? $"did you mean '{near}'?" : "name one of kinds.yaml"));
            return null;
        }

        var count = 1;
        if (colon >= 0 && (!int.TryParse(word.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out count) || count < 1))
        {
            problems?.Add(new PagesProblem(span, $"'{word[(colon + 1)..]}' is no number of pages", $"write '{kind}:3' for three of them"));
            return null;
        }

        if (count > left)
        {
            problems?.Add(new PagesProblem(span, $"the picture has more than {MostPages} pages", "draw fewer: a picture shows what differs"));
            return null;
        }

        return new PagesRun(kind, count, span);
    }

    static IEnumerable<(string Word, int Column)> Words(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsWhiteSpace(line[i]))
            {
                var start = i;
                while (i < line.Length && !char.IsWhiteSpace(line[i]))
                {
                    i++;
                }

                yield return (line[start..i], start);
            }
        }
    }
}

using System.Text;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Tests.Text;

/// <summary>The slow twin of <see cref="Wrapping"/>: word for word, each a list of its pieces.</summary>
static class SlowWrapping
{
    /// <summary>At least one line. A run that says <c>\n</c> begins a new line.</summary>
    public static List<Line> Wrap(IEnumerable<Run> runs, int width)
    {
        width = Math.Max(1, width);
        var lines = new List<Line>();
        var line = new List<Run>();
        var used = 0;
        var blanks = new List<Run>();

        void Break()
        {
            lines.Add(new Line([.. Merge(line)]));
            line.Clear();
            blanks.Clear();
            used = 0;
        }

        foreach (var word in Words(runs))
        {
            if (word is [{ Text: "\n" }])
            {
                Break();
                continue;
            }

            if (word.All(p => p.Text == " "))
            {
                blanks.AddRange(word);
                continue;
            }

            var columns = word.Sum(p => p.Columns);
            if (used > 0 && used + blanks.Count + columns > width)
            {
                Break();
            }
            else if (used > 0 || lines.Count == 0)
            {
                // An indent never fills the line.
                line.AddRange(used > 0 ? blanks : blanks.Take(width - 1));
                used += used > 0 ? blanks.Count : Math.Min(blanks.Count, width - 1);
            }

            blanks.Clear();
            foreach (var piece in word)
            {
                AddPiece(piece);
            }
        }

        Break();
        return lines;

        void AddPiece(Run piece)
        {
            var part = new StringBuilder();
            foreach (var (glyph, columns) in TextColumns.Graphemes(piece.Text))
            {
                if (used + columns > width && used > 0)
                {
                    if (part.Length > 0)
                    {
                        line.Add(piece with { Text = part.ToString() });
                        part.Clear();
                    }

                    Break();
                }

                part.Append(glyph);
                used += columns;
            }

            if (part.Length > 0)
            {
                line.Add(piece with { Text = part.ToString() });
            }
        }
    }

    /// <summary>
    /// Words and blanks in turn; a word can have several looks: <c>**bold**,</c>. Behind a cast, <c>(unsigned long)count</c>,
    /// a line may end without a blank.
    /// </summary>
    static IEnumerable<List<Run>> Words(IEnumerable<Run> runs)
    {
        var word = new List<Run>();
        foreach (var run in runs)
        {
            var start = 0;
            for (var i = 0; i < run.Text.Length; i++)
            {
                if (IsBehindCast(word, run.Text, start, i))
                {
                    word.Add(run with { Text = run.Text[start..i] });
                    yield return [.. word.Where(p => p.Text.Length > 0)];
                    word = [];
                    start = i;
                }

                if (run.Text[i] is not ' ' and not '\n')
                {
                    continue;
                }

                if (i > start)
                {
                    word.Add(run with { Text = run.Text[start..i] });
                }

                if (word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                yield return [run with { Text = run.Text[i].ToString() }];
                start = i + 1;
            }

            if (start < run.Text.Length)
            {
                word.Add(run with { Text = run.Text[start..] });
            }
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    /// <summary>A name begins here, and the closing bracket of a word goes before it.</summary>
    static bool IsBehindCast(List<Run> word, string text, int start, int at) =>
        (char.IsAsciiLetter(text[at]) || text[at] == '_')
        && (at > start ? text[at - 1] == ')' : word is [.., { Text: [.., ')'] }]);

    static IEnumerable<Run> Merge(List<Run> runs)
    {
        Run? last = null;
        foreach (var run in runs)
        {
            if (last is { } l && l with { Text = "" } == run with { Text = "" })
            {
                last = l with { Text = l.Text + run.Text };
                continue;
            }

            if (last is not null)
            {
                yield return last.Value;
            }

            last = run;
        }

        if (last is not null)
        {
            yield return last.Value;
        }
    }
}

using System.Collections.Immutable;
using Tutor.Game.Text;

namespace Tutor.Game.Reading;

/// <summary>Text of one look. <paramref name="Link"/> is where it leads, or null.</summary>
readonly record struct Run(string Text, Ink Ink = Ink.Text, CellStyle Style = CellStyle.None, string? Link = null)
{
    /// <summary>What is said in its place where the line is read aloud: empty for a mark that only the eye can use. Null: the text.</summary>
    public string? Spoken { get; init; }

    public int Columns => TextColumns.Of(Text);
}

/// <summary>One line of a pane: runs of text from left to right.</summary>
/// <param name="Anchor">A name that links can lead to, or null.</param>
/// <param name="Paper">What lies under the whole line.</param>
sealed record Line(ImmutableArray<Run> Runs, string? Anchor = null, Paper Paper = Paper.Normal)
{
    public static Line Empty { get; } = new(ImmutableArray<Run>.Empty);

    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>The line as it is read aloud.</summary>
    public string Spoken => string.Concat(Runs.Select(r => r.Spoken ?? r.Text));

    public int Columns => Runs.Sum(r => r.Columns);

    public static Line Of(string text, Ink ink = Ink.Text, CellStyle style = CellStyle.None) =>
        new([new Run(text, ink, style)]);

    public static Line Of(params Run[] runs) => new([.. runs]);

    /// <summary>The same line and some more text.</summary>
    public Line With(params Run[] after) => this with { Runs = [.. Runs, .. after] };

    /// <summary>As many whole words as there are columns for, and a sign that it goes on.</summary>
    public Line CutAtWord(int columns)
    {
        var text = Text;
        var room = Math.Max(0, columns - 2);
        var end = TextColumns.Of(text) <= room ? text.Length : text.LastIndexOf(' ', Math.Min(text.Length - 1, room));
        var runs = new List<Run>();
        foreach (var run in Runs)
        {
            if (end <= 0)
            {
                break;
            }

            runs.Add(run with { Text = run.Text[..Math.Min(end, run.Text.Length)] });
            end -= run.Text.Length;
        }

        return this with { Runs = [.. runs, new Run(runs.Count == 0 ? "…" : " …", Ink.Muted)] };
    }

    /// <summary>The same line behind some more text.</summary>
    public Line After(params Run[] before) => this with { Runs = [.. before, .. Runs] };
}

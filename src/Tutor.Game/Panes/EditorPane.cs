using Tutor.Core.Predicates;
using Tutor.Core.Text;
using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>The editor's picture: coloured text, errors underlined, the caret, the list of words.</summary>
sealed class EditorPane
{
    const int TabWidth = 8;

    int _firstRow;
    int _width = 40;

    public EditorBuffer Buffer { get; } = new();

    /// <summary>Words that fit at the caret; empty when the list is closed.</summary>
    public IReadOnlyList<Completion> Words { get; set; } = [];

    public int WordIndex { get; set; }

    public void Draw(Grid grid, Area area, IReadOnlyList<Diagnostic> diagnostics, bool isActive)
    {
        _width = area.Width;
        grid.Fill(area, Paper.Field);
        var text = Buffer.Text;
        var inks = CodeColours.Of(text);
        var underlined = Underlined(text.Length, diagnostics);
        var brackets = isActive ? Buffer.MatchingBrackets() : null;
        var places = Places(text, area.Width);
        var caret = places[Buffer.Caret];
        Scroll(area, caret.Row, places[^1].Row + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            var shown = text[i] == '\t' ? new string(' ', TabWidth - places[i].Column % TabWidth) : text.Substring(i, length);
            // Matching brackets are underlined. Reversed, they would look like a second caret.
            var isBracket = brackets is { } b && (i == b.One || i == b.Other);
            var style = (Buffer.IsAllSelected ? CellStyle.Reverse : 0) | (underlined[i] != Ink.Text || isBracket ? CellStyle.Underline : 0)
                | (isBracket ? CellStyle.Bold : 0);
            PutVisible(grid, area, places[i], shown, underlined[i] != Ink.Text ? underlined[i] : isBracket ? Ink.Strong : inks[i], style);
            i += length - 1;
        }

        if (diagnostics.Any(d => d.IsError && d.Span.Start >= text.Length))
        {
            PutVisible(grid, area, places[^1], " ", Ink.Bad, CellStyle.Underline);
        }

        if (isActive)
        {
            grid.Cursor = (area.X + caret.Column, area.Y + caret.Row - _firstRow);
        }

        grid.ScrollBar(area, _firstRow, places[^1].Row + 1);
    }

    /// <summary>Rows that the text takes at this width.</summary>
    public int Rows(int width) => Places(Buffer.Text, width)[^1].Row + 1;

    /// <summary>Draws the list of words, with the signature and a line of help for the selected one.</summary>
    /// <param name="keepsBelow">What stands below the editor is to be read: the list goes above it if there is room.</param>
    public void DrawWords(Grid grid, Area editor, bool keepsBelow)
    {
        if (Words.Count == 0)
        {
            return;
        }

        var rows = Math.Min(6, Words.Count);
        var width = Math.Min(grid.Width - 2, Math.Max(50, Words.Max(w => w.Signature.Length) + 4));
        var caret = grid.Cursor ?? (editor.X, editor.Y);
        var height = rows + 4;
        // It lies below the caret, or above the pane if the text would be covered.
        var top = keepsBelow && editor.Y - height >= 1 ? editor.Y - height : caret.Y + 1 + height < grid.Height ? caret.Y + 1 : editor.Y - height >= 1 ? editor.Y - height
            : caret.Y - height >= 1 ? caret.Y - height : grid.Height - 1 - height;
        var inside = grid.Box(new Area(Math.Clamp(caret.X, 1, grid.Width - width - 1), top, width, height), "", isActive: true, Paper.Popup);
        var first = Math.Clamp(WordIndex - rows / 2, 0, Words.Count - rows);
        for (var i = 0; i < rows; i++)
        {
            var word = Words[first + i];
            var paper = first + i == WordIndex ? Paper.Selected : Paper.Popup;
            grid.Fill(new Area(inside.X, inside.Y + i, inside.Width, 1), paper);
            grid.Put(inside.X + 1, inside.Y + i, word.Signature, Ink.CodeName, paper, limit: inside.Width - 2);
        }

        var help = Wrapping.Wrap(Words[WordIndex].Summary, inside.Width - 2, Ink.Text);
        for (var i = 0; i < Math.Min(2, help.Count); i++)
        {
            grid.Put(new Area(inside.X + 1, inside.Y + rows, inside.Width - 2, 2), i, help[i], Paper.Popup);
        }
    }

    /// <summary>Moves the caret by rows as they are seen; a long line takes several.</summary>
    public void MoveRows(int rows)
    {
        var places = Places(Buffer.Text, _width);
        var caret = places[Buffer.Caret];
        var row = Math.Clamp(caret.Row + rows, 0, places[^1].Row);
        if (row != caret.Row)
        {
            Buffer.MoveTo(Array.FindLastIndex(places, p => p.Row == row && p.Column <= caret.Column));
        }
    }

    /// <summary>Puts the caret to the place of a click, or to the last place of the row before it.</summary>
    public void Click(Area area, int x, int y)
    {
        var places = Places(Buffer.Text, area.Width);
        var row = Math.Min(y - area.Y + _firstRow, places[^1].Row);
        var at = Array.FindLastIndex(places, p => p.Row == row && p.Column <= x - area.X);
        Buffer.MoveTo(Math.Max(0, at));
    }

    /// <summary>For each code unit whether an error, a warning or nothing is underlined there.</summary>
    static Ink[] Underlined(int length, IReadOnlyList<Diagnostic> diagnostics)
    {
        var underlined = new Ink[length + 1];
        foreach (var diagnostic in diagnostics.OrderBy(d => d.IsError))
        {
            var end = Math.Min(length, Math.Max(diagnostic.Span.End, diagnostic.Span.Start + 1));
            for (var i = Math.Min(length, diagnostic.Span.Start); i < end; i++)
            {
                underlined[i] = diagnostic.IsError ? Ink.Bad : Ink.Warning;
            }
        }

        return underlined;
    }

    /// <summary>Row and column of every code unit and of the end; long lines go on below, broken before a word.</summary>
    static (int Row, int Column)[] Places(string text, int width)
    {
        // The last column stays free for the caret.
        var room = Math.Max(4, width - 1);
        var places = new (int Row, int Column)[text.Length + 1];
        var (row, column) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            var columns = text[i] == '\n' ? 0 : text[i] == '\t' ? TabWidth - column % TabWidth
                : text[i] < 128 ? 1 : TextColumns.Of(text.AsSpan(i, length));
            var isWordStart = column > 0 && text[i] > ' ' && text[i - 1] <= ' ';
            var needed = isWordStart ? WordLength(text, i) : columns;
            if (column > 0 && column + Math.Max(columns, needed <= room ? needed : 0) > room)
            {
                (row, column) = (row + 1, 0);
            }

            places[i] = (row, column);
            if (length == 2)
            {
                places[++i] = (row, column);
            }

            (row, column) = text[i] == '\n' ? (row + 1, 0) : (row, column + columns);
        }

        places[^1] = (row, column);
        return places;
    }

    static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] > ' ')
        {
            end++;
        }

        return end - start;
    }

    void Scroll(Area area, int caret, int rows) =>
        _firstRow = Math.Clamp(Math.Min(_firstRow, Math.Max(0, rows - area.Height)), Math.Max(0, caret - area.Height + 1), caret);

    void PutVisible(Grid grid, Area area, (int Row, int Column) at, string text, Ink ink, CellStyle style)
    {
        var y = area.Y + at.Row - _firstRow;
        if (y >= area.Y && y < area.Bottom)
        {
            grid.Put(area.X + at.Column, y, text, ink, Paper.Field, style, area.Width - at.Column);
        }
    }
}

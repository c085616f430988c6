using Tutor.Core.Predicates;
using Tutor.Core.Text;

namespace Tutor.Tui.Presentation;

/// <summary>The editor's picture: coloured text, errors underlined, the caret, the list of words.</summary>
sealed class EditorPane
{
    const int TabWidth = 8;

    int _firstLine;
    int _firstColumn;

    public EditorBuffer Buffer { get; } = new();

    /// <summary>Words that fit at the caret; empty when the list is closed.</summary>
    public IReadOnlyList<Completion> Words { get; set; } = [];

    public int WordIndex { get; set; }

    public void Draw(Grid grid, Area area, IReadOnlyList<Diagnostic> diagnostics, bool isActive)
    {
        grid.Fill(area, Paper.Field);
        var text = Buffer.Text;
        var inks = CodeColours.Of(text);
        var underlined = Underlined(text.Length, diagnostics);
        var brackets = isActive ? Buffer.MatchingBrackets() : null;
        var caret = Place(Buffer.Caret);
        Scroll(area, caret);
        var (line, column) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                (line, column) = (line + 1, 0);
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            var isTab = text[i] == '\t';
            var width = isTab ? TabWidth - column % TabWidth : TextColumns.Of(text.Substring(i, length));
            var style = (underlined[i] ? CellStyle.Underline : 0)
                | (brackets is { } b && (i == b.One || i == b.Other) ? CellStyle.Bold | CellStyle.Reverse : 0);
            PutVisible(grid, area, line, column, isTab ? new string(' ', width) : text.Substring(i, length),
                underlined[i] ? Ink.Bad : inks[i], style);
            column += width;
            i += length - 1;
        }

        if (diagnostics.Any(d => d.IsError && d.Span.Start >= text.Length))
        {
            var end = Place(text.Length);
            PutVisible(grid, area, end.Line, end.Column, " ", Ink.Bad, CellStyle.Underline);
        }

        if (isActive)
        {
            grid.Cursor = (area.X + caret.Column - _firstColumn, area.Y + caret.Line - _firstLine);
        }

        var lines = text.Count(c => c == '\n') + 1;
        grid.ScrollBar(area, _firstLine, lines);
    }

    /// <summary>The list of words, with the signature and one line of help of the one that is chosen.</summary>
    public void DrawWords(Grid grid, Area editor)
    {
        if (Words.Count == 0)
        {
            return;
        }

        var rows = Math.Min(6, Words.Count);
        var width = Math.Min(grid.Width - 2, Math.Max(50, Words.Max(w => w.Signature.Length) + 4));
        var caret = grid.Cursor ?? (editor.X, editor.Y);
        var height = rows + 4;
        var top = caret.Y - height >= 1 ? caret.Y - height : Math.Min(caret.Y + 1, grid.Height - 1 - height);
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

    /// <summary>Puts the caret where was clicked.</summary>
    public void Click(Area area, int x, int y)
    {
        var (line, column) = (0, 0);
        var (wantedLine, wantedColumn) = (y - area.Y + _firstLine, x - area.X + _firstColumn);
        for (var i = 0; i <= Buffer.Text.Length; i++)
        {
            var isEnd = i == Buffer.Text.Length || Buffer.Text[i] == '\n';
            if (line == wantedLine && (column >= wantedColumn || isEnd))
            {
                Buffer.MoveTo(i);
                return;
            }

            if (isEnd)
            {
                (line, column) = (line + 1, 0);
            }
            else
            {
                column += Buffer.Text[i] == '\t' ? TabWidth - column % TabWidth : 1;
            }
        }
    }

    static bool[] Underlined(int length, IReadOnlyList<Diagnostic> diagnostics)
    {
        var underlined = new bool[length + 1];
        foreach (var diagnostic in diagnostics)
        {
            var end = Math.Min(length, Math.Max(diagnostic.Span.End, diagnostic.Span.Start + 1));
            for (var i = Math.Min(length, diagnostic.Span.Start); i < end; i++)
            {
                underlined[i] = true;
            }
        }

        return underlined;
    }

    (int Line, int Column) Place(int offset)
    {
        var (line, column) = (0, 0);
        for (var i = 0; i < offset; i++)
        {
            if (Buffer.Text[i] == '\n')
            {
                (line, column) = (line + 1, 0);
            }
            else if (Buffer.Text[i] == '\t')
            {
                column += TabWidth - column % TabWidth;
            }
            else
            {
                var length = char.IsHighSurrogate(Buffer.Text[i]) && i + 1 < Buffer.Text.Length ? 2 : 1;
                column += TextColumns.Of(Buffer.Text.Substring(i, length));
                i += length - 1;
            }
        }

        return (line, column);
    }

    void Scroll(Area area, (int Line, int Column) caret)
    {
        _firstLine = Math.Clamp(_firstLine, Math.Max(0, caret.Line - area.Height + 1), caret.Line);
        _firstColumn = Math.Clamp(_firstColumn, Math.Max(0, caret.Column - area.Width + 2), caret.Column);
        if (caret.Column < area.Width - 1)
        {
            _firstColumn = 0;
        }
    }

    void PutVisible(Grid grid, Area area, int line, int column, string text, Ink ink, CellStyle style)
    {
        var x = area.X + column - _firstColumn;
        var y = area.Y + line - _firstLine;
        if (y >= area.Y && y < area.Bottom && x >= area.X && x < area.Right)
        {
            grid.Put(x, y, text, ink, Paper.Field, style, area.Right - x);
        }
    }
}

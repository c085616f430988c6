using System.Globalization;
using Tutor.Game.Text;

namespace Tutor.Tests.Support;

/// <summary>What a terminal shows after it was sent frames: just enough of one to check them.</summary>
sealed class TerminalModel(int width, int height)
{
    readonly (string Glyph, string Look)[,] _cells = new (string, string)[width, height];
    string _look = "";
    bool _isCaretShown = true;
    (int X, int Y) _at;

    public void Send(string output)
    {
        for (var i = 0; i < output.Length;)
        {
            if (output[i] == '\e')
            {
                // What was read so far may end within a sequence.
                if (i + 1 == output.Length)
                {
                    return;
                }

                if (output[i + 1] != '[')
                {
                    i = EndOfOther(output, i);
                    continue;
                }

                var end = i + 2;
                while (end < output.Length && !char.IsAsciiLetter(output[end]))
                {
                    end++;
                }

                if (end == output.Length)
                {
                    return;
                }

                Control(output[(i + 2)..end], output[end]);
                i = end + 1;
                continue;
            }

            var length = StringInfo.GetNextTextElementLength(output, i);
            Put(output.Substring(i, length));
            i += length;
        }
    }

    /// <summary>The letters alone, a row a line.</summary>
    public string Text()
    {
        var text = new System.Text.StringBuilder();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                text.Append(_cells[x, y].Glyph ?? " ");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Where the caret stands, from 0, or null where it is hidden.</summary>
    public (int X, int Y)? Caret => _isCaretShown ? _at : null;

    public string Show()
    {
        var text = new System.Text.StringBuilder();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                text.Append(_cells[x, y].Glyph).Append('<').Append(_cells[x, y].Look).Append('>');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    void Control(string arguments, char final)
    {
        switch (final)
        {
            case 'h' or 'l' when arguments == "?25":
                _isCaretShown = final == 'h';
                break;
            case 'm':
                _look = arguments;
                break;
            case 'J':
                for (var y = 0; y < height; y++)
                {
                    for (var x = 0; x < width; x++)
                    {
                        _cells[x, y] = (" ", "");
                    }
                }

                break;
            case 'H':
                if (arguments.Length == 0)
                {
                    _at = (0, 0);
                    break;
                }

                var parts = arguments.Split(';').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
                _at = (parts[1] - 1, parts[0] - 1);
                break;
            default:
                break;
        }
    }

    /// <summary>Behind a question (OSC, DCS), or a sequence of two characters.</summary>
    static int EndOfOther(string output, int at)
    {
        if (output[at + 1] is not (']' or 'P'))
        {
            return at + 2;
        }

        var end = output.IndexOfAny(['\a', '\\'], at);
        return end < 0 ? output.Length : end + 1;
    }

    void Put(string glyph)
    {
        if (_at.X >= width)
        {
            return;
        }

        var columns = TextColumns.Of(glyph);
        // Half a wide character cannot stay.
        if (_cells[_at.X, _at.Y].Glyph.Length == 0 && _at.X > 0)
        {
            _cells[_at.X - 1, _at.Y] = (" ", _cells[_at.X - 1, _at.Y].Look);
        }

        _cells[_at.X, _at.Y] = (glyph, _look);
        if (columns == 2)
        {
            _cells[_at.X + 1, _at.Y] = ("", _look);
        }

        _at.X += columns;
        if (_at.X < width && _cells[_at.X, _at.Y].Glyph is { Length: 0 })
        {
            _cells[_at.X, _at.Y] = (" ", _look);
        }
    }
}

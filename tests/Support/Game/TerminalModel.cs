using System.Globalization;
using Tutor.Game.Text;

namespace Tutor.Tests.Support;

/// <summary>What a terminal shows after it was sent frames: just enough of one to check them.</summary>
sealed class TerminalModel(int width, int height)
{
    readonly (string Glyph, string Look)[,] _cells = new (string, string)[width, height];
    string _look = "";
    (int X, int Y) _at;

    public void Send(string output)
    {
        for (var i = 0; i < output.Length;)
        {
            if (output[i] == '\e')
            {
                var end = i + 2;
                while (!char.IsAsciiLetter(output[end]))
                {
                    end++;
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
                var parts = arguments.Split(';').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
                _at = (parts[1] - 1, parts[0] - 1);
                break;
            default:
                break;
        }
    }

    void Put(string glyph)
    {
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

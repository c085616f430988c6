using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>Rows under headings, in columns two spaces apart; a heading that begins with <c>&gt;</c> stands right.</summary>
sealed class TextTable
{
    readonly List<string[]> _rows = [];
    readonly bool[] _isRight;

    public TextTable(params string[] headings)
    {
        _isRight = [.. headings.Select(h => h.StartsWith('>'))];
        _rows.Add([.. headings.Select(h => h.TrimStart('>'))]);
    }

    /// <summary>Rows without the headings.</summary>
    public int Count => _rows.Count - 1;

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter output)
    {
        var widths = new int[_isRight.Length];
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], TextColumns.Of(row[i]));
            }
        }

        foreach (var row in _rows)
        {
            var cells = row.Select((cell, i) => TextColumns.Pad(cell, widths[i], _isRight[i]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}

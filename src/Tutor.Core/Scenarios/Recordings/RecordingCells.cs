using System.Buffers.Text;
using System.Text;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>
/// The line at hand of a recording, split at its commas, and the checks of single cells. A cell that is not
/// what it must be is reported once and makes the row <see cref="IsBroken"/>.
/// </summary>
sealed class RecordingCells(byte[] text, RecordingProblems problems)
{
    const int MostCells = 16;

    readonly int[] _starts = new int[MostCells + 1];
    int _lineEnd;

    public int Count { get; private set; }

    public int LineStart { get; private set; }

    public bool IsBroken { get; private set; }

    /// <summary>Takes the line [start, end); <paramref name="skip"/> bytes at its start are no cell.</summary>
    public void Split(int start, int end, int skip = 0)
    {
        LineStart = start;
        _lineEnd = end;
        IsBroken = false;
        _starts[0] = start + skip;
        Count = 1;
        for (var i = _starts[0]; i < end; i++)
        {
            if (text[i] == ',' && Count < MostCells)
            {
                _starts[Count++] = i + 1;
            }
        }

        _starts[Count] = end + 1;
    }

    public ReadOnlySpan<byte> this[int cell] =>
        text.AsSpan(_starts[cell], _starts[cell + 1] - 1 - _starts[cell]);

    /// <summary>The cell as a person would read it in a message, cut where it is long.</summary>
    public string Quote(int cell)
    {
        var bytes = this[cell];
        return $"'{Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 40)])}'";
    }

    /// <summary>From this cell to the end of the line; null when there is no such cell.</summary>
    public string? Rest(int cell) =>
        cell < Count ? Encoding.Latin1.GetString(text.AsSpan(_starts[cell], _lineEnd - _starts[cell])) : null;

    public string Text(int cell) => Encoding.Latin1.GetString(this[cell]);

    /// <summary>Whether the row has this many cells; otherwise it is reported.</summary>
    /// <param name="help">The cure, where there is one.</param>
    public bool HasCells(int wanted, string row, string? help = null)
    {
        if (Count != wanted)
        {
            ReportRow($"{row} has {wanted} cells, this one {(Count == MostCells ? "more" : Count)}", help);
        }

        return Count == wanted;
    }

    /// <summary>A decimal number of the range; if it is none, reported, and the least of the range.</summary>
    public int Number(int cell, string column, int least, int most)
    {
        var bytes = this[cell];
        if (Utf8Parser.TryParse(bytes, out long value, out var used) && used == bytes.Length
            && bytes[0] != '+' && value >= least && value <= most)
        {
            return (int)value;
        }

        ReportCell(cell, $"{column} is a number from {least} to {most}, not {Quote(cell)}");
        return least;
    }

    /// <summary>A page frame number, or one past the last.</summary>
    public int Pfn(int cell, string column) => Number(cell, column, 0, RecordingReader.MostPages);

    /// <summary>Takes a value whose name is cell 1; a second one of the same name is reported.</summary>
    public void SetOnce(int?[] values, int name, int value)
    {
        if (!IsBroken && values[name] is not null)
        {
            ReportRow($"{Quote(1)} stands here a second time");
        }

        values[name] ??= IsBroken ? null : value;
    }

    /// <summary>A number behind a key, such as <c>mt=1</c>.</summary>
    public int Keyed(int cell, string key, int least, int most)
    {
        var bytes = this[cell];
        var prefix = key.Length + 1;
        if (bytes.Length > prefix && bytes[key.Length] == '=' && Ascii.Equals(bytes[..key.Length], key)
            && Utf8Parser.TryParse(bytes[prefix..], out int value, out var used) && used == bytes.Length - prefix
            && value >= least && value <= most)
        {
            return value;
        }

        ReportCell(cell, $"expected '{key}=' and a number from {least} to {most}, not {Quote(cell)}");
        return least;
    }

    /// <summary>The index of the cell among <paramref name="words"/>; if it is none, reported, and 0.</summary>
    /// <param name="help">The cure for a word that is none of them, if there is one.</param>
    public int Word(int cell, string column, ReadOnlySpan<string> words, Func<string, string?>? help = null)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Ascii.Equals(this[cell], words[i]))
            {
                return i;
            }
        }

        ReportCell(cell, $"{column} is one of {string.Join(' ', words.ToArray()).Trim()}, not {Quote(cell)}",
            help?.Invoke(Text(cell)));
        return 0;
    }

    public void ReportCell(int cell, string message, string? help = null) => Report(
        RecordingCodes.BadValue, _starts[cell], _starts[cell + 1] - 1 - _starts[cell], message, help);

    public void ReportRow(string message, string? help = null) =>
        Report(RecordingCodes.BadRow, LineStart, _lineEnd - LineStart, message, help);

    /// <summary>The row contradicts another.</summary>
    public void ReportContradiction(string message, string? help = null) =>
        Report(RecordingCodes.DoesNotFit, LineStart, _lineEnd - LineStart, message, help);

    void Report(DiagnosticCode code, int start, int length, string message, string? help)
    {
        IsBroken = true;
        problems.Add(code, start, length, message, help);
    }
}

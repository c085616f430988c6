using System.Globalization;

namespace Tutor.Cli;

/// <summary>Comma-separated values (RFC 4180) that a spreadsheet shows and never computes.</summary>
static class CsvText
{
    /// <summary>Tells a spreadsheet that the text is UTF-8.</summary>
    public const string Mark = "\ufeff";

    public static void Row(TextWriter output, IEnumerable<string> cells) => output.WriteLine(string.Join(',', cells.Select(c => Quoted(Harmless(c)))));

    public static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text that a spreadsheet would take for a formula begins with an apostrophe; a number stays one.</summary>
    static string Harmless(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..]
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n\t") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

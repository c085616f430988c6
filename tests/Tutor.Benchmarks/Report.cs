using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tutor.Benchmarks;

/// <summary>What a benchmark found: one row a thing measured, as a table or as JSON.</summary>
/// <param name="columns">The JSON keys, and the heads of the table; the first is the row's name.</param>
sealed class Report(string name, int rounds, params string[] columns)
{
    readonly List<object?[]> _rows = [];

    public void Add(params object?[] cells) => _rows.Add(cells);

    public string ToJson()
    {
        var rows = new JsonArray();
        foreach (var cells in _rows)
        {
            var row = new JsonObject();
            for (var i = 0; i < columns.Length; i++)
            {
                row[columns[i]] = Node(cells[i]);
            }

            rows.Add(row);
        }

        var report = new JsonObject
        {
            ["schema"] = 1,
            ["benchmark"] = name,
            ["machine"] = Machine.Describe(),
            ["rounds"] = rounds,
            ["rows"] = rows,
        };
        // Written without reflection: a native build has none.
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            report.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public string ToText()
    {
        var lines = _rows.Select(r => r.Select(Cell).ToArray()).Prepend(columns).ToList();
        var widths = columns.Select((_, i) => lines.Max(l => l[i].Length)).ToArray();
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{name}: {Machine.Describe()}; median of {rounds} rounds");
        foreach (var line in lines)
        {
            text.AppendLine(string.Join("  ", line.Select((cell, i) =>
                i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }

        return text.ToString().TrimEnd();
    }

    static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool truth => truth,
        int number => number,
        long number => number,
        double number => Math.Round(number, 4),
        _ => value.ToString(),
    };

    static string Cell(object? value) => value switch
    {
        null => "-",
        bool truth => truth ? "yes" : "no",
        double number => number.ToString(number < 100 ? "0.###" : "0.#", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

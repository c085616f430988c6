using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// What <c>tutor export</c> writes and <see cref="ExportFile"/> reads: facts that another machine can run again, in
/// ids and in what the player typed.
/// </summary>
/// <param name="Attempts">Oldest first.</param>
/// <param name="Events">Oldest first. Imports are left out: what they name is a row of one database.</param>
sealed record Export(IReadOnlyList<Attempt> Attempts, IReadOnlyList<PlayerEvent> Events)
{
    /// <summary>Version of the shape that is written.</summary>
    public const int Schema = 2;

    // Predicates are full of &, < and >: they stay readable. No web page takes this in unescaped.
    static readonly JsonWriterOptions Readable = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Who played; nobody where nobody was named.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The number of the data folder that this comes from, or null.</summary>
    public string? Folder { get; init; }

    /// <summary>Everything that a player's progress has, for a file.</summary>
    public static Export Of(IReadOnlyList<Attempt> newestFirst, IReadOnlyList<PlayerEvent> events, string? folder) =>
        new([.. newestFirst.Reverse()], [.. events.Where(e => e.Kind is not (PlayerEventKind.Imported or PlayerEventKind.ImportTakenBack))])
        {
            Folder = folder,
        };

    /// <summary>The file's text.</summary>
    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            if (Folder is not null)
            {
                json.WriteString("folder", Folder);
            }

            if (Names.Count > 0)
            {
                json.WriteStartArray("names");
                foreach (var name in Names)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
            }

            WriteRows(json, "attempts", Attempts, Write);
            WriteRows(json, "events", Events, Write);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    static void WriteRows<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, Attempt attempt)
    {
        json.WriteString("level", attempt.Level);
        json.WriteNumber("revision", attempt.Revision);
        json.WriteString("predicate", attempt.Predicate);
        json.WriteString("verdict", attempt.Verdict);
        json.WriteString("at", Written(attempt.At));
        json.WriteString("how", attempt.How.Id());
        if (attempt.Option is { } option)
        {
            json.WriteString("option", option);
        }

        if (attempt.RerunOf is { } original)
        {
            json.WriteString("rerun_of", Written(original));
        }
    }

    static void Write(Utf8JsonWriter json, PlayerEvent happened)
    {
        json.WriteString("kind", happened.Kind.Id());
        json.WriteString("level", happened.Level);
        json.WriteNumber("revision", happened.Revision);
        json.WriteString("at", Written(happened.At));
        if (happened.Detail.Length > 0)
        {
            json.WriteString("detail", happened.Detail);
        }
    }

    static string Written(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}

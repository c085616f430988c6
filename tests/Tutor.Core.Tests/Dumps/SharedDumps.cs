using System.IO.Compression;
using System.Text.Json;
using Tutor.Core.Dumps;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Dumps;

/// <summary>
/// Dumps that stock kernels 6.1.192 and 6.12.117 printed of pages whose holders are known, and that truth
/// (<c>tests/fixtures/dumps</c>).
/// </summary>
static class SharedDumps
{
    static readonly Lazy<Dictionary<string, string>> AllTexts = new(ReadTexts);

    static readonly Lazy<List<TrueDump>> AllTruth = new(() =>
        [.. Json("truth.json.gz").EnumerateArray().Select(e => new TrueDump(e))]);

    /// <summary>What was printed, by file name: one dump each, and two whole logs.</summary>
    public static IReadOnlyDictionary<string, string> Texts => AllTexts.Value;

    /// <summary>The truth of each file with one dump.</summary>
    public static IReadOnlyList<TrueDump> Truth => AllTruth.Value;

    /// <summary>The truth of a whole log.</summary>
    public static JsonElement TruthOfLog(string kernel) => Json($"truth-log-{kernel}.json.gz");

    public static DumpsRead Read(string text) => DumpReader.Read(SourceText.From("dmesg", text));

    static Dictionary<string, string> ReadTexts()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Unpack("dumps.txt.gz").Split("==== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            texts.Add(part[..end], part[(end + 1)..]);
        }

        return texts;
    }

    static JsonElement Json(string name) => JsonDocument.Parse(Unpack(name)).RootElement;

    static string Unpack(string name)
    {
        using var file = File.OpenRead(Fixtures.PathOf(Path.Combine("dumps", name)));
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }
}

/// <summary>The truth about one dump.</summary>
sealed class TrueDump(JsonElement element)
{
    public string File { get; } = element.GetProperty("file").GetString()!;

    public string Kind { get; } = element.GetProperty("kind").GetString()!;

    public string Situation { get; } = element.GetProperty("situation").GetString()!;

    public int RefCount { get; } = element.GetProperty("refcount").GetInt32();

    public int MapCount { get; } = element.GetProperty("mapcount").GetInt32();

    public int? PinCount { get; } = element.GetProperty("pincount") is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : null;

    public int Pages { get; } = element.GetProperty("pages").GetInt32();

    public bool IsTail { get; } = element.GetProperty("which").GetString() == "tail";

    public string Moves { get; } = element.GetProperty("migrates_without_the_extra_reference").GetString()!;

    /// <summary>The kernel's own: nobody's references to be expected.</summary>
    public bool IsKernels => Holders.Any(h => h.Holder.StartsWith("kernel:", StringComparison.Ordinal));

    public bool Is61 => File.StartsWith("6.1.", StringComparison.Ordinal);

    public IReadOnlyList<(string Holder, int References)> Holders { get; } =
    [
        .. element.GetProperty("holders").EnumerateArray().Select(h => (h.GetProperty("holder").GetString()!,
            h.GetProperty("count").GetInt32() * h.GetProperty("refs_each").GetInt32())),
    ];

    /// <summary>References of the holders whose names begin so.</summary>
    public int Sum(params string[] prefixes) => Holders
        .Where(h => prefixes.Any(p => h.Holder.StartsWith(p, StringComparison.Ordinal))).Sum(h => h.References);
}

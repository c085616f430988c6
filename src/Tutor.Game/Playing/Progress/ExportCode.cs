using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// An export as a short text for places where files cannot be handed over: packed, in letters that a chat leaves alone,
/// with a length, a checksum, a clear beginning and a clear end. New line breaks, blank lines and the marks of a
/// quotation do no harm; anything else that was changed is found.
/// </summary>
static partial class ExportCode
{
    const int Version = 1;

    /// <summary>Letters of a line: less than any chat breaks by itself.</summary>
    const int LineLength = 64;

    /// <summary>Codes in one text: a whole class in the log of a chat.</summary>
    const int MostCodes = 500;

    /// <summary>Whether a text holds the beginning of a code, or what is left of one.</summary>
    public static bool IsIn(string text) => text.Contains("tutor-export", StringComparison.OrdinalIgnoreCase);

    /// <param name="json">What an <see cref="Export"/> writes.</param>
    public static string Write(string json)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(json));
        }

        var letters = Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"[tutor-export v{Version} {letters.Length} begin]\n");
        foreach (var line in letters.Chunk(LineLength))
        {
            code.Append(line).Append('\n');
        }

        return code.Append(CultureInfo.InvariantCulture, $"[tutor-export {Checksum(letters)} end]\n").ToString();
    }

    /// <summary>Every export whose code stands in a text, whatever stands around them. What is damaged is told with its place.</summary>
    public static IReadOnlyList<SourceText> ReadAll(SourceText text, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var found = new List<SourceText>();
        var begins = Begin().Matches(text.Text);
        if (begins.Count == 0)
        {
            Report(problems, text, text.Text.IndexOf("tutor-export", StringComparison.OrdinalIgnoreCase), "the code has no beginning");
        }

        for (var i = 0; i < begins.Count && i < MostCodes; i++)
        {
            var begin = begins[i];
            var next = i + 1 < begins.Count ? begins[i + 1].Index : text.Length;
            var body = text.Text[(begin.Index + begin.Length)..next];
            if (Read(begin, body, out var problem) is not { } json)
            {
                Report(problems, text, begin.Index, problem!);
                continue;
            }

            var name = begins.Count == 1 ? "unpacked" : string.Create(CultureInfo.InvariantCulture, $"unpacked {i + 1}");
            found.Add(SourceText.From($"{text.Path} ({name})", json));
        }

        return found;
    }

    static string? Read(Match begin, string body, out string? problem)
    {
        problem = null;
        var end = End().Match(body);
        if (begin.Groups["version"].Value != Version.ToString(CultureInfo.InvariantCulture))
        {
            problem = $"the code is of version {begin.Groups["version"].Value}, and this tutor reads {Version}";
        }
        else if (!end.Success)
        {
            problem = "the code has no end";
        }
        else
        {
            var letters = string.Concat(body.AsSpan(0, end.Index).ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='));
            var missing = long.Parse(begin.Groups["length"].Value, CultureInfo.InvariantCulture) - letters.Length;
            problem = missing > 0 ? $"{Words.Count(missing)} letters of the code are missing"
                : missing < 0 ? $"the code has {Words.Count(-missing)} letters too many"
                : !Checksum(letters).Equals(end.Groups["sum"].Value, StringComparison.OrdinalIgnoreCase) ? "the code was changed on its way"
                : null;
            return problem is null ? Unpack(letters, out problem) : null;
        }

        return null;
    }

    static string? Unpack(string letters, out string? problem)
    {
        try
        {
            using var unpacker = new ZLibStream(new MemoryStream(Convert.FromBase64String(letters)), CompressionMode.Decompress);
            var bytes = new byte[64 << 10];
            using var json = new MemoryStream();
            for (int read; (read = unpacker.Read(bytes)) > 0;)
            {
                json.Write(bytes, 0, read);
                if (json.Length > ExportFile.MostBytes)
                {
                    problem = $"the code unpacks to more than {ExportFile.MostBytes >> 20} MiB";
                    return null;
                }
            }

            problem = null;
            return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            problem = "the code cannot be unpacked";
            return null;
        }
    }

    static string Checksum(string letters) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(letters)).AsSpan(0, 4));

    static void Report(DiagnosticBag problems, SourceText text, int at, string message) =>
        problems.Report(ExportCodes.DamagedCode, text, new TextSpan(Math.Max(0, at), 0), message,
            "copy it again, from the line that begins with [tutor-export to the one that ends with end]; or hand over the file");

    // Between words there may be what a chat puts at the beginning of a line.
    [GeneratedRegex(@"\[[\s>|]*tutor-export[\s>|]+v(?<version>\d{1,4})[\s>|]+(?<length>\d{1,9})[\s>|]+begin[\s>|]*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begin();

    [GeneratedRegex(@"\[[\s>|]*tutor-export[\s>|]+(?<sum>[0-9a-f]{8})[\s>|]+end[\s>|]*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();
}

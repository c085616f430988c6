using System.Globalization;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Storage;

/// <summary>Reads a file that a person named. Whatever is wrong with it becomes a diagnostic with the cure.</summary>
static class InputFile
{
    /// <summary>Bytes of a level, a lesson or a predicate; the largest shipped has a hundredth of it.</summary>
    public const int MostTextBytes = 1 << 20;

    /// <summary>Bytes of a recording, packed.</summary>
    public const int MostRecordingBytes = 32 << 20;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes, or null and why not.</summary>
    /// <param name="path">As the person typed it; problems name it so.</param>
    public static (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string path, int most)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return (null, Problem(FileCodes.NotAFile, path, "is a folder", "name a file in it"));
            }

            if (!File.Exists(path))
            {
                return (null, Problem(FileCodes.Missing, path, "there is no such file", "check the spelling; 'tutor list' shows the levels"));
            }

            using var stream = RegularFile.Open(path);
            return stream is null ? (null, Problem(FileCodes.NotAFile, path, "is a pipe or a device", "name a file")) : ReadBytes(stream, most, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return (null, Problem(FileCodes.Unreadable, path, $"cannot be read: {Plain(e.Message)}", "check its permissions"));
        }
    }

    /// <summary>The bytes of a stream such as standard input, or null: more than <paramref name="most"/>.</summary>
    /// <param name="name">What problems call it.</param>
    public static (byte[]? Bytes, Diagnostic? Problem) ReadBytes(Stream stream, int most, string name = "-")
    {
        ArgumentNullException.ThrowIfNull(stream);
        // A pipe or a device has no length of its own: read to one byte past the limit at most.
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                return (null, Problem(FileCodes.TooLarge, name,
                    string.Create(CultureInfo.InvariantCulture, $"is larger than {most >> 10} KiB"), "is it the right file?"));
            }
        }

        return (bytes.ToArray(), null);
    }

    /// <summary>The text, or null and why not: UTF-8 without anything that a terminal would obey.</summary>
    public static (SourceText? Text, Diagnostic? Problem) ReadText(string path, int most = MostTextBytes)
    {
        var (bytes, problem) = ReadBytes(path, most);
        return bytes is null ? (null, problem) : Decode(path, bytes);
    }

    /// <summary>The same from bytes that were read elsewhere: standard input.</summary>
    public static (SourceText? Text, Diagnostic? Problem) Decode(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            var text = Strict.GetString(WithoutMark(bytes));
            var control = ControlCharacters.IndexIn(text);
            if (control < 0)
            {
                return (SourceText.From(path, text), null);
            }

            var shown = SourceText.From(path, text[..control]);
            return (null, new Diagnostic(FileCodes.NotText, shown, new TextSpan(control, 0),
                string.Create(CultureInfo.InvariantCulture, $"a control character (U+{(int)text[control]:X4}), which a text file does not have"),
                "take it out; or is it the wrong file?"));
        }
        catch (DecoderFallbackException e)
        {
            var before = SourceText.From(path, Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(e.Index, bytes.Length))));
            return (null, new Diagnostic(FileCodes.NotText, before, new TextSpan(before.Length, 0),
                "not UTF-8: this is not a text file", "save it as UTF-8, or name another file"));
        }
    }

    /// <summary>A problem of a file as a whole.</summary>
    internal static Diagnostic Problem(DiagnosticCode code, string path, string message, string? help) =>
        new(code, SourceText.From(path, ""), new TextSpan(0, 0), message, help);

    static ReadOnlySpan<byte> WithoutMark(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;

    static string Plain(string message) => message.TrimEnd('.').ReplaceLineEndings(" ");
}

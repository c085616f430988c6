using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Storage;

/// <summary>
/// A pack in one file: a zip with a manifest. Everything is read and held against the manifest before anything of it
/// is used, and nothing of it is ever written to disk. Whoever made it is not trusted: paths, links and sizes are
/// looked at first.
/// </summary>
sealed class PackArchive
{
    /// <summary>The ending of its name.</summary>
    public const string Ending = ".tutorpack";

    /// <summary>Of the file; the program's own pack has 3.</summary>
    public const int MostPackedBytes = 64 << 20;

    /// <summary>Of all that is in it, unpacked.</summary>
    public const long MostBytes = 128L << 20;

    public const int MostFiles = 4000;

    const int UnixType = 0xF000;
    const int UnixRegularFile = 0x8000;

    readonly ImmutableSortedDictionary<string, byte[]> _files;

    PackArchive(string path, PackManifest manifest, ImmutableSortedDictionary<string, byte[]> files) =>
        (Path, Manifest, _files) = (path, manifest, files);

    /// <summary>As the person typed it.</summary>
    public string Path { get; }

    public PackManifest Manifest { get; }

    /// <summary>Paths in the pack, in order.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>The bytes of a path in the pack, or null.</summary>
    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>Reads a file that a person named; the pack, or why it is not taken.</summary>
    public static (PackArchive? Archive, Diagnostic? Problem) Open(string path)
    {
        var (bytes, unreadable) = InputFile.ReadBytes(path, MostPackedBytes);
        return bytes is null ? (null, unreadable) : Read(path, bytes);
    }

    /// <summary>The same from bytes that were read.</summary>
    public static (PackArchive? Archive, Diagnostic? Problem) Read(string path, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var (manifest, unfit) = ReadManifest(path, zip);
            if (manifest is null || unfit is not null)
            {
                return (null, unfit);
            }

            var (files, problem) = ReadFiles(path, zip, manifest);
            return files is null ? (null, problem) : (new PackArchive(path, manifest, files), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return (null, Problem(FileCodes.NotAPack, path, "", "this is no pack in one file, or it is damaged", "'tutor pack build DIR' makes one; fetch it again if it came from elsewhere"));
        }
    }

    static (PackManifest? Manifest, Diagnostic? Problem) ReadManifest(string path, ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles)
        {
            return (null, Problem(FileCodes.TooLarge, path, "", Say($"it has {zip.Entries.Count} files, and {MostFiles} are the most"), "is it the right file?"));
        }

        if (zip.Entries.FirstOrDefault(e => e.FullName == PackManifest.FileName) is not { } entry)
        {
            return (null, Problem(FileCodes.NotAPack, path, "", $"there is no {PackManifest.FileName} in it", "'tutor pack build DIR' makes a pack of a folder"));
        }

        if (Unpack(entry, InputFile.MostTextBytes) is not { } text)
        {
            return (null, Problem(FileCodes.TooLarge, path, PackManifest.FileName, "is larger than any that can be meant", "is it the right file?"));
        }

        try
        {
            var manifest = JsonSerializer.Deserialize(text, PackManifestJson.Default.PackManifest);
            // The id becomes the name of a file.
            return manifest is null || !KebabName.Is(manifest.Id) || manifest.Files.Any(f => f is null)
                ? (null, Problem(FileCodes.NotAPack, path, PackManifest.FileName, "does not say what a manifest says", "'tutor pack build DIR' writes it"))
                : (manifest, WhyTooNew(path, manifest));
        }
        catch (JsonException e)
        {
            return (null, Problem(FileCodes.NotAPack, path, PackManifest.FileName, $"cannot be understood: {e.Message.Split(" Path:")[0].TrimEnd('.')}", "'tutor pack build DIR' writes it"));
        }
    }

    static Diagnostic? WhyTooNew(string path, PackManifest manifest)
    {
        if (manifest.Format != PackManifest.KnownFormat)
        {
            return Problem(LevelCodes.UnknownFormat, path, PackManifest.FileName, Say($"this pack is of format {manifest.Format}, and this program reads format {PackManifest.KnownFormat}"), "use a newer program");
        }

        return Pack.Fits(manifest.Requires) ? null
            : Problem(LevelCodes.UnknownFormat, path, PackManifest.FileName, $"this pack needs version {manifest.Requires} of tutor, and this is {Pack.ProgramVersion.ToString(3)}", "use a newer program");
    }

    static (ImmutableSortedDictionary<string, byte[]>? Files, Diagnostic? Problem) ReadFiles(string path, ZipArchive zip, PackManifest manifest)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        var listed = manifest.Files.GroupBy(f => f.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First());
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = MostBytes;
        foreach (var entry in zip.Entries.Where(e => e.FullName != PackManifest.FileName))
        {
            var name = entry.FullName;
            var (bytes, problem) = WhyNot(entry) is { } reason ? (null, Problem(FileCodes.OutsidePack, path, name, reason.Message, reason.Help))
                : !seen.Add(name) ? (null, Problem(FileCodes.NotAPack, path, name, "stands in it twice", "build the pack again"))
                : !listed.TryGetValue(name, out var said) ? (null, Problem(FileCodes.NotAsListed, path, name, $"{PackManifest.FileName} does not list this file", "build the pack again; or somebody changed it: fetch it from where it comes from"))
                : ReadFile(path, entry, said, left);
            if (bytes is null)
            {
                return (null, problem);
            }

            left -= bytes.Length;
            files[name] = bytes;
        }

        return listed.Keys.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing
            ? (null, Problem(FileCodes.NotAsListed, path, missing, $"{PackManifest.FileName} lists this file, and it is not there", "fetch the pack again, or build it again"))
            : (files.ToImmutable(), null);
    }

    static (byte[]? Bytes, Diagnostic? Problem) ReadFile(string path, ZipArchiveEntry entry, PackedFile said, long left)
    {
        // What the zip says of its sizes is not believed: no more is unpacked than there is room for.
        if (Unpack(entry, Math.Min(left, InputFile.MostRecordingBytes)) is not { } bytes)
        {
            return (null, Problem(FileCodes.TooLarge, path, entry.FullName, Say($"is larger than {InputFile.MostRecordingBytes >> 20} MiB, or the pack than {MostBytes >> 20} MiB"), "is it the right file?"));
        }

        return bytes.Length == said.Bytes && Hash(bytes) == said.Sha256 ? (bytes, null)
            : (null, Problem(FileCodes.NotAsListed, path, entry.FullName, $"is not the file that {PackManifest.FileName} lists: its hash is another", "fetch the pack again, or build it again"));
    }

    /// <summary>Why an entry is not taken, by its name and its kind alone.</summary>
    static (string Message, string Help)? WhyNot(ZipArchiveEntry entry)
    {
        var type = (entry.ExternalAttributes >> 16) & UnixType;
        return type is not (0 or UnixRegularFile) ? ("is a link, a folder or a device", "put the file itself there, and build the pack again")
            : entry.IsEncrypted ? ("is encrypted", "build the pack without a password")
            : !IsInside(entry.FullName) ? ("does not stay inside the pack", "a pack has plain paths under levels/ and content/")
            : null;
    }

    /// <summary>A path that means one file under the pack's two folders, on every system.</summary>
    public static bool IsInside(string name) =>
        name.Length <= 200 && name.Split('/') is ["levels" or "content", _, ..] parts
        && parts.All(p => p.Length > 0 && p is not ("." or "..") && p[^1] is not ('.' or ' ') && !p.Any(c => char.IsControl(c) || c is '\\' or ':'));

    /// <summary>The bytes, or null when there are more than <paramref name="most"/>.</summary>
    static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A problem of a path in the archive, which is named behind the archive's own.</summary>
    static Diagnostic Problem(DiagnosticCode code, string path, string name, string message, string help) =>
        InputFile.Problem(code, name.Length == 0 ? path : $"{path}/{ControlCharacters.Neutralise(name).ReplaceLineEndings("·")}", message, help);

    static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

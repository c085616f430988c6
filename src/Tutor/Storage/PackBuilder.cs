using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Storage;

/// <summary>
/// Makes one file of a pack's folder. The same files give the same bytes: in the order of their paths, with one time
/// for all, and stored as they are, since packed bytes differ from one version of the library to the next.
/// </summary>
static class PackBuilder
{
    /// <summary>The first that a zip can say.</summary>
    static readonly DateTimeOffset OneTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>rw-r--r--, a regular file.</summary>
    const int OneMode = unchecked((int)0x81A40000);

    /// <summary>The archive's bytes, or null and every problem.</summary>
    public static (byte[]? Bytes, ImmutableArray<Diagnostic> Problems) Build(LevelLibrary library, bool withAnswers)
    {
        ArgumentNullException.ThrowIfNull(library);
        var catalog = library.Catalog;
        var problems = new DiagnosticBag();
        problems.AddRange(catalog.Diagnostics);
        problems.AddRange(catalog.Entries.Where(e => !e.IsBorrowed && e.Level is null).SelectMany(e => e.Diagnostics));
        var place = Path.Combine(library.Folder.Levels, "pack.yaml");
        if (catalog.Pack is not { Version: not null, Licence: not null })
        {
            problems.Add(InputFile.Problem(catalog.Pack is null ? FileCodes.Missing : FileCodes.NotAPack, place,
                catalog.Pack is null ? "a pack in one file needs it, and it is missing or has errors" : "a pack in one file says its version and its licence",
                "write 'version: \"1.0.0\"' and 'licence: …' into levels/pack.yaml"));
        }

        var files = Files(library.Folder, withAnswers, problems);
        return problems.HasErrors ? (null, problems.ToImmutable()) : (Zip(catalog.Pack!, files, withAnswers), []);
    }

    static SortedDictionary<string, byte[]> Files(PackFolder folder, bool withAnswers, DiagnosticBag problems)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, path) in folder.AllFiles(problems))
        {
            var (bytes, problem) = InputFile.ReadBytes(path, InputFile.MostRecordingBytes);
            if (bytes is null)
            {
                problems.Add(problem!);
            }
            else if (!withAnswers && folder.LevelFiles().Any(l => l.Path == path) && InputFile.Decode(path, bytes).Text is { } text)
            {
                // A level that is not whole was reported.
                files[name] = LevelWithoutAnswers.Of(text) is { } rest ? Encoding.UTF8.GetBytes(rest.Text) : bytes;
            }
            else
            {
                files[name] = bytes;
            }
        }

        return files;
    }

    static byte[] Zip(Pack pack, SortedDictionary<string, byte[]> files, bool withAnswers)
    {
        var manifest = new PackManifest
        {
            Format = PackManifest.KnownFormat,
            Id = pack.Id,
            Title = pack.Title,
            Version = pack.Version!,
            Licence = pack.Licence!,
            Requires = pack.Requires ?? "1.0",
            Answers = withAnswers,
            Files = [.. files.Select(f => new PackedFile(f.Key, f.Value.Length, PackArchive.Hash(f.Value)))],
        };
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, PackManifest.FileName, JsonSerializer.SerializeToUtf8Bytes(manifest, PackManifestJson.Default.PackManifest));
            foreach (var (name, content) in files)
            {
                Add(zip, name, content);
            }
        }

        return bytes.ToArray();
    }

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = OneTime;
        entry.ExternalAttributes = OneMode;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

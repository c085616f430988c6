using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

/// <summary>A pack in one file comes from anybody: what is wrong with it is said with its place, and none of it is used.</summary>
public sealed class PackArchiveTests
{
    const string Level = "levels/010-first.yaml";

    [Fact]
    public void A_whole_one_is_read()
    {
        var (archive, problem) = PackArchive.Read("mine.tutorpack", Zip((Level, "text")));
        Assert.Null(problem);
        Assert.Equal(("mine", "text"), (archive!.Manifest.Id, Encoding.UTF8.GetString(archive.Find(Level)!)));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("levels/../../evil")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("levels\\..\\evil")]
    [InlineData("C:/evil")]
    [InlineData("levels/a:b")]
    [InlineData("levels/./a")]
    [InlineData("levels//a")]
    [InlineData("levels/a.")]
    [InlineData("levels/a\nb")]
    [InlineData("evil")]
    [InlineData("levels/")]
    public void No_path_leaves_it(string name) => Refused("TUT3906", name.Replace('\n', '·'), Zip((name, "text")));

    [Fact]
    public void A_link_is_refused() => Refused("TUT3906", Level, Zip([(Level, "/etc/passwd")], entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000)));

    [Fact]
    public void A_small_file_that_grows_to_gigabytes_is_not_unpacked()
    {
        var bomb = new byte[InputFile.MostRecordingBytes + 1];
        Refused("TUT3904", Level, Zip(Manifest((Level, bomb)), [(Level, bomb)]));
    }

    [Fact]
    public void Many_files_that_grow_together_are_not_unpacked()
    {
        var part = new byte[InputFile.MostRecordingBytes];
        var files = Enumerable.Range(0, 5).Select(i => ($"content/{i}", part)).ToArray();
        Refused("TUT3904", "content/4", Zip(Manifest(files), files));
    }

    [Fact]
    public void Too_many_files_are_refused() =>
        Refused("TUT3904", "", Zip([.. Enumerable.Range(0, PackArchive.MostFiles + 1).Select(i => ($"content/{i}", ""))]));

    [Fact]
    public void Other_bytes_than_the_manifest_lists_are_refused() =>
        Refused("TUT3908", Level, Zip(Manifest((Level, Bytes("text"))), [(Level, Bytes("tExt"))]));

    [Fact]
    public void A_file_that_the_manifest_does_not_list_is_refused() =>
        Refused("TUT3908", "levels/b.yaml", Zip(Manifest((Level, Bytes("text"))), [(Level, Bytes("text")), ("levels/b.yaml", Bytes("more"))]));

    [Fact]
    public void A_file_that_is_missing_is_named() => Refused("TUT3908", Level, Zip(Manifest((Level, Bytes("text"))), []));

    [Fact]
    public void A_file_that_stands_there_twice_is_refused() =>
        Refused("TUT3907", "levels/A.yaml", Zip(("levels/a.yaml", "text"), ("levels/A.yaml", "text")));

    [Fact]
    public void Without_a_manifest_it_is_no_pack() => Refused("TUT3907", "", Zip(null, [(Level, Bytes("text"))]));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":1,"id":"mine","title":"","version":"1","licence":"MIT","requires":"1.0","answers":true,"files":null}""")]
    [InlineData("""{"format":1,"id":"../mine","title":"","version":"1","licence":"MIT","requires":"1.0","answers":true,"files":[]}""")]
    [InlineData("""{"format":1,"id":"mine","title":"","version":"1","licence":"MIT","requires":"1.0","answers":true,"files":[null]}""")]
    public void A_manifest_that_cannot_be_understood_is_named(string manifest) => Refused("TUT3907", "manifest.json", Zip(Bytes(manifest), []));

    [Theory]
    [InlineData(2, "1.0")]
    [InlineData(1, "99.0")]
    [InlineData(1, "soon")]
    public void One_for_a_newer_program_says_so(int format, string requires) =>
        Refused("TUT3201", "manifest.json", Zip(Bytes($$"""{"format":{{format}},"id":"mine","title":"","version":"1","licence":"MIT","requires":"{{requires}}","answers":true,"files":[]}"""), []));

    [Fact]
    public void No_damage_ends_in_an_exception()
    {
        var whole = Zip((Level, "text"), ("content/glossary.md", "word\n: Said.\n"));
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x41;
            PackArchive.Read("mine.tutorpack", damaged);
            PackArchive.Read("mine.tutorpack", whole[..at]);
        }
    }

    static void Refused(string code, string name, byte[] zip)
    {
        var (archive, problem) = PackArchive.Read("mine.tutorpack", zip);
        Assert.Null(archive);
        Assert.Equal(code, problem?.Code.Id);
        Assert.StartsWith(name.Length == 0 ? "mine.tutorpack" : $"mine.tutorpack/{name}", problem!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(problem.Help);
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Manifest(params (string Name, byte[] Content)[] files) => JsonSerializer.SerializeToUtf8Bytes(new PackManifest
    {
        Format = 1, Id = "mine", Title = "Mine", Version = "1.0", Licence = "MIT", Requires = "1.0", Answers = true,
        Files = [.. files.Select(f => new PackedFile(f.Name, f.Content.Length, PackArchive.Hash(f.Content)))],
    }, PackManifestJson.Default.PackManifest);

    static byte[] Zip(params (string Name, string Text)[] files) => Zip(files, _ => { });

    static byte[] Zip((string Name, string Text)[] files, Action<ZipArchiveEntry> change)
    {
        var bytes = files.Select(f => (f.Name, Bytes(f.Text))).ToArray();
        return Zip(Manifest(bytes), bytes, change);
    }

    static byte[] Zip(byte[]? manifest, (string Name, byte[] Content)[] files, Action<ZipArchiveEntry>? change = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (manifest is not null)
            {
                Add(zip, PackManifest.FileName, manifest);
            }

            foreach (var (name, content) in files)
            {
                var entry = Add(zip, name, content);
                change?.Invoke(entry);
            }
        }

        return bytes.ToArray();
    }

    static ZipArchiveEntry Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        using var stream = entry.Open();
        stream.Write(content);
        return entry;
    }
}

using System.Text.Json;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class PackCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_program_s_own_pack_plays_from_one_file()
    {
        var file = Build(Repository.Root, "a.tutorpack");
        Assert.Equal(TutorProcess.Run("list", "--json").Out, TutorProcess.Run("list", "--json", "--pack", file).Out);
        // Lesson, page kinds and a recording come out of it, too.
        Assert.Equal(TutorProcess.Run("run", "recorded-guest", "--solution", "stock-6.1").Out,
            TutorProcess.Run("run", "recorded-guest", "--solution", "stock-6.1", "--pack", file).Out);
        Assert.Equal(TutorProcess.Run("explain", "pin").Out, TutorProcess.Run("explain", "pin", "--pack", file).Out);
        Assert.Equal(0, TutorProcess.Run("compact", "vfio-p1", "--check", "--pack", file).ExitCode);
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_wherever_they_are_and_whenever_they_were_written()
    {
        var (one, two) = (NewPack("one"), NewPack("two"));
        foreach (var path in Directory.EnumerateFiles(two, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        Edit(two, "id: two", "id: one");
        Assert.Equal(File.ReadAllText(Path.Combine(one, "levels", "pack.yaml")), File.ReadAllText(Path.Combine(two, "levels", "pack.yaml")));
        Assert.Equal(File.ReadAllBytes(Build(one, "one.tutorpack")), File.ReadAllBytes(Build(two, "two.tutorpack")));
    }

    [Fact]
    public void Learners_get_no_answers_and_play_all_the_same()
    {
        var file = Build(Repository.Root, "b.tutorpack", "--without-answers");
        Assert.Equal(2, TutorProcess.Run("run", "extra-reference", "--solution", "reference", "--pack", file).ExitCode);
        Assert.Contains("verdict    gold", TutorProcess.Run("run", "extra-reference", "-e", "folio_ref_count(folio) > folio_mapcount(folio)", "--pack", file).Out);
        // Marks and paintings are judged by maps and goals, which stay.
        Assert.Contains("verdict    gold", TutorProcess.Run("run", "break-stock", "--answer", "vfio-shmem free truncated-orphan", "--pack", file).Out);
        var marks = string.Join("; ", Enumerable.Range(0, 8).Select(p => $"page:+{p}={(p is 1 or 5 or 7 ? "skip" : "take")}"));
        Assert.Contains("verdict    gold", TutorProcess.Run("run", "eight-pages", "--answer", marks, "--pack", file).Out);
        var check = TutorProcess.Run("pack", "check", file);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("answers left out", check.Out);
    }

    [Fact]
    public void A_pack_that_is_whole_is_played_by_check()
    {
        var check = TutorProcess.Run("pack", "check", Build(NewPack("mine"), "mine.tutorpack"));
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("every file is as listed", check.Out);
        Assert.Contains("levels 1, errors 0", check.Out);
    }

    [Fact]
    public void An_installed_pack_is_found_by_its_name()
    {
        var file = Build(NewPack("mine"), "mine.tutorpack");
        var data = Path.Combine(_folder.Path, "data");
        Assert.Equal(0, TutorProcess.Run("pack", "install", file, "--data", data).ExitCode);
        // A newer one takes its place.
        Assert.Equal(0, TutorProcess.Run("pack", "install", file, "--data", data).ExitCode);
        File.Delete(file);
        Assert.Contains("first", TutorProcess.Run("list", "--pack", "mine", "--data", data).Out);
        Assert.Equal(["mine.tutorpack"], Directory.EnumerateFiles(Path.Combine(data, "packs")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_damaged_pack_is_neither_installed_nor_played()
    {
        var file = Build(NewPack("mine"), "mine.tutorpack");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        var data = Path.Combine(_folder.Path, "data");
        foreach (var arguments in new[] { new[] { "pack", "install", file }, ["pack", "check", file], ["list", "--pack", file], [file], ["lint", file] })
        {
            var run = TutorProcess.Run([.. arguments, "--data", data]);
            Assert.Equal(3, run.ExitCode);
            Assert.Contains($"{file}/", run.Error);
            Assert.Contains("help:", run.Error);
        }

        Assert.False(Directory.Exists(Path.Combine(data, "packs")));
    }

    [Fact]
    public void A_pack_without_version_and_licence_says_what_is_missing()
    {
        var pack = NewPack("mine");
        Edit(pack, "version:", "# version:");
        var run = TutorProcess.Run("pack", "build", pack, "-o", Path.Combine(_folder.Path, "mine.tutorpack"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("pack.yaml:1:1: error TUT3907: a pack in one file says its version and its licence", run.Error);
    }

    [Fact]
    public void A_level_that_cannot_be_read_stops_the_build()
    {
        var pack = NewPack("mine");
        File.WriteAllText(Path.Combine(pack, "levels", "020-broken.yaml"), "kind: write\n");
        var run = TutorProcess.Run("pack", "build", pack, "-o", Path.Combine(_folder.Path, "mine.tutorpack"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("020-broken.yaml", run.Error);
    }

    [Fact]
    public void A_link_stops_the_build()
    {
        var pack = NewPack("mine");
        File.CreateSymbolicLink(Path.Combine(pack, "content", "secret.md"), "/etc/passwd");
        var run = TutorProcess.Run("pack", "build", pack, "-o", Path.Combine(_folder.Path, "mine.tutorpack"));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("TUT3906: is a link", run.Error);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        var file = Build(NewPack("mine"), "mine.tutorpack");
        Assert.Equal(3, TutorProcess.Run("pack", "build", Path.Combine(_folder.Path, "mine"), "-o", file).ExitCode);
    }

    [Fact]
    public void JSON_says_what_was_made()
    {
        var file = Path.Combine(_folder.Path, "mine.tutorpack");
        var made = JsonDocument.Parse(TutorProcess.Run("pack", "build", NewPack("mine"), "-o", file, "--json").Out).RootElement;
        Assert.Equal((1, "mine", PackArchive.Hash(File.ReadAllBytes(file))),
            (made.GetProperty("schema").GetInt32(), made.GetProperty("id").GetString(), made.GetProperty("sha256").GetString()));
    }

    public void Dispose() => _folder.Dispose();

    string NewPack(string name)
    {
        var folder = Path.Combine(_folder.Path, name);
        TutorProcess.Run("new", "pack", folder);
        return folder;
    }

    string Build(string pack, string name, params string[] options)
    {
        var file = Path.Combine(_folder.Path, name);
        var run = TutorProcess.Run(["pack", "build", pack, "-o", file, .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return file;
    }

    static void Edit(string pack, string from, string to)
    {
        var path = Path.Combine(pack, "levels", "pack.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }
}

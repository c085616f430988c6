using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

/// <summary>
/// What a player reads is never what is stored: a program whose every word was changed reads what this one stored,
/// judges it alike, and writes the same bytes.
/// </summary>
public sealed class ChangedWordsTests : IDisposable
{
    const string Forecast = "page:+5=migrated; page:+40=skipped_pin; metric:lru_locks=17";
    const string FormerForecast = "page +5: it moves; page +40: skipped; it could not move; lru locks: 17";
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_program_with_other_words_reads_and_writes_what_this_one_stored()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("TUTOR_BINARY") is { Length: > 0 }, "a native program's words cannot be changed");
        var pack = Pack();
        var played = Played();
        var stranger = ProgramWithOtherWords();
        Assert.NotEqual(Tutor(TutorProcess.Binary, "--text", "--data", _folder.Path), Tutor(stranger, "--text", "--data", _folder.Path));

        var stored = Tutor(TutorProcess.Binary, "export", "--data", played);
        Assert.Contains(Forecast, stored);
        Assert.Contains(FormerForecast, stored);
        Assert.Equal(stored, Tutor(stranger, "export", "--data", played));

        var file = _folder.Write("stored.json", stored);
        var here = Imported(TutorProcess.Binary, file, pack, "here");
        var there = Imported(stranger, file, pack, "there");
        Assert.Equal(6, here.Count);
        Assert.Equal(here, there);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>One attempt of every form that is stored, the forecast in its former words too.</summary>
    string Played()
    {
        var data = Path.Combine(_folder.Path, "played");
        using var store = ProgressStore.Open(data, TimeProvider.System);
        store.Record(new Attempt("write", 1, "folio_ref_count(folio) > 1 // lru locks, it moves", "fail"));
        store.Record(new Attempt("pick", 1, "right", "gold", How: AttemptHow.Option, Option: "right"));
        store.Record(new Attempt("foretell", 1, Forecast, "fail", How: AttemptHow.Predicted));
        store.Record(new Attempt("foretell", 1, FormerForecast, "fail", How: AttemptHow.Predicted));
        store.Record(new Attempt("look", 1, "false", "pass", How: AttemptHow.Watched));
        store.Record(new Attempt("write", 1, "", VerdictWords.Seen, How: AttemptHow.Shown));
        foreach (var kind in Enum.GetValues<PlayerEventKind>())
        {
            store.Note(new PlayerEvent(kind, kind is PlayerEventKind.Reset ? "look-not" : "write", 1, kind.Id()));
        }

        return data;
    }

    List<string> Imported(string program, string file, string pack, string folder)
    {
        var data = Path.Combine(_folder.Path, folder);
        Tutor(program, "import", file, "--pack", pack, "--data", data);
        using var store = ProgressStore.Open(data, TimeProvider.System);
        return [.. store.History().Select(a => $"{a.At:O} {a.Level} {a.Predicate} {a.Option} {a.Verdict} {a.Metrics}")];
    }

    string Pack()
    {
        const string maps =
            """
            maps:
              - { id: host, role: shown, pages: 512, seed: 1, mix: { anon: 100 }, set: [{ page: "+40", kind: vfio-anon }] }
            """;
        const string goals = "goals: { pass: { futile: { max: 0 } }, gold: { futile: { max: 0 }, false_skips: { max: 0 } } }";
        const string skip = "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)";
        Write("write", "write", $"{maps}\n{goals}");
        Write("pick", "pick", $$"""options: [{ id: right, skip: "{{skip}}", feedback: a }, { id: wrong, skip: "true", feedback: b }]""" + $"\n{maps}\n{goals}");
        Write("foretell", "predict", $$"""skip: { starter: "{{skip}}" }""" + $"\n{maps}\n"
            + """predict: { items: [{ page: "+5" }, { page: "+40" }, { metric: lru_locks }] }""");
        Write("look", "watch", "skip: { starter: \"false\" }\n" + maps);
        return Path.Combine(_folder.Path, "pack");

        void Write(string id, string kind, string rest) =>
            _folder.Write($"pack/levels/{id}.yaml", $"format: 1\nid: {id}\ntitle: \"{id}\"\nkind: {kind}\nbrief: \"{id}\"\n{rest}\n");
    }

    /// <summary>A copy of the program in which every word that a player reads is another one.</summary>
    string ProgramWithOtherWords()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, "program")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        foreach (var folder in new[] { "pack", "runtimes" })
        {
            Directory.CreateSymbolicLink(Path.Combine(copy, folder), Path.Combine(AppContext.BaseDirectory, folder));
        }

        var tables = Metric.All.Select(m => m.Title).Concat(LevelKinds.All.Select(k => k.Row().Does)).ToHashSet();
        var words = ChangeLiterals(Path.Combine(copy, "Tutor.Core.dll"), tables.Contains) + ChangeLiterals(Path.Combine(copy, "Tutor.Game.dll"), _ => true);
        Assert.True(words > 500, $"only {words} words were changed");
        return Path.Combine(copy, "tutor");
    }

    /// <summary>Swaps capitals and small letters, in place, of what is read: not of ids, which have no blank and no capital.</summary>
    static int ChangeLiterals(string assembly, Func<string, bool> isChosen)
    {
        var bytes = File.ReadAllBytes(assembly);
        using var image = new PEReader(new MemoryStream(bytes));
        var metadata = image.GetMetadataReader();
        var heap = image.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.UserString);
        var (result, changed) = ((byte[])bytes.Clone(), 0);
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            var text = metadata.GetUserString(handle);
            if (!IsRead(text) || !isChosen(text))
            {
                continue;
            }

            changed++;
            var swapped = new string([.. text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : c)]);
            var at = heap + MetadataTokens.GetHeapOffset(handle);
            // The length before the text takes one, two or four bytes.
            at += bytes[at] < 0x80 ? 1 : bytes[at] < 0xC0 ? 2 : 4;
            Encoding.Unicode.GetBytes(swapped).CopyTo(result, at);
        }

        File.WriteAllBytes(assembly, result);
        return changed;
    }

    static bool IsRead(string text) => text.Length >= 4 && text.Any(char.IsAsciiLetter)
        && (char.IsAsciiLetterUpper(text[0]) || text.AsSpan().ContainsAny(" ’")) && !text.StartsWith("TUT", StringComparison.Ordinal);

    static string Tutor(string program, params string[] arguments)
    {
        var run = TutorProcess.RunBuild(program, arguments);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        return run.Out;
    }
}

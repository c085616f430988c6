using System.Security.Cryptography;
using System.Text;
using Tutor.Core.Play;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>The level of a day by its id, as any LEVEL.</summary>
public sealed class DailyTests : IDisposable
{
    const string Id = "daily-2026-11-28";

    static readonly string Reference = DailyLevel.Entry(new DateOnly(2026, 11, 28)).Level!.Solutions[0].Skip.Text;

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_day_is_run_like_any_level()
    {
        var run = TutorProcess.Run("run", Id, "-e", Reference);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("gold", run.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Stock_does_not_pass_the_level_of_today() =>
        Assert.Equal(1, TutorProcess.Run("run", "daily", "-e", "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)").ExitCode);

    [Fact]
    public void What_was_won_on_a_day_arrives_elsewhere_because_it_is_run_again()
    {
        var run = Import(new Attempt(Id, 1, Reference, "gold"), new Attempt(Id, 1, "false", "gold"));
        Assert.Contains("claims 'gold' for 'daily-2026-11-28', and comes to 'fail'", run.Error, StringComparison.Ordinal);
        using var store = ProgressStore.Open(_folder.Path, TimeProvider.System);
        Assert.Equal(["fail", "gold"], store.History(Id).Select(a => a.Verdict).Order());
    }

    /// <summary>The program that people get is compiled ahead; the hashes are those of the library under the JIT. <c>.ci/run</c> asks for all of them.</summary>
    [Fact]
    public void The_program_makes_the_same_days_as_the_library()
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Tutor.Core.Tests", "Play", "Goldens", "daily-hashes.txt")).Where((_, i) => i % 40 == 0))
        {
            var words = line.Split(' ');
            var run = TutorProcess.Run("show", words[0], "--yaml");
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Equal(words[1], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(run.Out)))[..16]);
        }
    }

    [Fact]
    public void A_level_file_is_shown_as_it_is() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "levels", "010-first-scan.yaml")), TutorProcess.Run("show", "first-scan", "--yaml").Out);

    [Fact]
    public void A_day_that_no_calendar_has_is_no_level() =>
        Assert.Contains("this pack has no level 'daily-2026-02-30'", Import(new Attempt("daily-2026-02-30", 1, "false", "gold")).Error, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    (int ExitCode, string Out, string Error) Import(params Attempt[] attempts)
    {
        var ada = Path.Combine(_folder.Path, "ada");
        using (var store = ProgressStore.Open(ada, TimeProvider.System))
        {
            foreach (var attempt in attempts)
            {
                store.Record(attempt);
            }
        }

        var file = Path.Combine(_folder.Path, "ada.json");
        TutorProcess.Run("export", file, "--data", ada);
        var run = TutorProcess.Run("import", file, "--merge", "--data", _folder.Path);
        return (run.ExitCode, run.Out, run.Error);
    }
}

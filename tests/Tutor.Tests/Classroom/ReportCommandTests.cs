using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Tests.Classroom;

public sealed class ReportCommandTests : IDisposable
{
    /// <summary>Reaches gold in the level extra-reference.</summary>
    const string Right = "folio_ref_count(folio) > folio_mapcount(folio)";

    static readonly DateTimeOffset Nine = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("</td></table>&amp;")]
    public void A_hostile_name_is_text_in_the_page(string name)
    {
        HandIn("eve.json", [name], Attempt("true", "fail", 1));
        var page = Run("--format", "html").Out;
        Assert.DoesNotContain(name, page);
        Assert.Contains(name, WebUtilityDecoded(page));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_page_fetches_nothing_and_closes_what_it_opens()
    {
        HandIn("ada.json", ["Ada"], Attempt("true", "fail", 1), Attempt("false", "fail", 2), Attempt(Right, "gold", 3));
        var page = Run("--format", "html").Out;
        Assert.Contains("default-src 'none'", page);
        Assert.DoesNotContain("http://", page);
        Assert.DoesNotContain("https://", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=", page);
        foreach (var tag in new[] { "table", "thead", "tbody", "tr", "svg", "section", "h2", "ul", "style", "code", "bdi" })
        {
            Assert.Equal(page.Split($"<{tag}>").Length + page.Split($"<{tag} ").Length, page.Split($"</{tag}>").Length + 1);
        }

        Assert.All(page.Split("<svg").Skip(1).Select(s => s[..s.IndexOf("</svg>", StringComparison.Ordinal)]), s => Assert.NotNull(XElement.Parse($"<svg{s}</svg>")));
    }

    [Fact]
    public void Every_bar_stands_behind_the_number_that_it_shows()
    {
        HandIn("ada.json", ["Ada"], Attempt("true", "fail", 1), Attempt(Right, "gold", 3));
        HandIn("bob.json", ["Bob"], Attempt("true", "fail", 2));
        var rows = Run("--format", "html").Out.Split("<tr>").Where(r => r.Contains("<svg", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Matches("<td class=\"n\">([0-9]+)<td class=\"bar\"><svg [^>]*aria-label=\"\\1 of [0-9]+\">", row));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_beside_those_that_can()
    {
        HandIn("ada.json", ["Ada"], Attempt("true", "fail", 1));
        _folder.Write("torn.json", "{\"schema\": 2");
        File.WriteAllBytes(Path.Combine(_folder.Path, "picture.json"), [0x89, 0x50, 0x4e, 0x47, 0xff]);
        var run = Run();
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("1 hand-in.", run.Out);
        Assert.Contains("picture.json is not counted", run.Out);
        Assert.Contains("torn.json is not counted", run.Out);
    }

    [Fact]
    public void Of_a_copy_of_a_copy_the_fullest_is_counted()
    {
        var (one, two) = (Attempt("true", "fail", 1), Attempt("false", "fail", 2));
        HandIn("a.json", ["A"], one);
        HandIn("b.json", ["B"], one, two);
        HandIn("c.json", ["C"], one, two, Attempt(Right, "gold", 5));
        var run = Run();
        Assert.Contains("1 hand-in.", run.Out);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(run.Out, "as\\s+C[.]"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+31 20", "'+31 20")]
    [InlineData("-2+3\" x", "\"'-2+3\"\" x\"")]
    public void A_name_that_a_spreadsheet_would_compute_begins_with_an_apostrophe(string name, string cell)
    {
        HandIn("eve.json", [name], Attempt("true", "fail", 1));
        Assert.Contains($"\n{cell},", Run("--format", "csv").Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Numbers_of_a_table_stay_numbers()
    {
        HandIn("ada.json", ["Ada"], Attempt("-1 > 0", "fail", 1), Attempt(Right, "gold", 2));
        var row = Run("--format", "csv").Out.Split('\n')[1];
        Assert.StartsWith("Ada,", row);
        Assert.Contains(",extra-reference,", row);
        Assert.Contains(",passed,gold,2,2,0,,0,,0,", row);
        Assert.Contains(",'-1 > 0,", row);
    }

    [Fact]
    public void A_later_export_of_the_same_learner_is_told_and_counted_once()
    {
        var first = Attempt("true", "fail", 1);
        HandIn("early.json", ["Ada"], first);
        HandIn("late.json", ["Ada"], first, Attempt(Right, "gold", 5));
        var run = Run();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 hand-in.", run.Out);
        Assert.Contains("early.json", run.Out);
        Assert.Contains("counted once", run.Out);
        Assert.Equal(["1", "extra-reference", "1", "1", "1", "0", "0"], Row(run.Out, "extra-reference"));
    }

    [Fact]
    public void Rows_in_common_do_not_make_two_learners_one()
    {
        var shared = Attempt("true", "fail", 1);
        HandIn("ada.json", ["Ada"], shared, Attempt(Right, "gold", 5));
        HandIn("bob.json", ["Bob"], shared, Attempt("false", "fail", 6));
        var run = Run();
        Assert.Contains("2 hand-ins.", run.Out);
        Assert.Contains("have 1 row in common: both are counted", run.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_older_than_a_reset_does_not_count()
    {
        HandIn("ada.json", ["Ada"], [new PlayerEvent(PlayerEventKind.Reset, "", 0) { At = Nine.AddMinutes(3) }], Attempt(Right, "gold", 1), Attempt("true", "fail", 5));
        Assert.Equal(["1", "extra-reference", "1", "1", "0", "0", "1"], Row(Run().Out, "extra-reference"));
    }

    [Fact]
    public void Who_had_the_answer_shown_and_passes_then_did_not_do_it_at_the_first_try()
    {
        HandIn("ada.json", ["Ada"], Attempt("", "seen", 1), Attempt(Right, "gold", 5));
        Assert.Equal(["1", "extra-reference", "1", "1", "1", "0", "0"], Row(Run().Out, "extra-reference"));
    }

    [Fact]
    public void A_damaged_file_is_left_out_unless_it_is_asked_for()
    {
        HandIn("ada.json", ["Ada"], Attempt("true", "fail", 1));
        HandIn("eve.json", ["Eve"], Attempt("true", "gold", 2), Attempt(Right, "gold", 3));
        var run = Run();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("TUT3607", run.Error);
        Assert.Contains("1 hand-in.", run.Out);
        var all = Run("--doubtful");
        Assert.Contains("2 hand-ins.", all.Out);
        Assert.Equal(["1", "extra-reference", "2", "2", "1", "0", "1"], Row(all.Out, "extra-reference"));
    }

    [Fact]
    public void Files_without_names_are_called_by_their_own_and_twins_are_told_apart()
    {
        HandIn("a/ada.json", [], Attempt("true", "fail", 1));
        HandIn("b/ada.json", [], Attempt("true", "fail", 2));
        HandIn("c/x.json", ["Ada"], Attempt("true", "fail", 3));
        var run = TutorProcess.Run("report", Path.Combine(_folder.Path, "a"), Path.Combine(_folder.Path, "b"), Path.Combine(_folder.Path, "c"));
        Assert.Contains("ada (ada.json, 2)", run.Out);
        Assert.Contains("Ada (x.json)", run.Out);
    }

    [Fact]
    public void A_code_on_standard_input_is_reported()
    {
        HandIn("ada.json", ["Ada"], Attempt(Right, "gold", 3));
        var code = ExportCode.Write(File.ReadAllText(Path.Combine(_folder.Path, "ada.json")));
        var run = TutorProcess.RunWith(Encoding.UTF8.GetBytes(code), "report", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 passed", run.Out);
    }

    [Fact]
    public void A_file_of_the_first_edition_is_reported()
    {
        var run = TutorProcess.Run("report", Path.Combine(Repository.Root, "tests/fixtures/progress/export-1.json"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("export-1", run.Out);
    }

    [Fact]
    public void An_empty_folder_a_missing_file_and_a_table_for_the_projector_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        Assert.Equal(2, TutorProcess.Run("report", Path.Combine(_folder.Path, "empty")).ExitCode);
        var missing = TutorProcess.Run("report", Path.Combine(_folder.Path, "nobody.json"));
        Assert.Equal((3, ""), (missing.ExitCode, missing.Out));
        Assert.Equal(2, TutorProcess.Run("report", _folder.Path, "--format", "csv", "--projector").ExitCode);
        Assert.Equal(2, TutorProcess.Run("report", _folder.Path, "--level", "no-such-level").ExitCode);
    }

    [Fact]
    public void LibreOffice_opens_the_table()
    {
        var office = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "soffice (LibreOffice Calc) is not installed");
        HandIn("zoe.json", ["Zoë, \"the second\"", "=1+1"], Attempt("/* a\nb */ true", "fail", 1), Attempt(Right, "gold", 2));
        var table = _folder.Write("class.csv", Run("--format", "csv").Out);
        using var process = Process.Start(new ProcessStartInfo(office!, ["--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", _folder.Path, $"-env:UserInstallation=file://{_folder.Path}/office", table])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // 44 and 34 are comma and quotation mark, 76 is UTF-8.
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(120)));
        XNamespace cells = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        var rows = XDocument.Load(Path.Combine(_folder.Path, "class.fods")).Descendants(cells + "table-row").Select(r => r.Elements(cells + "table-cell").ToList()).ToList();
        Assert.Equal("learner", rows[0][0].Value);
        Assert.Equal("Zoë, \"the second\" & =1+1", rows[1][0].Value);
        Assert.Equal("2", rows[1][8].Value);
        Assert.DoesNotContain(rows.SelectMany(r => r), cell => cell.Attribute(cells + "formula") is not null);
    }

    public void Dispose() => _folder.Dispose();

    ProcessResult Run(params string[] arguments) => TutorProcess.Run(["report", _folder.Path, .. arguments]);

    static string[] Row(string text, string level) => Assert.Single(text.Split('\n'), l => l.Contains($" {level} ", StringComparison.Ordinal) && l.Trim() is [>= '0' and <= '9', ..])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string WebUtilityDecoded(string page) => System.Net.WebUtility.HtmlDecode(page);

    static Attempt Attempt(string predicate, string verdict, int minute) => new("extra-reference", 1, predicate, verdict) { At = Nine.AddMinutes(minute).AddTicks(minute) };

    void HandIn(string name, string[] names, params Attempt[] attempts) => HandIn(name, names, [], attempts);

    void HandIn(string name, string[] names, PlayerEvent[] events, params Attempt[] attempts) =>
        _folder.Write(name, new Export(attempts, events) { Names = names }.Write());
}

using CsCheck;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class ExportFileTests
{
    const string Whole =
        """
        {
          "schema": 1,
          "attempts": [
            {
              "level": "a",
              "revision": 1,
              "predicate": "folio_ref_count(folio) > 1 /* \u00e4 \ud83d\ude00 */",
              "verdict": "fail",
              "at": "2026-03-01T12:00:00.1234567+00:00",
              "option": null
            },
            {
              "level": "b",
              "revision": 2,
              "predicate": "true",
              "verdict": "pass",
              "at": "2026-03-01T12:01:00+00:00",
              "option": "c"
            }
          ]
        }
        """;

    [Fact]
    public void Attempts_are_read_whole_with_their_own_times()
    {
        var (attempts, problems) = Read(Whole);
        Assert.Empty(problems);
        Assert.Equal(["folio_ref_count(folio) > 1 /* ä 😀 */", "true"], attempts.Select(a => a.Attempt.Predicate));
        Assert.Equal((2, "pass", "c"), (attempts[1].Attempt.Revision, attempts[1].Attempt.Verdict, attempts[1].Attempt.Option));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567), attempts[0].Attempt.At);
    }

    [Fact]
    public void The_place_of_a_claim_is_where_it_stands() =>
        Assert.Equal("\"pass\"", Whole.Substring(Read(Whole).Attempts[1].VerdictSpan.Start, 6));

    [Theory]
    [InlineData("\"revision\": 1,", "\"revision\": \"one\",", "TUT3602", 4)]
    [InlineData("\"level\": \"a\",", "", "TUT3602", 4)]
    [InlineData("\"verdict\": \"fail\"", "\"verdict\": \"platinum\"", "TUT3602", 4)]
    [InlineData("2026-03-01T12:00:00.1234567+00:00", "yesterday", "TUT3602", 4)]
    [InlineData("\\ud83d\\ude00", "\\ud83d", "TUT3602", 4)]
    [InlineData("\\u00e4", "\\u0000", "TUT3602", 4)]
    [InlineData("\"level\": \"a\",", "\"level\": \"a", "TUT3602", 4)]
    public void Behind_a_broken_attempt_the_others_are_read(string before, string after, string code, int line)
    {
        var (attempts, problems) = Read(Whole.Replace(before, after, StringComparison.Ordinal));
        Assert.Equal("b", Assert.Single(attempts).Attempt.Level);
        var problem = Assert.Single(problems);
        Assert.Equal((code, line), (problem.Code.Id, problem.Location.Start.Line));
    }

    [Fact]
    public void Of_a_file_that_was_cut_off_the_beginning_is_read()
    {
        var (attempts, problems) = Read(Whole[..Whole.IndexOf("\"revision\": 2", StringComparison.Ordinal)]);
        Assert.Equal("a", Assert.Single(attempts).Attempt.Level);
        Assert.All(problems, p => Assert.Equal("TUT3602", p.Code.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("level: a\n")]
    [InlineData("""{ "attempts": [] }""")]
    [InlineData("""{ "schema": 1, "attempts": 5 }""")]
    public void A_file_of_another_shape_is_no_export(string text) =>
        Assert.Equal("TUT3601", Assert.Single(Read(text).Problems).Code.Id);

    [Fact]
    public void A_file_of_a_later_program_asks_for_an_update() =>
        Assert.Equal("update tutor", Assert.Single(Read("""{ "schema": 3, "attempts": [] }""").Problems).Help);

    [Fact]
    public void Keys_that_a_later_program_added_are_passed_over() =>
        Assert.Empty(Read("""{ "schema": 1, "by": { "name": ["x"] }, "attempts": [] }""").Problems);

    [Fact]
    public void What_was_written_is_read_back()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var attempt = new Attempt("a", 2, "x < 1 /* \"ä\" 😀 */\n\t&& y", "gold", How: AttemptHow.Option, Option: "c") { At = at };
        var rerun = attempt with { Revision = 3, How = AttemptHow.RunAgain, At = at.AddTicks(7), RerunOf = at };
        var happened = new PlayerEvent(PlayerEventKind.NotCompiled, "a", 2, "TUT1001 TUT2001") { At = at };
        var text = Export.Of([rerun, attempt], [happened, new PlayerEvent(PlayerEventKind.Imported, "", 0) { At = at }], "77").Write();
        var problems = new DiagnosticBag();
        var file = ExportFile.Read(SourceText.From("ada.json", text), problems);
        Assert.Equal(0, problems.Count);
        Assert.Equal([attempt, rerun], file.Attempts.Select(a => a.Attempt));
        Assert.Equal([happened], file.Events.Select(e => e.Event));
        Assert.Equal("77", file.Folder);
    }

    [Fact]
    public void The_players_names_are_read() =>
        Assert.Equal(["Ada", "Bob"], ExportFile.Read(SourceText.From("ada.json",
            (new Export([], []) { Names = ["Ada", "Bob"] }).Write()), new DiagnosticBag()).Names);

    [Fact]
    public void A_second_list_of_attempts_is_named_and_not_read()
    {
        var (attempts, problems) = Read($$"""{ "schema": 1, "attempts": [], {{Whole[Whole.IndexOf("\"attempts\"", StringComparison.Ordinal)..]}}""");
        Assert.Empty(attempts);
        Assert.Contains("'attempts' stands here a second time", Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("""{"kind":"level_opened","level":"a","revision":1}""", "this event has no 'at'")]
    [InlineData("""{"kind":"flew","level":"a","revision":1,"at":"2026-03-01"}""", "no event that is exported is called 'flew'")]
    [InlineData("""{"kind":"imported","level":"","revision":0,"at":"2026-03-01"}""", "no event that is exported is called 'imported'")]
    [InlineData("""{"kind":"reset","level":"a\u001b[31m","revision":0,"at":"2026-03-01"}""", "'level' of this event is no id")]
    [InlineData("""{"kind":"reset","level":"a\u202e","revision":0,"at":"2026-03-01"}""", "'level' of this event is no id")]
    public void A_broken_event_is_named(string happened, string message) =>
        Assert.StartsWith(message, Assert.Single(Read($$"""{ "schema": 2, "attempts": [], "events": [{{happened}}] }""").Problems).Message);

    [Fact]
    public void A_time_of_the_future_is_named()
    {
        var problems = new DiagnosticBag();
        ExportFile.Read(SourceText.From("ada.json", Whole), problems, new DateTimeOffset(2026, 3, 1, 12, 0, 30, TimeSpan.Zero));
        Assert.Contains("is in the future", Assert.Single(problems.ToImmutable()).Message);
    }

    [Fact]
    public void After_a_hundred_broken_attempts_the_rest_is_not_read()
    {
        var broken = string.Join(",\n", Enumerable.Repeat("{}", 1000));
        var problems = Read($$"""{ "schema": 1, "attempts": [{{broken}}] }""").Problems;
        Assert.Equal(ExportFile.MostBroken + 1, problems.Count);
        Assert.Contains(problems, p => p.Code == ExportCodes.TooMany);
    }

    [Fact]
    public void However_a_file_is_damaged_reading_ends_in_diagnostics() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]\":,\\\n 19eu"], 0, 6]).Sample(damage =>
        {
            var (at, length, text) = damage;
            var (attempts, problems) = Read(Whole.Remove(at, Math.Min(length, Whole.Length - at)).Insert(at, text));
            Assert.True(attempts.Count == 2 || problems.Count > 0);
            Assert.All(problems, p => Assert.NotEmpty(DiagnosticFormatter.Format(p)));
        }, iter: 5000);

    static (IReadOnlyList<ClaimedAttempt> Attempts, IReadOnlyList<Diagnostic> Problems) Read(string text)
    {
        var problems = new DiagnosticBag();
        var file = ExportFile.Read(SourceText.From("ada.json", text), problems);
        return (file.Attempts, problems.ToImmutable());
    }
}

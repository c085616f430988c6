using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Game.Tests.Progress;

/// <summary>A level got another revision after it was passed.</summary>
public sealed class RevisedAnswersTests : IDisposable
{
    /// <summary>Right wherever a file's buffers hold no reference.</summary>
    const string Right = "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)";

    readonly TemporaryFolder _folder = new();
    readonly ProgressStore _progress = ProgressStore.InMemory(TimeProvider.System);

    [Fact]
    public void An_answer_that_still_holds_keeps_its_medal()
    {
        Passed(Right, "gold");
        Assert.Equal("This level has changed since you passed it. Your answer was run again, and it still holds: gold.", RunAgain(Write)?.Sentence);
        Assert.Equal(new LevelProgress("guest", 2, "gold", 0), _progress.Best("guest", 2));
        var (rerun, original) = (_progress.History("guest")[0], _progress.History("guest")[1]);
        Assert.Equal((original.At, AttemptHow.RunAgain, Right), (rerun.RerunOf, rerun.How, rerun.Predicate));
    }

    [Fact]
    public void An_answer_that_holds_no_more_is_said_and_its_old_verdict_stays()
    {
        Passed("false", "gold");
        Assert.Contains("(gold). Your answer was run again, and does not pass any more", RunAgain(Write)?.Sentence);
        Assert.Equal(("fail", "gold"), (_progress.Best("guest", 2)?.Verdict, _progress.Best("guest", 1)?.Verdict));
    }

    [Fact]
    public void Nothing_is_run_a_second_time()
    {
        Passed(Right, "gold");
        RunAgain(Write);
        Assert.Null(RunAgain(Write));
        Assert.Equal(2, _progress.History("guest").Count);
    }

    [Fact]
    public void What_did_not_pass_is_not_run_again()
    {
        Passed("true", "fail");
        Assert.Null(RunAgain(Write));
    }

    [Fact]
    public void What_was_passed_before_a_reset_is_not_run_again()
    {
        Passed(Right, "gold");
        _progress.Note(new PlayerEvent(PlayerEventKind.Reset, "guest", 0));
        Assert.Null(RunAgain(Write));
    }

    [Fact]
    public void An_option_that_is_gone_is_no_answer_any_more()
    {
        _progress.Record(new Attempt("guest", 1, "gone", "gold", "{}", AttemptHow.Option, "gone"));
        Assert.Contains("asks for another kind of answer now", RunAgain(Pick)?.Sentence);
        Assert.Null(_progress.Best("guest", 2));
    }

    [Fact]
    public void An_option_is_found_by_its_id_though_its_text_has_changed()
    {
        _progress.Record(new Attempt("guest", 1, "right", "gold", "{}", AttemptHow.Option, "right"));
        RunAgain(Pick);
        Assert.Equal("gold", _progress.Best("guest", 2)?.Verdict);
    }

    [Fact]
    public void What_was_won_under_an_earlier_id_counts()
    {
        _progress.Record(new Attempt("host", 4, Right, "gold"));
        Assert.Contains("it still holds: gold", RunAgain(Write + "\nformerly: [host]\n")?.Sentence);
        Assert.Equal("gold", _progress.Best("guest", 2)?.Verdict);
    }

    [Fact]
    public void What_was_won_under_an_earlier_id_before_its_reset_does_not_count()
    {
        _progress.Record(new Attempt("host", 4, Right, "gold"));
        _progress.Note(new PlayerEvent(PlayerEventKind.Reset, "host", 0));
        Assert.Null(RunAgain(Write + "\nformerly: [host]\n"));
    }

    [Fact]
    public void The_list_says_what_became_of_the_levels_that_have_changed()
    {
        _folder.Write("levels/guest.yaml", Write);
        _folder.Write("levels/other.yaml", Write.Replace("id: guest", "id: other", StringComparison.Ordinal));
        Passed(Right, "gold");
        _progress.Record(new Attempt("other", 1, "true", "gold"));
        var library = LevelLibrary.Open(PackFolder.Open(_folder.Path)!, PackFolder.Open(Repository.Root));
        var transcript = TextPlayer.Play(new PlayedPack(library, _progress, new PatientHost(TimeProvider.System)), "quit");
        Assert.Contains("2 levels have changed since you passed them; your answers were run again. To be", transcript);
        Assert.Contains("passed anew: other.", transcript);
        Assert.Equal(("gold", "fail"), (_progress.Best("guest", 2)?.Verdict, _progress.Best("other", 2)?.Verdict));
    }

    [Fact]
    public void The_list_says_it_whole_on_a_narrow_screen()
    {
        _folder.Write("levels/guest.yaml", Write);
        _progress.Record(new Attempt("guest", 1, "true", "gold"));
        var library = LevelLibrary.Open(PackFolder.Open(_folder.Path)!, PackFolder.Open(Repository.Root));
        var player = new Player(new PlayedPack(library, _progress, new PatientHost(TimeProvider.System)), 60, 20).Waits(20);
        player.Sees("'guest' has changed since you passed it").Sees("anew: guest.");
    }

    [Fact]
    public void Of_many_changed_levels_the_first_are_named()
    {
        static RevisedLevels Lost(int count) => new([.. Enumerable.Range(1, count).Select(n => ($"l{n}", new RevisedVerdict("gold", "fail")))]);
        Assert.EndsWith("To be passed anew: l1, l2, l3, l4.", Lost(4).Sentence, StringComparison.Ordinal);
        Assert.EndsWith("To be passed anew: l1, l2, l3 and 2 more.", Lost(5).Sentence, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _progress.Dispose();
        _folder.Dispose();
    }

    void Passed(string predicate, string verdict) => _progress.Record(new Attempt("guest", 1, predicate, verdict));

    RevisedVerdict? RunAgain(string yaml)
    {
        var library = LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);
        var loaded = library.Load(new LevelFile(_folder.Write("guest.yaml", yaml)));
        var problems = new DiagnosticBag();
        return RevisedAnswers.RunAgain(library.Prepare(loaded.Level!, problems)!, _progress);
    }

    const string Maps =
        """
        maps:
          - { id: host, role: shown, pages: 1024, seed: 1, mix: { anon: 50, vfio-anon: 30, free: 20 } }
        goals:
          pass: { futile: { max: 0 }, false_skips: { max: 0 } }
          gold: { futile: { max: 0 }, false_skips: { max: 0 } }
        """;

    const string Write =
        $"""
        format: 1
        id: guest
        revision: 2
        title: Guest
        kind: write
        brief: Skip what is pinned.
        {Maps}
        """;

    const string Pick =
        $$"""
        format: 1
        id: guest
        revision: 2
        title: Guest
        kind: pick
        brief: Skip what is pinned.
        options:
          - { id: right, skip: "{{Right}}", feedback: "Yes." }
          - { id: wrong, skip: "true", feedback: "No." }
        {{Maps}}
        """;
}

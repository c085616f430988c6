using Tutor.Cli;
using Tutor.Cli.Json;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class ListTextTests
{
    [Fact]
    public void Levels_stand_under_their_chapter_with_their_state()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ListText.Write(output, new ListReport
        {
            Pack = "Review the series",
            Levels =
            [
                new ListedLevel("first", "What is asked", "Tour", "watch", 3, 1, "pass", 1, null),
                new ListedLevel("own-reference", "Your own reference", "Tour", "write", 5, 2, null, 0, null),
                new ListedLevel("guest", "The guest", "Pins", "write", 6, 1, "fail", 4, null),
                new ListedLevel("shown", "Shown", "Pins", "write", 6, 1, "seen", 0, null),
                new ListedLevel("odd", "odd", "Pins", "", 0, 0, null, 0, "levels/040-odd.yaml:1:1: error TUT3001: empty"),
            ],
        });
        Assert.Equal(
            """
            Review the series: 1 of 5 passed

            Tour
              passed  first          What is asked (watch, 3 min)
              new     own-reference  Your own reference (write, 5 min)

            Pins
              tried   guest          The guest (write, 6 min)
              seen    shown          Shown (write, 6 min)
              broken  odd            levels/040-odd.yaml:1:1: error TUT3001: empty

            """,
            output.ToString());
    }

    [Theory]
    [InlineData(0, "0 of 1 open tried")]
    [InlineData(1, "1 of 1 open tried")]
    public void An_open_level_counts_once_it_was_tried(int attempts, string head)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ListText.Write(output, new ListReport { Pack = "P", Levels = [new ListedLevel("a", "A", "", "open", 5, 1, attempts > 0 ? "none" : null, attempts, null)] });
        Assert.StartsWith($"P: {head}\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_changed_since_it_was_passed_says_so()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ListText.Write(output, new ListReport { Pack = "P", Levels = [new ListedLevel("a", "A", "", "write", 5, 2, null, 0, null) { Changed = true }] });
        Assert.Contains("changed a A (write, 5 min); passed before it changed, and run again when the game starts",
            string.Join(' ', output.ToString().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void An_answer_to_an_earlier_revision_makes_a_level_a_changed_one()
    {
        using var folder = new TemporaryFolder();
        using (var store = ProgressStore.Open(folder.Path, TimeProvider.System))
        {
            store.Record(new Attempt("extra-reference", 0, "true", "pass", How: AttemptHow.Typed));
            store.Record(new Attempt("own-reference", 0, "true", "fail", How: AttemptHow.Typed));
        }

        var said = TutorProcess.Run("list", "--data", folder.Path).Out;
        Assert.Contains("changed extra-reference", said);
        Assert.Contains("new     own-reference", said);
    }
}

using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>Somebody who reads: lessons, the glossary, what a message means.</summary>
public sealed class ReadingStoryTests
{
    [Fact]
    public void A_predicate_of_a_lesson_is_played_where_it_stands() =>
        new Player().Press("Enter", "F2").Sees("Play it on this level's map").Press("p").Sees("isolated 0 = > migrated 0 + x futile 0")
            .Sees("! false skip 768").Sees("It would not pass: false skips 768, and the goal is ≤0.");

    [Fact]
    public void The_next_one_is_chosen_with_the_same_key_and_the_result_of_the_first_stays() =>
        new Player().Press("Enter", "F2", "p", "p").Sees("! false skip 768").Sees("isolated 768 = > migrated 768").Sees("It would be passed.");

    [Fact]
    public void What_was_played_is_taken_to_the_editor_and_can_be_taken_back() =>
        new Player().Press("Enter", "F2", "p", "p", "e").DoesNotSee("What is asked").Sees("Skip this page?").Sees("folio_ref_count(folio) > 2").Sees("Ctrl+Z brings your text back.")
            .Press("Ctrl+Z").Sees("folio_ref_count(folio) > 1");

    [Fact]
    public void Blocks_are_links_too_played_and_taken_with_enter() =>
        new Player().Press("Enter", "F2", "Tab", "Tab", "Enter").Sees("! false skip 768").Press("Enter").Sees("Skip this page?").Sees("Ctrl+Z brings");

    [Fact]
    public void Nothing_is_taken_before_it_was_played_or_where_there_is_no_editor() =>
        new Player().Press("Enter", "F2", "e").Sees("p plays a predicate first").Press("Esc", "Esc", "Esc", "Down", "Enter", "F2", "p").DoesNotSee("isolated")
            .Press("Esc", "Esc", "Down", "Enter", "Enter", "F2", "p").Sees("! false skip 768").DoesNotSee("Take it").Press("e").Sees("this level has no editor");

    [Fact]
    public void What_is_to_be_foretold_cannot_be_played() =>
        new Player().Press("Down", "Down", "Enter", "F2").DoesNotSee("Play it").Press("p").DoesNotSee("isolated");

    [Fact]
    public void The_way_back_can_be_gone_on_again() =>
        new Player().Press("Enter", "F2", "Tab", "Enter").Sees("Glossary").Press("[").Sees("counts who holds").Press("]").Sees("A reference that keeps")
            .Press("]").Sees("you did not come back").Press("Alt+Left").Sees("counts who holds").Press("[").Sees("this is where you began")
            .Press("g").Sees("A reference that keeps").Press("Esc").Sees("counts who holds").Press("p").Sees("! false skip 768");

    [Fact]
    public void A_message_leads_to_its_page() =>
        new Player().Press("Enter").Write("folio_ref_cuont(folio) > 1").Sees("TUT2001").Press("Ctrl+O").Sees("There is no such name.").Press("Esc").Sees("folio_ref_cuont");

    [Fact]
    public void The_name_under_the_caret_leads_to_its_page() =>
        new Player().Press("Enter", "Home", "Ctrl+O").Sees("References on the folio.");

    [Fact]
    public void Where_there_is_nothing_to_explain_that_is_said() =>
        new Player().Press("Enter").Write("1").Press("Ctrl+K").Write("folio_ref_count(folio) > 2").Press("Ctrl+O").Sees("Put the caret on one of the kernel's names");

    [Fact]
    public void A_link_is_clicked() => new Player().Press("Enter", "F2").Click("glossary").Sees("A reference that keeps");

    [Fact]
    public void A_link_that_is_only_an_anchor_opens_the_term() =>
        new Player().Press("Enter", "F2").Click("pin").Sees("A reference that keeps").Press("[").Sees("counts who holds");

    [Fact]
    public void Sources_and_details_wait_behind_a_key() =>
        new Player().Press("Enter", "F2").Sees("More: sources and details").DoesNotSee("From the manual.").Press("m").Sees("From the manual.").DoesNotSee("sources and details");

    [Fact]
    public void Sources_and_details_are_a_link_too() =>
        new Player().Press("Enter", "F2").Click("More").Sees("From the manual.");

    [Fact]
    public void Pages_are_drawn_with_the_marks_of_the_map() =>
        new Player().Press("Enter", "F2").Sees("a a a .").Sees("a anon   a rdma-anon   . free");

    [Fact]
    public void The_guides_open_from_the_list_from_help_and_from_a_level() =>
        new Player().Press("r").Sees("How to play, and the way").Press("Enter").Sees("a | b").Press("Esc", "Esc", "F1", "r", "Enter").Sees("a | b")
            .Press("Esc", "Esc", "Enter", "Ctrl+G", "1", "Enter").Sees("a | b").Press("Esc", "Esc").Sees("Skip this page?");

    [Fact]
    public void Every_link_of_the_pack_leads_somewhere()
    {
        var root = Path.Combine(Repository.Root, "content");
        var dead = from file in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
                   let path = Path.GetRelativePath(root, file).Replace('\\', '/')
                   from link in MarkdownText.Lines(File.ReadAllText(file), 90).SelectMany(l => l.Runs).Select(r => r.Link).OfType<string>().Distinct()
                   where !link.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(root, path, link)
                   select $"{path}: {link}";
        Assert.Empty(dead);
    }

    [Fact]
    public void Every_link_is_reached_with_the_tab_key()
    {
        var root = Path.Combine(Repository.Root, "content");
        Assert.All(Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories), file =>
        {
            var pane = new TextPane { Lines = MarkdownText.Lines(File.ReadAllText(file), 76) };
            var links = pane.Lines.SelectMany(l => l.Runs).Select(r => r.Link).OfType<string>().Distinct().ToList();
            var reached = new HashSet<string>();
            for (var i = 0; i < 1000 && reached.Count < links.Count; i++)
            {
                pane.Do(Command.NextLink);
                reached.Add(pane.Link!);
            }

            Assert.Equal(links.Order(), reached.Order());
        });
    }

    [Fact]
    public void Every_predicate_of_a_lesson_can_be_played_on_its_level_unless_something_is_to_be_decided_there()
    {
        var lessons = Path.Combine(Repository.Root, "content", "lessons");
        var playable = Directory.EnumerateFiles(lessons, "*.md").Where(f => File.ReadAllText(f).Contains("```predicate", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(playable);
        Assert.All(playable, file =>
        {
            var player = Player.At(Path.GetFileNameWithoutExtension(file));
            var isSecret = player.Screen.Contains("The score is shown when you have", StringComparison.Ordinal) || player.Screen.Contains("What you can say", StringComparison.Ordinal);
            player.Press("F2", "p");
            _ = isSecret ? player.DoesNotSee("= > migrated") : player.Sees("= > migrated");
        });
    }

    static bool LeadsSomewhere(string root, string from, string link)
    {
        var (target, anchor) = link.Split('#', 2) is [var t, var a] ? (t, a) : (link, null);
        var path = target.Length == 0 ? from : PackPath.Resolve(from, target);
        return path is not null && File.Exists(Path.Combine(root, path))
            && (anchor is null || HasAnchor(path) || (target.Length == 0 && HasAnchor("glossary.md")));

        bool HasAnchor(string file) => new TextPane { Lines = MarkdownText.Lines(File.ReadAllText(Path.Combine(root, file)), 90) }.GoTo(anchor!);
    }
}

using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Game.Keys;

namespace Tutor.Game.Screens;

/// <summary>One thing that the tour asks for.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Opens">If this command opens a screen, the step is done when the player has opened and left it. Otherwise <paramref name="IsDone"/> decides.</param>
/// <param name="IsDone">From the page under the cursor, the score and how many tries were handed in.</param>
sealed record TourStep(string Text, Command Opens, Func<int, LevelRunResult?, int, bool> IsDone);

/// <summary>The tour, step by step: panes and keys, learned by using them.</summary>
static class TourSteps
{
    public static ImmutableArray<TourStep> All { get; } =
    [
        Until("Below are **eight pages of memory**, a mark each: `>` *migrated* (moved), `x` *futile* (tried in vain), `.` free. The card at the right says who holds the page under the cursor; *pfn* is its number.\n\n"
            + "**Tab** goes from pane to pane; twice, and you are on the map. **Right** goes to page **+3**.",
            (page, _, _) => page == TourLevel.PinnedPage),
        Seen("A network card has **pinned** page +3, so it cannot move. You let it through all the same: it was *isolated*, taken off its list, for nothing.\n\n"
            + "**F4** shows all there is to know about it; **Esc** comes back.", Command.Card),
        Until("The text below, a *predicate*, is asked about each page; *true* means: skip it. **Tab** goes there, **Ctrl+K** deletes the line.\n\n"
            + "Type `folio_maybe`; **Tab** takes `folio_maybe_dma_pinned(folio)` from the list. Map and score follow.",
            (_, score, _) => score is { IsPassed: true }),
        Until("Page +3 shows `=` now: skipped, and rightly. Nothing is futile, and nothing skipped that could have moved (a *false skip*).\n\n**F5** hands it in.",
            (_, score, tries) => tries > 0 && score is { IsPassed: true }),
        Seen("**F7** shows what the scanner did, step by step: **Space** plays, **Right** and **Left** are steps, **End** skips it, **Esc** comes back.",
            Command.Watch),
        Seen("**F2** is a level's lesson, **F3** a hint; neither costs anything. **F1** lists every key of a screen. Look at it once.", Command.Help),
    ];

    public const string End = "That is all it takes. **Esc** goes to the levels: begin with the first. You find this tour in the help (**F1**, then **t**).";

    static TourStep Until(string text, Func<int, LevelRunResult?, int, bool> isDone) => new(text, Command.None, isDone);

    static TourStep Seen(string text, Command opens) => new(text, opens, (_, _, _) => false);
}

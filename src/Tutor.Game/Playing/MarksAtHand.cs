using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;

namespace Tutor.Game.Playing;

/// <summary>Take or skip, as it is said of each page.</summary>
sealed class MarksAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    readonly Dictionary<int, SeenFacts> _seen = [];

    /// <summary>What is said of the pages so far.</summary>
    public Marks Marks => (Marks)Answer;

    public override string Incomplete => $"{Marks.Count - Marks.Said} of {Words.Pages(Marks.Count)} {(Marks.Count - Marks.Said == 1 ? "has" : "have")} no mark yet.";

    public override VerdictLine? Standing => Sitting is { IsSecret: true, IsChosen: true } ? new(null, NotYet)
        : !Marks.IsComplete ? new(null, $"{Marks.Said} of {Words.Pages(Marks.Count)} are marked.", $"{Marks.Said} of {Words.Count(Marks.Count)} are marked.")
        : Sitting.IsSecret ? new(null, "Every page is marked: now hand in.", "All is marked: now hand in.") : null;

    /// <summary>What the player may see of a page before the marks are handed in.</summary>
    public SeenFacts SeenOf(int page)
    {
        if (!_seen.TryGetValue(page, out var seen))
        {
            seen = SeenFacts.Of(Sitting.Prepared, Sitting.Drawn, page);
            _seen.Add(page, seen);
        }

        return seen;
    }

    /// <summary>The pages that a mark of this one is about: a folio is taken or left as a whole.</summary>
    public PageRange MarkedWith(int page)
    {
        var map = Sitting.Map;
        var pages = map.StateAt(page) is var state && state.Has(PageFlags.Head | PageFlags.Tail) ? 1 << state.Order : 1;
        var start = page - (int)((map.FirstPfn + page) & (pages - 1));
        return new PageRange(start, start + pages);
    }

    /// <summary>The player says this of a page, and of the folio that it is part of.</summary>
    public void Say(int page, PageMark mark)
    {
        var at = MarkedWith(page);
        Take(Enumerable.Range(at.Start, at.Count).Aggregate(Marks, (marks, one) => marks.Say(one, mark)));
    }

    /// <summary>The same of every page: skip, or take where all are skipped already.</summary>
    public void SayAll() => SayAll(Enumerable.Range(0, Marks.Count).All(p => Marks[p] == PageMark.Skip) ? PageMark.Take : PageMark.Skip);

    public void SayAll(PageMark mark) => Take(Marks.SayAll(mark));
}

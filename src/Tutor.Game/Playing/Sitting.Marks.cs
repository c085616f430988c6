using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>Take or skip, said of each page.</content>
sealed partial class Sitting
{
    readonly Dictionary<int, SeenFacts> _seen = [];
    bool _wasMarked;

    public bool IsMark => Form == AnswerForm.Marks;

    /// <summary>What is said of the pages so far; null on other levels.</summary>
    public Marks? Marks { get; private set; }

    /// <summary>What the player may see of a page before the marks are handed in.</summary>
    public SeenFacts SeenOf(int page)
    {
        if (!_seen.TryGetValue(page, out var seen))
        {
            seen = SeenFacts.Of(Prepared, Drawn, page);
            _seen.Add(page, seen);
        }

        return seen;
    }

    /// <summary>The pages that a mark of this one is about: a folio is taken or left as a whole.</summary>
    public PageRange MarkedWith(int page)
    {
        var map = Drawn.Map;
        var pages = map.StateAt(page) is var state && state.Has(PageFlags.Head | PageFlags.Tail) ? 1 << state.Order : 1;
        var start = page - (int)((map.FirstPfn + page) & (pages - 1));
        return new PageRange(start, start + pages);
    }

    /// <summary>The player says this of a page, and of the folio that it is part of.</summary>
    public void Say(int page, PageMark mark)
    {
        var at = MarkedWith(page);
        TakeMarks(Enumerable.Range(at.Start, at.Count).Aggregate(Marks!, (marks, one) => marks.Say(one, mark)));
    }

    /// <summary>The same of every page: skip, or take where all are skipped already.</summary>
    public void SayAll() => SayAll(Enumerable.Range(0, Marks!.Count).All(p => Marks[p] == PageMark.Skip) ? PageMark.Take : PageMark.Skip);

    public void SayAll(PageMark mark) => TakeMarks(Marks!.SayAll(mark));

    /// <summary>Takes over the marks of an earlier try; false when they are not of this level.</summary>
    public bool TakeMarks(string stored)
    {
        if (Marks is not { } mine || Marks.TryRead(mine.Count, stored) is not { } earlier)
        {
            return false;
        }

        TakeMarks(earlier);
        return true;
    }

    void TakeMarks(Marks marks)
    {
        Marks = marks;
        IsChosen = false;
        Pack.Progress.Remember(DraftKey, marks.Write());
        Score();
    }

    void ReadMarks(string? draft)
    {
        var pages = Marks.CountIn(Level);
        Marks = (draft is null ? null : Marks.TryRead(pages, draft)) ?? new Marks(pages);
        _wasMarked = History.Any(a => a.Revision == Entry.Revision && a.How == AttemptHow.Marked && a.At >= LastReset);
    }
}

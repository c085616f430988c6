using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;

namespace Tutor.Core.Play;

/// <summary>A player's answer for one page, in place of a predicate's.</summary>
public enum PageMark : byte
{
    /// <summary>Isolate it, and try to move it.</summary>
    Take,

    /// <summary>Leave it.</summary>
    Skip,
}

/// <summary>
/// The answer to a level of kind mark: take or skip, said of each page. Immutable. Its stored form is
/// <c>page:+0=take; page:+1=skip</c>, in pfn order; nothing behind the <c>=</c> where nothing is said yet, as in a draft.
/// </summary>
public sealed class Marks : Answer
{
    public static AnswerRules Rules { get; } = new(
        (prepared, draft) => (draft is null ? null : TryRead(CountIn(prepared.Level), draft)) ?? new Marks(CountIn(prepared.Level)),
        (level, stored, _) => TryRead(CountIn(level), stored) is { IsComplete: true } marks ? (marks, null) : (null, "no marks for the pages of this level"))
    {
        Secrecy = Secrecy.FirstAnswer,
        Runs = RunPredicate.Nobodys,
        KeepsFirst = true,
    };

    readonly ImmutableArray<PageMark?> _said;

    /// <summary>Marks for so many pages, none of them set.</summary>
    public Marks(int pages)
        : this([.. Enumerable.Repeat((PageMark?)null, pages)])
    {
    }

    Marks(ImmutableArray<PageMark?> said) => _said = said;

    /// <summary>Pages that are to be marked.</summary>
    public int Count => _said.Length;

    /// <summary>Pages that are marked.</summary>
    public int Said => _said.Count(s => s is not null);

    /// <summary>Each page is marked.</summary>
    public override bool IsComplete => Said == Count;

    public override bool CanRun => IsComplete;

    public override string Text => Write();

    /// <summary>What is said of a page, counted from the map's first; or null.</summary>
    public PageMark? this[int page] => _said[page];

    /// <summary>The same marks with this said of a page.</summary>
    public Marks Say(int page, PageMark? mark) => new(_said.SetItem(page, mark));

    /// <summary>The same said of every page.</summary>
    public Marks SayAll(PageMark? mark) => new([.. _said.Select(_ => mark)]);

    /// <summary>Pages that a level of kind mark has.</summary>
    public static int CountIn(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Maps is [{ Recipe: { } recipe }, ..] ? recipe.Pages : 0;
    }

    /// <summary>A page as its card shows it: as the scanner finds it in the first pass, after the trigger drained the LRU batches.</summary>
    public static PageState Asked(PreparedMap map, int page)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Map.StateAt(page).AtPass(1).Drained(map.Settings.DrainedCpus.AsSpan());
    }

    /// <summary>
    /// The settings with which a page's facts are read: they count a reference of the scanner only if it asks the predicate
    /// about this page.
    /// </summary>
    public static CompactControl AskedBy(PreparedMap map, int page)
    {
        ArgumentNullException.ThrowIfNull(map);
        return ScannerReference.On(Asked(map, page), map.Settings.Control);
    }

    /// <summary>A predicate as a player would play it; null where C leaves its value undefined on a page.</summary>
    public static Marks? Of(Predicate predicate, PreparedMap map)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentNullException.ThrowIfNull(map);
        var answers = Enumerable.Range(0, map.Map.PageCount).Select(p => predicate.Ask(Asked(map, p), map.Settings.Control)).ToList();
        return answers.Contains(SkipAnswer.Error) ? null
            : new Marks([.. answers.Select(a => (PageMark?)(a == SkipAnswer.Skip ? PageMark.Skip : PageMark.Take))]);
    }

    /// <summary>Reads the stored form; null if it is not about so many pages.</summary>
    public static Marks? TryRead(int pages, string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var parts = stored.Split("; ");
        if (parts.Length != pages)
        {
            return null;
        }

        var said = new PageMark?[pages];
        for (var page = 0; page < pages; page++)
        {
            var key = Key(page);
            var word = parts[page].StartsWith(key, StringComparison.Ordinal) ? parts[page][key.Length..] : null;
            said[page] = word is null ? null : Find(word);
            if (word is null || (said[page] is null && word.Length > 0))
            {
                return null;
            }
        }

        return new Marks([.. said]);
    }

    /// <summary>Stored marks in few words: <c>skip +1 +5 +7</c>, or <c>take all</c>; null for what is no marks.</summary>
    public static string? Summary(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (TryRead(stored.Split("; ").Length, stored) is not { IsComplete: true } marks)
        {
            return null;
        }

        var skipped = Enumerable.Range(0, marks.Count).Where(p => marks[p] == PageMark.Skip).ToList();
        return skipped.Count == 0 ? $"{Word(PageMark.Take)} all" : skipped.Count == marks.Count ? $"{Word(PageMark.Skip)} all"
            : $"{Word(PageMark.Skip)} {string.Join(' ', skipped.Select(p => string.Create(CultureInfo.InvariantCulture, $"+{p}")))}";
    }

    /// <summary>As it is stored, and as people type it.</summary>
    public static string Word(PageMark mark) => mark switch
    {
        PageMark.Take => "take",
        PageMark.Skip => "skip",
    };

    /// <summary>The mark of this word, or null.</summary>
    public static PageMark? Find(string word)
    {
        foreach (var mark in Enum.GetValues<PageMark>())
        {
            if (Word(mark) == word)
            {
                return mark;
            }
        }

        return null;
    }

    public override string Write() => string.Join("; ", _said.Select((mark, page) => Key(page) + (mark is { } said ? Word(said) : "")));

    public override LevelRunResult Run(PreparedLevel seen, CancellationToken cancellation = default) => LevelRun.Run(seen, this, cancellation);

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) => Judgement.Of(Run(prepared, cancellation));

    /// <summary>What is said of a page, as the scanner asks for it. A page without a mark is taken.</summary>
    internal SkipAnswer Ask(PageState page, CompactControl control) =>
        page.OwnPage is { } own && _said[own] == PageMark.Skip ? SkipAnswer.Skip : SkipAnswer.Keep;

    /// <summary>The same memory with a state of its own for each page, so that two equal pages can have different marks.</summary>
    internal static Scenario PageByPage(Scenario scenario)
    {
        var map = scenario.Map;
        var ids = new byte[map.PageCount];
        var palette = ImmutableArray.CreateBuilder<PageState>(ids.Length);
        for (var page = 0; page < ids.Length; page++)
        {
            ids[page] = (byte)page;
            palette.Add(map.StateAt(page) with { OwnPage = page });
        }

        return scenario with { Map = MemoryMap.Create(map.FirstPfn, palette.ToImmutable(), ids, map.Pageblocks, map.Zones) };
    }

    static string Key(int page) => string.Create(CultureInfo.InvariantCulture, $"page:+{page}=");
}

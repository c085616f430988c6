using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Screens;

namespace Tutor.Game.Lines;

/// <content>Looking at the map, at pages, at other predicates; reading.</content>
sealed partial class TextLevel
{
    const int MostRuns = 20;
    const int MostSteps = 12;
    ScanReplay? _replay;
    string? _watchedText;

    public void SayMap(string word)
    {
        if (Answer.SayMap())
        {
            return;
        }

        if (word.Length == 0)
        {
            _speaker.Say($"{Words.Pages(_sitting.Map.PageCount)}, from page frame number (pfn) 0x{_sitting.Map.FirstPfn:x} on.");
        }

        if (HasNoVerdicts && !IsSecret && word != "wrong")
        {
            _speaker.Say($"{NothingRan} The kinds alone:");
        }

        if (PlaceOf(word, 0) is not { } from)
        {
            return;
        }

        // A further 'map' or 'page' with the same word goes on after it.
        _map.MoveTo(from);

        var said = 0;
        foreach (var run in MapStretches.From(_map, from, HasNoVerdicts))
        {
            if (said++ == MostRuns)
            {
                _speaker.Say($"'map +{run.First}' goes on.");
                return;
            }

            _speaker.Say("  ", $"{run}.");
        }
    }

    public void SayMaps(string word)
    {
        var maps = _sitting.VisibleMaps;
        if (word.Length > 0 && Numbered(word, maps.Length, "map") is { } number)
        {
            _sitting.Draw(maps[number - 1]);
            TakeScore();
        }

        for (var i = 0; i < maps.Length; i++)
        {
            _speaker.Say("  ", $"{i + 1}{(maps[i] == _sitting.Drawn ? ", told" : "")}: {_sitting.NameOf(maps[i])}, {Words.Pages(maps[i].Map.PageCount)}.");
        }

        if (_sitting.HiddenMaps > 0)
        {
            _speaker.Say($"{_sitting.HiddenMaps} more wait for what you hand in.");
        }
    }

    public void SayKinds()
    {
        if (IsSecret && !Answer.HidesKinds)
        {
            SayPagesByKind();
            return;
        }

        if (MayNotTell() || _sitting.DrawnRun?.ByKind is not { } kinds)
        {
            return;
        }

        foreach (var kind in kinds.OrderByDescending(k => k.Candidates))
        {
            var parts = new[] { (kind.Migrated, "migrated"), (kind.Futile, "futile"), (kind.SkippedPins, "skipped pins"), (kind.FalseSkips, "false skips") };
            _speaker.Say("  ", $"{kind.Kind}: {Words.Count(kind.Candidates)} {(kind.Candidates == 1 ? "candidate" : "candidates")}, {string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => $"{Words.Count(p.Item1)} {p.Item2}"))}.");
        }

        _speaker.Say("Pages of other kinds never come to the predicate.");
    }

    /// <summary>Says how many pages of each kind there are. Before an answer nothing more may be said.</summary>
    void SayPagesByKind()
    {
        var states = _sitting.Map.PagesOfState;
        var kinds = Enumerable.Range(0, states.Length).GroupBy(id => _sitting.Map.Palette[id].Kind)
            .Select(same => (Kind: same.Key, Pages: same.Sum(id => (long)states[id]))).Where(k => k.Pages > 0).OrderByDescending(k => k.Pages);
        foreach (var (kind, pages) in kinds)
        {
            _speaker.Say("  ", $"{kind}: {Words.Pages(pages)}.");
        }

        _speaker.Say("What becomes of them is told once you have answered.");
    }

    public void SayPage(string word)
    {
        if (PlaceOf(word, _map.Page) is { } page)
        {
            _map.MoveTo(page);
            _speaker.Say(Answer.Card(page));
        }
    }

    public void SayWrong()
    {
        if (NextWrong() is not null)
        {
            SayPage("");
        }
    }

    public void SayProof()
    {
        if (MayNotTell())
        {
            return;
        }

        if (_sitting.Latest is not { Predicate: { } predicate } run || CounterExample.Of(run) is not { } example)
        {
            _speaker.Say("Nothing speaks against it on a single page.");
            return;
        }

        foreach (var page in example.Pages)
        {
            _speaker.Say([CounterText.Row(page, Speaker.Width, isSelected: false)]);
            _speaker.Say(CounterText.About(page, predicate, _sitting.Prepared.Scope, Speaker.Width));
            _speaker.Blank();
        }
    }

    public void Compare(string word)
    {
        if (MayNotTell())
        {
            return;
        }

        var comparison = new Comparison(_sitting.Map, _sitting.Control, _sitting.Latest!.Predicate!, Result!, Rivals.Of(_sitting));
        if (word.Length > 0)
        {
            if (Numbered(word, comparison.Others.Length, "predicate") is { } number)
            {
                SayDifferences(comparison, comparison.Others[number - 1]);
            }

            return;
        }

        for (var i = 0; i < comparison.Others.Length; i++)
        {
            var (title, _, differ) = comparison.Others[i];
            _speaker.Say($"  {i + 1}. ", $"{title}: {(differ == 0 ? "the same on this map" : $"{Words.Pages(differ)} differ")}.");
        }

        _speaker.Say("'compare' and a number says on which pages.");
    }

    /// <summary>The next steps of the scan, the steps to the next mistake, or all of them.</summary>
    public void Watch(string word)
    {
        if (MayNotTell())
        {
            return;
        }

        if (Replay(_sitting.Latest!.Predicate!) is not { } replay)
        {
            return;
        }

        var steps = MostSteps;
        if (word == "end")
        {
            replay.GoTo(replay.Count);
            _speaker.Say(replay.Narration());
        }
        else if (word == "wrong")
        {
            _speaker.Say(replay.GoToNext(e => ScanReplay.IsFutile(e) || ScanReplay.IsFalseSkip(e))
                ? replay.Narration() : "Nothing goes wrong from here to the end.");
        }
        else if (word.Length > 0 && (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out steps) || steps is < 1 or > 1000))
        {
            _speaker.Say("'watch' goes on, 'watch 100' by a hundred steps (at most 1,000), 'watch wrong' to the next mistake, 'watch end' to the end.");
            return;
        }
        else
        {
            for (; steps > 0 && !replay.IsAtEnd; steps--)
            {
                replay.Step(1);
                _speaker.Say(replay.Narration());
            }
        }

        SayCounters(replay);
    }

    void SayCounters(ScanReplay replay)
    {
        var c = replay.Counters;
        _speaker.Say($"Step {Words.Count(replay.Position)} of {Words.Count(replay.Count)}. Scanned {Words.Count(c.MigrateScanned)}"
            + (replay.HasTargets ? $", and {Words.Count(c.FreeScanned)} in search of free pages" : "")
            + $"; isolated {Words.Count(c.Isolated)}; moved {Words.Count(c.Success)}; failed {Words.Count(c.Fail)}. "
            + $"Batches {Words.Count(c.Batches)}, LRU locks taken {Words.Count(c.Locks)}.");
        if (replay.IsAtEnd)
        {
            _speaker.Say("The kernel counts the same in /proc/vmstat: ", $"compact_migrate_scanned {Words.Count(c.MigrateScanned)}, "
                + $"compact_free_scanned {(replay.HasTargets ? Words.Count(c.FreeScanned) : "(no search for free pages in this run)")}, compact_isolated {Words.Count(c.Isolated)}, "
                + $"pgmigrate_success {Words.Count(c.Success)}, pgmigrate_fail {Words.Count(c.Fail)}.");
        }

        if (replay.IsAtEnd && _sitting.WatchedToTheEnd())
        {
            SayLast(_sitting.Last!);
        }
    }

    ScanReplay? Replay(Predicate predicate)
    {
        if (_sitting.Map.PageCount > WatchScreen.MostPages)
        {
            _speaker.Say($"This map has {Words.Pages(_sitting.Map.PageCount)}: too many steps to watch.");
            return null;
        }

        if (_replay is null || _replay.IsAtEnd || _watchedText != _sitting.Text)
        {
            var trace = new ScanTrace();
            var result = Compaction.Run(_sitting.Map, predicate.Ask, _sitting.Drawn.Settings, trace);
            _replay = new ScanReplay(_sitting.Map, trace.Events, result);
            _watchedText = _sitting.Text;
        }

        return _replay;
    }

    void SayDifferences(Comparison comparison, OtherPredicate other)
    {
        var differing = comparison.Differing(other);
        _speaker.Say(differing.Count == 0 ? $"{other.Title}: the same answer for every page of this map." : $"{other.Title}: you differ on {Words.Pages(other.Differ)}.");
        foreach (var state in differing.Take(MostRuns))
        {
            _speaker.Say("  ", $"{state.Page.Kind}, {Words.Pages(state.Pages)}: you {Words.Short(state.Mine)}, it {Words.Short(state.Theirs)}s; right is {Words.Short(state.Right)}.");
        }
    }
}

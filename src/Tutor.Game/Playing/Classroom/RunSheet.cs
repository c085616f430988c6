using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;

namespace Tutor.Game.Playing.Classroom;

/// <summary>What a row of a run sheet is about.</summary>
enum RunSheetPart : byte
{
    Welcome,
    Level,
    Break,
    Close,
}

/// <summary>A row of a run sheet.</summary>
/// <param name="From">Minutes after the beginning.</param>
/// <param name="Level">Null for what is no level.</param>
/// <param name="CanBeLeftOut">No later row needs what it teaches.</param>
sealed record RunSheetRow(RunSheetPart Part, int From, int Minutes, Level? Level = null, bool CanBeLeftOut = false);

/// <summary>Levels that a class can play in so many minutes, in the order of the pack, each after what it needs.</summary>
sealed class RunSheet
{
    const int WelcomeMinutes = 3;
    const int CloseMinutes = 5;
    const int BreakMinutes = 10;

    /// <summary>Whoever sits so long without a break hears nothing any more.</summary>
    const int LongestWithoutBreak = 75;

    readonly Dictionary<string, Level> _teachers = new(StringComparer.Ordinal);
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    readonly ImmutableArray<CatalogEntry> _entries;
    int _left;

    RunSheet(LevelCatalog catalog, int minutes)
    {
        Minutes = minutes;
        _entries = [.. catalog.Entries.Where(e => e.Level is not null)];
        foreach (var level in _entries.Select(e => e.Level!))
        {
            foreach (var idea in level.Teaches)
            {
                _teachers.TryAdd(idea, level);
            }
        }

        _left = minutes - WelcomeMinutes - CloseMinutes - (Breaks * BreakMinutes);
    }

    /// <summary>That there are.</summary>
    public int Minutes { get; }

    /// <summary>In the order in which they come.</summary>
    public ImmutableArray<RunSheetRow> Rows { get; private set; } = [];

    /// <summary>Minutes that the rows take more than there are; only where levels were asked for by name.</summary>
    public int TooMany => Math.Max(0, -_left);

    int Breaks => Minutes / LongestWithoutBreak;

    /// <summary>
    /// One level of each chapter in turn, those with notes for the facilitator first, each together with what it needs;
    /// again and again, as long as the time holds.
    /// </summary>
    /// <param name="wanted">Ids of levels that are to be played; where there are any, these and what they need, and no others.</param>
    public static RunSheet Plan(LevelCatalog catalog, int minutes, IReadOnlyList<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var sheet = new RunSheet(catalog, minutes);
        if (wanted is { Count: > 0 })
        {
            foreach (var level in sheet._entries.Where(e => wanted.Contains(e.Id)).Select(e => e.Level!))
            {
                sheet.Take(level);
            }
        }
        else
        {
            while (sheet.TakeOneOfEachChapter())
            {
            }
        }

        sheet.Rows = [.. sheet.InOrder()];
        return sheet;
    }

    /// <summary>How long a class takes over a level: as its notes say, or its own minutes and some talk.</summary>
    public static int ClassMinutes(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        // A vote has two rounds, and talk between them.
        return level.Facilitator?.Minutes ?? level.Minutes + (level.Kind == LevelKind.Pick ? 3 : 1);
    }

    bool TakeOneOfEachChapter()
    {
        var tookSome = false;
        foreach (var chapter in _entries.Where(e => e.Level!.Kind != LevelKind.Open).GroupBy(e => e.Chapter?.Id))
        {
            var next = chapter.Select(e => e.Level!).Where(l => !_taken.Contains(l.Id)).OrderBy(l => l.Facilitator is null)
                .FirstOrDefault(l => WithNeeds(l).Sum(ClassMinutes) <= _left);
            if (next is not null)
            {
                Take(next);
                tookSome = true;
            }
        }

        return tookSome;
    }

    void Take(Level level)
    {
        foreach (var one in WithNeeds(level))
        {
            _taken.Add(one.Id);
            _left -= ClassMinutes(one);
        }
    }

    /// <summary>The level, and before it what teaches its needs, as far as it is not taken yet.</summary>
    List<Level> WithNeeds(Level level)
    {
        var all = new List<Level>();
        Add(level);
        return all;

        void Add(Level one)
        {
            // A pack may need in a circle: the linter says so, and nobody waits here.
            if (_taken.Contains(one.Id) || all.Contains(one))
            {
                return;
            }

            all.Add(one);
            foreach (var teacher in one.Needs.Select(n => _teachers.GetValueOrDefault(n)).OfType<Level>())
            {
                Add(teacher);
            }
        }
    }

    IEnumerable<RunSheetRow> InOrder()
    {
        var levels = _entries.Select(e => e.Level!).Where(l => _taken.Contains(l.Id)).ToList();
        var needed = levels.SelectMany(l => l.Needs).Select(n => _teachers.GetValueOrDefault(n)?.Id).ToHashSet(StringComparer.Ordinal);
        var (at, breaks) = (WelcomeMinutes, 0);
        yield return new RunSheetRow(RunSheetPart.Welcome, 0, WelcomeMinutes);
        foreach (var level in levels)
        {
            if (breaks < Breaks && at >= Minutes * (breaks + 1) / (Breaks + 1) - BreakMinutes)
            {
                yield return new RunSheetRow(RunSheetPart.Break, at, BreakMinutes);
                at += BreakMinutes;
                breaks++;
            }

            yield return new RunSheetRow(RunSheetPart.Level, at, ClassMinutes(level), level, !needed.Contains(level.Id));
            at += ClassMinutes(level);
        }

        yield return new RunSheetRow(RunSheetPart.Close, at, CloseMinutes + Math.Max(0, _left));
    }
}

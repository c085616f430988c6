using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>
/// The course of every page state in one pass. Asks the predicate once for each state that gets as far as the
/// predicate.
/// </summary>
sealed class PassTable
{
    /// <summary>By palette id, the run's own behind the map's.</summary>
    public PageCourse[] Courses { get; }

    /// <summary>Counts of the pass, by the same ids.</summary>
    public PassTally[] Tallies { get; }

    public PassTable(RunPalette palette, RunSettings settings,
        Func<PageState, CompactControl, SkipAnswer> ask, int pass)
    {
        Courses = new PageCourse[palette.Count];
        Tallies = new PassTally[palette.Count];
        for (var id = 0; id < Courses.Length; id++)
        {
            Courses[id] = palette.StateOf(id) is { } state
                ? CourseBefore.Of(state, settings, pass).Ask(ask, settings.Control)
                : OfEmptied(palette.FreeOrder(id));
        }
    }

    static PageCourse OfEmptied(int freeOrder) => freeOrder < 0
        ? new PageCourse { Action = ScanAction.Fail, Step = ScanStep.NotLru, FolioPages = 1 }
        : new PageCourse
        {
            Action = ScanAction.Jump, Step = ScanStep.Buddy, Order = (byte)freeOrder, FolioPages = 1,
        };
}

/// <summary>Pages of one state in one pass, by what became of them.</summary>
struct PassTally
{
    public long Isolated;
    public long Migrated;
    public long Futile;
    public long NoTarget;
    public long Skipped;
    public long Refused;
    public long Errors;
}

using Tutor.Core.Memory;
using Tutor.Core.Predicates;

namespace Tutor.Core.Simulation;

/// <summary>
/// The course of every page state in one pass. Asks the predicate once for each state that gets as far as the
/// predicate.
/// </summary>
sealed class PassTable
{
    readonly RunSettings _settings;
    readonly Func<PageState, CompactControl, SkipAnswer> _ask;
    readonly int _pass;

    /// <summary>By palette id, the run's own behind the map's.</summary>
    public PageCourse[] Courses { get; }

    /// <summary>Counts of the pass, by the same ids.</summary>
    public PassTally[] Tallies { get; }

    public PassTable(RunPalette palette, RunSettings settings,
        Func<PageState, CompactControl, SkipAnswer> ask, int pass)
    {
        _settings = settings;
        _ask = ask;
        _pass = pass;
        Courses = new PageCourse[palette.Count];
        Tallies = new PassTally[palette.Count];
        for (var id = 0; id < Courses.Length; id++)
        {
            Courses[id] = palette.StateOf(id) is { } state
                ? CourseOf(state)
                : OfEmptied(palette.FreeOrder(id));
        }
    }

    /// <summary>
    /// A page as it is in a pass: batches are drained when the pass begins, some holders are gone.
    /// </summary>
    PageState InPass(PageState state, int pass) => state.AtPass(pass).Drained(_settings.DrainedCpus.AsSpan());

    static PageCourse OfEmptied(int freeOrder) => freeOrder < 0
        ? new PageCourse { Action = ScanAction.Fail, Step = ScanStep.NotLru }
        : new PageCourse { Action = ScanAction.Jump, Step = ScanStep.Buddy, Order = (byte)freeOrder };

    PageCourse CourseOf(PageState initial)
    {
        var cc = _settings.Control;
        var page = InPass(initial, _pass);
        var (end, failedTries) = MigrationCourse.Of(page, cc);
        var step = IsolationTests.BeforePredicate(page, cc);
        var course = new PageCourse
        {
            Step = step,
            Order = IsolationTests.Order(page, cc),
            End = end,
            FailedTries = failedTries,
        };
        return step switch
        {
            ScanStep.Buddy => course with { Action = ScanAction.Jump },
            ScanStep.HugeTlb when cc.AllocContig => course with { Action = ScanAction.IsolateDriver },
            ScanStep.MovableOps => course with { Action = DriverAction(page), Order = 0 },
            ScanStep.Predicate => Ask(initial, page, course),
            ScanStep.HugeTlb or ScanStep.Compound => course with { Action = ScanAction.Fail },
            _ => course with { Action = ScanAction.Fail, Order = 0 },
        };
    }

    /// <summary>
    /// <c>__PageMovable()</c> and not <c>PageIsolated()</c>: the LRU lock is dropped before the driver is
    /// asked.
    /// </summary>
    static ScanAction DriverAction(PageState page) => IsolationTests.IsDriverPageTaken(page)
        ? ScanAction.IsolateDriver
        : page.Has(PageFlags.Isolated) ? ScanAction.Fail : ScanAction.FailDriver;

    PageCourse Ask(PageState initial, PageState page, PageCourse course)
    {
        var cc = _settings.Control;
        var answer = _ask(page, cc);
        var refusal = IsolationTests.AfterPredicate(page, cc);
        var asked = course with { Answer = answer, Action = ScanAction.FailPut };
        if (answer == SkipAnswer.Error)
        {
            return asked with { Verdict = PageVerdict.Error };
        }

        if (refusal != ScanStep.Isolated)
        {
            return asked with
            {
                Verdict = PageVerdict.Refused,
                Step = answer == SkipAnswer.Skip ? ScanStep.Predicate : refusal,
            };
        }

        return answer == SkipAnswer.Keep
            ? asked with { Action = ScanAction.Isolate, Step = ScanStep.Isolated }
            : asked with
            {
                Verdict = Migration.MovableNow(page, cc) ? PageVerdict.FalseSkip : PageVerdict.SkippedPin,
                IsShort = Migration.MovableNow(InPass(initial, _settings.Passes), cc),
            };
    }
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

using Tutor.Core.Memory;
using Tutor.Core.Predicates.Evaluation;

namespace Tutor.Core.Simulation;

/// <summary>The course of a page state in one pass as far as no predicate changes it.</summary>
/// <param name="Page">As it is in the pass: batches are drained when the pass begins, some holders are gone.</param>
/// <param name="Course">Final, unless its step is the predicate.</param>
/// <param name="Refusal">What stands behind the predicate: the test that refuses, or <see cref="ScanStep.Isolated"/>.</param>
/// <param name="IsMovable">Migration would succeed.</param>
/// <param name="IsShort">It could move when the last pass begins.</param>
readonly record struct CourseBefore(PageState Page, PageCourse Course, ScanStep Refusal, bool IsMovable, bool IsShort)
{
    /// <summary>Whether the predicate is asked at all.</summary>
    public bool IsAsked => Course.Step == ScanStep.Predicate;

    public static CourseBefore Of(PageState initial, RunSettings settings, int pass)
    {
        var cc = settings.Control;
        var page = InPass(initial, settings, pass);
        var (end, failedTries) = MigrationCourse.Of(page, cc);
        var step = IsolationSteps.BeforePredicate(page, cc);
        var course = new PageCourse
        {
            Step = step,
            Order = IsolationSteps.Order(page, cc),
            FolioPages = page.Has(PageFlags.Head) ? 1 << IsolationSteps.Order(page, cc) : 1,
            End = end,
            FailedTries = failedTries,
        };
        return step == ScanStep.Predicate
            ? new CourseBefore(page, course, IsolationSteps.AfterPredicate(page, cc), Migration.MovableNow(page, cc),
                Migration.MovableNow(InPass(initial, settings, settings.Passes), cc))
            : new CourseBefore(page, Unasked(page, course, cc), default, default, default);
    }

    /// <summary>The whole course, once the predicate has answered.</summary>
    public PageCourse Ask(Func<PageState, CompactControl, SkipAnswer> ask, CompactControl cc)
    {
        if (!IsAsked)
        {
            return Course;
        }

        var answer = ask(Page, cc);
        var asked = Course with { Answer = answer, Action = ScanAction.FailPut };
        if (answer == SkipAnswer.Error)
        {
            return asked with { Verdict = PageVerdict.Error };
        }

        if (Refusal != ScanStep.Isolated)
        {
            return asked with
            {
                Verdict = PageVerdict.Refused,
                Step = answer == SkipAnswer.Skip ? ScanStep.Predicate : Refusal,
            };
        }

        return answer == SkipAnswer.Keep
            ? asked with { Action = ScanAction.Isolate, Step = ScanStep.Isolated }
            : asked with { Verdict = IsMovable ? PageVerdict.FalseSkip : PageVerdict.SkippedPin, IsShort = IsShort };
    }

    /// <summary>The state in a pass: batches are drained when it begins, and some holders have let go.</summary>
    public static PageState InPass(PageState state, RunSettings settings, int pass) =>
        state.AtPass(pass).Drained(settings.DrainedCpus.AsSpan());

    static PageCourse Unasked(PageState page, PageCourse course, CompactControl cc) => course.Step switch
    {
        ScanStep.Buddy => course with { Action = ScanAction.Jump },
        ScanStep.HugeTlb when cc.AllocContig => course with { Action = ScanAction.IsolateDriver },
        ScanStep.MovableOps => course with { Action = DriverAction(page), Order = 0 },
        ScanStep.HugeTlb or ScanStep.Compound => course with { Action = ScanAction.Fail },
        ScanStep.Isolated or ScanStep.NotLru or ScanStep.NoReference or ScanStep.Predicate or ScanStep.GfpNoFs
            or ScanStep.LruGone or ScanStep.Unevictable or ScanStep.Writeback or ScanStep.Dirty =>
            course with { Action = ScanAction.Fail, Order = 0 },
    };

    /// <summary>
    /// <c>__PageMovable()</c> and not <c>PageIsolated()</c>: the LRU lock is dropped before the driver is
    /// asked.
    /// </summary>
    static ScanAction DriverAction(PageState page) => IsolationSteps.IsDriverPageTaken(page)
        ? ScanAction.IsolateDriver
        : page.Has(PageFlags.Isolated) ? ScanAction.Fail : ScanAction.FailDriver;
}

using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT4xxx</c>: what the linter reports of a level that reads clean.</summary>
public static class LintCodes
{
    public static readonly DiagnosticCode ScoresOtherwise =
        DiagnosticCodes.Error(4001, "a solution does not score as declared");

    public static readonly DiagnosticCode TrivialPasses =
        DiagnosticCodes.Error(4002, "skipping everything or nothing passes");

    public static readonly DiagnosticCode StarterPasses =
        DiagnosticCodes.Error(4003, "what the editor begins with passes already");

    public static readonly DiagnosticCode NothingFails =
        DiagnosticCodes.Error(4004, "no declared solution fails");

    public static readonly DiagnosticCode NothingPasses =
        DiagnosticCodes.Error(4005, "no declared solution passes with the level's own words");

    public static readonly DiagnosticCode BestUnreached =
        DiagnosticCodes.Warning(4006, "a medal that no declared solution reaches");

    public static readonly DiagnosticCode HiddenCatchesNothing =
        DiagnosticCodes.Warning(4007, "hidden maps that catch no wrong solution");

    public static readonly DiagnosticCode OptionsAlike =
        DiagnosticCodes.Error(4008, "two options that do the same");

    public static readonly DiagnosticCode OptionsNotDecided =
        DiagnosticCodes.Error(4009, "options of which none passes, or none fails");

    public static readonly DiagnosticCode HintLeaks =
        DiagnosticCodes.Error(4010, "a hint that gives the answer away");

    public static readonly DiagnosticCode HintOrder =
        DiagnosticCodes.Warning(4011, "hints that do not climb to the answer");

    public static readonly DiagnosticCode HolderDrained =
        DiagnosticCodes.Error(4012, "a holder that the run drains before it begins");

    public static readonly DiagnosticCode LessonUnreadable =
        DiagnosticCodes.Error(4013, "a lesson that cannot be read");

    public static readonly DiagnosticCode BrokenLink =
        DiagnosticCodes.Error(4014, "a link that leads nowhere");

    public static readonly DiagnosticCode BrokenBlock =
        DiagnosticCodes.Error(4015, "a runnable block that does not compile");

    public static readonly DiagnosticCode MisconceptionUnseen =
        DiagnosticCodes.Warning(4016, "a misconception that no solution or option shows");

    public static readonly DiagnosticCode MisconceptionNotShown =
        DiagnosticCodes.Error(4017, "a misconception that is declared and does not show");

    public static readonly DiagnosticCode NeedsUntaught =
        DiagnosticCodes.Error(4018, "an idea that no earlier level teaches");

    public static readonly DiagnosticCode TaughtTwice =
        DiagnosticCodes.Warning(4019, "an idea that is met first in two levels");

    public static readonly DiagnosticCode UnknownInChapter =
        DiagnosticCodes.Error(4020, "a chapter names a level that is not there");

    public static readonly DiagnosticCode InNoChapter =
        DiagnosticCodes.Warning(4021, "a level that is in no chapter");

    public static readonly DiagnosticCode KindNeverOccurs =
        DiagnosticCodes.Warning(4022, "a page kind that never occurs");

    public static readonly DiagnosticCode FragileBound =
        DiagnosticCodes.Warning(4023, "a bound that the best solution only just meets");

    public static readonly DiagnosticCode LongBrief =
        DiagnosticCodes.Warning(4024, "a brief that does not fit its pane");

    public static readonly DiagnosticCode SeedsDecide =
        DiagnosticCodes.Warning(4025, "a verdict that other seeds would change");

    public static readonly DiagnosticCode MutantSurvives =
        DiagnosticCodes.Warning(4030, "a broken reference that scores as well");

    public static readonly DiagnosticCode AllowedInVain =
        DiagnosticCodes.Warning(4090, "a finding is allowed that there is not");

    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        ScoresOtherwise, TrivialPasses, StarterPasses, NothingFails, NothingPasses, BestUnreached,
        HiddenCatchesNothing, OptionsAlike, OptionsNotDecided, HintLeaks, HintOrder, HolderDrained,
        LessonUnreadable, BrokenLink, BrokenBlock, MisconceptionUnseen, MisconceptionNotShown, NeedsUntaught,
        TaughtTwice, UnknownInChapter, InNoChapter, KindNeverOccurs, FragileBound, LongBrief, SeedsDecide,
        MutantSurvives, AllowedInVain,
    ];
}

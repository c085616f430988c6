using Tutor.Core.Simulation;

namespace Tutor.Cli;

/// <summary>Verdicts of pages, one character each.</summary>
static class PageVerdicts
{
    public const string Legend =
        ". never a candidate, m migrated, F futile, n no target, p skipped pin, S false skip, r refused later, d driver's, E error";

    public static string Of(VerdictMap verdicts) =>
        string.Create(verdicts.Count, verdicts, static (text, all) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Of(all[i]);
            }
        });

    static char Of(PageVerdict verdict) => verdict switch
    {
        PageVerdict.Migrated => 'm',
        PageVerdict.Futile => 'F',
        PageVerdict.NoTarget => 'n',
        PageVerdict.SkippedPin => 'p',
        PageVerdict.FalseSkip => 'S',
        PageVerdict.Refused => 'r',
        PageVerdict.IsolatedDriver => 'd',
        PageVerdict.Error => 'E',
        PageVerdict.NeverCandidate or PageVerdict.PutBack => '.',
    };
}

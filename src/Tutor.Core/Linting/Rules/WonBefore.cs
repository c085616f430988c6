using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// No line wins twice: the answer of an earlier level must not come to full marks here unchanged, unless the level
/// says with <c>transfer: true</c> that this is its point.
/// </summary>
static class WonBefore
{
    public static void Check(LintedLevel level)
    {
        if (!level.Level.IsWritten() || level.Level.IsTransfer)
        {
            return;
        }

        var best = level.Level.FullMarks();
        var winners = WrittenLevels.Before(level)
            .SelectMany(l => l.Answers().Select(a => (Level: l.Id, a.Id, Text: a.Skip.Text.Trim())))
            .DistinctBy(a => a.Text)
            .Where(a => level.Play(a.Text).Verdict == best)
            .ToList();
        if (winners is [var first, ..])
        {
            var more = winners.Count > 1 ? $", and {winners.Count - 1} more of earlier levels" : "";
            level.Report(LintCodes.WinsUnchanged, level.PlaceOf("id"),
                $"solution '{first.Id}' of '{first.Level}' comes to full marks here unchanged{more}",
                "ask for something new; or say 'transfer: true', if the point is that the test holds again");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode WinsUnchanged = Row(WonBefore.Check).Warning(4031, "an answer of an earlier level that wins here unchanged");
}

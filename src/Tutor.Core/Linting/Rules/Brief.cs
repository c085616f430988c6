using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A brief is read on a screen of 80×24 beside a map and an editor.</summary>
static class Brief
{
    const int MostLines = 14;

    public static void Check(LintedLevel level)
    {
        var lines = level.Level.Brief.TrimEnd().Split('\n').Length;
        if (lines > MostLines)
        {
            level.Report(LintCodes.LongBrief, level.PlaceOf("brief"), $"the brief has {lines} lines, and {MostLines} fit",
                "move what is explained into the lesson");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode LongBrief = Row(Brief.Check).Warning(4024, "a brief that does not fit its pane");
}

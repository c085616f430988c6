using Tutor.Core.Levels;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>A text of the template that its author forgot to replace.</summary>
static class Unfinished
{
    public static void Check(LintedLevel level)
    {
        foreach (var (key, text) in new[] { ("title", level.Level.Title), ("brief", level.Level.Brief) })
        {
            if (LevelTemplate.Texts.Contains(text.Trim()))
            {
                level.Report(LintCodes.TemplateText, level.PlaceOf(key), $"the '{key}' is still the template's", "say it in your own words");
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode TemplateText = Row(Unfinished.Check).Warning(4029, "a text of the template that is still there");
}

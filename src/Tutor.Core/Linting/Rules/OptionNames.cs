using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>An option's id stands in exports and on the command line: it must not say whether the option is right.</summary>
static class OptionNames
{
    static readonly string[] Telling = ["right", "wrong", "correct", "incorrect", "answer", "reference", "solution", "good", "bad", "true-one", "best", "worst"];

    public static void Check(LintedLevel level)
    {
        foreach (var option in level.Options)
        {
            var words = option.Id.Split('-', '_');
            if (Telling.FirstOrDefault(t => words.Contains(t, StringComparer.OrdinalIgnoreCase)) is { } word)
            {
                level.Report(LintCodes.OptionTells, option.Span, $"the id '{option.Id}' says '{word}'",
                    "name the option after what it asks");
            }
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode OptionTells = Row(OptionNames.Check).Warning(4035, "an option whose id or place tells that it is right");
}

using Tutor.Core.Levels.Yaml;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>What a level needs was taught by one before it, and each idea is met first in one place.</summary>
static class Ideas
{
    public static void Check(LintedLevel level)
    {
        if (level.Catalog.Pack is null)
        {
            // A level on its own has no course around it.
            return;
        }

        var earlier = level.Catalog.Entries.TakeWhile(e => e.Id != level.Level.Id).Where(e => e.Level is not null).ToList();
        var taught = earlier.SelectMany(e => e.Level!.Teaches)
            .Concat(level.Catalog.Base?.Entries.SelectMany(e => e.Level?.Teaches ?? []) ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var need in level.ItemsOf("needs").OfType<YamlScalar>().Where(n => !taught.Contains(n.Value)))
        {
            var later = level.Catalog.Entries.FirstOrDefault(e => e.Level?.Teaches.Contains(need.Value) == true);
            var near = Suggestions.Nearest(need.Value, taught);
            level.Report(LintCodes.NeedsUntaught, need.Span, $"no level before this one teaches '{need.Value}'",
                later is not null ? $"'{later.Id}' does, and it comes later"
                : near is not null ? $"did you mean '{near}'?" : "let an earlier level teach it, or take it out");
        }

        foreach (var idea in level.ItemsOf("teaches").OfType<YamlScalar>().Where(t => taught.Contains(t.Value)))
        {
            var first = earlier.Concat(level.Catalog.Base?.Entries ?? []).First(e => e.Level?.Teaches.Contains(idea.Value) == true);
            level.Report(LintCodes.TaughtTwice, idea.Span, $"'{idea.Value}' is taught by '{first.Id}' already",
                "put it under 'needs'");
        }
    }
}

/// <content>What it reports.</content>
public static partial class LintCodes
{
    public static readonly DiagnosticCode NeedsUntaught = Row(Ideas.Check).Error(4018, "an idea that no earlier level teaches");

    public static readonly DiagnosticCode TaughtTwice = Row(Ideas.Check).Warning(4019, "an idea that is met first in two levels");
}

using Tutor.Core.Levels.Yaml;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>What a level takes away is a name or group that there is, and not one that the level itself lends.</summary>
static class TakenAwayChecks
{
    public static void Check(Level level, YamlNode root, NodeReader reader)
    {
        foreach (var (key, _) in (NodeReader.Find(root, "takes_away") as YamlMapping)?.Entries ?? [])
        {
            var name = key.Value;
            if (!IsLendable(name))
            {
                if (name is not ['_' or (>= 'a' and <= 'z'), ..])
                {
                    // The reader has said that this is no name.
                    continue;
                }

                var near = Suggestions.Nearest(name, VocabularyGroups.All.Select(g => g.Name).Concat(BuiltIns.All.Where(b => b.Group is not null).Select(b => b.Name)));
                reader.Report(LevelCodes.UnknownReference, key.Span, $"'{name}' is neither a name nor a group that a level could lend",
                    near is null ? "content/reference/built-ins.md lists them" : $"did you mean '{near}'?");
            }
            else if (LentAs(name, level) is { } lent)
            {
                reader.Report(LevelCodes.NeverHappens, key.Span,
                    lent == name ? $"'{name}' is lent by 'vocabulary' and taken away here" : $"'{lent}' is lent by 'vocabulary', and '{name}', which it stands for, is taken away here",
                    "take it out of one of the two; where 'vocabulary' lends a group, single names of it may be taken away");
            }
        }
    }

    static bool IsLendable(string name) =>
        VocabularyGroups.All.Any(g => g.Name == name) || BuiltIns.All.Any(b => b.Name == name && b.Group is not null);

    /// <summary>The word of the level's own vocabulary that this name would undo: itself, or another spelling of it.</summary>
    public static string? LentAs(string name, Level level) => level.Vocabulary.IsDefault ? null
        : level.Vocabulary.FirstOrDefault(v => v == name || BuiltIns.All.Any(b => b.Name == v && b.Means == name));
}

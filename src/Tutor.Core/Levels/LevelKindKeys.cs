using System.Collections.Immutable;

namespace Tutor.Core.Levels;

/// <summary>The table of level kinds as rules between keys: what the reader checks and the schema says.</summary>
static class LevelKindKeys
{
    const string SomeGoals = "goals: { pass: { futile: { max: \"2%\" }, false_skips: { max: \"1%\" } } }";

    public static ImmutableArray<KeyRule> Rules => [.. LevelKinds.All.Select(RuleOf)];

    static WhenRule RuleOf(LevelKind kind)
    {
        var row = kind.Row();
        var others = LevelKinds.All.SelectMany(k => k.Row().OwnKeys).Distinct().Except(row.OwnKeys);
        return new WhenRule("kind", row.Word,
            [
                .. row.OwnKeys.Select(key => (key, $"add '{key}:', or change the kind")),
                .. row.IsJudgedByGoals ? [("goals", SomeGoals)] : ImmutableArray<(string, string)>.Empty,
            ],
            [.. others.Select(key => (key, OwnersOf(key)))]);
    }

    static string OwnersOf(string key) =>
        string.Join(" or ", LevelKinds.All.Where(k => k.Row().OwnKeys.Contains(key)).Select(k => $"'{k.Word()}'"));
}

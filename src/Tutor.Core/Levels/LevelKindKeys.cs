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
            [.. others.Select(key => (key, OwnersOf(key))), .. row.ForeignKeys.Select(key => (key, HostsOf(key)))]);
    }

    static string OwnersOf(string key) => Words(LevelKinds.All.Where(k => k.Row().OwnKeys.Contains(key)));

    static string HostsOf(string key) => Words(LevelKinds.All.Where(k => !k.Row().ForeignKeys.Contains(key)));

    static string Words(IEnumerable<LevelKind> kinds)
    {
        var words = kinds.Select(k => $"'{k.Word()}'").ToList();
        return words is [var only] ? only : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }
}

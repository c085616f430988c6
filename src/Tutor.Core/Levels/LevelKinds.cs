using System.Collections.Immutable;

namespace Tutor.Core.Levels;

/// <summary>What a player hands in.</summary>
public enum AnswerForm : byte
{
    /// <summary>A predicate that was written.</summary>
    Predicate,

    /// <summary>One of the level's options.</summary>
    Option,

    /// <summary>What the level's own predicate will do.</summary>
    Forecast,

    /// <summary>Nothing: the scan was watched to its end.</summary>
    Watched,

    /// <summary>Take or skip, said of each page.</summary>
    Marks,

    /// <summary>A memory that was painted.</summary>
    Painting,
}

/// <summary>A level kind: a row of the table.</summary>
/// <param name="Word">As level files and JSON write it.</param>
/// <param name="Does">What the player does, as a heading.</param>
/// <param name="HandsIn">What an answer is.</param>
/// <param name="IsJudgedByGoals">Its verdict comes from goals, so that it must have some.</param>
/// <param name="OwnKeys">Keys that a level of this kind must have; where no other kind lists them, it alone may.</param>
/// <param name="ForeignKeys">Keys that mean nothing in a level of this kind.</param>
public sealed record LevelKindRow(string Word, string Does, AnswerForm HandsIn, bool IsJudgedByGoals, ImmutableArray<string> OwnKeys,
    ImmutableArray<string> ForeignKeys);

/// <summary>The table of level kinds. A kind is a row here, an answer in <c>Play</c>, and what the fronts show of it.</summary>
public static class LevelKinds
{
    /// <summary>Every kind, in the order in which they are learned.</summary>
    public static ImmutableArray<LevelKind> All { get; } = [.. Enum.GetValues<LevelKind>()];

    public static LevelKindRow Row(this LevelKind kind) => kind switch
    {
        LevelKind.Watch => Watch,
        LevelKind.Mark => Mark,
        LevelKind.Predict => Predict,
        LevelKind.Pick => Pick,
        LevelKind.Repair => Repair,
        LevelKind.Write => Write,
        LevelKind.Golf => Golf,
        LevelKind.Attack => Attack,
        LevelKind.Open => Open,
    };

    public static string Word(this LevelKind kind) => kind.Row().Word;

    /// <summary>The kind of this word, or null.</summary>
    public static LevelKind? Find(string word)
    {
        foreach (var kind in All)
        {
            if (kind.Word() == word)
            {
                return kind;
            }
        }

        return null;
    }

    static LevelKindRow Watch { get; } = new("watch", "Watch: a scan, step by step", AnswerForm.Watched, false, [], []);

    static LevelKindRow Mark { get; } = new("mark", "Mark: be the predicate, page by page", AnswerForm.Marks, true, ["mark"], ["skip", "takes_away", "transfer"]);

    static LevelKindRow Predict { get; } = new("predict", "Predict: say what will happen", AnswerForm.Forecast, false, ["predict"], []);

    static LevelKindRow Pick { get; } = new("pick", "Pick: choose the right predicate", AnswerForm.Option, true, ["options"], []);

    static LevelKindRow Repair { get; } = new("repair", "Repair: a real revision with its real bug", AnswerForm.Predicate, true, ["repair"], []);

    static LevelKindRow Write { get; } = new("write", "Write: your own predicate", AnswerForm.Predicate, true, [], []);

    static LevelKindRow Golf { get; } = new("golf", "Golf: right, and then as small as it gets", AnswerForm.Predicate, true, ["golf"], []);

    static LevelKindRow Attack { get; } = new("attack", "Attack: the smallest memory on which a predicate is wrong", AnswerForm.Painting, true, ["attack"],
        ["skip", "maps", "takes_away", "transfer"]);

    static LevelKindRow Open { get; } = new("open", "Open: try what you like", AnswerForm.Predicate, false, [], []);
}

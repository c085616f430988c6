using System.Collections.Immutable;

namespace Tutor.Game.Keys;

/// <summary>Where a key means something.</summary>
enum KeyScope : byte
{
    Everywhere,
    Home,
    After,
    Sandbox,
    Value,
    ValueList,
    ValueBuild,
    ValueDone,
    Find,
    Level,
    Brief,
    BriefCard,
    Map,
    Legend,
    Editor,
    Completion,
    Options,
    Forecast,
    Marks,
    Marking,
    Palette,
    Painting,
    Scan,
    Card,
    Block,
    More,
    Reading,
    Dump,
    Saved,
    Watch,
    Choice,
    Tries,
    Plot,
    Counter,
    Compare,
    Terms,
    Hint,
    Help,
    Tour,
    Menu,
}

/// <summary>What a command of a level shows: while an answer is to be given first, some of that would give it away.</summary>
[Flags]
enum KeyShows : byte
{
    Nothing = 0,

    /// <summary>What pages are made of.</summary>
    Kinds = 1,

    /// <summary>What becomes of pages.</summary>
    Verdicts = 2,

    /// <summary>The text of a predicate, or something made of it.</summary>
    Predicate = 4,
}

/// <summary>One thing that keys do in one place.</summary>
/// <param name="Keys">Any of these.</param>
/// <param name="Help">What the help says.</param>
/// <param name="Footer">What the last line of the screen says, or null if it does not.</param>
sealed record KeyRow(KeyScope Scope, Command Command, ImmutableArray<string> Keys, string Help, string? Footer = null)
{
    /// <summary>Each row of a level and of its map says it.</summary>
    public KeyShows Shows { get; init; }

    /// <summary>What the last line of a narrow screen says, or null if it does not.</summary>
    public string? ShortFooter { get; init; }
}

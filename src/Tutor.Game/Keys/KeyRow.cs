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

/// <summary>One thing that keys do in one place.</summary>
/// <param name="Keys">Any of these.</param>
/// <param name="Help">What the help says.</param>
/// <param name="Footer">What the last line of the screen says, or null if it does not.</param>
sealed record KeyRow(KeyScope Scope, Command Command, ImmutableArray<string> Keys, string Help, string? Footer = null);

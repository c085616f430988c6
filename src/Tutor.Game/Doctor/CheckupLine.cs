using System.Collections.Immutable;
using System.Globalization;
using Tutor.Game.Drawing;
using Tutor.Game.Screens;

namespace Tutor.Game.Doctor;

/// <summary>How one thing is.</summary>
enum Health : byte
{
    Well,

    /// <summary>The game plays, with something missing.</summary>
    Limited,

    /// <summary>The game does not play, or keeps nothing.</summary>
    Ill,

    /// <summary>Nobody can tell: what it depends on is missing.</summary>
    Unknown,
}

/// <summary>What is said of one thing.</summary>
/// <param name="Subject">The thing: <c>size</c>.</param>
/// <param name="Cure">What to do, where something is wrong.</param>
sealed record CheckupLine(string Subject, Health Health, string Words, string? Cure)
{
    /// <summary>How it is, what is said, and what to do.</summary>
    readonly record struct Finding(Health Health, string Words, string? Cure);

    static readonly Finding NoTerminal = new(Health.Unknown, "there is no terminal to ask", null);

    /// <summary>Every line, in the order in which they are said.</summary>
    static readonly ImmutableArray<(string Subject, Func<Checkup, Finding> Look)> Rows =
    [
        ("terminal", c => c.Terminal switch
        {
            TerminalKind.None => Ill("there is none", "start it in a terminal; 'tutor --text' plays by lines, from a file too"),
            TerminalKind.Dumb => Limited("it cannot place its cursor (TERM=dumb): the game plays by lines", "set TERM to what the terminal is: 'export TERM=xterm-256color'"),
            TerminalKind.Screen => Well("it can show the game"),
        }),
        ("size", c => c.Terminal == TerminalKind.None ? NoTerminal
            : c.Columns < ScreenStack.NarrowestWidth || c.Rows < ScreenStack.LowestHeight
                ? Ill(SizeWords(c), Say($"make the window {ScreenStack.NarrowestWidth} by {ScreenStack.LowestHeight} at least, or its letters smaller; 'tutor --text' fits everywhere"))
            : c.Columns < 80 || c.Rows < 24 ? Limited($"{SizeWords(c)}: little of the map is seen", "at 80 by 24 everything that matters is there")
            : Well(SizeWords(c))),
        ("colours", c => c.Terminal == TerminalKind.None ? NoTerminal
            : c.AreColoursRefused ? Well("none, as NO_COLOR asks: signs tell the pages apart")
            : Well(ColourWords(c.Colours))),
        ("keys", c => c.Terminal == TerminalKind.None ? NoTerminal : c.Between switch
        {
            Multiplexer.None => Well("they come; Ctrl+G has every action under a letter, where a function key does not arrive"),
            Multiplexer.Tmux => Well("they come through tmux, but its own prefix; Ctrl+G has every action under a letter"),
            Multiplexer.Screen => Well("they come through screen, but its own Ctrl+A; Ctrl+G has every action under a letter"),
        }),
        ("locale", c => !c.IsUtf8 ? Limited("it is not UTF-8: the game is drawn in ASCII", "'export LC_ALL=C.UTF-8' draws frames and signs")
            : c.HasPlainFont ? Well("UTF-8; this terminal's font has little else than ASCII, so that is what is drawn")
            : Well("UTF-8")),
        ("progress", c => c.Data switch
        {
            DataState.Kept => Well("it can be kept"),
            DataState.NoFolder => Ill("it is not kept: there is no home folder", "name one with --data DIR or TUTOR_DATA"),
            DataState.NotWritable => Ill("it is not kept: its folder cannot be written", "make it writable, free some space, or name another with --data DIR or TUTOR_DATA"),
            DataState.Unfit => Ill("it is not kept: what is in its folder cannot be used", "'tutor list' says what is wrong with it; --data DIR names another"),
        }),
        ("levels", c => !c.HasPack || c.Levels == 0 ? Ill("there are none", "install the program again, or name a pack with --pack DIR")
            : c.BrokenLevels > 0 ? Limited(Say($"{c.Levels}, of which {c.BrokenLevels} cannot be read"), "'tutor lint' says what is wrong")
            : Well(Say($"{c.Levels}"))),
        ("version", c => Well(Say($"{c.Major}.{c.Minor}.{c.Patch}, {(c.IsNative ? "native" : "on .NET")}, {SystemWord(c.System)}, {ProcessorWord(c.Processor)}"))),
    ];

    public static ImmutableArray<CheckupLine> All(Checkup checkup)
    {
        ArgumentNullException.ThrowIfNull(checkup);
        return [.. Rows.Select(row => Line(row.Subject, row.Look(checkup)))];
    }

    static CheckupLine Line(string subject, Finding finding) => new(subject, finding.Health, finding.Words, finding.Cure);

    static Finding Well(string words) => new(Health.Well, words, null);

    static Finding Limited(string words, string cure) => new(Health.Limited, words, cure);

    static Finding Ill(string words, string cure) => new(Health.Ill, words, cure);

    static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    static string SizeWords(Checkup c) => Say($"{c.Columns} columns by {c.Rows} rows");

    static string ColourWords(ColourDepth colours) => colours switch
    {
        ColourDepth.None => "none: this terminal has none",
        ColourDepth.Sixteen or ColourDepth.SixteenUnpainted or ColourDepth.Console => "16",
        ColourDepth.TwoFiftySix => "256",
        ColourDepth.True => "16 million",
    };

    static string SystemWord(OperatingKind system) => system switch
    {
        OperatingKind.Linux => "Linux",
        OperatingKind.MacOs => "macOS",
        OperatingKind.Windows => "Windows",
        OperatingKind.Other => "a system that nobody has tried",
    };

    static string ProcessorWord(ProcessorKind processor) => processor switch
    {
        ProcessorKind.X64 => "x64",
        ProcessorKind.Arm64 => "arm64",
        ProcessorKind.Other => "another processor",
    };
}

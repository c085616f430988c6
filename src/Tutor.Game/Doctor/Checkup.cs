using Tutor.Game.Drawing;

namespace Tutor.Game.Doctor;

/// <summary>What the game finds where it is to be played; nothing that names a person or a machine.</summary>
sealed record Checkup
{
    /// <summary>The program's version: major, minor, patch.</summary>
    public int Major { get; init; }

    public int Minor { get; init; }

    public int Patch { get; init; }

    /// <summary>A program of the machine's own code, which needs no .NET.</summary>
    public bool IsNative { get; init; }

    public OperatingKind System { get; init; }

    public ProcessorKind Processor { get; init; }

    public TerminalKind Terminal { get; init; }

    /// <summary>Columns of the terminal; 0 without one.</summary>
    public int Columns { get; init; }

    /// <summary>Rows of the terminal; 0 without one.</summary>
    public int Rows { get; init; }

    /// <summary>The most that is sent without asking the terminal.</summary>
    public ColourDepth Colours { get; init; }

    /// <summary>NO_COLOR is set.</summary>
    public bool AreColoursRefused { get; init; }

    public bool IsUtf8 { get; init; }

    /// <summary>The terminal itself is known to have little else than ASCII.</summary>
    public bool HasPlainFont { get; init; }

    public Multiplexer Between { get; init; }

    public DataState Data { get; init; }

    public bool HasPack { get; init; }

    public int Levels { get; init; }

    public int BrokenLevels { get; init; }
}

enum OperatingKind : byte
{
    Linux,
    MacOs,
    Windows,
    Other,
}

enum ProcessorKind : byte
{
    X64,
    Arm64,
    Other,
}

enum TerminalKind : byte
{
    None,

    /// <summary>It cannot place its cursor: the game plays by lines there.</summary>
    Dumb,
    Screen,
}

/// <summary>What stands between the game and the terminal's window, and may keep keys for itself.</summary>
enum Multiplexer : byte
{
    None,
    Tmux,
    Screen,
}

/// <summary>Whether progress can be kept.</summary>
enum DataState : byte
{
    Kept,

    /// <summary>There is no home, and no other folder was named.</summary>
    NoFolder,

    /// <summary>Nothing can be written into its folder, or the disk is full.</summary>
    NotWritable,

    /// <summary>The file that is there cannot be used.</summary>
    Unfit,
}

namespace Tutor.Game.Reading;

/// <summary>What a piece of text means; a theme says what that looks like.</summary>
enum Ink : byte
{
    Text,
    Muted,
    Strong,
    Title,
    Accent,
    Link,
    Border,
    Key,
    Good,
    Bad,
    Warning,

    // Verdicts.
    Migrated,
    Futile,
    SkippedPin,
    FalseSkip,
    Passive,
    Error,

    // Page kinds.
    Anon,
    File,
    Shmem,
    Pinned,
    Driver,
    Kernel,
    Free,

    // Code.
    Code,
    CodeName,
    CodeWord,
    CodeNumber,
    CodeComment,
}

/// <summary>What lies under the text.</summary>
enum Paper : byte
{
    Normal,
    Bar,
    Selected,
    Popup,
    Field,
    Code,
}

/// <summary>Looks that need no colour.</summary>
[Flags]
enum CellStyle : byte
{
    None = 0,
    Bold = 1,
    Underline = 2,
    Reverse = 4,
    Italic = 8,
    Faint = 16,

    /// <summary>A piece of a picture: where there are colours enough, the ink's own colour lies dimmed under the letter.</summary>
    Block = 32,
}

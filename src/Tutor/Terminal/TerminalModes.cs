namespace Tutor.Terminal;

/// <summary>What a terminal is sent when the game begins and ends, and when it was stopped meanwhile.</summary>
/// <param name="questions">What may be asked of it.</param>
sealed class TerminalModes(Questions questions)
{
    /// <summary>Clicks and the wheel, not every move: in SGR's form, which has no largest column.</summary>
    const string MouseOn = "\e[?1000h\e[?1006h";

    const string MouseOff = "\e[?1003l\e[?1002l\e[?1000l\e[?1015l\e[?1006l";

    /// <summary>Whether it has kitty's keyboard, and tells Esc from what follows it.</summary>
    public bool IsKitty { get; set; }

    public bool IsMouseOn { get; set; } = true;

    /// <summary>Something nobody uses has no shape of a caret, and shows the request's last letter.</summary>
    bool HasShapes => questions != Questions.None;

    /// <summary>
    /// Alternate screen, empty; keys as they are without modes; pastes in brackets; Alt as Esc before the key (xterm's
    /// own resources say otherwise in places, and get their way again at the end); a bar as caret.
    /// </summary>
    public string Enter => "\e[?1049h\e[0m\e[2J\e[?25l\e[?1l\e>\e[?2004h"
        + (HasShapes ? "\e[?1036s\e[?1039s\e[?1036h\e[?1039h\e[6 q" : "")
        + (IsKitty ? "\e[>1u" : "") + (IsMouseOn ? MouseOn : "");

    /// <summary>Everything back. What a terminal did not have does no harm; the alternate screen is left last.</summary>
    public string Leave => (IsKitty ? "\e[<u" : "") + MouseOff + "\e[?2004l\e[?2026l\e[0m"
        + (HasShapes ? "\e[0 q\e[?1036r\e[?1039r" : "") + "\e[?1049l\e[?25h\e[?1l\e>";

    /// <summary>Switches kitty's keyboard on, once it has said that it is there: Esc, Alt and Ctrl without doubt.</summary>
    public const string TakeKitty = "\e[>1u";

    public static string Mouse(bool isOn) => isOn ? MouseOn : MouseOff;

    /// <summary>
    /// The questions. Each is ignored by who does not know it; the last (DA1) is known to all. What is drawn by
    /// mistake is cleared.
    /// </summary>
    public string Ask => (questions.HasFlag(Questions.Background) ? "\e[?u\e]11;?\a" : "")
        + (questions.HasFlag(Questions.Colour) ? "\e[48;2;1;2;3m\eP$qm\e\\\e[0m" : "")
        + (questions == Questions.None ? "" : "\e[c\e[H\e[2J");
}

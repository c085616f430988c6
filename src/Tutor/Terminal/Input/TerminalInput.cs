using Tutor.Game.Keys;

namespace Tutor.Terminal.Input;

/// <summary>One thing that a terminal said.</summary>
abstract record TerminalInput;

/// <summary>A key was pressed.</summary>
sealed record KeyInput(KeyPress Key) : TerminalInput;

/// <summary>
/// A key that came right behind an Esc. A terminal sends the same for Alt and this key as for Esc and then this key;
/// only who knows what is bound can tell which was meant.
/// </summary>
/// <param name="Alt">Alt and the key, as one.</param>
/// <param name="Key">The key alone.</param>
sealed record EscapedKeyInput(KeyPress Alt, KeyPress Key) : TerminalInput;

/// <summary>A text that was pasted in one piece, its lines ended by <c>\n</c>.</summary>
sealed record PasteInput(string Text) : TerminalInput;

/// <summary>A click, or the wheel.</summary>
/// <param name="X">Column, from 0.</param>
/// <param name="Y">Row, from 0.</param>
/// <param name="Wheel">Rows down; 0 for a click of the left button.</param>
sealed record MouseInput(int X, int Y, int Wheel) : TerminalInput;

/// <summary>The background's colour, red, green, blue in the lower 24 bits: the answer to OSC 11.</summary>
sealed record BackgroundReply(int Rgb) : TerminalInput;

/// <summary>What the terminal made of a true colour that it was sent: the answer to DECRQSS for SGR.</summary>
/// <param name="IsTrueColour">It kept the colour as it was, not the nearest one of a palette.</param>
sealed record ColourReply(bool IsTrueColour) : TerminalInput;

/// <summary>The terminal has kitty's keyboard protocol: the answer to <c>CSI ? u</c>.</summary>
sealed record KeyboardReply : TerminalInput;

/// <summary>The answer to the last question (DA1), which every terminal answers: what was not answered before it never is.</summary>
/// <param name="HasClipboard">It says that programs may write to its clipboard (OSC 52).</param>
sealed record LastReply(bool HasClipboard) : TerminalInput;

namespace Tutor.Game.Keys;

/// <summary>A key as people write it: <c>Enter</c>, <c>Ctrl+Q</c>, <c>F1</c>, <c>a</c>.</summary>
/// <param name="Text">What it types, or null.</param>
readonly record struct KeyPress(string Name, string? Text = null)
{
    public static KeyPress Char(string text) => new(text == " " ? "Space" : text, text);
}

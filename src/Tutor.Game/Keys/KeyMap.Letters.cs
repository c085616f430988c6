namespace Tutor.Game.Keys;

/// <content>How the keys of the menu are written.</content>
static partial class KeyMap
{
    /// <summary>Behind this key comes a letter, in a menu that lists them.</summary>
    public const string MenuKey = "Ctrl+G";

    /// <summary>The letter of a row in the menu, or null.</summary>
    public static string? LetterOf(KeyRow row) =>
        row.Keys.FirstOrDefault(k => k.StartsWith(MenuKey + "-", StringComparison.Ordinal)) is { } key ? key[(MenuKey.Length + 1)..] : null;

    /// <summary>A key as people read it: <c>Ctrl+G l</c> for the menu's letter.</summary>
    public static string Shown(string key) =>
        key.StartsWith(MenuKey + "-", StringComparison.Ordinal) ? $"{MenuKey} {key[(MenuKey.Length + 1)..]}" : key;
}

using Tutor.Game.Keys;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens;

/// <summary>A text of the player's own that is read here, and kept as a file on request.</summary>
static class SavedText
{
    /// <param name="markdown">What is read.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="text">What is saved.</param>
    public static ReadingScreen Screen(string title, string markdown, PlayedPack pack, string name, string text) =>
        new(title, markdown, "", pack.ReadText)
        {
            Extra = new ReadingExtra(KeyScope.Saved, (_, _) =>
            {
                var (path, problem) = pack.Progress.Save(name, text);
                return path is null ? $"not saved: {problem}" : $"saved as {path}";
            }),
        };
}

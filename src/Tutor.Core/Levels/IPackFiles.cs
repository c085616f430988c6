using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// The files of a pack, by their paths in it. Whoever implements it keeps paths inside the pack; the core reads no
/// files of its own.
/// </summary>
public interface IPackFiles
{
    /// <summary>A text, or null and why not.</summary>
    (SourceText? Text, Diagnostic? Problem) ReadText(string relative);

    /// <summary>What is wrong with the pack's folders themselves.</summary>
    IReadOnlyList<Diagnostic> Problems => [];

    /// <summary>The pack that this one adds to, or null.</summary>
    IPackFiles? Base => null;

    /// <summary>The Markdown files of a folder of the content, by their paths in the pack.</summary>
    IReadOnlyList<string> List(string folder) => [];

    /// <summary>A recording's bytes, or null and why not.</summary>
    (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative);
}

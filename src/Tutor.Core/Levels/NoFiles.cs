using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A level that stands alone: there is no other file.</summary>
public sealed class NoFiles : IPackFiles
{
    NoFiles()
    {
    }

    public static NoFiles Instance { get; } = new();

    public (SourceText? Text, Diagnostic? Problem) ReadText(string relative) => (null, Missing(relative));

    public (byte[]? Bytes, Diagnostic? Problem) ReadBytes(string relative) => (null, Missing(relative));

    static Diagnostic Missing(string relative) => new(FileCodes.Missing, SourceText.From(relative, ""), default, "there is no such file");
}

namespace Tutor.Storage;

/// <summary>Files that a player asked for, beside the progress; nothing is ever written over.</summary>
static class OwnFiles
{
    const int MostOfOneName = 1000;

    /// <summary>Writes a new file; its path, or why there is none.</summary>
    /// <param name="folder">Null where nothing can be kept.</param>
    /// <param name="name">With an ending; a number is added when the name is taken.</param>
    public static (string? Path, string? Problem) Save(string? folder, string name, string text)
    {
        if (folder is null)
        {
            return (null, "there is no folder for it; name one with --data DIR");
        }

        for (var number = 1; number <= MostOfOneName; number++)
        {
            var path = Path.Combine(folder, number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
            if (!File.Exists(path))
            {
                return NewFile.WhyNotWritten(path, text) is { } reason ? (null, reason) : (path, null);
            }
        }

        return (null, $"{folder} has {MostOfOneName:N0} files of this name");
    }
}

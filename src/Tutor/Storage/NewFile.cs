namespace Tutor.Storage;

/// <summary>Files that somebody names or asks for: none is ever written over.</summary>
static class NewFile
{
    /// <summary>Writes a text as a new file: why that cannot be, or null.</summary>
    /// <param name="makesFolder">Its folder is made where there is none.</param>
    public static string? WhyNotWritten(string path, string text, bool makesFolder = false)
    {
        try
        {
            if (makesFolder && Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.Write(text);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }
}

using System.Text;

namespace Tutor.Terminal;

/// <summary>
/// The clipboard of the terminal, by OSC 52. Few terminals say that they have it, and some ignore it: where it is not
/// sure, the text is kept as a file too.
/// </summary>
/// <param name="keep">Keeps a text as a new file: its path, or why there is none.</param>
sealed class TerminalClipboard(Func<string, string, (string? Path, string? Problem)> keep)
{
    Action<string>? _write;

    /// <summary>The terminal said that programs may write to its clipboard.</summary>
    public bool IsSure { get; set; }

    /// <summary>Sends to this terminal, which is open from now on.</summary>
    public void Attach(Action<string> write) => _write = write;

    /// <summary>Copies a text: a sentence that says what became of it.</summary>
    public string Copy(string text)
    {
        _write?.Invoke($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a");
        if (IsSure)
        {
            return "Copied.";
        }

        var (path, problem) = keep("copied.txt", text);
        return path is not null ? $"Copied if the terminal lets programs do that; and kept in {path}"
            : $"Copied if the terminal lets programs do that; not kept as a file: {problem}";
    }
}

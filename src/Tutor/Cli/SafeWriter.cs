using System.Text;
using Tutor.Core.Text;

namespace Tutor.Cli;

/// <summary>The output cannot be written: the disk is full, or the terminal is gone.</summary>
sealed class OutputLostException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// Everything that the program prints goes through here. Packs and exports come from strangers, so characters that a
/// terminal obeys become dots. If the output cannot be written, the program ends and says so.
/// </summary>
/// <param name="what">Its name for a person: "standard output".</param>
sealed class SafeWriter(TextWriter inner, string what) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>For what is meant for the terminal itself, such as clearing the screen.</summary>
    public void WriteRaw(string text) => Write(static (to, raw) => to.Write(raw), text);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => WriteRaw(ControlCharacters.Neutralise(value ?? ""));

    public override void WriteLine(string? value) => Write(value + CoreNewLine.AsSpan().ToString());

    public override void Flush() => Write(static (to, _) => to.Flush(), "");

    void Write(Action<TextWriter, string> write, string text)
    {
        try
        {
            write(inner, text);
        }
        catch (IOException e)
        {
            throw new OutputLostException($"{what} cannot be written: {e.Message.Split(" : ")[0].TrimEnd('.')}", e);
        }
    }
}

using System.Runtime.InteropServices;
using System.Text;

namespace Tutor.Terminal.Input;

/// <summary>
/// A paste as it comes in. A text that holds the mark of a paste's end would end it early, and what follows would be
/// run as keys; so the paste goes on as long as bytes keep coming, and ends at the last mark.
/// </summary>
sealed class PasteBuffer
{
    /// <summary>More is dropped: no text of a game is as long, and whoever refuses it says so.</summary>
    const int Most = 4 << 20;

    readonly List<byte> _text = [];
    readonly List<byte> _after = [];

    /// <summary>The mark of the end has come; what follows is the paste's only if another one comes at once.</summary>
    public bool HasEnd { get; private set; }

    static ReadOnlySpan<byte> EndMark => "\e[201~"u8;

    public void Add(byte b)
    {
        var bytes = HasEnd ? _after : _text;
        if (bytes.Count >= Most)
        {
            // The mark must still be found.
            bytes.RemoveRange(Most - EndMark.Length, 1);
        }

        bytes.Add(b);
        if (b != '~' || !CollectionsMarshal.AsSpan(bytes).EndsWith(EndMark))
        {
            return;
        }

        bytes.RemoveRange(bytes.Count - EndMark.Length, EndMark.Length);
        if (HasEnd)
        {
            _text.AddRange(_after.Take(Most - _text.Count));
            _after.Clear();
        }

        HasEnd = true;
    }

    /// <summary>The text up to the last mark, and the bytes behind it, which were typed.</summary>
    public (string Text, byte[] After) Take()
    {
        var text = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_text))
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var after = _after.ToArray();
        _text.Clear();
        _after.Clear();
        HasEnd = false;
        return (text, after);
    }
}

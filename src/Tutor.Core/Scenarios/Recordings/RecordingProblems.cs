using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios.Recordings;

/// <summary>
/// The problems of one recording by byte offset. The text becomes a string only when there is one to show:
/// an undamaged file is never decoded.
/// </summary>
sealed class RecordingProblems(string path)
{
    /// <summary>A damaged file has thousands; the first ones tell the story.</summary>
    const int Most = 20;

    readonly List<(DiagnosticCode Code, TextSpan Span, string Message, string? Help)> _items = [];
    byte[] _text = [];

    public bool Any => _items.Count > 0;

    public bool IsFull => _items.Count >= Most;

    /// <summary>The text that offsets count in; before it is known only offset 0 is used.</summary>
    public void SetText(byte[] text) => _text = text;

    public void Add(DiagnosticCode code, int start, int length, string message, string? help = null)
    {
        if (!IsFull)
        {
            _items.Add((code, TextSpan.FromBounds(start, start + length), message, help));
        }
    }

    public ImmutableArray<Diagnostic> ToDiagnostics()
    {
        if (!Any)
        {
            return [];
        }

        // Latin-1: one character a byte, so that offsets stay true whatever the bytes are.
        var source = SourceText.From(path, Encoding.Latin1.GetString(_text));
        return DiagnosticBag.Sort(_items.Select(i => new Diagnostic(i.Code, source, i.Span, i.Message, i.Help)));
    }
}

using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <content>A memory, painted page by page.</content>
sealed partial class TextLevel
{
    public void SayPalette()
    {
        for (var kind = 0; kind < _sitting.Palette.Length; kind++)
        {
            _speaker.Say("  ", Spoken(kind));
        }
    }

    public void SayPainting()
    {
        foreach (var page in _sitting.Painting!.Pages)
        {
            var where = page.Frames == 1 ? $"+{page.Frame}" : $"+{page.Frame} to +{page.End - 1}";
            _speaker.Say("  ", $"{where}: {page.Kind}{(IsSecret ? "" : $", {VerdictLooks.Of(_map.VerdictAt(page.Frame)).Name}")}.");
        }

        _speaker.Say($"{Words.Count(_sitting.Painting.Used)} of {Words.Count(_sitting.Painting.Frames)} frames are painted.");
    }

    public void Paint(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var brush = parts.Length == 0 ? -1 : _sitting.Palette.IndexOf(parts[0]);
        if (brush < 0)
        {
            var near = parts.Length == 0 ? null : Suggestions.Nearest(parts[0], _sitting.Palette);
            _speaker.Say(parts.Length == 0 ? "Paint what? 'palette' reads the kinds."
                : $"There is no kind '{parts[0]}' here{(near is null ? "; 'palette' reads the kinds." : $". Did you mean '{near}'?")}");
            return;
        }

        _sitting.TakeBrush(brush);
        List<int?> frames = parts.Length > 1 ? [.. parts.Skip(1).Select(p => PageAt(p))] : [NextFrame()];
        foreach (var frame in frames)
        {
            if (frame is not { } at)
            {
                return;
            }

            if (_sitting.Paint(at) is null)
            {
                _speaker.Say($"'{parts[0]}' does not fit there.");
                return;
            }
        }

        TakeScore();
        SayPainting();
    }

    public void Erase(string words)
    {
        if (words == All)
        {
            _sitting.EraseAll();
        }
        else
        {
            var frames = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => PageAt(p)).ToList();
            if (frames.Count == 0)
            {
                _speaker.Say("Erase what? 'erase +3', or 'erase all'.");
                return;
            }

            foreach (var frame in frames.OfType<int>())
            {
                _sitting.Erase(frame);
            }
        }

        TakeScore();
        SayPainting();
    }

    public void UndoPainting()
    {
        if (_sitting.UndoPainting())
        {
            TakeScore();
            SayPainting();
        }
        else
        {
            _speaker.Say("There is nothing before this.");
        }
    }

    /// <summary>A kind that can be painted, with its counts.</summary>
    string Spoken(int kind)
    {
        var page = _sitting.Sample(kind).Map.StateAt(0);
        var references = _sitting.ReferencesOf(page);
        return $"{_sitting.Palette[kind]}: {references} {(references == 1 ? "reference" : "references")}, "
            + $"{page.MapCount} mapped{(page.NrPages > 1 ? $", {Words.Pages(page.NrPages)}" : "")}.";
    }

    /// <summary>Behind what is painted already.</summary>
    int NextFrame() => Math.Min(_sitting.Painting!.Frames - 1, _sitting.Painting.Pages is [.., var last] ? last.End : 0);
}

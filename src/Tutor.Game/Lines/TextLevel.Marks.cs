using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <content>Take or skip, said of each page.</content>
sealed partial class TextLevel
{
    /// <summary>In place of pages: every one of them.</summary>
    const string All = "all";

    /// <summary>Nothing tells yet who holds the pages.</summary>
    bool IsMarking => _sitting.IsMark && IsSecret;

    public void SayMarks()
    {
        for (var page = 0; page < _sitting.Marks!.Count; page++)
        {
            // What is said of a folio's first page is said of all of it.
            if (_sitting.MarkedWith(page).Start == page)
            {
                SayMark(page);
            }
        }

        _speaker.Say(VerdictLine.Of(_sitting).Text);
    }

    public void Mark(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // 'mark +3 skip' is said as easily.
        if (parts.Length > 1 && Marks.Find(parts[0]) is null && Marks.Find(parts[^1]) is not null)
        {
            parts = [parts[^1], .. parts[..^1]];
        }

        if (parts is not [var word, _, ..] || Marks.Find(word) is not { } mark)
        {
            _speaker.Say("'mark take' or 'mark skip', then pages: 'mark skip +3 +5', or 'mark take all'.");
            return;
        }

        if (parts is [_, All])
        {
            _sitting.SayAll(mark);
        }
        else
        {
            var pages = parts.Skip(1).Select(p => PageAt(p)).ToList();
            if (pages.Contains(null))
            {
                return;
            }

            foreach (var page in pages.OfType<int>())
            {
                _sitting.Say(page, mark);
            }

            TakeScore();
            foreach (var page in pages.OfType<int>())
            {
                SayMark(page);
            }
        }

        TakeScore();
        _speaker.Say(VerdictLine.Of(_sitting).Text);
    }

    void SayMark(int page)
    {
        var seen = _sitting.SeenOf(page);
        var values = string.Join(", ", seen.Values.Select(v => $"{seen.Short(v)} {v.Value}").Concat(seen.True.Select(seen.Short)));
        var kind = IsSecret ? "" : $" {_sitting.Map.StateAt(page).Kind}, {VerdictLooks.Of(_map.VerdictAt(page)).Name}.";
        _speaker.Say("  ", $"{_sitting.MarkedWith(page)}, {MarkLooks.Of(_sitting.Marks![page]).Name}: {values}.{kind}");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Simulation;

namespace Tutor.Tui.Presentation;

/// <summary>Forecasts of a level of kind predict: what becomes of a page, or how large a metric will be.</summary>
sealed class PredictionSheet(ImmutableArray<PredictItem> items)
{
    const int MostDigits = 12;

    static readonly (PageVerdict Verdict, string Text)[] Fates =
    [
        (PageVerdict.Migrated, "it moves"),
        (PageVerdict.Futile, "it is tried, and stays"),
        (PageVerdict.SkippedPin, "skipped; it could not move"),
        (PageVerdict.FalseSkip, "skipped; it could move"),
        (PageVerdict.NeverCandidate, "left in any case"),
    ];

    /// <summary>What fates were called before; attempts that are kept still say it.</summary>
    static readonly Dictionary<string, PageVerdict> Once = new()
    {
        ["the predicate is not asked"] = PageVerdict.NeverCandidate,
        ["left, whatever the test says"] = PageVerdict.NeverCandidate,
        ["skipped; it would have moved"] = PageVerdict.FalseSkip,
    };

    readonly string[] _numbers = [.. items.Select(_ => "")];
    readonly int[] _fates = [.. items.Select(_ => -1)];

    /// <summary>What may become of a page, in the order in which it can be said.</summary>
    public static IEnumerable<string> Answers => Fates.Select(f => f.Text);

    public int Count => items.Length;

    public int Selected { get; private set; }

    /// <summary>The page of the selected item, or null.</summary>
    public int? Page => items[Selected].Page;

    /// <summary>The run has been shown: right and wrong can be seen.</summary>
    public bool IsRevealed { get; private set; }

    public bool IsComplete => Enumerable.Range(0, Count).All(i => items[i].Page is null ? _numbers[i].Length > 0 : _fates[i] >= 0);

    public void Move(int by) => Selected = Math.Clamp(Selected + by, 0, Count - 1);

    /// <summary>The next or the last of the fates.</summary>
    public void Turn(int by)
    {
        if (items[Selected].Page is not null)
        {
            var from = _fates[Selected] < 0 && by < 0 ? 0 : _fates[Selected];
            _fates[Selected] = (from + by + Fates.Length) % Fates.Length;
            IsRevealed = false;
        }
    }

    /// <summary>Says something of an item: the number of an answer, from 1, or a metric's size; false if it is neither.</summary>
    public bool Answer(int item, long number)
    {
        var guess = items[item].Page is null ? number.ToString(CultureInfo.InvariantCulture)
            : number >= 1 && number <= Fates.Length ? Fates[(int)number - 1].Text : "";
        var (fate, digits) = (_fates[item], _numbers[item]);
        if (!Take(item, guess))
        {
            (_fates[item], _numbers[item]) = (fate, digits);
            return false;
        }

        Selected = item;
        IsRevealed = false;
        return true;
    }

    /// <summary>What is asked, what was said, and, when it has been shown, what came true.</summary>
    public string Spoken(int item, CompactionResult? result) =>
        $"{Name(item)}: {(Guess(item).Length > 0 ? Guess(item) : "nothing said yet")}"
        + (!IsRevealed || result is null ? "." : IsRight(item, result) ? ". It came true." : $". No: {Truth(item, result)}.");

    /// <summary>A digit of a number.</summary>
    public void Type(string text)
    {
        if (items[Selected].Page is null && text is [>= '0' and <= '9'] && _numbers[Selected].Length < MostDigits)
        {
            _numbers[Selected] += text;
            IsRevealed = false;
        }
    }

    public void Backspace()
    {
        if (_numbers[Selected].Length > 0)
        {
            _numbers[Selected] = _numbers[Selected][..^1];
            IsRevealed = false;
        }
    }

    /// <summary>Shows what came true; how many did.</summary>
    public int Reveal(CompactionResult result)
    {
        IsRevealed = true;
        return Enumerable.Range(0, Count).Count(i => IsRight(i, result));
    }

    /// <summary>The answers as they are kept.</summary>
    public string Written() => string.Join("; ", Enumerable.Range(0, Count).Select(i => $"{Name(i)}: {Guess(i)}"));

    /// <summary>Takes over answers as <see cref="Written"/> has them; false if they are not answers to this sheet.</summary>
    public bool TryRead(string written)
    {
        for (var i = 0; i < Count; i++)
        {
            var name = $"{Name(i)}: ";
            // A fate may hold a semicolon: an answer ends where the next one's name begins.
            var end = i + 1 < Count ? written.IndexOf($"; {Name(i + 1)}: ", StringComparison.Ordinal) : written.Length;
            if (end < name.Length || !written.StartsWith(name, StringComparison.Ordinal) || !Take(i, written[name.Length..end]))
            {
                return false;
            }

            written = i + 1 < Count ? written[(end + 2)..] : "";
        }

        return true;
    }

    bool Take(int i, string guess)
    {
        if (items[i].Page is null)
        {
            _numbers[i] = guess;
            return guess.Length is > 0 and <= MostDigits && guess.All(char.IsAsciiDigit);
        }

        _fates[i] = Array.FindIndex(Fates, Once.TryGetValue(guess, out var once) ? f => f.Verdict == once : f => f.Text == guess);
        return _fates[i] >= 0;
    }

    public List<Line> Lines(CompactionResult? result, int width)
    {
        var lines = new List<Line>();
        var column = Enumerable.Range(0, Count).Max(i => Name(i).Length) + 1;
        for (var i = 0; i < Count; i++)
        {
            var isSelected = i == Selected;
            var mark = !IsRevealed || result is null ? new Run(isSelected ? $"{Glyphs.Current.Arrow} " : "  ", Ink.Accent)
                : IsRight(i, result) ? new Run($"{Glyphs.Current.Check} ", Ink.Good, CellStyle.Bold)
                : new Run($"{Glyphs.Current.Cross} ", Ink.Bad, CellStyle.Bold);
            var guess = Guess(i);
            var isWrong = IsRevealed && result is not null && !IsRight(i, result);
            var text = isWrong ? $"no: {Truth(i, result!)}" : guess.Length > 0 ? guess
                : items[i].Page is null ? "type a number" : "Left, Right: choose";
            lines.Add(Line.Of(mark, new Run(TextColumns.Pad(Name(i), column)), new Run(
                TextColumns.Fit(text, Math.Max(4, width - 2 - column)), guess.Length > 0 ? Ink.Strong : Ink.Muted))
                with { Paper = isSelected ? Paper.Selected : Paper.Normal });
        }

        return lines;
    }

    string Name(int i) => items[i].Page is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"page +{page}") : ScorePanel.Name(items[i].Metric!.Name);

    string Guess(int i) => items[i].Page is null ? _numbers[i] : _fates[i] < 0 ? "" : Fates[_fates[i]].Text;

    bool IsRight(int i, CompactionResult result)
    {
        if (items[i].Page is { } page)
        {
            return _fates[i] >= 0 && Fates[_fates[i]].Verdict == Fate(result.Verdicts[page]);
        }

        return long.TryParse(_numbers[i], CultureInfo.InvariantCulture, out var guess)
            && items[i].Accepts(guess, items[i].Metric!.Value(result.Metrics));
    }

    string Truth(int i, CompactionResult result) => items[i].Page is { } page
        ? Fates.First(f => f.Verdict == Fate(result.Verdicts[page])).Text
        : Words.Count(items[i].Metric!.Value(result.Metrics));

    /// <summary>Where the answer of the predicate decides nothing, the reasons are one to the player.</summary>
    static PageVerdict Fate(PageVerdict verdict) => verdict switch
    {
        PageVerdict.Migrated or PageVerdict.Futile or PageVerdict.SkippedPin or PageVerdict.FalseSkip => verdict,
        PageVerdict.NoTarget => PageVerdict.Futile,
        _ => PageVerdict.NeverCandidate,
    };
}

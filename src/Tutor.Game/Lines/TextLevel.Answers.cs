using System.Globalization;
using System.Text;
using Tutor.Core.Predicates;
using Tutor.Game.Drawing;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Lines;

/// <content>Writing, picking, foretelling.</content>
sealed partial class TextLevel
{
    /// <summary>A line that ends a predicate of several lines.</summary>
    const string End = ".";

    public void Write(string line)
    {
        if ((line.Length > 0 ? line : ReadLines()) is { } text)
        {
            Replace(text);
        }
    }

    public void Undo()
    {
        if (_undo.TryPop(out var before))
        {
            _text = before;
            Changed();
            SayText();
        }
        else
        {
            _speaker.Say("There is nothing before this.");
        }
    }

    public void Unquote() => Replace(MailQuotes.Strip(_text));

    public void Take(string word)
    {
        var tries = Tries.Read(_world.History(Id));
        if (Numbered(word, tries.Count, "try") is { } number)
        {
            Replace(tries.First(t => t.Number == number).Attempt.Predicate);
        }
    }

    public void SayTries()
    {
        var tries = Tries.Read(_world.History(Id));
        if (tries.Count == 0)
        {
            _speaker.Say("You have not handed in anything here yet.");
        }

        foreach (var one in tries)
        {
            var text = string.Join(' ', one.Attempt.Predicate.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            _speaker.Say($"  {one.Number}, {Medals.State(one.Attempt.Verdict)}: ", text);
        }
    }

    public void SayBest()
    {
        var tries = Tries.Read(_world.History(Id)).Where(t => t.Metrics.Count > 0).ToList();
        var plot = new TryPlot(tries.Select(t => new PlotPoint(PlotOwner.Try, "o", $"try {t.Number}", t.Attempt.Predicate, t.Metrics)), _level.Entry.Metrics);
        List<string> metrics = _level.Entry.Metrics.IsEmpty ? [plot.X, plot.Y] : [.. _level.Entry.Metrics];
        var best = Pareto.Front(tries, metrics, t => t.Metrics).ToList();
        if (best.Count == 0)
        {
            _speaker.Say("You have handed in nothing here that was counted.");
            return;
        }

        _speaker.Say("No other try of yours beats these by every goal:");
        foreach (var one in best)
        {
            _speaker.Say($"  {one.Number}, {Medals.State(one.Attempt.Verdict)}: ", string.Join(", ", metrics.Select(m => $"{NameOf(m)} {Words.Count(one.Metrics[m])}")) + ".");
        }

        _speaker.Say($"Your last try, {tries[0].Number}:");
        foreach (var metric in metrics.Where(tries[0].Metrics.ContainsKey))
        {
            _speaker.Say("  ", OwnPast.Spoken(metric, NameOf(metric), [.. tries.Where(t => t.Metrics.ContainsKey(metric)).Select(t => t.Metrics[metric])]));
        }
    }

    public void SayCard()
    {
        if (!_scoring.IsPassed || _scoring.Result is not { } result || IsSecret)
        {
            _speaker.Say("A card to share is made of a predicate that passes; the one at hand does not.");
            return;
        }

        _speaker.Say(ShareCard.Lines(Id, _level.Entry.Title, _scoring.Verdict, _level.Map, result,
            _scoring.Golf is { } count ? $"{Words.Count(count)} {_level.GolfMeasure}" : null).Select(l => Line.Of(l)));
    }

    public void SayWords()
    {
        if (_scoring.Predicate is { } predicate)
        {
            _speaker.Say(predicate.InWords());
        }
        else
        {
            SayProblems();
        }
    }

    string NameOf(string metric) => metric == Tries.Golf ? _level.GolfMeasure ?? metric : ScorePanel.Name(metric);

    public void SayOptions()
    {
        for (var i = 0; i < _level.Options.Length; i++)
        {
            _speaker.Say($"  {i + 1}{(i == _option ? ", at hand" : "")}: ", _level.Options[i].Text);
        }
    }

    public void Pick(string word)
    {
        if (Numbered(word, _level.Options.Length, "option") is { } number)
        {
            _option = number - 1;
            _text = _level.Options[_option].Text;
            Rescored();
            SayText();
            SayScore();
        }
    }

    public void SayQuestions()
    {
        if (_sheet is { } sheet)
        {
            SaySheet(sheet);
            _speaker.Say("Answers for a page:");
            var number = 1;
            foreach (var answer in PredictionSheet.Answers)
            {
                _speaker.Say("  ", $"{number++}: {answer}.");
            }
        }
    }

    public void Foretell(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (_sheet is not { } sheet || Numbered(parts.FirstOrDefault() ?? "", sheet.Count, "question") is not { } item)
        {
            return;
        }

        if (parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && sheet.Answer(item - 1, number))
        {
            _speaker.Say(sheet.Spoken(item - 1, null));
        }
        else
        {
            _speaker.Say("Say the number of the question, then the number of an answer, or how many: 'say 1 2'.");
        }
    }

    void SaySheet(PredictionSheet sheet)
    {
        for (var i = 0; i < sheet.Count; i++)
        {
            _speaker.Say($"  {i + 1}. ", sheet.Spoken(i, _scoring.Result));
        }
    }

    /// <summary>Lines up to one with a single dot; null when they are more than a predicate may have.</summary>
    string? ReadLines()
    {
        _speaker.Say("Write your predicate; a line with a single dot ends it.");
        var text = new StringBuilder();
        var isTooLong = false;
        while (true)
        {
            _speaker.Prompt("| ");
            if (_input.Read() is not { } line || line == End)
            {
                break;
            }

            isTooLong |= _input.WasCut || text.Length + line.Length > 2 * PredicateLimits.SourceBytes;
            if (!isTooLong)
            {
                text.Append(line).Append('\n');
            }
        }

        if (!isTooLong)
        {
            return text.ToString().TrimEnd();
        }

        SayTooLong();
        return null;
    }

    void Replace(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > PredicateLimits.SourceBytes)
        {
            SayTooLong();
            return;
        }

        _undo.Push(_text);
        _text = text;
        Changed();
        if (MailQuotes.IsQuoted(text))
        {
            _speaker.Say("This looks like a quoted mail: 'unquote' takes the marks off.");
        }

        SayScore();
    }

    void Changed()
    {
        Rescored();
        _world.Remember(DraftKey, _text);
    }

    void SayTooLong() => _speaker.Say($"A predicate may have {Words.Count(PredicateLimits.SourceBytes)} bytes; this has more, and yours stays as it was.");
}

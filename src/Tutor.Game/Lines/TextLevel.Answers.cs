using System.Globalization;
using System.Text;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Predicates;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <content>Writing, picking, foretelling.</content>
sealed partial class TextLevel
{
    /// <summary>A line that ends a predicate of several lines.</summary>
    public const string End = ".";

    /// <summary>What asks for a further line of a predicate.</summary>
    public const string GoesOn = "| ";

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
            _sitting.Write(before);
            TakeScore();
            SayText();
        }
        else
        {
            _speaker.Say("There is nothing before this.");
        }
    }

    public void Unquote() => Replace(MailQuotes.Strip(_sitting.Text));

    public void Take(string word)
    {
        var tries = Tries.Read(_sitting.History);
        if (Numbered(word, tries.Count, "try") is { } number)
        {
            Replace(tries.First(t => t.Number == number).Attempt.Predicate);
        }
    }

    public void SayTries()
    {
        var tries = Tries.Read(_sitting.History);
        if (tries.Count == 0)
        {
            _speaker.Say("You have not handed in anything here yet.");
        }

        foreach (var one in tries)
        {
            var text = one.Attempt.Answer.Trim().Split('\n');
            _speaker.Say($"  {one.Number}, {MedalWords.State(one.Attempt.Verdict)}: ", text[0].TrimEnd());
            foreach (var line in text[1..])
            {
                _speaker.Say("    ", line.TrimEnd());
            }
        }
    }

    public void SayBest()
    {
        var tries = Tries.Read(_sitting.History).Where(t => t.Metrics.Count > 0).ToList();
        var plot = new TryPlot(tries.Select(t => new PlotPoint(PlotOwner.Try, "o", $"try {t.Number}", t.Attempt.Predicate, t.Metrics)), _sitting.Entry.CountedMetrics);
        List<string> metrics = _sitting.Entry.CountedMetrics.IsEmpty ? [plot.X, plot.Y] : [.. _sitting.Entry.CountedMetrics];
        var best = Pareto.Front(tries, metrics, t => t.Metrics).ToList();
        if (best.Count == 0)
        {
            _speaker.Say("You have handed in nothing here that was counted.");
            return;
        }

        _speaker.Say("No other try of yours beats these by every goal:");
        foreach (var one in best)
        {
            _speaker.Say($"  {one.Number}, {MedalWords.State(one.Attempt.Verdict)}: ", string.Join(", ", metrics.Select(m => $"{NameOf(m)} {Words.Count(one.Metrics[m])}")) + ".");
        }

        _speaker.Say($"Your last try, {tries[0].Number}:");
        foreach (var metric in metrics.Where(tries[0].Metrics.ContainsKey))
        {
            _speaker.Say("  ", OwnPast.Spoken(metric, NameOf(metric), [.. tries.Where(t => t.Metrics.ContainsKey(metric)).Select(t => t.Metrics[metric])]));
        }
    }

    public void SayCard()
    {
        if (_sitting.Latest is not { IsPassed: true } run || Result is not { } result || IsSecret)
        {
            _speaker.Say("A card to share is made of a predicate that passes; the one at hand does not.");
            return;
        }

        _speaker.Say(ShareCard.Lines(Id, _sitting.Entry.Title, run.Verdict, _sitting.Map, result,
            _sitting.Golf is { } count ? $"{Words.Count(count)} {_sitting.Level.GolfWord}" : null).Select(l => Line.Of(l)));
    }

    public void SayWords()
    {
        if (_sitting.Latest?.Predicate is { } predicate)
        {
            _speaker.Say(predicate.InWords());
        }
        else
        {
            SayProblems();
        }
    }

    string NameOf(string metric) => GoalWords.NameOf(metric, _sitting.Level.GolfWord);

    public void SayOptions()
    {
        var options = _sitting.Options;
        for (var i = 0; i < options.Length; i++)
        {
            _speaker.Say($"  {i + 1}{(i == _sitting.Option && _sitting.IsChosen ? ", chosen" : i == _sitting.Option ? ", at hand" : "")}: ", Sitting.TextOf(options[i]));
        }
    }

    public void Pick(string word)
    {
        if (Numbered(word, _sitting.Options.Length, "option") is { } number)
        {
            _sitting.LookAt(number - 1);
            TakeScore();
            SayText();
            if (IsSecret)
            {
                _sitting.Choose();
                _speaker.Say("Chosen. 'check' hands it in, and tells its run.");
            }
            else
            {
                SayScore();
            }
        }
    }

    public void SayNames()
    {
        foreach (var name in Completion.For("", members: false, _sitting.Prepared.Scope).Where(c => c.Group is not null))
        {
            _speaker.Say("  ", $"{name.Signature}: {name.Summary}.");
        }
    }

    public void SayQuestions()
    {
        for (var i = 0; i < _sitting.Forecast!.Items.Length; i++)
        {
            var page = _sitting.Forecast.Items[i].Page;
            var kind = page is { } asked ? $" It is {_sitting.Map.StateAt(asked).Kind}{(_sitting.Drawn.Scenario.BecauseOf(asked) is { } because ? $"; {because}" : "")}." : "";
            _speaker.Say($"  {i + 1}. ", ForecastWords.Spoken(_sitting, i) + kind);
        }

        foreach (var alike in _sitting.Forecast!.Items.Select((item, i) => (Item: item, Number: i + 1, Choices: Forecast.ChoicesOf(item)))
            .Where(i => i.Choices.Length > 0).GroupBy(i => string.Join('|', i.Choices.Select(ForecastWords.Of))))
        {
            var first = alike.First();
            _speaker.Say(first.Item.Page is not null ? "Answers for a page:" : $"Answers for {string.Join(", ", alike.Select(i => i.Number))}:");
            foreach (var (choice, number) in first.Choices.Select((c, i) => (c, i + 1)))
            {
                _speaker.Say("  ", $"{number}: {ForecastWords.Of(choice)}.");
            }
        }
    }

    public void Foretell(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (_sitting.Forecast is not { } forecast || Numbered(parts.FirstOrDefault() ?? "", forecast.Items.Length, "question") is not { } item)
        {
            return;
        }

        var asked = forecast.Items[item - 1];
        var said = string.Join(' ', parts[1..]);
        var named = Forecast.ChoicesOf(asked).Where(c => Begins(ForecastWords.Of(c), said)).ToList();
        var answer = long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ForecastWords.Answer(asked, number)
            : said.Length > 0 && named is [var only] ? only : null;
        if (answer is not null)
        {
            _sitting.Say(item - 1, answer);
            _speaker.Say(ForecastWords.Spoken(_sitting, item - 1));
        }
        else if (asked.IsNumber)
        {
            _speaker.Say($"Question {item} wants to know how many: 'say {item} 12'.");
        }
        else
        {
            _speaker.Say($"Question {item} has the answers {string.Join("; ", Forecast.ChoicesOf(asked).Select((c, i) => $"{i + 1}, {ForecastWords.Of(c)}"))}.");
        }
    }

    /// <summary>One of the words of an answer begins with what was typed.</summary>
    static bool Begins(string answer, string typed) =>
        answer.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || answer.Contains(" " + typed, StringComparison.OrdinalIgnoreCase);

    void SayForecast()
    {
        for (var i = 0; i < _sitting.Forecast!.Items.Length; i++)
        {
            _speaker.Say($"  {i + 1}. ", ForecastWords.Spoken(_sitting, i));
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
            _speaker.Prompt(GoesOn);
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

        _undo.Push(_sitting.Text);
        _sitting.Write(text);
        TakeScore();
        if (MailQuotes.IsQuoted(text))
        {
            _speaker.Say("This looks like a quoted mail: 'unquote' takes the marks off.");
        }

        SayScore();
    }

    void SayTooLong() => _speaker.Say($"A predicate may have {Words.Count(PredicateLimits.SourceBytes)} bytes; this has more, and yours stays as it was.");
}

using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>The player says what will happen, item by item.</summary>
sealed class ForecastLines(TextLevel level) : AnswerLines(level)
{
    public static ImmutableArray<TextCommand> Rows { get; } =
    [
        Row<ForecastLines>("questions", "", "What you are to foretell, and what you have said", (lines, _) => lines.SayQuestions()),
        Row<ForecastLines>("say", "N ANSWER", "Foretell: the number of a question, then of an answer or a word of it, or how many", (lines, w) => lines.Foretell(w)),
    ];

    public override string Commands => $"'questions' reads what is asked, {Example}, 'check' said twice hands in.";

    public override string Incomplete => "Say something about each of them first: 'questions' reads them.";

    public override void SayPassed(HandInResult last)
    {
        SayForecast();
        Speaker.Say($"All {Forecast.Items.Length} came true. Passed{(last.IsFirstTry ? " at the first try" : "")}.{last.KeepingWords}");
    }

    public override void SayFailed(HandInResult last)
    {
        SayForecast();
        Speaker.Say($"{last.CameTrue?.Right} of {last.CameTrue?.Of} came true.{last.KeepingWords} {Hand.AfterWrong()}");
    }

    public override List<Line> Card(int page) => PageCard.Lines(Sitting.Map, page, Level.Map.VerdictAt(page), Sitting.Latest?.Predicate, Sitting.Control, Speaker.Width,
        Sitting.Drawn.Scenario.BecauseOf(page), Level.HasNoVerdicts, isForetold: Sitting.IsSecret);

    /// <summary>How a question of each sort that the level has is answered.</summary>
    string Example
    {
        get
        {
            var choice = Forecast.Items.Select((item, i) => (item.IsNumber, Number: i + 1)).FirstOrDefault(q => !q.IsNumber).Number;
            var count = Forecast.Items.Select((item, i) => (item.IsNumber, Number: i + 1)).FirstOrDefault(q => q.IsNumber).Number;
            return string.Join(", ", new[]
            {
                choice > 0 ? $"'say {choice} 2' gives question {choice} the second answer of its list" : "",
                count > 0 ? $"'say {count} 12' says that the number of question {count} is 12" : "",
            }.Where(e => e.Length > 0));
        }
    }

    ForecastAtHand Hand => (ForecastAtHand)Sitting.AtHand;

    Forecast Forecast => Hand.Forecast;

    public void SayQuestions()
    {
        for (var i = 0; i < Forecast.Items.Length; i++)
        {
            var page = Forecast.Items[i].Page;
            var kind = page is { } asked ? $" It is {Words.Ended(Sitting.Map.StateAt(asked).Kind + Where(asked) + (Sitting.Drawn.Scenario.BecauseOf(asked) is { } because ? $"; {because}" : ""))}"
                : Forecast.Items[i].IsNumber && Forecast[i] is null ? " A number is wanted." : "";
            Speaker.Say($"  {i + 1}. ", ForecastWords.Spoken(Hand, Sitting, i) + kind);
        }

        foreach (var alike in Forecast.Items.Select((item, i) => (Item: item, Number: i + 1, Choices: Forecast.ChoicesOf(item)))
            .Where(i => i.Choices.Length > 0).GroupBy(i => string.Join('|', i.Choices.Select(ForecastWords.Of))))
        {
            var first = alike.First();
            Speaker.Say(first.Item.Page is not null ? "Answers for a page:" : $"Answers for {string.Join(", ", alike.Select(i => i.Number))}:");
            foreach (var (choice, number) in first.Choices.Select((c, i) => (c, i + 1)))
            {
                Speaker.Say("  ", $"{number}: {ForecastWords.Of(choice)}.");
            }
        }
    }

    /// <summary>The pageblock of a page, where there are several.</summary>
    string Where(int page) => Sitting.Map.PageCount > Pageblock.Pages ? $", in pageblock {page / Pageblock.Pages}" : "";

    public void Foretell(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Level.Numbered(parts.FirstOrDefault() ?? "", Forecast.Items.Length, "question") is not { } item)
        {
            return;
        }

        var asked = Forecast.Items[item - 1];
        var said = string.Join(' ', parts[1..]);
        var named = Forecast.ChoicesOf(asked).Where(c => Begins(ForecastWords.Of(c), said)).ToList();
        var answer = long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ForecastWords.Answer(asked, number)
            : said.Length > 0 && named is [var only] ? only : null;
        if (answer is not null && Hand.TooMany(item - 1, number) is { } tooMany)
        {
            Speaker.Say(tooMany);
        }
        else if (answer is not null)
        {
            Hand.Say(item - 1, answer);
            Speaker.Say(ForecastWords.Spoken(Hand, Sitting, item - 1));
        }
        else if (asked.IsNumber)
        {
            Speaker.Say($"Question {item} wants to know how many: 'say {item} 12'.");
        }
        else
        {
            Speaker.Say($"Question {item} has the answers {string.Join("; ", Forecast.ChoicesOf(asked).Select((c, i) => $"{i + 1}, {ForecastWords.Of(c)}"))}.");
        }
    }

    /// <summary>One of the words of an answer begins with what was typed.</summary>
    static bool Begins(string answer, string typed) =>
        answer.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || answer.Contains(" " + typed, StringComparison.OrdinalIgnoreCase);

    void SayForecast()
    {
        for (var i = 0; i < Forecast.Items.Length; i++)
        {
            Speaker.Say($"  {i + 1}. ", ForecastWords.Spoken(Hand, Sitting, i));
        }
    }

    public static void SayAsked(PreparedLevel prepared, Speaker speaker)
    {
        // Questions with the same answers to choose from share one list of them.
        foreach (var alike in prepared.Predictions.Select((item, i) => (Item: item, Number: i + 1)).GroupBy(q => AnswersTo(q.Item)))
        {
            speaker.Say($"{string.Join(", ", alike.Select(q => $"{Words.Count(q.Number)}) {ForecastWords.Name(q.Item)}"))}:");
            speaker.Say("   ", alike.Key);
        }
    }

    static string AnswersTo(PredictItem item) => Forecast.ChoicesOf(item) is { IsEmpty: false } choices ? string.Join(" / ", choices.Select(ForecastWords.Of)) : "how many?";
}

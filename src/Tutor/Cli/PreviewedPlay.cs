using System.Globalization;
using Tutor.Core.Linting;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>What a player meets in a level, for its author: kinds by their letters, questions with their answers, options, hints, lesson.</summary>
static class PreviewedPlay
{
    public static void Write(LintedLevel played, TextWriter output)
    {
        foreach (var kind in new MapLegend(played.Prepared.Shown.Map).Kinds())
        {
            TextWrap.Write(output, $"  {kind.Look.Glyph}  ", $"{kind.Means} ({Words.Pages((int)Math.Min(kind.Pages ?? 0, int.MaxValue))})");
        }

        output.WriteLine();
        WriteForecast(played, output);
        WriteOptions(played, output);
        WriteHints(played, output);
        WriteText("After a pass", played.Level.Afterwards, output);
        WriteText("Lesson", played.Level.Lesson is { } lesson ? played.Files.ReadText(lesson.Text).Text?.Text : null, output);
    }

    static void WriteForecast(LintedLevel played, TextWriter output)
    {
        var run = LevelRun.Run(played.Prepared, SourceText.From("predicate", played.Level.StartingText));
        if (played.Prepared.Predictions.IsEmpty || run.Shown is not { } shown)
        {
            return;
        }

        var forecast = new Forecast(played.Prepared.Predictions);
        output.WriteLine("Questions, and what is true:");
        for (var i = 0; i < forecast.Items.Length; i++)
        {
            TextWrap.Write(output, string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. "),
                $"{ForecastWords.Name(forecast.Items[i])}: {ForecastWords.Of(forecast.Truth(i, shown.Result))}");
        }

        output.WriteLine();
    }

    static void WriteOptions(LintedLevel played, TextWriter output)
    {
        foreach (var (option, run) in played.Level.Options.Zip(played.Options))
        {
            TextWrap.Write(output, $"  {option.Id}, {(run.Result.IsPassed ? "right" : "wrong")}: ", Sitting.TextOf(option));
            TextWrap.Write(output, "    ", option.Feedback.TrimEnd());
        }

        if (!played.Options.IsEmpty)
        {
            output.WriteLine();
        }
    }

    static void WriteHints(LintedLevel played, TextWriter output)
    {
        foreach (var (hint, number) in played.Level.Hints.Select((h, i) => (h, i + 1)))
        {
            TextWrap.Write(output, string.Create(CultureInfo.InvariantCulture, $"  Hint {number}, {hint.Kind}: "), hint.Text.TrimEnd());
        }

        if (!played.Level.Hints.IsEmpty)
        {
            output.WriteLine();
        }
    }

    static void WriteText(string title, string? markdown, TextWriter output)
    {
        if (markdown is null)
        {
            return;
        }

        output.WriteLine($"{title}:");
        foreach (var line in MarkdownText.Lines(markdown, TextWrap.Width))
        {
            output.WriteLine(line.Text.TrimEnd());
        }

        output.WriteLine();
    }
}

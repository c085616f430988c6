using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Lines;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>A level for a room before it is played: what is asked and where, and nothing that tells the answer.</summary>
static class ProjectorView
{
    const int MapRows = 8;

    public static void Write(PreparedLevel prepared, CliHost host)
    {
        var (level, speaker) = (prepared.Level, new Speaker(host.Out));
        speaker.Say(level.Title);
        speaker.Blank();
        speaker.Markdown(prepared.DumpText is { } dump ? $"{level.Brief.TrimEnd()}\n\n```\n{dump}\n```\n" : level.WholeBrief);
        speaker.Blank();
        // Where pages are to be marked, even what they belong to may be what is asked; a painting is still to be made.
        if (prepared.Dump is null && level.Kind.Row().HandsIn is not (AnswerForm.Marks or AnswerForm.Painting))
        {
            DrawMap(prepared, host, namesKinds: false);
        }

        Asked(prepared, speaker);
        speaker.Flush();
    }

    static void Asked(PreparedLevel prepared, Speaker speaker)
    {
        var level = prepared.Level;
        switch (level.Kind.Row().HandsIn)
        {
            case AnswerForm.Option:
                LargeLetters.Say(speaker, LargeLetters.OptionsOf(level), isLarge: true);
                break;
            case AnswerForm.Forecast:
                // Answers that many questions share are said once.
                foreach (var alike in prepared.Predictions.Select((item, i) => (Item: item, Number: i + 1)).GroupBy(q => AnswersTo(q.Item)))
                {
                    speaker.Say($"{string.Join(", ", alike.Select(q => $"{Words.Count(q.Number)}) {ForecastWords.Name(q.Item)}"))}:");
                    speaker.Say("   ", alike.Key);
                }

                break;
            case AnswerForm.Predicate:
                speaker.Say("Begin with: ", level.StartingText.Trim());
                speaker.Say("Words: ", level.Vocabulary.IsDefault ? "all" : string.Join(", ", level.Vocabulary));
                break;
            case AnswerForm.Marks:
                speaker.Say("Say of each page: take it, or skip it?");
                break;
            case AnswerForm.Painting:
                speaker.Say("Paint it. Page kinds: ", string.Join(", ", level.Attack!.Kinds));
                break;
            case AnswerForm.Watched:
                speaker.Say("The scan runs with: ", level.StartingText.Trim());
                break;
        }
    }

    static string AnswersTo(PredictItem item) => Forecast.ChoicesOf(item) is { IsEmpty: false } choices ? string.Join(" / ", choices.Select(ForecastWords.Of)) : "how many?";

    /// <summary>The map that is drawn, and what its letters mean.</summary>
    /// <param name="namesKinds">Which page kinds each letter stands for: that tells who holds pages.</param>
    public static void DrawMap(PreparedLevel prepared, CliHost host, bool namesKinds)
    {
        var grid = new Grid(TextWrap.Width, MapRows + 2);
        new MapPane(prepared.Shown.Map) { Mode = MapMode.Kinds }.Draw(grid, grid.Whole, isActive: false);
        foreach (var line in grid.ToString().Split('\n').Where(l => l.Trim().Length > 0))
        {
            host.Out.WriteLine(line.TrimEnd());
        }

        var letters = new MapLegend(prepared.Shown.Map).Kinds().Select(e => $"{e.Look.Glyph} {e.Look.Name}{(namesKinds ? $" ({e.Means})" : "")}");
        TextWrap.Write(host.Out, "", string.Join("; ", letters));
        host.Out.WriteLine();
    }
}

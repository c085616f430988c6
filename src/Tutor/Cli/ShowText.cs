using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Game.Text;

namespace Tutor.Cli;

/// <summary>A level for a person: what is asked, with which words, on which maps, for which goals.</summary>
static class ShowText
{
    public static void Write(TextWriter output, ShowReport report)
    {
        TextWrap.Write(output, "level       ", string.Create(CultureInfo.InvariantCulture,
            $"{report.Level}, revision {report.Revision}: {report.Title} ({report.Kind}, {report.Minutes} min)"));
        WriteList(output, "teaches     ", report.Teaches);
        WriteList(output, "needs       ", report.Needs);
        TextWrap.Write(output, "vocabulary  ", report.Vocabulary is null ? "everything" : string.Join(", ", report.Vocabulary));
        output.WriteLine();
        TextWrap.Write(output, "", report.Brief);
        if (report.Options.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("options");
            foreach (var option in report.Options)
            {
                TextWrap.Write(output, $"  {option.Id}  ", option.Skip);
            }
        }
        else if (!string.IsNullOrWhiteSpace(report.Starter))
        {
            output.WriteLine();
            TextWrap.Write(output, "starter     ", report.Starter);
        }

        output.WriteLine();
        if (report.Attack is { } attack)
        {
            TextWrap.Write(output, "against     ", attack.Predicate is { } predicate ? $"{attack.Against}: {predicate}" : "what you wrote last");
            TextWrap.Write(output, "kinds       ", string.Join(", ", attack.Kinds));
            TextWrap.Write(output, "frames      ", attack.Pages.ToString("N0", CultureInfo.InvariantCulture));
        }
        else
        {
            WriteMaps(output, report.Maps);
        }

        if (report.Goals.Count > 0)
        {
            output.WriteLine();
            WriteGoals(output, report.Goals);
        }
    }

    static void WriteList(TextWriter output, string label, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            TextWrap.Write(output, label, string.Join(", ", words));
        }
    }

    static void WriteMaps(TextWriter output, IReadOnlyList<ShownMap> maps)
    {
        var table = new TextTable("map", "role", ">pages", ">seeds");
        foreach (var map in maps)
        {
            table.Add(map.Id, map.Role, map.Pages.ToString("N0", CultureInfo.InvariantCulture),
                map.Seeds.ToString(CultureInfo.InvariantCulture));
        }

        table.Write(output);
    }

    static void WriteGoals(TextWriter output, IReadOnlyList<ShownGoal> goals)
    {
        var table = new TextTable("goal", "metric", "bound", "on");
        foreach (var goal in goals)
        {
            table.Add(goal.Goal, goal.Metric, goal.Bound, goal.Map ?? "every map");
        }

        table.Write(output);
    }
}

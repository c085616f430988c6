using System.Globalization;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Classroom;
using Tutor.Game.Text;

namespace Tutor.Cli.Classroom;

/// <summary>A class for a terminal of 80 columns.</summary>
static class ClassText
{
    /// <summary>Columns of the longest bar.</summary>
    const int BarWidth = 40;

    /// <summary>Columns of a name beside one letter a level.</summary>
    const int LabelWidth = 24;

    /// <param name="isProjected">For a room: no names.</param>
    public static void Write(TextWriter output, ClassReport report, bool isProjected, TimeZoneInfo zone)
    {
        output.WriteLine($"{report.Pack}: {ClassWords.Counted(report)}");
        foreach (var told in isProjected ? ClassWords.ToldWithoutNames(report) : ClassWords.Told(report))
        {
            TextWrap.Write(output, "* ", told);
        }

        output.WriteLine();
        Levels(output, report);
        foreach (var level in report.Levels)
        {
            Level(output, level);
        }

        if (!isProjected)
        {
            Learners(output, report);
            Stuck(output, report, zone);
        }
    }

    static void Levels(TextWriter output, ClassReport report)
    {
        var table = new TextTable(">", "level", ">opened", ">tried", ">passed", ">first try", ">stuck", ">minutes");
        foreach (var (level, i) in report.Levels.Select((l, i) => (l, i + 1)))
        {
            table.Add(Words.Count(i), level.Id, Words.Count(level.Opened), Words.Count(level.Tried), Words.Count(level.Passed), Words.Count(level.FirstTry),
                Words.Count(level.Stuck), ClassWords.Minutes(level.MedianTime));
        }

        table.Write(output);
    }

    static void Level(TextWriter output, LevelInClass level)
    {
        string[] sentences = [ClassWords.NotCompiled(level), ClassWords.Hints(level)];
        if (level.Questions.All(q => q.Answers.All(a => a.Learners == 0)) && level.Beliefs.IsEmpty && sentences.All(s => s.Length == 0))
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{level.Title} ({level.Id})");
        foreach (var question in level.Questions)
        {
            Bars(output, question);
        }

        foreach (var belief in level.Beliefs)
        {
            TextWrap.Write(output, $"  {belief.Id}: ", $"{ClassWords.Of(belief.Learners, "learner")}, {ClassWords.Of(belief.Answers, "answer")}. {belief.Say.ReplaceLineEndings(" ").Trim()}");
        }

        foreach (var sentence in sentences.Where(s => s.Length > 0))
        {
            TextWrap.Write(output, "  ", sentence);
        }
    }

    /// <summary>One bar for each answer; the longest fills the room. The right answer is marked.</summary>
    public static void Bars(TextWriter output, FirstAnswers question)
    {
        var total = question.Answers.Sum(a => a.Learners);
        var widest = question.Answers.Select(a => TextColumns.Of(a.Id)).DefaultIfEmpty().Max();
        output.WriteLine($"  first answers: {question.Asks}");
        foreach (var answer in question.Answers)
        {
            var bar = new string('#', total == 0 ? 0 : (answer.Learners * BarWidth / total) + (answer.Learners > 0 && answer.Learners * BarWidth < total ? 1 : 0));
            var number = answer.Learners.ToString(CultureInfo.InvariantCulture).PadLeft(4);
            output.WriteLine($"  {number}  {TextColumns.Pad(answer.Id, Math.Min(widest, 30))}  {bar}{(answer.IsRight ? " (right)" : "")}".TrimEnd());
        }
    }

    static void Learners(TextWriter output, ClassReport report)
    {
        output.WriteLine();
        output.WriteLine("learner x level: + at the first try, 1-9 with that try (9: or later), x tried,");
        output.WriteLine("! nothing compiled, s answer shown, o opened; levels by their numbers above");
        var numbers = Enumerable.Range(1, report.Levels.Length).ToList();
        if (numbers.Count > 9)
        {
            output.WriteLine(new string(' ', LabelWidth + 1) + string.Concat(numbers.Select(n => n >= 10 ? (char)('0' + (n / 10)) : ' ')).TrimEnd());
        }

        output.WriteLine(new string(' ', LabelWidth + 1) + string.Concat(numbers.Select(n => (char)('0' + (n % 10)))));
        foreach (var learner in report.Learners)
        {
            output.WriteLine($"{TextColumns.Pad(learner.Label, LabelWidth)} {string.Concat(report.Levels.Select(l => Letter(learner.At(l.Id))))}  {Words.Count(learner.Passed)} passed");
        }
    }

    static char Letter(LearnerAtLevel? at) => at is null ? '.' : at.State switch
    {
        LearnerState.Opened => 'o',
        LearnerState.NeverCompiled => '!',
        LearnerState.Seen => 's',
        LearnerState.Tried => 'x',
        LearnerState.Passed => at.IsFirstTry ? '+' : (char)('0' + Math.Clamp(at.TriesToPass, 1, 9)),
    };

    static void Stuck(TextWriter output, ClassReport report, TimeZoneInfo zone)
    {
        var table = new TextTable("stuck", "level", "since", ">tries", ">texts", ">hints");
        foreach (var (learner, at) in report.Learners.SelectMany(l => l.Levels.Where(a => a.StuckSince is not null).Select(a => (l, a))).OrderBy(s => s.a.StuckSince))
        {
            table.Add(TextColumns.Fit(learner.Label, LabelWidth), at.Level, ClassWords.Clock(at.StuckSince!.Value, zone), Words.Count(at.Tries), Words.Count(at.NotCompiled), Words.Count(at.Hints));
        }

        if (table.Count > 0)
        {
            output.WriteLine();
            table.Write(output);
        }
    }
}

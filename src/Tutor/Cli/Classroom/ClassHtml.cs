using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Tutor.Core.Levels;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Classroom;

namespace Tutor.Cli.Classroom;

/// <summary>
/// A class as one page that fetches nothing, prints, and is read as tables where colours and pictures are not seen. All
/// that comes from learners and packs is encoded.
/// </summary>
static class ClassHtml
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    const string Style =
        """
        :root { color-scheme: light; }
        body { font: 16px/1.45 system-ui, sans-serif; color: #111; background: #fff; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
        body.projector { font-size: 28px; max-width: none; margin: 1rem 2rem; }
        h1 { font-size: 1.6em; margin: 0 0 .3em; }
        h2 { font-size: 1.25em; margin: 1.6em 0 .3em; border-top: 2px solid #111; padding-top: .5em; }
        h2 small { font-weight: normal; font-size: .75em; }
        table { border-collapse: collapse; margin: .6em 0; }
        caption { text-align: left; font-weight: bold; padding: .2em 0; }
        th, td { text-align: left; vertical-align: top; padding: .15em .6em; border-bottom: 1px solid #bbb; }
        th { background: #eee; }
        tbody th { background: none; font-weight: normal; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .bar { width: 22em; } .bar svg { width: 100%; height: 1.1em; display: block; border-left: 2px solid #111; }
        .projector .bar { width: 8em; }
        .wide { overflow-x: auto; } .matrix th, .matrix td { padding: .1em .35em; white-space: nowrap; }
        .matrix thead th { vertical-align: bottom; } .matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); font-size: .85em; }
        .passed { background: #d8efd8; } .tried, .never_compiled { background: #fbdfc4; } .answer_shown { background: #e4e4f4; }
        code { font: .9em ui-monospace, monospace; white-space: pre-wrap; }
        @media print { body, body.projector { font-size: 11px; margin: 0; max-width: none; } section { break-inside: avoid; } h2 { break-after: avoid; } * { print-color-adjust: exact; } }
        """;

    /// <param name="isProjected">For a room: large letters, and no names.</param>
    public static void Write(TextWriter output, ClassReport report, bool isProjected, TimeZoneInfo zone)
    {
        output.WriteLine("<!doctype html>");
        output.WriteLine("<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        output.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        output.WriteLine($"<title>{Text(report.Pack)}: a class</title>");
        output.WriteLine($"<style>\n{Style}\n</style></head>");
        output.WriteLine(isProjected ? "<body class=\"projector\">" : "<body>");
        output.WriteLine($"<h1>{Text(report.Pack)}</h1>");
        output.WriteLine($"<p>{Text(ClassWords.Counted(report))}</p>");
        List(output, isProjected ? ClassWords.ToldWithoutNames(report) : ClassWords.Told(report));
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

        output.WriteLine("</body></html>");
    }

    /// <summary>Encodes a text of a stranger for HTML.</summary>
    static string Text(string text) => Encoder.Encode(text);

    static void List(TextWriter output, IEnumerable<string> sentences)
    {
        var items = sentences.ToList();
        if (items.Count > 0)
        {
            output.WriteLine($"<ul>{string.Concat(items.Select(s => $"<li><bdi>{Text(s)}</bdi></li>"))}</ul>");
        }
    }

    static void Levels(TextWriter output, ClassReport report)
    {
        var most = report.Levels.Select(l => l.Opened).DefaultIfEmpty().Max();
        output.WriteLine("<table><caption>Levels: how many learners</caption><thead><tr><th scope=\"col\">level<th scope=\"col\" class=\"n\">opened<th scope=\"col\" class=\"n\">tried"
            + "<th scope=\"col\" class=\"n\">passed<th scope=\"col\" class=\"bar\">passed of all<th scope=\"col\" class=\"n\">first try<th scope=\"col\" class=\"n\">stuck<th scope=\"col\" class=\"n\">minutes</tr></thead><tbody>");
        foreach (var level in report.Levels)
        {
            output.WriteLine($"<tr><th scope=\"row\">{Text(level.Title)}{Numbers([level.Opened, level.Tried, level.Passed])}<td class=\"bar\">{Bar(level.Passed, most, isRight: true)}"
                + $"{Numbers([level.FirstTry, level.Stuck])}<td class=\"n\">{ClassWords.Minutes(level.MedianTime)}</tr>");
        }

        output.WriteLine("</tbody></table>");
    }

    static void Level(TextWriter output, LevelInClass level)
    {
        string[] sentences = [ClassWords.NotCompiled(level), ClassWords.Hints(level)];
        var questions = level.Questions.Where(q => q.Answers.Any(a => a.Learners > 0)).ToList();
        if (questions.Count == 0 && level.Beliefs.IsEmpty && sentences.All(s => s.Length == 0))
        {
            return;
        }

        output.WriteLine($"<section><h2>{Text(level.Title)} <small>{Text(level.Id)}, {level.Kind.Word()}</small></h2>");
        foreach (var question in questions)
        {
            Question(output, question);
        }

        if (!level.Beliefs.IsEmpty)
        {
            output.WriteLine("<table><caption>What wrong answers show</caption><thead><tr><th scope=\"col\">belief<th scope=\"col\" class=\"n\">learners<th scope=\"col\" class=\"n\">answers<th scope=\"col\">what the game says</tr></thead><tbody>");
            foreach (var belief in level.Beliefs)
            {
                output.WriteLine($"<tr><th scope=\"row\">{Text(belief.Id)}{Numbers([belief.Learners, belief.Answers])}<td>{Text(belief.Say.Trim())}</tr>");
            }

            output.WriteLine("</tbody></table>");
        }

        foreach (var sentence in sentences.Where(s => s.Length > 0))
        {
            output.WriteLine($"<p>{Text(sentence)}</p>");
        }

        output.WriteLine("</section>");
    }

    static void Question(TextWriter output, FirstAnswers question)
    {
        var total = question.Answers.Sum(a => a.Learners);
        output.WriteLine($"<table><caption>First answers: {Text(question.Asks)}</caption><thead><tr><th scope=\"col\">answer<th scope=\"col\" class=\"n\">learners<th scope=\"col\" class=\"bar\">share<th scope=\"col\"></tr></thead><tbody>");
        foreach (var answer in question.Answers)
        {
            var text = answer.Text.Length > 0 ? $"<br><code>{Text(answer.Text)}</code>" : "";
            output.WriteLine($"<tr><th scope=\"row\">{Text(answer.Id)}{text}{Numbers([answer.Learners])}<td class=\"bar\">{Bar(answer.Learners, total, answer.IsRight)}<td>{(answer.IsRight ? "\u2713 right" : "")}</tr>");
        }

        output.WriteLine("</tbody></table>");
    }

    static void Learners(TextWriter output, ClassReport report)
    {
        output.WriteLine($"<section><h2>Learners</h2><p>{Text(ClassWords.CellLegend)}</p><div class=\"wide\"><table class=\"matrix\"><caption>Learner and level</caption><thead><tr><th scope=\"col\">learner<th scope=\"col\" class=\"n\">passed"
            + string.Concat(report.Levels.Select(l => $"<th scope=\"col\"><span>{Text(l.Id)}</span>")) + "</tr></thead><tbody>");
        foreach (var learner in report.Learners)
        {
            output.WriteLine($"<tr><th scope=\"row\"><bdi>{Text(learner.Label)}</bdi>{Numbers([learner.Passed])}"
                + string.Concat(report.Levels.Select(l => learner.At(l.Id)).Select(at => $"<td class=\"{(at is null ? "" : ClassWords.Id(at.State))}\">{Text(ClassWords.Cell(at))}")) + "</tr>");
        }

        output.WriteLine("</tbody></table></div></section>");
    }

    static void Stuck(TextWriter output, ClassReport report, TimeZoneInfo zone)
    {
        var stuck = report.Learners.SelectMany(l => l.Levels.Where(a => a.StuckSince is not null).Select(a => (Learner: l, At: a))).OrderBy(s => s.At.StuckSince).ToList();
        if (stuck.Count == 0)
        {
            return;
        }

        output.WriteLine("<section><table><caption>Who is stuck where</caption><thead><tr><th scope=\"col\">learner<th scope=\"col\">level<th scope=\"col\">since<th scope=\"col\" class=\"n\">tries<th scope=\"col\" class=\"n\">texts that did not compile<th scope=\"col\" class=\"n\">hints</tr></thead><tbody>");
        foreach (var (learner, at) in stuck)
        {
            output.WriteLine($"<tr><th scope=\"row\"><bdi>{Text(learner.Label)}</bdi><td>{Text(at.Level)}<td>{ClassWords.Clock(at.StuckSince!.Value, zone)}{Numbers([at.Tries, at.NotCompiled, at.Hints])}</tr>");
        }

        output.WriteLine("</tbody></table></section>");
    }

    static string Numbers(IEnumerable<int> numbers) => string.Concat(numbers.Select(n => $"<td class=\"n\">{Words.Count(n)}"));

    /// <summary>A bar for a share. Its number stands beside it, for readers who do not see the bar.</summary>
    static string Bar(int part, int whole, bool isRight)
    {
        var width = whole == 0 ? 0 : 100.0 * part / whole;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{part} of {whole}\"><rect width=\"{width:0.#}\" height=\"10\" fill=\"{(isRight ? "#1b6e3c" : "#b5541c")}\"/></svg>");
    }
}

using System.CommandLine;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Game.Playing.Classroom;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor plan --minutes N</c>: a run sheet for a class, as Markdown.</summary>
static class PlanCommand
{
    const int Fewest = 20;
    const int Most = 480;

    static readonly Option<int> Minutes = new("--minutes") { Description = "That there are, the welcome and the end included", HelpName = "N", DefaultValueFactory = _ => 90 };

    static readonly Option<string[]> Wanted = new("--level")
    {
        Description = "A level that is to be played; again for another. With what they need, and no others",
        HelpName = "LEVEL",
    };

    static PlanCommand() => Minutes.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= Fewest and <= Most))
        {
            result.AddError($"--minutes is a number from {Fewest} to {Most}");
        }
    });

    public static Command Build(CliHost host)
    {
        var command = new Command("plan") { Minutes, Wanted };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (LibraryChoice.Of(parsed, host) is not { } library)
        {
            return ExitCode.BadInput;
        }

        var wanted = new List<string>();
        foreach (var name in parsed.GetValue(Wanted) ?? [])
        {
            var choice = LevelArgument.Resolve(name, library.Folder);
            if (choice.Level is null)
            {
                return host.UsageError(choice.Message!, choice.Help);
            }

            wanted.Add(choice.Level.Id);
        }

        var sheet = RunSheet.Plan(library.Catalog, parsed.GetValue(Minutes), wanted);
        if (sheet.Rows.All(r => r.Level is null))
        {
            host.Error.WriteLine("tutor: no level of this pack fits into so little time");
            return ExitCode.NotPassed;
        }

        Write(host.Out, library.Catalog.Pack?.Title ?? "Levels", sheet);
        if (sheet.TooMany > 0)
        {
            host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tutor: that is {sheet.TooMany} minutes more than there are"));
        }

        return sheet.TooMany > 0 ? ExitCode.NotPassed : ExitCode.Passed;
    }

    static void Write(TextWriter output, string title, RunSheet sheet)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {title}: {sheet.Minutes} minutes"));
        output.WriteLine();
        output.WriteLine("| from | minutes | what |\n|---:|---:|---|");
        foreach (var row in sheet.Rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.From / 60}:{row.From % 60:00} | {row.Minutes} | {What(row)} |"));
        }

        output.WriteLine();
        output.WriteLine("Without a row that has a * the rest is still understood: leave one out when time runs short.");
        foreach (var level in sheet.Rows.Select(r => r.Level).OfType<Level>())
        {
            Notes(output, level);
        }
    }

    static string What(RunSheetRow row) => row.Part switch
    {
        RunSheetPart.Welcome => "what compaction is for; everybody starts the game",
        RunSheetPart.Level => $"`{row.Level!.Id}`{(row.CanBeLeftOut ? "\\*" : "")} {row.Level.Title.Replace("|", "\\|", StringComparison.Ordinal)} ({row.Level.Kind.Word()})",
        RunSheetPart.Break => "break",
        RunSheetPart.Close => "hand in with `tutor export --name NAMES FILE`; what was not covered, and where to go on",
    };

    static void Notes(TextWriter output, Level level)
    {
        output.WriteLine();
        output.WriteLine($"## {level.Title}");
        output.WriteLine();
        output.WriteLine(level.Kind == LevelKind.Pick ? $"`tutor vote {level.Id}` on the projector, before anybody opens it." : $"`tutor preview --projector {level.Id}` shows what is asked.");
        if (level.Facilitator?.Ask is { } ask)
        {
            output.WriteLine();
            output.WriteLine($"Ask: {ask.Trim()}");
        }

        var wrong = WrongAnswers(level).ToList();
        if (wrong.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Wrong answers to expect:\n");
            wrong.ForEach(output.WriteLine);
        }
    }

    /// <summary>The beliefs that the author's notes expect; without notes, those of the level's wrong solutions.</summary>
    static IEnumerable<string> WrongAnswers(Level level) => level.Facilitator is { Wrong.IsEmpty: false } notes
        ? notes.Wrong.Select(w => $"* {(w.Option is { } option ? $"option `{option}`" : Code(w.Skip!.Text))}: {OneLine(w.Why)}")
        : level.Solutions.Where(s => s.Misconception is not null)
            .Select(s => $"* {Code(s.Skip.Text)}: {OneLine(level.Misconceptions.FirstOrDefault(m => m.Id == s.Misconception)?.Say ?? s.Misconception!)}");

    static string Code(string text) => $"`` {OneLine(text)} ``";

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

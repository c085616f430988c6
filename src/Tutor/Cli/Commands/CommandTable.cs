using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Game.Playing.Progress;

namespace Tutor.Cli.Commands;

/// <summary>A command: its name, the sentence that help and the README say of it, and how it is made.</summary>
sealed record CommandRow(string Name, string About, Func<CliHost, Command> Build);

/// <summary>Every command but the game itself, in the order in which help lists them.</summary>
static class CommandTable
{
    public static ImmutableArray<CommandRow> Rows { get; } =
    [
        new("list", "List the levels, and how far you are", ListCommand.Build),
        new("run", "Run a predicate on every map of a level, and say the score", RunCommand.Build),
        new("show", "Show a level: what is asked, with which words, on which maps", ShowCommand.Build),
        new("explain", "Say what a diagnostic, a function or a term means", ExplainCommand.Build),
        new("compact", "Run both scanners over a recorded map, as Linux 6.1 does", CompactCommand.Build),
        new("page", "Read page dumps out of a kernel log, and account for every reference", PageCommand.Build),
        new("compare", "Hold predicates against each other on levels, recordings and recipes", CompareCommand.Build),
        new("lint", "Play levels as their author would want it, and say what is wrong", LintCommand.Build),
        new("new", "Make a level or a pack to begin with", NewCommand.Build),
        new("preview", "Show a level or a pack as it plays, again whenever a file is saved", PreviewCommand.Build),
        new("pack", "Make one file of a pack, check one, or install one", PackCommand.Build),
        new("schema", "Print the JSON schema of level files, for editors", SchemaCommand.Build),
        new("export", "Write every attempt as JSON, to keep or to hand in", ExportCommand.Build),
        new("sheet", "Write your cheat sheet as Markdown: what each passed level taught, with your best predicate", host => SheetCommand.Build("sheet", pack => CheatSheet.Markdown(pack.Title, pack.Standings(), pack.Progress.History), host)),
        new("reply", "Write your reply to the thread as Markdown: what you chose, measured and gave up", host => SheetCommand.Build("reply", PlayerReply.Markdown, host)),
        new("import", "Merge what export wrote elsewhere: every answer is run again", ImportCommand.Build),
        new("report", "Say what a class did, from what its learners exported", ReportCommand.Build),
        new("vote", "Let a room vote on a level's options, twice, and see then which one is right", VoteCommand.Build),
        new("plan", "Write a run sheet for a class of so many minutes", PlanCommand.Build),
        new("reset", "Begin a level, a chapter or everything again; earlier attempts stay in the history", ResetCommand.Build),
        new("doctor", "Say whether the game works here, and what to do where it does not", DoctorCommand.Build),
        new("completion", "Print a script that completes commands and level ids, for a shell", CompletionCommand.Build),
        new("help", "Say what the program or one of its commands takes", HelpCommand.Build),
    ];
}

using System.CommandLine;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Lines;
using Tutor.Game.Playing;
using Tutor.Storage;
using Tutor.Terminal;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor [PATH]</c>: the game itself.</summary>
static class PlayCommand
{
    static readonly Argument<string?> Place = NewPlace();

    static readonly Option<bool> Text = new("--text")
    {
        Description = "The same game as plain lines, for screen readers and simple terminals",
    };

    public static RootCommand Build(CliHost host)
    {
        var root = new RootCommand("Learn in the terminal how Linux memory compaction meets pinned pages.");
        root.Arguments.Add(Place);
        root.Options.Add(Text);
        root.SetAction(parsed => Run(parsed, host));
        return root;
    }

    static Argument<string?> NewPlace()
    {
        var place = new Argument<string?>("PATH")
        {
            Description = "A level or a pack to open; without it the game goes on where you left",
            Arity = ArgumentArity.ZeroOrOne,
        };
        // An option that nobody knows would be taken for the argument.
        place.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] unknown }, ..])
            {
                result.AddError($"there is no option '{unknown}'");
            }
        });
        return place;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (Choose(parsed, host) is not { Pack: { } pack } choice)
        {
            return ExitCode.BadInput;
        }

        if (choice.ExitCode != ExitCode.Passed)
        {
            return choice.ExitCode;
        }

        var isText = parsed.GetValue(Text) || (host.IsInputTerminal && (!host.IsOutputTerminal || host.Environment("TERM") is "dumb"));
        if (!isText && TerminalHost.Hindrance() is var (problem, help))
        {
            return host.UsageError(problem, help);
        }

        var folder = ProgressChoice.Folder(parsed, host);
        var progress = ProgressChoice.Open(parsed, host);
        var clipboard = new TerminalClipboard(((IPlayerProgress)progress).Save);
        var played = new PlayedPack(LibraryChoice.Open(pack, host), progress,
            isText ? new PatientHost(host.Time, ThreadHost.AnyOrder()) : new ThreadHost(host.Time, clipboard));
        try
        {
            if (isText)
            {
                PlayAsText(played, choice.Level, pack, host);
                return ExitCode.Passed;
            }

            var crashLog = folder is null ? null : Path.Combine(folder, "crash.log");
            return TerminalHost.Play(played, choice.Level, clipboard, host.Environment, crashLog);
        }
        finally
        {
            played.Leave();
            progress.Dispose();
            ProgressChoice.TellLosses(progress, host);
        }
    }

    /// <summary>Lines that a screen of 24 rows shows under the prompt, and that a screen reader's listener can stop at.</summary>
    const int PageLines = 20;

    static void PlayAsText(PlayedPack played, string? level, PackFolder pack, CliHost host)
    {
        using var reader = new StreamReader(host.In);
        var input = new LineInput(reader, host.IsInputTerminal ? null : host.Out);
        var speaker = new Speaker(host.Out, host.IsInputTerminal ? PageLines : null);
        new TextGame(played, input, speaker, topic => ExplainCommand.Say(topic, pack), Load).Run(level);
        speaker.Flush();

        OpenedLevel Load(CatalogEntry entry)
        {
            using var progress = new ProgressLine(host, entry.Level?.Pages ?? 0);
            return played.Open(entry, progress);
        }
    }

    /// <summary>The pack, and the level in it that PATH names. If there is none, the reason has been printed.</summary>
    static (PackFolder? Pack, string? Level, int ExitCode)? Choose(ParseResult parsed, CliHost host)
    {
        var place = parsed.GetValue(Place);
        if (place is not null && PackChoice.IsPack(place))
        {
            return PackChoice.Open(place, host) is { } pack ? (pack, null, ExitCode.Passed) : null;
        }

        if (PackChoice.Of(parsed, host) is not { } chosen)
        {
            return null;
        }

        if (place is null)
        {
            return (chosen, null, ExitCode.Passed);
        }

        if (LevelArgument.DayOf(place, host) is { } date)
        {
            return (chosen, DailyLevel.IdOf(date), ExitCode.Passed);
        }

        var choice = LevelArgument.Resolve(place, chosen, CommandTable.Rows.Select(r => r.Name));
        if (choice is not { Level: { } level, Pack: { } its })
        {
            return (chosen, null, host.UsageError(choice.Message!, choice.Help));
        }

        if (its.Read(level).Problem is { } unreadable)
        {
            host.Print([unreadable]);
            return null;
        }

        return (its, IdIn(its, level), ExitCode.Passed);
    }

    /// <summary>The id inside the file, which may differ from the file's name.</summary>
    static string IdIn(PackFolder pack, LevelFile level)
    {
        var text = pack.ReadText(Path.GetRelativePath(pack.Levels, level.Path)).Text;
        return text is null ? level.Id : LevelReader.Read(text, PageKinds.Empty, new DiagnosticBag())?.Id ?? level.Id;
    }
}

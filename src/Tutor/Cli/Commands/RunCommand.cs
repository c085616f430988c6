using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Tutor.Cli.Json;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Tutor.Game.Text;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor run LEVEL</c>: one predicate on every map of a level, without screens.</summary>
static class RunCommand
{
    /// <summary>Maps up to this many pages have a verdict a page in <c>--pages</c>.</summary>
    const int MostPagesShown = 1 << 20;

    public static Command Build(CliHost host)
    {
        var name = SharedOptions.Level();
        var choice = new PredicateChoice();
        var map = new Option<string?>("--map") { Description = "On this map alone; nothing is judged then", HelpName = "ID" };
        var seed = new Option<string?>("--seed") { Description = "With this seed alone; nothing is judged then", HelpName = "N" };
        var pages = new Option<bool>("--pages")
        {
            Description = $"Add a verdict for each page (up to 1 Mi pages): {PageVerdicts.Legend}",
        };
        var card = new Option<bool>("--card") { Description = "A card to share instead: the map and the score, without the predicate" };
        seed.Validators.Add(result =>
        {
            if (!ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError("--seed is a number, 0 and up");
            }
        });
        var command = new Command("run") { name };
        choice.AddTo(command);
        command.Options.Add(map);
        command.Options.Add(seed);
        command.Options.Add(SharedOptions.Names);
        command.Options.Add(pages);
        command.Options.Add(card);
        command.Options.Add(SharedOptions.Json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(card) && result.GetValue(SharedOptions.Json))
            {
                result.AddError("--card is text: leave --json away");
            }
        });
        command.SetAction(parsed => Run(parsed, host, choice, new RunWishes(
            parsed.GetValue(name)!, parsed.GetValue(map),
            parsed.GetValue(seed) is { } n ? ulong.Parse(n, CultureInfo.InvariantCulture) : null,
            parsed.GetValue(pages), parsed.GetValue(SharedOptions.Json), parsed.GetValue(card))));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host, PredicateChoice choice, RunWishes wishes)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(wishes.Level, parsed, host);
        if (loaded is null)
        {
            return exitCode;
        }

        if (loaded.Level is not { } level)
        {
            return Refuse(host, wishes, null, null, loaded.Problems);
        }

        if (wishes.Map is { } map && level.Maps.All(m => m.Id != map))
        {
            return host.UsageError($"level '{level.Id}' has no map '{map}'",
                $"there are {string.Join(", ", level.Maps.Select(m => m.Id))}");
        }

        var chosen = choice.Find(parsed, level, host.In);
        if (chosen.Usage is { } usage)
        {
            return host.UsageError(usage, chosen.Help);
        }

        if (chosen.Text is not { } text)
        {
            return Refuse(host, wishes, level, null, [chosen.Problem!]);
        }

        var problems = new DiagnosticBag();
        using var progress = new ProgressLine(host, level.Pages);
        if (library!.Prepare(level, problems, wishes.Map, wishes.Seed, progress) is not { } prepared)
        {
            return Refuse(host, wishes, level, text.Text, problems.ToImmutable());
        }

        var names = SharedOptions.NamesOf(parsed) ?? prepared.Scope.Names;
        var scope = prepared.Scope with { Vocabulary = chosen.HasAllNames ? default : prepared.Scope.Vocabulary, Names = names };
        var result = chosen.Answer is { } answer ? RunOf(answer, prepared)
            : LevelRun.Run(prepared, text, scope, isPartial: wishes.Map is not null || wishes.Seed is not null);
        progress.Dispose();
        return Tell(host, wishes, prepared, result, chosen.Answer, loaded.Problems);
    }

    /// <summary>An answer that is no predicate is shown with the run that it is about.</summary>
    static LevelRunResult RunOf(Answer answer, PreparedLevel prepared)
    {
        var judged = answer.Judge(prepared);
        return judged.Run ?? answer.Run(prepared) with { Verdict = judged.Verdict };
    }

    static int Tell(CliHost host, RunWishes wishes, PreparedLevel prepared, LevelRunResult result, Answer? answer, ImmutableArray<Diagnostic> warnings)
    {
        var report = RunReports.Of(result, wishes.HasPages ? MostPagesShown : 0, answer);
        if (wishes.IsJson)
        {
            JsonOutput.Write(host.Out, report);
        }
        else
        {
            host.Print(warnings);
            host.Print(result.Diagnostics);
            if (wishes.IsCard && result.Shown is { } shown)
            {
                CardText.Write(host.Out, result, shown);
            }
            else if (!result.Maps.IsEmpty)
            {
                RunText.Write(host.Out, report, prepared.Level.Title);
                WriteNotes(host.Out, prepared, result);
            }
        }

        return result.Verdict switch
        {
            Verdict.Error => ExitCode.BadInput,
            Verdict.Fail => ExitCode.NotPassed,
            Verdict.Pass or Verdict.Silver or Verdict.Gold or Verdict.None => ExitCode.Passed,
        };
    }

    static void WriteNotes(TextWriter output, PreparedLevel prepared, LevelRunResult result)
    {
        foreach (var sentence in Beliefs.Of(prepared, result))
        {
            TextWrap.Write(output, "note       ", sentence);
        }

        if (GeneralNotes.Of(prepared, result)?.IsUpsideDown() == true)
        {
            TextWrap.Write(output, "negation   ", result.Predicate!.Negated().TrimEnd());
        }
    }

    static int Refuse(CliHost host, RunWishes wishes, Level? level, string? predicate, ImmutableArray<Diagnostic> problems)
    {
        if (wishes.IsJson)
        {
            JsonOutput.Write(host.Out, new RunReport
            {
                Level = level?.Id,
                Revision = level?.Revision,
                Predicate = predicate,
                Verdict = "error",
                Diagnostics = JsonOutput.Report(problems),
            });
        }
        else
        {
            host.Print(problems);
        }

        return ExitCode.BadInput;
    }

    /// <summary>The options of the command line, without the predicate.</summary>
    sealed record RunWishes(string Level, string? Map, ulong? Seed, bool HasPages, bool IsJson, bool IsCard);
}

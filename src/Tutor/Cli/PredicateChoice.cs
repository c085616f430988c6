using System.CommandLine;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>Which predicate a run uses: <c>-e</c>, <c>-f</c>, <c>--solution</c>, <c>--option</c>, or the level's starter.</summary>
sealed class PredicateChoice
{
    /// <summary>One byte past the language's limit: the limit's own diagnostic then says what is wrong.</summary>
    const int MostBytes = 1 << 20;

    readonly Option<string?> _text = new("-e") { Description = "The predicate itself", HelpName = "TEXT" };

    readonly Option<string?> _file = new("-f")
    {
        Description = "A file with the predicate; - is standard input",
        HelpName = "FILE",
    };

    readonly Option<string?> _solution = new("--solution")
    {
        Description = "One of the level's declared solutions",
        HelpName = "ID",
    };

    readonly Option<string?> _option = new("--option") { Description = "One of the options to pick", HelpName = "ID" };

    readonly Option<string?> _answer = new("--answer")
    {
        Description = "An answer as attempts keep it: marks ('page:+0=take; …'), painted kinds ('anon free vfio-shmem'), a forecast ('page:+5=futile; …')",
        HelpName = "TEXT",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_text, _file, _solution, _option, _answer];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (all.Count(o => result.GetResult(o) is not null) > 1)
            {
                result.AddError("-e, -f, --solution, --option and --answer each name an answer: one of them is enough");
            }
        });
    }

    /// <summary>The predicate, with its path as a person would call it.</summary>
    public ChosenPredicate Find(ParseResult parsed, Level level, Stream input)
    {
        if (parsed.GetValue(_answer) is { } answer)
        {
            return OfAnswer(level, answer);
        }

        if (level.Attack is not null && parsed.GetValue(_solution) is null)
        {
            return new ChosenPredicate(null, Usage: "the answer to a level of kind 'attack' is a memory: name one with --answer or --solution",
                Help: $"as in --answer '{string.Join(' ', level.Attack.Kinds.Take(2))}'");
        }

        if (parsed.GetValue(_text) is { } text)
        {
            return new ChosenPredicate(SourceText.From("predicate", text));
        }

        if (parsed.GetValue(_file) is { } path)
        {
            var (source, problem) = path == "-" ? ReadAll(input) : InputFile.ReadText(path, MostBytes);
            return new ChosenPredicate(source, problem);
        }

        if (parsed.GetValue(_solution) is { } solution)
        {
            var found = level.Solutions.FirstOrDefault(s => s.Id == solution);
            return found is null
                ? Unknown("solution", solution, level.Solutions.Select(s => s.Id))
                : found.IsPainting ? OfAnswer(level, found.Skip.Text)
                : new ChosenPredicate(found.Skip) { HasAllNames = found.Origin is not null };
        }

        if (parsed.GetValue(_option) is { } option)
        {
            var found = level.Options.FirstOrDefault(o => o.Id == option);
            return found is null
                ? Unknown("option", option, level.Options.Select(o => o.Id))
                : new ChosenPredicate(found.Skip) { Option = option };
        }

        return level.Starter is { } starter
            ? new ChosenPredicate(starter)
            : new ChosenPredicate(null, Usage: "this level has no starter: name a predicate with -e, -f, --solution or --option",
                Help: $"'tutor show {level.Id}' shows what there is");
    }

    static ChosenPredicate OfAnswer(Level level, string stored)
    {
        var (answer, refusal) = Answer.Read(level, stored);
        return answer is not null && level.Kind.Row().HandsIn.Rules().Runs != RunPredicate.Players ? new ChosenPredicate(SourceText.From("answer", stored)) { Answer = answer }
            : new ChosenPredicate(null, Usage: refusal ?? $"the answer to a level of kind '{level.Kind.Word()}' is a predicate: name it with -e, -f, --solution or --option", Help: "'tutor run --help' shows what an answer looks like");
    }

    static ChosenPredicate Unknown(string what, string id, IEnumerable<string> known)
    {
        var ids = known.ToList();
        var near = Suggestions.Nearest(id, ids);
        var help = ids.Count == 0 ? $"this level has no {what}s"
            : near is null ? $"there are {string.Join(", ", ids)}"
            : $"did you mean '{near}'? There are {string.Join(", ", ids)}";
        return new ChosenPredicate(null, Usage: $"this level has no {what} '{id}'", Help: help);
    }

    static (SourceText? Text, Diagnostic? Problem) ReadAll(Stream input)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while (bytes.Length <= MostBytes && (read = input.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.Length > MostBytes
            ? (null, InputFile.Problem(FileCodes.TooLarge, "-", $"is larger than {MostBytes >> 10} KiB", "is it the right text?"))
            : InputFile.Decode("-", bytes.ToArray());
    }
}

/// <summary>A predicate to run, or why there is none.</summary>
/// <param name="Problem">It cannot be read.</param>
/// <param name="Usage">The command line asks for something that is not there.</param>
sealed record ChosenPredicate(SourceText? Text, Diagnostic? Problem = null, string? Usage = null, string? Help = null)
{
    /// <summary>The id of the option that was picked.</summary>
    public string? Option { get; init; }

    /// <summary>An answer that is no predicate: marks, a painting, a forecast.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Whether the text is quoted from a source, so that the level's vocabulary does not bind it.</summary>
    public bool HasAllNames { get; init; }
}

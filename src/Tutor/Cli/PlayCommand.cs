using System.CommandLine;

namespace Tutor.Cli;

/// <summary><c>tutor [PATH]</c>: the game itself.</summary>
static class PlayCommand
{
    static readonly Argument<string?> Place = new("PATH")
    {
        Description = "A level or a pack to open; without it the game goes on where you left",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static RootCommand Build(CliHost host)
    {
        var root = new RootCommand("Learn in the terminal how Linux memory compaction meets pinned pages.");
        // An option that nobody knows would be taken for the argument.
        Place.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] unknown }, ..])
            {
                result.AddError($"there is no option '{unknown}'");
            }
        });
        root.Arguments.Add(Place);
        root.SetAction(parsed => Run(parsed, host));
        return root;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        _ = parsed;
        return host.UsageError("the game needs a terminal");
    }
}

using System.CommandLine;
using System.CommandLine.Completions;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor completion SHELL</c>: a script for the shell; it asks the program itself what may come next.</summary>
static class CompletionCommand
{
    /// <summary>The line without its first word, and the cursor's place in that, is what <c>[suggest:N]</c> takes.</summary>
    const string Bash =
        """
        # tutor: completion for bash. In ~/.bashrc: source <(tutor completion bash)
        _tutor() {
            local line=${COMP_LINE#* } first=${COMP_LINE%% *} IFS=$'\n'
            local words
            words=$("$first" "[suggest:$((COMP_POINT - ${#first} - 1))]" "$line" 2>/dev/null)
            COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o bashdefault -o default -F _tutor tutor

        """;

    const string Zsh =
        """
        #compdef tutor
        # tutor: completion for zsh. In ~/.zshrc, behind compinit: source <(tutor completion zsh)
        _tutor() {
            local line=${BUFFER#* } first=${BUFFER%% *}
            local -a words
            words=("${(@f)$(command "$first" "[suggest:$((CURSOR - ${#first} - 1))]" "$line" 2>/dev/null)}")
            compadd -- $words || _files
        }
        compdef _tutor tutor

        """;

    const string Fish =
        """
        # tutor: completion for fish. In ~/.config/fish/config.fish: tutor completion fish | source
        function __tutor_words
            set -l first (commandline -p | string split -m 1 ' ')[1]
            set -l line (commandline -p | string split -m 1 ' ')[2]
            $first "[suggest:"(math (commandline -C) - (string length -- $first) - 1)"]" "$line" 2>/dev/null
        end
        complete -c tutor -a '(__tutor_words)'

        """;

    static readonly (string Shell, string Script)[] Scripts = [("bash", Bash), ("zsh", Zsh), ("fish", Fish)];

    public static Command Build(CliHost host)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = string.Join(", ", Scripts.Select(s => s.Shell)) };
        shell.AcceptOnlyFromAmong([.. Scripts.Select(s => s.Shell)]);
        var command = new Command("completion") { shell };
        command.SetAction(parsed =>
        {
            host.Out.Write(Scripts.Single(s => s.Shell == parsed.GetValue(shell)).Script.ReplaceLineEndings("\n"));
            return ExitCode.Passed;
        });
        return command;
    }

    /// <summary>Ids of the chosen pack's levels, where a level may be named.</summary>
    public static void AddLevels(Command command, CliHost host)
    {
        foreach (var argument in command.Arguments.Where(a => a.Name.Contains("LEVEL", StringComparison.Ordinal) || a.Name == "PATH"))
        {
            if (argument.CompletionSources.Count == 0)
            {
                // Without a name of its own, help would list every word that can be completed.
                argument.HelpName ??= argument.Name;
                argument.CompletionSources.Add(context => PackChoice.Silent(context.ParseResult, host)?.LevelFiles()
                    .Select(f => new CompletionItem(f.Id)) ?? []);
            }
        }
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;

namespace Tutor.Cli;

/// <summary>Options that several commands have, each made once.</summary>
static class SharedOptions
{
    public static readonly Option<string?> Pack = new("--pack")
    {
        Description = "Another pack of levels: its folder, its one file, or the name of an installed one (or TUTOR_PACK)",
        HelpName = "PACK",
        Recursive = true,
    };

    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of your progress (or TUTOR_DATA)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Names = new("--names")
    {
        Description = "The release whose meaning the kernel's names have, if not the scanner's",
        HelpName = "RELEASE",
    };

    static SharedOptions() => AcceptReleases(Names, KernelNamesWords.All, KernelNamesWords.Cure);

    /// <summary>Takes these releases only, and says what to write for another.</summary>
    public static void AcceptReleases(Option option, ImmutableArray<string> known, Func<string, string> cure)
    {
        option.CompletionSources.Add([.. known]);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !known.Contains(word))
            {
                result.AddError(KernelReleases.IsRelease(word) ? $"'{option.Name}' has nothing of its own for {word}: {cure(word)}"
                    : $"'{option.Name}' is one of {string.Join(", ", known)}, not '{word}'");
            }
        });
    }

    /// <summary>What <see cref="Names"/> says, or null.</summary>
    public static KernelNames? NamesOf(ParseResult parsed) => parsed.GetValue(Names) is { } word ? KernelNamesWords.Find(word) : null;

    public static readonly Option<bool> Json = new("--json") { Description = "One JSON object instead of text" };

    /// <summary>The LEVEL of a command.</summary>
    public static Argument<string> Level() => new("LEVEL")
    {
        Description = "A path, an id, a file name, or the beginning of either",
    };
}

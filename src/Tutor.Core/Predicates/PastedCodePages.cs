using System.Globalization;
using System.Text;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates;

/// <summary>The pages about code that comes from a kernel tree: names of other releases, the configuration, and what is refused.</summary>
static class PastedCodePages
{
    const string Generated = "Generated from the program's own table; do not edit.\n\n";

    /// <summary>Names that are understood and not offered, a table a vocabulary group; then the macros.</summary>
    public static string Spellings()
    {
        var output = new StringBuilder("# Names of other releases\n\n").Append(Generated).Append(
            "Code from a kernel tree uses names that completion does not offer. These are understood. A level that lends what "
            + "such a name means lends the name, too. *Not checked* says that nobody here has read that release.\n");
        foreach (var group in BuiltIns.Spellings.GroupBy(b => b.Group).OrderBy(g => g.Key is null ? -1 : VocabularyGroups.All.ToList().FindIndex(v => v.Name == g.Key)))
        {
            output.Append(CultureInfo.InvariantCulture, $"\n## {(group.Key is null ? "In every level" : group.Key)}\n\n| name | what it is | lent with | source |\n|---|---|---|---|\n");
            foreach (var row in group)
            {
                output.Append(CultureInfo.InvariantCulture, $"| `{Escaped(row.Signature)}` | {Escaped(row.Summary)}{Since(row)} | {LentWith(row)} | {row.Source} |\n");
            }
        }

        output.Append("\n## Macros\n\n| written | meaning | source |\n|---|---|---|\n");
        foreach (var idiom in Idioms.All)
        {
            output.Append(CultureInfo.InvariantCulture, $"| `{Escaped(idiom.Usage)}` | {Escaped(idiom.Meaning)} | {idiom.Source} |\n");
        }

        return output.ToString();
    }

    /// <summary>Every option that was looked up, and what becomes of the others.</summary>
    public static string Configuration()
    {
        var output = new StringBuilder("# The kernel's configuration\n\n").Append(Generated).Append(
            "`#ifdef CONFIG_…` and `IS_ENABLED(CONFIG_…)` ask this table, and a note says what was taken. An option that stands in no "
            + "row is taken as not set.\n\n| option | | how it is known |\n|---|---|---|\n");
        foreach (var option in KernelConfiguration.All)
        {
            output.Append(CultureInfo.InvariantCulture, $"| `{option.Name}` | {(option.IsSet ? "set" : "not set")} | {option.Source} |\n");
        }

        return output.ToString();
    }

    /// <summary>Every reason for which a kernel name is refused, with its names.</summary>
    public static string Refusals()
    {
        var output = new StringBuilder("# What a predicate cannot mean\n\n").Append(Generated).Append(
            "These names of the kernel are refused with a reason ([TUT2003](../diagnostics/TUT2003.md), of types "
            + "[TUT2011](../diagnostics/TUT2011.md)). A text with several of them gets one message with every place. "
            + "A star stands for any letters.\n");
        foreach (var refusal in RefusedNames.All)
        {
            var names = string.Join(", ", refusal.Names.Concat(refusal.Patterns).Select(n => $"`{n}`"));
            output.Append(CultureInfo.InvariantCulture, $"\n- **{char.ToUpperInvariant(refusal.Sentence[0])}{refusal.Sentence[1..]}.**{AsStatement(refusal.AsStatement)} {names}\n");
        }

        return output.ToString();
    }

    static string AsStatement(RefusedStatement statement) => statement switch
    {
        RefusedStatement.Refused => "",
        RefusedStatement.Nothing => " *As a statement of its own it means nothing, and is read over.*",
        RefusedStatement.Prints => " *As a statement of its own it is read over, and a warning says so.*",
    };

    static string Since(BuiltIn row) => BuiltIns.HasOtherMeanings(row) ? $"; under `names:` {BuiltIns.ReleasesOf(row)}" : "";

    static string LentWith(BuiltIn row) => (row.Means, row.Group) switch
    {
        ({ } means, { } group) => $"`{means}`, [{group}]({group}.md)",
        (null, { } group) => $"[{group}]({group}.md)",
        ({ } means, null) => $"`{means}`",
        (null, null) => "",
    };

    static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

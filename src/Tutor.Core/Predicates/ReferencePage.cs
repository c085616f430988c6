using System.Globalization;
using System.Text;
using Tutor.Core.Predicates.Binding;

namespace Tutor.Core.Predicates;

/// <summary>
/// The reference of everything that a predicate can ask, as Markdown, from the table that the binder reads.
/// The copies in <c>content/reference/</c> are checked against it.
/// </summary>
static class ReferencePage
{
    /// <summary>File name and text of every page: an overview, the language, what pasted code may have, then one page a vocabulary group.</summary>
    public static IEnumerable<(string FileName, string Text)> All()
    {
        yield return ("built-ins.md", Overview());
        yield return ("language.md", LanguagePage.Text());
        yield return ("spellings.md", PastedCodePages.Spellings());
        yield return ("configuration.md", PastedCodePages.Configuration());
        yield return ("refusals.md", PastedCodePages.Refusals());
        foreach (var group in VocabularyGroups.All)
        {
            yield return ($"{group.Name}.md", Page(group.Title, group.Summary, group.Name));
        }
    }

    /// <summary>What <c>tutor explain NAME</c> says of one row, as Markdown.</summary>
    public static string Describe(BuiltIn builtIn)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        var output = new StringBuilder();
        output.Append("## ").Append(Code(builtIn.Name)).Append("\n\n```c\n").Append(builtIn.Signature).Append(
            "\n```\n\n");
        output.Append(builtIn.Summary).Append(".\n\n");
        output.Append("*Source:* ").Append(builtIn.Source).Append(". *Cost:* ").Append(Cost(builtIn));
        output.Append(BuiltIns.HasOtherMeanings(builtIn) ? $". *Under* `names:` {BuiltIns.ReleasesOf(builtIn)}" : "");
        output.Append(builtIn.Group is null ? "." : $". *Vocabulary:* `{builtIn.Group}`.").Append('\n');
        return output.ToString();
    }

    static string Overview()
    {
        var output = new StringBuilder("# What a predicate can ask\n\n");
        output.Append(
            "Generated from the program's own table; do not edit. A level lends some of these groups, or single "
            + "names of them.\n\n| group | what it is about | names |\n|---|---|---|\n");
        foreach (var group in VocabularyGroups.All)
        {
            var names = BuiltIns.All.Where(b => b.Group == group.Name).Select(b => Code(NameOf(b))).Distinct();
            output.Append(
                CultureInfo.InvariantCulture,
                $"| [{group.Name}]({group.Name}.md) | {group.Summary} | {string.Join(", ", names)} |\n");
        }

        output.Append("\nOf code from a kernel tree: [names of other releases](spellings.md), [the configuration](configuration.md) that "
            + "`#ifdef` asks, and [what is refused](refusals.md), each with its reason. [The language](language.md) itself has a page, too.\n");
        return output.ToString();
    }

    static string Page(string title, string summary, string group)
    {
        var output = new StringBuilder();
        output.Append("# ").Append(title).Append("\n\n").Append(summary)
            .Append("\n\nGenerated from the program's own table; do not edit.\n");
        AppendRows(output, group);
        return output.ToString();
    }

    internal static void AppendRows(StringBuilder output, string? group)
    {
        foreach (var builtIn in BuiltIns.All.Where(b => b.Group == group))
        {
            output.Append('\n').Append(Describe(builtIn));
        }
    }

    static string NameOf(BuiltIn builtIn) => builtIn.Kind == BuiltInKind.Member ? $"->{builtIn.Name}"
        : builtIn.Name;

    static string Code(string name) => $"`{name}`";

    static string Cost(BuiltIn builtIn) => builtIn switch
    {
        { ReadsEachPage: true } =>
            $"{Loads(builtIn.Loads)}; in 6.1 on a large folio one more for each of its pages",
        { Loads: 0 } => "nothing",
        _ => Loads(builtIn.Loads),
    };

    static string Loads(int count) => count == 1 ? "1 load" : $"{count} loads";
}

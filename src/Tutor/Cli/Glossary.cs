using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>A term and what the glossary says of it, in Markdown.</summary>
sealed record GlossaryTerm(string Name, string Text);

/// <summary>The terms of <c>content/glossary.md</c>: a second-level heading or a definition list's term each.</summary>
sealed class Glossary
{
    readonly List<GlossaryTerm> _terms;

    Glossary(List<GlossaryTerm> terms) => _terms = terms;

    public IReadOnlyList<string> Names => [.. _terms.Select(t => t.Name)];

    public static Glossary Of(PackFolder pack) =>
        new(pack.ReadText("glossary.md").Text is { } text ? Read(text.Text) : []);

    public GlossaryTerm? Find(string name) =>
        _terms.Find(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? _terms.Find(t => Plain(t.Name) == Plain(name));

    internal static List<GlossaryTerm> Read(string markdown)
    {
        var terms = new List<GlossaryTerm>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        string? name = null;
        var body = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var isHeading = lines[i].StartsWith("## ", StringComparison.Ordinal)
                || lines[i].StartsWith("### ", StringComparison.Ordinal);
            var isDefined = lines[i].Length > 0 && !char.IsWhiteSpace(lines[i][0]) && lines[i][0] != ':'
                && i + 1 < lines.Length && lines[i + 1].StartsWith(": ", StringComparison.Ordinal);
            if (!isHeading && !isDefined)
            {
                body.Add(lines[i].StartsWith(": ", StringComparison.Ordinal) ? lines[i][2..] : lines[i]);
                continue;
            }

            Finish();
            name = lines[i].TrimStart('#').Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Trim();
        }

        Finish();
        return terms;

        void Finish()
        {
            var text = string.Join('\n', body).Trim();
            if (name is not null && text.Length > 0)
            {
                terms.Add(new GlossaryTerm(name, text));
            }

            body.Clear();
        }
    }

    /// <summary>Letters and digits alone: "page block" finds "pageblock", "FOLL PIN" finds "FOLL_PIN".</summary>
    static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Tutor.Game.Reading;

/// <summary>Text inside a paragraph as runs: emphasis, code, links, footnote numbers.</summary>
static class MarkdownInlines
{
    /// <summary>Nesting beyond this depth is not followed: nobody writes so.</summary>
    const int DeepestNesting = 128;

    public static List<Run> Runs(ContainerInline? inlines, Ink ink = Ink.Text, CellStyle style = CellStyle.None)
    {
        var runs = new List<Run>();
        if (inlines is not null)
        {
            Add(runs, inlines, new Run("", ink, style), 0);
        }

        return runs;
    }

    static void Add(List<Run> runs, ContainerInline container, Run look, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentException("nested too deeply");
        }

        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(look with { Text = literal.Content.ToString() });
                    break;
                case CodeInline code:
                    runs.Add(look with { Text = code.Content, Ink = look.Link is null ? Ink.CodeName : Ink.Link });
                    break;
                case EmphasisInline emphasis:
                    Add(runs, emphasis, look with { Style = look.Style | StyleOf(emphasis), Ink = InkOf(emphasis, look.Ink) }, depth + 1);
                    break;
                case LinkInline link:
                    AddLink(runs, link, look, depth + 1);
                    break;
                case AutolinkInline auto:
                    runs.Add(new Run(auto.Url, Ink.Link, look.Style | CellStyle.Underline, auto.Url));
                    break;
                case LineBreakInline line:
                    runs.Add(look with { Text = line.IsHard ? "\n" : " " });
                    break;
                case HtmlEntityInline entity:
                    runs.Add(look with { Text = entity.Transcoded.ToString() });
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    runs.Add(new Run($"[{note.Footnote.Order}]", Ink.Link, look.Style, $"#fn-{note.Footnote.Order}"));
                    break;
                case TaskList task:
                    runs.Add(look with { Text = task.Checked ? $"[{Glyphs.Check}]" : "[ ]" });
                    break;
                case DelimiterInline open:
                    runs.Add(look with { Text = open.ToLiteral() });
                    Add(runs, open, look, depth + 1);
                    break;
                case ContainerInline other:
                    Add(runs, other, look, depth + 1);
                    break;
            }
        }
    }

    static void AddLink(List<Run> runs, LinkInline link, Run look, int depth)
    {
        var inner = new List<Run>();
        Add(inner, link, look with
        {
            Ink = Ink.Link,
            Style = look.Style | CellStyle.Underline,
            Link = link.IsImage ? null : link.Url,
        }, depth);
        if (link.IsImage)
        {
            runs.Add(look with { Text = "picture: " });
        }

        runs.AddRange(inner);
    }

    static CellStyle StyleOf(EmphasisInline emphasis) => emphasis.DelimiterChar switch
    {
        '~' => CellStyle.Faint,
        _ => emphasis.DelimiterCount >= 2 ? CellStyle.Bold : CellStyle.Italic,
    };

    static Ink InkOf(EmphasisInline emphasis, Ink ink) =>
        emphasis.DelimiterCount >= 2 && emphasis.DelimiterChar != '~' && ink == Ink.Text ? Ink.Strong : ink;
}

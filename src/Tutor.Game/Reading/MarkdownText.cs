using System.Collections.Immutable;
using System.Globalization;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Tutor.Core.Levels;

namespace Tutor.Game.Reading;

/// <summary>Markdown as lines for a pane: pure data, laid out anew for each width.</summary>
static class MarkdownText
{
    /// <summary>Longer texts are cut, and say so.</summary>
    public const int LongestText = 256 * 1024;

    /// <summary>Long lines are hard to read, however wide the terminal is.</summary>
    public const int WidestText = 100;

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAlertBlocks().UsePipeTables().UseTaskLists().UseFootnotes().UseDefinitionLists().UseEmphasisExtras()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseAutoLinks().DisableHtml().Build();

    /// <summary>The first heading of a text, or null.</summary>
    public static string? TitleOf(string markdown) => markdown.Split('\n')
        .FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    /// <summary>Never throws: what cannot be read is shown as it is written.</summary>
    public static List<Line> Lines(string markdown, int width, MarkdownOptions? options = null)
    {
        width = Math.Clamp(width, 8, WidestText);
        var text = markdown.Length > LongestText ? markdown[..LongestText] : markdown;
        var lines = new List<Line>();
        try
        {
            new Writer(lines, options ?? new MarkdownOptions()).Add(Markdown.Parse(text, Pipeline), width, []);
        }
        catch (ArgumentException)
        {
            // "Too deeply nested": nothing that a person would write.
            lines.Clear();
            lines.Add(Line.Of("This text is nested too deeply to be laid out; here it is as it is written.", Ink.Warning));
            lines.AddRange(text.Split('\n').SelectMany(l => Wrapping.Wrap(l.TrimEnd('\r'), width)));
        }

        if (markdown.Length > LongestText)
        {
            lines.Add(Line.Of("The rest of this text is too long to be shown.", Ink.Warning));
        }

        while (lines.Count > 0 && lines[^1].Runs.IsEmpty)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>Writes blocks below one another; <c>margin</c> is what stands left of every line.</summary>
    sealed class Writer(List<Line> lines, MarkdownOptions options)
    {
        int _runnable;

        public void Add(ContainerBlock blocks, int width, ImmutableArray<Run> margin, bool isTight = false)
        {
            var isFirst = true;
            foreach (var block in blocks)
            {
                if (block is LinkReferenceDefinitionGroup or BlankLineBlock)
                {
                    continue;
                }

                if (!isFirst && !isTight)
                {
                    lines.Add(new Line(margin));
                }

                isFirst = false;
                AddBlock(block, width, margin);
            }
        }

        void AddBlock(Block block, int width, ImmutableArray<Run> margin)
        {
            var room = Math.Max(4, width - margin.Sum(r => r.Columns));
            switch (block)
            {
                case HeadingBlock heading:
                    AddHeading(heading, room, margin);
                    break;
                case AlertBlock alert:
                    AddAlert(alert, width, margin);
                    break;
                case QuoteBlock quote:
                    Add(quote, width, margin.Add(new Run($"{Glyphs.Vertical} ", Ink.Border)));
                    break;
                case Table table:
                    Emit(options.IsSpoken ? MarkdownTables.Spoken(table, room) : MarkdownTables.Lines(table, room), margin);
                    break;
                case FencedCodeBlock or CodeBlock:
                    AddCode((CodeBlock)block, room, margin);
                    break;
                case ListBlock list:
                    AddList(list, width, margin);
                    break;
                case DefinitionList definitions:
                    AddDefinitions(definitions, width, margin);
                    break;
                case FootnoteGroup notes:
                    AddFootnotes(notes, width, margin);
                    break;
                case ThematicBreakBlock:
                    Emit([Line.Of(string.Concat(Enumerable.Repeat(Glyphs.Horizontal, room)), Ink.Border)], margin);
                    break;
                case LeafBlock leaf:
                    Emit(Wrapping.Wrap(MarkdownInlines.Runs(leaf.Inline), room), margin);
                    break;
                case ContainerBlock container:
                    Add(container, width, margin);
                    break;
            }
        }

        void Emit(IEnumerable<Line> some, ImmutableArray<Run> margin) =>
            lines.AddRange(some.Select(l => margin.IsEmpty ? l : l.After([.. margin])));

        void AddHeading(HeadingBlock heading, int room, ImmutableArray<Run> margin)
        {
            var runs = MarkdownInlines.Runs(heading.Inline, Ink.Title, CellStyle.Bold);
            var wrapped = Wrapping.Wrap(runs, room);
            wrapped[0] = wrapped[0] with { Anchor = heading.GetAttributes().Id };
            Emit(wrapped, margin);
            if (heading.Level == 1)
            {
                var under = Math.Min(room, wrapped.Max(l => l.Columns));
                Emit([Line.Of(string.Concat(Enumerable.Repeat(Glyphs.DoubleHorizontal, under)), Ink.Border)], margin);
            }
        }

        void AddAlert(AlertBlock alert, int width, ImmutableArray<Run> margin)
        {
            var kind = alert.Kind.ToString().ToUpperInvariant();
            var ink = kind switch
            {
                "WARNING" or "CAUTION" => Ink.Warning,
                "TIP" => Ink.Good,
                _ => Ink.Title,
            };
            if (options.IsSpoken)
            {
                Emit([Line.Of($"{Title(kind)}:", ink)], margin);
                Add(alert, width, margin);
                return;
            }

            var bar = new Run($"{Glyphs.Vertical} ", ink);
            Emit([Line.Of(new Run(bar.Text, ink), new Run(Title(kind), ink, CellStyle.Bold))], margin);
            Add(alert, width, margin.Add(bar));
        }

        static string Title(string kind) => kind.Length == 0 ? "" : kind[..1] + kind[1..].ToLowerInvariant();

        void AddCode(CodeBlock code, int room, ImmutableArray<Run> margin)
        {
            var language = (code as FencedCodeBlock)?.Info ?? "";
            var text = string.Join('\n', code.Lines.Lines.Take(code.Lines.Count).Select(l => l.Slice.ToString()));
            if (language == PagesBlock.Language && options.Kinds is { } kinds)
            {
                Emit(options.IsSpoken ? Wrapping.Wrap(PagesPicture.Words(text, kinds), room) : PagesPicture.Lines(text, kinds, room), margin);
                return;
            }

            var isC = language is "c" or "predicate";
            var plain = isC
                ? CodeColours.Lines(text)
                : text.Split('\n').Select(l => Line.Of(l.Replace("\t", "        ", StringComparison.Ordinal), Ink.Code) with { Paper = Paper.Code });
            foreach (var line in plain)
            {
                foreach (var part in CutCode(line, room - 2))
                {
                    var blanks = new Run(new string(' ', Math.Max(0, room - 1 - part.Columns)), Ink.Code);
                    Emit([part with { Runs = [new Run(" ", Ink.Code), .. part.Runs, blanks], Paper = Paper.Code }], margin);
                }
            }

            if (language == "predicate" && options.Under is { } under)
            {
                Emit(under(_runnable++, text, room), margin);
            }
        }

        /// <summary>Code keeps its blanks; what is too long goes on below, indented.</summary>
        static IEnumerable<Line> CutCode(Line line, int width)
        {
            if (line.Columns <= width)
            {
                return [line];
            }

            var indent = line.Text.Length - line.Text.TrimStart().Length;
            var hang = new Run(new string(' ', Math.Min(indent + 4, width / 2)), Ink.Code);
            var wrapped = Wrapping.Wrap(line.Runs, width - hang.Text.Length);
            return wrapped.Select((l, i) => i == 0 ? l : l.After(hang));
        }

        void AddList(ListBlock list, int width, ImmutableArray<Run> margin)
        {
            var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
            foreach (var item in list.OfType<ListItemBlock>())
            {
                var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : $"{Glyphs.Bullet} ";
                AddHung(item, width, margin, new Run(mark, Ink.Title), isTight: !list.IsLoose);
                if (list.IsLoose && item != list[^1])
                {
                    lines.Add(new Line(margin));
                }
            }
        }

        /// <summary>The first line begins with the mark, the others with as many blanks.</summary>
        void AddHung(ContainerBlock item, int width, ImmutableArray<Run> margin, Run mark, bool isTight)
        {
            var first = lines.Count;
            var hang = new Run(new string(' ', mark.Columns));
            Add(item, width, margin.Add(hang), isTight);
            if (lines.Count == first)
            {
                lines.Add(new Line(margin.Add(mark)));
                return;
            }

            var line = lines[first];
            lines[first] = line with { Runs = line.Runs.SetItem(margin.Length, mark) };
        }

        void AddDefinitions(DefinitionList list, int width, ImmutableArray<Run> margin)
        {
            foreach (var item in list.OfType<DefinitionItem>())
            {
                if (item != list[0])
                {
                    lines.Add(new Line(margin));
                }

                foreach (var block in item)
                {
                    if (block is DefinitionTerm term)
                    {
                        var wrapped = Wrapping.Wrap(MarkdownInlines.Runs(term.Inline, Ink.Strong, CellStyle.Bold), width - margin.Sum(r => r.Columns));
                        wrapped[0] = wrapped[0] with { Anchor = AnchorOf(wrapped[0].Text) };
                        Emit(wrapped, margin);
                    }
                    else
                    {
                        AddBlock(block, width, margin.Add(new Run("  ")));
                    }
                }
            }
        }

        void AddFootnotes(FootnoteGroup notes, int width, ImmutableArray<Run> margin)
        {
            foreach (var note in notes.OfType<Footnote>().OrderBy(n => n.Order))
            {
                var first = lines.Count;
                AddHung(note, width, margin, new Run($"[{note.Order}] ", Ink.Link), isTight: true);
                lines[first] = lines[first] with { Anchor = $"fn-{note.Order}" };
            }
        }
    }

    /// <summary>What a link to this heading or term ends with.</summary>
    public static string AnchorOf(string text) => GlossaryText.AnchorOf(text);
}

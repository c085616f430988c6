using CsCheck;
using Tutor.Core.Scenarios;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class MarkdownTextTests
{
    const string Everything = """
        # A *title* with `code`

        A paragraph with **strong**, *soft* and `code`, long enough that it has to be wrapped at least once,
        and a [link](other.md#part).

        > [!WARNING]
        > Take care: `folio_ref_count()` counts the scanner too.

        | page | references | made of |
        |:-----|-----------:|---------|
        | anon | 1 | one mapping that explains everything there is to explain |
        | memfd, pinned | 1,026 | page cache, mapping, pin |

        1. first
        2. second
           - inside

        - [x] done
        - [ ] open

        ```c
        return folio_ref_count(folio) > 1; /* all of them */
        ```

        pin
        : A reference that keeps a page where it is.

        A note[^1] and snake_case_names that stay.

        [^1]: Said below.
        """;

    static readonly PageKinds Kinds = TextPlayer.BuiltIn().Kinds;

    [Theory]
    [InlineData(72)]
    [InlineData(36)]
    public void Everything_is_laid_out(int width) => Golden.CheckBeside($"markdown-{width}",
        string.Concat(MarkdownText.Lines(Everything, width).Select(l => l.Text.TrimEnd() + "\n")));

    [Fact]
    public void For_ears_a_table_is_told_row_by_row() => Assert.Equal(
        ["page: anon; references: 1; made of: one mapping.", "page: memfd; made of: cache | pin."],
        MarkdownText.Lines("| page | references | made of |\n|---|---|---|\n| anon | 1 | one mapping |\n| memfd | | cache \\| pin |", 72, new MarkdownOptions { IsSpoken = true })
            .Select(l => l.Text));

    [Fact]
    public void A_table_breaks_no_name_while_another_column_has_room() => Assert.Contains(
        MarkdownText.Lines("| call | what |\n|---|---|\n| `folio_maybe_dma_pinned()` | asks whether somebody has pinned the page for its data |", 50),
        l => l.Text.StartsWith("folio_maybe_dma_pinned()  ", StringComparison.Ordinal));

    [Fact]
    public void For_ears_pages_are_named()
    {
        var options = new MarkdownOptions { IsSpoken = true, Kinds = Kinds };
        Assert.Equal(["Picture: 3 pages of anon, 1 page of free. Below: 1 page of file."],
            MarkdownText.Lines("```pages\nanon anon:2 free\nfile\n```", 90, options).Select(l => l.Text));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(20)]
    public void A_picture_of_pages_keeps_every_page_and_fits(int width)
    {
        var lines = MarkdownText.Lines("```pages\nanon:40 vfio-anon:20 free:60\n```", width, new MarkdownOptions { Kinds = Kinds });
        Assert.All(lines, l => Assert.InRange(l.Columns, 0, width));
        Assert.Equal(60 + 2, lines.SelectMany(l => l.Runs).Sum(r => r.Text == "a" ? 1 : 0));
    }

    [Fact]
    public void No_line_is_wider_than_the_pane() =>
        Gen.Int[20, 100].Sample(width =>
            MarkdownText.Lines(Everything, width).TrueForAll(l => l.Columns <= width));

    [Fact]
    public void Wrapping_keeps_every_word() =>
        Gen.Select(Gen.String[Gen.Char["ab) 世_"], 0, 60], Gen.Int[2, 30]).Sample((text, width) =>
        {
            var lines = Wrapping.Wrap([new Run(text)], width);
            return string.Concat(lines.Select(l => l.Text)).Replace(" ", "", StringComparison.Ordinal)
                    == text.Replace(" ", "", StringComparison.Ordinal)
                && lines.TrueForAll(l => l.Columns <= width);
        });

    [Fact]
    public void A_line_may_end_behind_a_cast() => Assert.Equal(["(unsigned long)", "folio_expected_refs(mapping)", "> 1"],
        Wrapping.Wrap([new Run("(unsigned long", Ink.CodeWord), new Run(")", Ink.Code), new Run("folio_expected_refs(mapping) > 1", Ink.CodeName)], 28).Select(l => l.Text));

    [Theory]
    [InlineData(">")]
    [InlineData("*a")]
    [InlineData("- ")]
    [InlineData("[")]
    public void Text_nested_without_end_is_shown_all_the_same(string piece) =>
        Assert.NotEmpty(MarkdownText.Lines(string.Concat(Enumerable.Repeat(piece, 5000)), 40));

    [Fact]
    public void A_link_keeps_where_it_leads() =>
        Assert.Contains(MarkdownText.Lines(Everything, 72).SelectMany(l => l.Runs), r => r.Link == "other.md#part");

    [Fact]
    public void Every_text_of_the_pack_fits_its_pane()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories);
        var wide = from path in texts
                   from line in MarkdownText.Lines(File.ReadAllText(path), 76)
                   where line.Columns > 76
                   select $"{Path.GetFileName(path)}: {line.Text}";
        Assert.Empty(wide);
    }
}

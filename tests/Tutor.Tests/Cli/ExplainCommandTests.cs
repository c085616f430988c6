using System.Text.Json;
using Tutor.Core;
using Tutor.Core.Levels;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scoring;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class ExplainCommandTests
{
    [Fact]
    public void A_function_comes_with_its_declaration_and_its_source()
    {
        var run = TutorProcess.Run("explain", "folio_ref_count");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("int folio_ref_count(struct folio *folio)", run.Out);
        Assert.Contains("page_ref.h", run.Out);
    }

    [Theory]
    [InlineData("TUT2001")]
    [InlineData("tut2001")]
    public void A_code_comes_with_its_page(string code)
    {
        var run = TutorProcess.Run("explain", code);
        Assert.StartsWith("TUT2001: ", run.Out);
        Assert.Contains("Cure.", run.Out);
    }

    [Fact]
    public void Json_says_what_kind_of_thing_it_is()
    {
        using var json = JsonDocument.Parse(TutorProcess.Run("explain", "TUT3902", "--json").Out);
        Assert.Equal(["schema", "topic", "kind", "title", "text"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("diagnostic", json.RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("folio_trylock", "takes no lock")]
    [InlineData("vma_lookup", "no VMA")]
    [InlineData("READ_ONCE", "pages stand still")]
    [InlineData("CONFIG_CMA", "is set here")]
    [InlineData("configuration", "CONFIG_SWAP: set")]
    [InlineData("thp_nr_pages", "offered as folio_nr_pages")]
    [InlineData("folio_expected_ref_count", "of 6.1, 6.12, 6.19")]
    public void What_the_language_takes_and_refuses_is_explained(string topic, string part)
    {
        var run = TutorProcess.Run("explain", topic);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(part, string.Join(' ', run.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("author", "yaml-language-server")]
    [InlineData("language", "folio")]
    [InlineData("model", "simulat")]
    public void A_guide_is_read_by_its_name(string guide, string part)
    {
        var run = TutorProcess.Run("explain", guide);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(part, run.Out);
        Assert.Contains($"  {guide} ", TutorProcess.Run("explain").Out.Split("Guides:")[1]);
    }

    [Fact]
    public void Every_metric_is_explained() => Assert.All(Metric.All, m => Assert.Equal(0, TutorProcess.Run("explain", m.Name).ExitCode));

    [Fact]
    public void A_metric_says_what_a_per_cent_of_it_is()
    {
        var run = TutorProcess.Run("explain", "lru_locks");
        Assert.Contains("Times that the LRU lock was taken.", run.Out, StringComparison.Ordinal);
        Assert.Contains("100 %   what the map's perfect predicate gives", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prices_of_a_run_are_shown_with_their_sources()
    {
        var run = TutorProcess.Run("explain", "cost_ns");
        Assert.Contains("pgmigrate_fail: 2,200 ns (counters published with the v4 patch", run.Out.ReplaceLineEndings(" "));
        Assert.Contains("20 ns, assumed", run.Out.ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_text_that_answers_the_other_question_is_told_so_with_its_negation()
    {
        var run = TutorProcess.Run("explain", "-e", "folio_ref_count(folio) == folio_expected_ref_count(folio) + 1");
        Assert.Contains("The other way round", run.Out);
        Assert.Contains("!(folio_ref_count(folio) == folio_expected_ref_count(folio) + 1)", run.Out);
    }

    [Theory]
    [InlineData("dump_page", "mm/debug.c")]
    [InlineData("migration failure", "isolation's own")]
    [InlineData("PFNs busy", "-16")]
    [InlineData("page_owner", "allocated")]
    [InlineData("kpageflags", "no reference count")]
    [InlineData("kpagecount", "how often it is mapped")]
    [InlineData("pagetypeinfo", "pageblocks")]
    [InlineData("owner_priv_1", "swap cache")]
    [InlineData("pincount", "FOLL_PINs of the folio")]
    [InlineData("entire_mapcount", "PMD mappings")]
    [InlineData("refcount", "In a page dump")]
    [InlineData("aops", "Whose page it is")]
    public void What_a_kernels_log_holds_is_explained(string topic, string part)
    {
        var run = TutorProcess.Run("explain", topic);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(part, string.Join(' ', run.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_misspelt_topic_is_a_usage_error_with_the_nearest_word()
    {
        var run = TutorProcess.Run("explain", "folio_refcount");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("did you mean 'folio_ref_count'?", run.Error);
    }

    [Fact]
    public void Without_a_topic_everything_is_listed()
    {
        var list = TutorProcess.Run("explain").Out;
        Assert.All(BuiltIns.All, b => Assert.Contains(b.Name, list));
        Assert.All(DiagnosticCodes.All, c => Assert.Contains(c.Id, list));
    }

    [Fact]
    public void A_glossary_is_read_from_headings_and_from_definition_lists()
    {
        var terms = GlossaryText.Read(SourceText.From("glossary.md",
            """
            # Glossary

            ## pageblock
            512 pages.

            `FOLL_PIN`
            : A long story.
              Told in two lines.

            Last
            : Word.
            """));
        Assert.Equal(["pageblock", "FOLL_PIN", "Last"], terms.Select(t => t.Name));
        Assert.Equal("512 pages.", terms[0].Text);
        Assert.StartsWith("A long story.", terms[1].Text);
    }
}

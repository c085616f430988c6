using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>
/// Answers that people gave and that were once judged wrongly, or told what is not true of them. What is still wrong in
/// the built-in pack stands in one list; an entry that is mended fails until it is taken out.
/// </summary>
public sealed class WrongAnswerTests
{
    const string RawMapping = "folio_ref_count(folio) - folio_expected_refs(folio->mapping, folio) > folio_mapcount(folio)";
    const string Right = "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)";

    /// <summary>Level, answer, whether it may pass, and words that are not true of it.</summary>
    static readonly (string Level, string Answer, bool MayPass, string[] Untrue)[] Given =
    [
        .. new[] { "review-v4", "on-a-budget", "recorded-guest", "cheap-enough", "hot-pages", "pipes-recorded", "zone-movable", "folios-arrive" }
            .Select(level => (level, RawMapping, false, Array.Empty<string>())),
        ("two-bugs", "folio_ref_count(folio) - 1 - (folio->mapping ? 1 + folio_test_private(folio) : 0) > folio_mapcount(folio)", false, []),
        ("review-v4", "folio_ref_count(folio) - folio_mapcount(folio) > 2 + folio_test_private(folio)", false, []),
        ("on-a-budget", "folio_ref_count(folio) - folio_mapcount(folio) > 2 + folio_test_private(folio)", false, []),
        ("unplug-2022", "!mapping && page_count(page) > page_mapcount(page) * folio_nr_pages(folio)", false, []),
        ("unplug-2022", "!mapping && page_count(page) - 1 > total_mapcount(page)", false, ["in no pin count"]),
        ("unplug-2022", "false", false, ["Stepping around large folios"]),
        ("unplug-2022", "true", false, ["`page_mapcount()` tells you"]),
        ("folios-arrive", $"folio_test_large(folio) || {Right}", false, ["mapcount", "cache"]),
        ("review-v4", "folio_ref_count(folio) - folio_mapcount(folio) > 9", false, ["Whoever counts both"]),
        ("two-bugs", "folio_ref_count(folio) - folio_mapcount(folio) > 9", false, ["Whoever counts both"]),
        ("review-v4", $"folio_maybe_dma_pinned(folio) || {Right}", true, []),
        ("guest-memory", $"!({Right})", false, ["begins with `!mapping`", "held by the page cache", "A large count is not a pin"]),
        ("review-v4", $"!({Right})", false, ["has a mapping", "belongs to the explained", "Page cache and private", "Buffer heads", "Whoever counts both"]),
    ];

    [Fact]
    public void What_is_still_judged_wrongly_or_told_untruly_stands_in_one_list() =>
        Golden.Check("tests/fixtures/wrong-answers.txt", string.Concat(Given.SelectMany(g => Problems(g.Level, g.Answer, g.MayPass, g.Untrue))));

    static IEnumerable<string> Problems(string id, string answer, bool mayPass, string[] untrue)
    {
        // A level that is gone has nothing to say; one that took its place does.
        var level = BuiltInPack.Catalog.Entries.Select(e => e.Level).OfType<Level>().FirstOrDefault(l => l.Id == id || l.Formerly.Contains(id));
        if (level is not { Kind: LevelKind.Write or LevelKind.Repair or LevelKind.Golf })
        {
            yield break;
        }

        var prepared = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!;
        var run = LevelRun.Run(prepared, SourceText.From("predicate", answer), prepared.Scope with { Vocabulary = default });
        if (run.Verdict.IsPass() && !mayPass)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{level.Id}: {answer}: {run.Verdict.Word()}\n");
        }

        foreach (var sentence in Beliefs.Of(prepared, run).Where(s => untrue.Any(u => s.Contains(u, StringComparison.Ordinal))))
        {
            yield return $"{level.Id}: {answer}: {sentence}\n";
        }
    }
}

using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>
/// Who changes a word of a table must look at every golden that it changes: with more than ten, nobody looks. Of a
/// screen a golden has what it is about, so that a word stands in few.
/// </summary>
public sealed class GoldenWordsTests
{
    const int Most = 10;

    [Fact]
    public void No_word_of_the_tables_stands_in_more_than_ten_goldens()
    {
        var goldens = Repository.Files("tests", "*.txt").Where(f => f.Contains("/Goldens/", StringComparison.Ordinal)).ToDictionary(f => f, Repository.Read);
        Assert.True(goldens.Count > 20, string.Join('\n', goldens.Keys));
        Assert.Equal([], Crowded(Tables(), goldens));
    }

    [Fact]
    public void A_word_that_stands_in_eleven_is_found()
    {
        var goldens = Enumerable.Range(0, Most + 1).ToDictionary(i => $"golden {i}", _ => "│ > migrated          0  │");
        Assert.Equal(["metrics: 'migrated' in 11"], Crowded([("metrics", "migrated"), ("metrics", "migrate")], goldens));
    }

    [Fact]
    public void Every_table_has_words_that_the_goldens_show()
    {
        var goldens = Repository.Files("tests", "*.txt").Where(f => f.Contains("/Goldens/", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        Assert.All(Tables().GroupBy(t => t.Table, t => t.Word), table => Assert.Contains(table, w => goldens.Exists(g => Shows(g, w))));
    }

    static IEnumerable<string> Crowded(IEnumerable<(string Table, string Word)> words, Dictionary<string, string> goldens) =>
        from word in words.Distinct()
        let shown = goldens.Where(g => Shows(g.Value, word.Word)).Select(g => Path.GetFileNameWithoutExtension(g.Key)).ToList()
        where shown.Count > Most
        select $"{word.Table}: '{word.Word}' in {shown.Count}";

    /// <summary>Whether a text has it whole; of a sentence, which may be wrapped, its first three words.</summary>
    static bool Shows(string text, string title)
    {
        var beginning = string.Join(' ', title.Split(' ').Take(3));
        return Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(beginning)}(?!\w)");
    }

    /// <summary>Every word and sentence of the tables. A mark stands with its letter, a key's word with its key: so they are read.</summary>
    static IEnumerable<(string Table, string Word)> Tables() =>
    [
        .. Metric.All.Select(m => ("metrics", m.Title)),
        .. Enum.GetValues<GoalTier>().Select(t => ("tiers", t.Word())),
        .. Enum.GetValues<Verdict>().Where(v => v != Verdict.None).Select(v => ("medals", MedalWords.Medal(v, hasMore: true))),
        .. Enum.GetValues<LevelState>().Where(s => s != LevelState.New).Select(s => ("states of levels", s.Word())),
        .. LevelKinds.All.Select(k => ("level kinds", $"{k.Word()}, ")),
        .. LevelKinds.All.Select(k => ("level kinds", k.Row().Does)),
        .. Enum.GetValues<PageVerdict>().Select(v => ("verdicts", Words.Verdict(v))),
        .. Enum.GetValues<PageVerdict>().SelectMany(v => Marks(VerdictLooks.Of(v))),
        .. KindLooks.All.SelectMany(l => Marks(l)),
        .. MarkLooks.All.SelectMany(l => Marks(l)),
        .. TermLooks.All.SelectMany(l => Marks(l)),
        .. Enum.GetValues<ScanMark>().SelectMany(m => Marks(ScanLooks.Of(m))),
        .. Enum.GetValues<PageFate>().Select(f => ("fates", ForecastWords.Of(f))),
        .. Enum.GetValues<SkipAnswer>().Select(a => ("answers", $"says {Words.Answer(a)}")),
        .. from kind in Enum.GetValues<HolderKind>()
           from count in new[] { 1, 2 }
           select ("holders", Words.Holder(new ReferenceHolder(kind, count))),
        .. KeyMap.Rows.Where(r => r.Footer is not null).SelectMany(r => r.Keys.Select(k => ("keys", $"{Footer.Short(KeyMap.Shown(k))} {r.Footer}"))),
        .. KeyMap.Rows.Select(r => ("help", r.Help)),
    ];

    static IEnumerable<(string Table, string Word)> Marks(Look look) =>
        new[] { look.Name, look.Short }.OfType<string>().Select(name => ("marks", $"{look.Glyph} {name}"));
}

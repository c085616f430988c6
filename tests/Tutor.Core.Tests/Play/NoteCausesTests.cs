using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Levels;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Play;

/// <summary>
/// A note that names causes is shown where one of them decided pages that it speaks of, and only there. Asked of random
/// predicates; what decides is worked out here once more, from the conditions that each was put together from.
/// </summary>
public sealed class NoteCausesTests
{
    const int Seed = 20_261_128;
    const int Predicates = 300;

    public static TheoryData<string> LevelsWithCauses =>
        ["uses", .. BuiltInPack.Catalog.Entries.Where(e => e.Level is { Pages: < 1 << 20 } level && level.Misconceptions.Any(m => !m.Uses.IsEmpty)).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(LevelsWithCauses))]
    public void A_note_is_shown_where_its_name_decides_pages_of_that_kind_and_nowhere_else(string id)
    {
        var prepared = Prepared(id);
        var random = new Random(Seed);
        var (shown, heldBack) = (0, 0);
        for (var i = 0; i < Predicates; i++)
        {
            var condition = RandomCondition.Next(random);
            var run = LevelRun.Run(prepared, SourceText.From("p", condition.Text), prepared.Scope with { Vocabulary = default, TakenAway = ImmutableDictionary<string, string>.Empty, States = [] });
            foreach (var note in prepared.Level.Misconceptions.Where(m => !m.Uses.IsEmpty))
            {
                var fits = run.Maps.Where(m => note.ShowsIn(m.Result.Metrics, m.Map.Perfect, m.ByKind)).ToList();
                var isCaused = fits.Any(m => Deciding(condition, note, m).Overlaps(note.Uses));
                Assert.True(isCaused == run.Misconceptions.Contains(note), $"seed {Seed}, predicate {i}, note '{note.Id}':\n{condition.Text}");
                shown += isCaused ? 1 : 0;
                heldBack += fits.Count > 0 && !isCaused ? 1 : 0;
            }
        }

        // Both happen, or the test would hold for a program that shows all notes, or none.
        Assert.True(id != "uses" || (shown > 50 && heldBack > 50), $"{shown} shown, {heldBack} held back");
    }

    /// <summary>The names in conditions that decided a page which the note's signs count.</summary>
    static HashSet<string> Deciding(RandomCondition condition, Misconception note, MapRun run)
    {
        var settings = run.Map.Settings;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sign in note.Signs)
        {
            foreach (var (page, counts) in run.Map.Map.Palette.Zip(run.Result.ByState))
            {
                var isCounted = (sign.OfKind is null || sign.OfKind == page.Kind) && counts.Candidates > 0
                    && (sign.Bound.Side == BoundSide.Max || sign.Metric.CountOfKind is not { } count || count(KindScore.Of([page], [counts])[0]) > 0);
                for (var pass = 1; isCounted && pass <= settings.Passes; pass++)
                {
                    names.UnionWith(condition.Decide(page.AtPass(pass).Drained(settings.DrainedCpus.AsSpan()), settings.Control).Names);
                }
            }
        }

        return names;
    }

    static PreparedLevel Prepared(string id)
    {
        var problems = new DiagnosticBag();
        var level = id == "uses" ? LevelReader.Read(LevelFixture.Text("play", id), BuiltInPack.Catalog.Kinds, problems)
            : BuiltInPack.Catalog.Entries.Single(e => e.Id == id).Level;
        return PreparedLevel.Prepare(level ?? throw new InvalidOperationException(string.Join('\n', problems.ToImmutable())), new BuiltInPack(), problems)!;
    }
}

/// <summary>A predicate that was put together from conditions, and which of them decide.</summary>
abstract partial class RandomCondition
{
    static readonly string[] Asked =
    [
        "folio_ref_count(folio) - 1 > folio_mapcount(folio)", "folio_ref_count(folio) > 1", "page_count(page) > 3",
        "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)", "mapping != NULL", "mapping == NULL",
        "folio_test_anon(folio)", "folio_test_large(folio)", "folio_order(folio) > 3", "folio_nr_pages(folio) == 1",
        "folio_maybe_dma_pinned(folio)", "folio_test_private(folio)", "folio_mapped(folio)", "folio_mapcount(folio) > 0",
        "page_mapcount(page) < folio_mapcount(folio)", "page_count(page) > page_mapcount(page) + 1", "true", "false",
    ];

    public abstract string Text { get; }

    /// <summary>What it says of a page, and the names in the conditions that say it.</summary>
    public abstract (bool Value, ImmutableHashSet<string> Names) Decide(PageState page, CompactControl control);

    /// <summary>An expression, or a function with an <c>if</c> in front.</summary>
    public static RandomCondition Next(Random random) => random.Next(4) switch
    {
        0 => new EarlyReturn(Expression(random, 2), Expression(random, 2)),
        _ => Expression(random, 3),
    };

    static RandomCondition Expression(Random random, int depth) => depth == 0 ? Leaf(random) : random.Next(6) switch
    {
        0 or 1 => new Both(Expression(random, depth - 1), Expression(random, depth - 1), isAnd: true),
        2 or 3 => new Both(Expression(random, depth - 1), Expression(random, depth - 1), isAnd: false),
        4 => new Not(Expression(random, depth - 1)),
        _ => Leaf(random),
    };

    static One Leaf(Random random) => new(Asked[random.Next(Asked.Length)]);

    sealed partial class One(string text) : RandomCondition
    {
        readonly Predicate _asked = Predicate.Compile(SourceText.From("part", text), PredicateScope.All).Predicate!;

        readonly ImmutableHashSet<string> _names =
        [
            .. NamePattern().Matches(text).Select(m => m.Value).SelectMany(n => BuiltIns.Find(n) is { } found ? new[] { found.Name, found.Means ?? found.Name } : []),
        ];

        public override string Text => text;

        public override (bool Value, ImmutableHashSet<string> Names) Decide(PageState page, CompactControl control) =>
            (_asked.Ask(page, control) == SkipAnswer.Skip, text is "true" or "false" ? [] : _names);

        [GeneratedRegex("[a-z_]+")]
        private static partial Regex NamePattern();
    }

    sealed class Not(RandomCondition inner) : RandomCondition
    {
        public override string Text => $"!({inner.Text})";

        public override (bool Value, ImmutableHashSet<string> Names) Decide(PageState page, CompactControl control) =>
            inner.Decide(page, control) is var (value, names) ? (!value, names) : default;
    }

    sealed class Both(RandomCondition left, RandomCondition right, bool isAnd) : RandomCondition
    {
        public override string Text => $"({left.Text}) {(isAnd ? "&&" : "||")} ({right.Text})";

        /// <summary>The first that settles it alone; where none does, both.</summary>
        public override (bool Value, ImmutableHashSet<string> Names) Decide(PageState page, CompactControl control)
        {
            var (first, second) = (left.Decide(page, control), right.Decide(page, control));
            return first.Value != isAnd ? first : second.Value != isAnd ? second : (isAnd, first.Names.Union(second.Names));
        }
    }

    sealed class EarlyReturn(RandomCondition condition, RandomCondition otherwise) : RandomCondition
    {
        public override string Text => $$"""
            static bool skip(struct page *page, struct folio *folio, struct address_space *mapping)
            {
            	if ({{condition.Text}})
            		return true;
            	return {{otherwise.Text}};
            }
            """;

        public override (bool Value, ImmutableHashSet<string> Names) Decide(PageState page, CompactControl control)
        {
            var first = condition.Decide(page, control);
            return first.Value ? first : otherwise.Decide(page, control) is var (value, names) ? (value, names.Union(first.Names)) : default;
        }
    }
}

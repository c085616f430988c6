using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Scoring;

namespace Tutor.Core.Levels;

/// <summary>
/// Every key of a level file, of <c>kinds.yaml</c> and of <c>pack.yaml</c>: the one table that the reader, the
/// JSON schema and the author's guide are made of.
/// </summary>
static class LevelKeys
{
    static readonly NameShape Name = new();
    static readonly TextShape Text = new();
    static readonly TextShape Title = new(60);
    static readonly PredicateShape Skip = new();
    static readonly WordShape Zones = Words(MemoryWords.Zones);
    static readonly WordShape Migratetypes = Words(MemoryWords.Migratetypes);

    static readonly WordShape Expected = new([.. Enum.GetValues<Verdict>().Select(v => v.Word())]);

    static readonly WordShape Vocabulary = new(
    [
        .. VocabularyGroups.All.Select(g => g.Name),
        // 'mapping' and 'cc' are groups and names; the group has the name in it.
        .. BuiltIns.All.Where(b => b.Group is not null).Select(b => b.Name)
            .Except(VocabularyGroups.All.Select(g => g.Name)).Order(StringComparer.Ordinal),
    ]);

    /// <summary>What can be asked about a page dump.</summary>
    static readonly ImmutableArray<string> DumpItems = ["accounted", "unexplained", "skips", "moves"];

    /// <summary>A kernel name, as a predicate may write it.</summary>
    static readonly WordShape UsedName = new([.. BuiltIns.All.Select(b => b.Name).Distinct().Order(StringComparer.Ordinal)]);

    static readonly NamedShape Mix = new(new NumberShape(0, MapRecipe.MostWeight));

    static readonly KeysShape Layout = new("layout",
    [
        new("runs", new ListShape(new NumberShape(1, MapRecipe.LongestRun), 2, 2),
            "[least, most] pages of one kind in a row; [1, 1] scatters them", IsRequired: true),
    ]);

    static readonly ListShape Placements = new(new KeysShape("placement",
    [
        new("page", new PagesShape(), "The page, or pages", IsRequired: true),
        new("kind", Name, "Their page kind", IsRequired: true),
        new("because", Text, "Why, for the page card"),
    ]), 10_000);

    static readonly ListShape Regions = new(new KeysShape("region",
    [
        new("at", new PagesShape(), "Where: \"+A..+B\", half-open; later regions win", IsRequired: true),
        new("zone", Zones, "Zone of these pages"),
        new("migratetype", Migratetypes, "Migratetype of these pageblocks"),
        new("mix", Mix, "Weights in pages by kind"),
        new("layout", Layout, "How runs lie"),
        new("set", Placements, "Single pages; what is drawn goes round them"),
    ]), 1_000);

    /// <summary>A page kind, here and in <c>kinds.yaml</c>.</summary>
    public static KeysShape PageKind { get; } = new("page kind",
    [
        new("flags", new ListShape(Words(MemoryWords.Flags)), "What is set about the page"),
        new("holders", new ListShape(new KeysShape("holder",
        [
            new("what", Words(MemoryWords.Holders), "Who holds references", IsRequired: true),
            new("count", new RangeShape(0, Scenarios.PageKind.MostCount),
                "How many; with based_on, 0 removes the base's"),
            new("by", new TextShape(40), "The name that people know it by"),
            new("until", new NumberShape(1, 1_000), "Held in passes 1 to this one; absent: for ever"),
            new("cpu", Words(MemoryWords.Cpus), "Of an lru_batch: whose"),
        ]), Scenarios.PageKind.MostHolders), "Who holds references; counts follow from them"),
        new("order", new NumberShape(0, Scenarios.PageKind.HighestOrder), "A folio of 2^order pages"),
        new("partial", new FlagShape(), "Some of its pages are unmapped: 6.12 splits the folio before anything else"),
        new("migrate_op", Words(MemoryWords.MigrateOps), "How the owner migrates"),
        new("refuses", Words(MemoryWords.Refusals), "The owner says no, and no count shows it"),
        new("zone", Zones, "The only zone such a page can be in"),
        new("migratetype", Migratetypes, "The only kind of pageblock such a page can be in"),
        new("based_on", Name, "Another kind, whose flags and holders it takes"),
        new("about", Text, "One or two sentences for the player"),
    ]);

    static readonly WordShape Triggers = new(["compact_memory", "kcompactd", "direct", "contig_range"]);

    static readonly KeysShape Map = new("map",
    [
        new("id", Name, "Its name in this level", IsRequired: true),
        new("role", new WordShape([.. Enum.GetValues<MapRole>().Select(r => r.Word())]), "Drawn, or only judged; shown if absent"),
        new("trigger", Triggers, "Who starts compaction on this map; as 'run' says if absent"),
        new("pages", new NumberShape(1, MapRecipe.MostPages), "Size in pages of 4 KiB"),
        new("first_pfn", new PageShape(), "Its first pfn, \"0x…\", a multiple of 512; where its zone begins on x86-64 if absent: 0x100000 for normal and movable"),
        new("zone", Zones, "Its zone; normal if absent"),
        new("migratetype", Migratetypes, "Migratetype of its pageblocks; movable if absent"),
        new("seed", new NumberShape(0, AmountShape.Most), "Which map of the recipe; 1 if absent"),
        new("seeds", new NumberShape(1, 64), "How many maps of the recipe are judged, each with a seed of its own"),
        new("mix", Mix, "Weights in pages by kind"),
        new("layout", Layout, "How runs lie"),
        new("regions", Regions, "Parts that differ"),
        new("set", Placements, "Single pages; what is drawn goes round them"),
        new("over", Placements, "Single pages, laid over what is drawn: no other page moves"),
        new("like", Name, "Take the recipe of this map"),
        new("add", Mix, "With like: kinds on top of its mix"),
        new("recorded", Text, "A recorded map of the pack instead of a recipe: maps/….csv.gz"),
    ])
    {
        Rules =
        [
            new NeedsOneRule(["pages", "like", "recorded"], "pages: its size; or like: another map; or recorded: a recording"),
            new AloneRule("recorded",
                ["pages", "first_pfn", "zone", "migratetype", "seed", "seeds", "mix", "layout", "regions", "set", "over", "like", "add"],
                "it is what was recorded", "remove the key"),
            new BesideRule("add", "like", "put the kinds into 'mix'"),
        ],
    };

    static readonly ListShape Maps = new(Map, 16, 1);

    /// <summary>A map entry in a file of its own: what <c>tutor compare --recipe</c> reads.</summary>
    public static KeysShape Recipe { get; } = new("recipe",
    [
        .. Map.Keys.Where(k => k.Name is not ("like" or "add" or "recorded" or "role" or "trigger" or "seeds" or "pages"))
            .Select(k => k.Name == "id" ? k with { IsRequired = false } : k),
        new("pages", new NumberShape(1, MapRecipe.MostPages), "Size in pages of 4 KiB", IsRequired: true),
        new("kinds", new NamedShape(PageKind), "Page kinds of this recipe's own"),
    ]);

    static readonly NeedsOneRule HasSide = new(["max", "min"], "write { max: 0 }, { max: \"2%\" } or { min: 100 }");

    static readonly KeysShape Bound = new("bound",
    [
        new("max", new AmountShape(), "At most"),
        new("min", new AmountShape(), "At least"),
        new("on", Name, "On this map only; every map and seed if absent"),
    ])
    {
        Rules = [HasSide],
    };

    /// <summary>Of a metric that has no per cent.</summary>
    static readonly KeysShape BoundOfNumber = Bound with
    {
        Keys = [.. Bound.Keys.Select(k => k.Shape is AmountShape ? k with { Shape = new AmountShape(HasPerCent: false) } : k)],
    };

    static readonly KeysShape Bounds = new("bounds",
        [.. Metric.Goals.Select(m => new LevelKey(m.Name, HasPerCent(m) ? Bound : BoundOfNumber, Sentence(m.Sentence)))])
    {
        Least = 1,
    };

    static readonly KeysShape Sign = new("sign",
    [
        new("of", new TextShape(48), "Of this page kind; of all if absent"),
        new("max", new AmountShape(), "At most"),
        new("min", new AmountShape(), "At least"),
    ])
    {
        Rules = [HasSide],
    };

    static bool HasPerCent(Metric metric) => metric.Population != MetricPopulation.Nothing;

    /// <summary>Of a metric that is not counted by page kind.</summary>
    static readonly KeysShape SignOfMap = new("sign", [.. Sign.Keys.Where(k => k.Name != "of")]) { Rules = Sign.Rules };

    /// <summary>The whole file.</summary>
    public static KeysShape Level { get; } = new("level",
    [
        new("format", new NumberShape(1, 1), "Version of this format: 1", IsRequired: true),
        new("id", Name, "The file's name without its number", IsRequired: true),
        new("revision", new NumberShape(1, 100_000), "Counts up when maps, goals or rules change; 1 if absent"),
        new("title", Title, "For lists", IsRequired: true),
        new("kind", new WordShape([.. LevelKinds.All.Select(k => k.Word())]),
            "What the player does", IsRequired: true),
        new("formerly", new ListShape(Name, 20), "Ids of levels that became this one: what was won there counts here"),
        new("minutes", new NumberShape(1, 60), "How long it takes, for run sheets"),
        new("teaches", new ListShape(Name, 8), "Ideas met here first"),
        new("learned", Text, "One sentence that the player can say after it; in what ends a chapter, and on the certificate"),
        new("needs", new ListShape(Name, 8), "Ideas taught before"),
        new("brief", Text, "Markdown shown before play, about a dozen lines", IsRequired: true),
        new("lesson", Text, "A Markdown file of the pack: lessons/….md"),
        new("after", Text, "Markdown said after a pass: why it was right"),
        new("sources", new ListShape(Text, 20), "Where the facts come from"),
        new("skip", new KeysShape("skip",
        [
            new("vocabulary", new ListShape(Vocabulary), "Groups or names that the player may use"),
            new("starter", Skip, "What the editor begins with"),
            new("names", new WordShape(KernelNamesWords.All) { CureOfRelease = KernelNamesWords.Cure }, "The release whose meaning the kernel's names have; the scanner's if absent"),
        ]), "The predicate that the player writes"),
        new("takes_away", new NamedShape(Text) { Form = new("^[a-z_][a-zA-Z0-9_-]{0,63}$", "a name or group that predicates may use", "write its reason behind it: 'folio_ref_count: …'") },
            "Names that an earlier level lent and this one does not, each with the reason"),
        new("kinds", new NamedShape(PageKind), "Page kinds of this level's own"),
        new("maps", Maps, "The memory"),
        new("run", new KeysShape("run",
        [
            new("trigger", Triggers, "Who starts compaction"),
            new("order", new NumberShape(-1, 10), "The order wanted, for direct and kcompactd"),
            new("scanners", new WordShape(["migrate", "both"]), "migrate: target pages are plentiful; both: as recorded"),
            new("passes", new NumberShape(1, 100), "Times the run starts over at the first page"),
            new("budget_ns", new NumberShape(1, 1_000_000_000_000), "The run ends when it has cost this much"),
            new("mode", new WordShape(["async", "sync_light", "sync"]), "How much a migration may wait"),
            new("unevictable", new FlagShape(), "compact_unevictable_allowed; true if absent"),
            new("gfp_fs", new FlagShape(), "May it enter the file system; true if absent"),
            new("own_references", new NumberShape(0, 1), "References the scanner holds when it asks; 0 before late v6.1-rc"),
            new("release", new WordShape(KernelReleases.All) { CureOfRelease = KernelReleases.Cure }, "Whose scanner; 6.1 if absent"),
            new("races", new ListShape(new KeysShape("race",
            [
                new("page", new PageShape(), "Where", IsRequired: true),
                new("what", new WordShape(["referenced", "released", "freed", "lru_lost"]),
                    "What happens between the check and the migration", IsRequired: true),
                new("pass", new NumberShape(1, 100), "In which pass; 1 if absent"),
            ]), 1_000), "What happens to single pages behind the scanner's back"),
        ]), "Who compacts, and how"),
        new("goals", new KeysShape("goals",
        [
            new("pass", Bounds, "To pass", IsRequired: true),
            new("silver", Bounds, "Beyond passing"),
            new("gold", Bounds, "The best there is"),
        ]), "What a run must come to, on every map and seed"),
        new("no_silver", Text, "Why there is no silver or no gold to win"),
        new("transfer", new FlagShape(), "The point is that an earlier test holds again: its answer may win here unchanged"),
        new("misconceptions", new ListShape(new KeysShape("misconception",
        [
            new("id", Name, "Its name", IsRequired: true),
            new("when", new KeysShape("signs",
                [
                    .. Metric.Goals.Select(m => new LevelKey(m.Name, m.CountOfKind is null ? SignOfMap : Sign, Sentence(m.Sentence))),
                    new("uses", new ListShape(UsedName, 8, 1), "Names of which one must stand in a term that decided those pages"),
                ]) { Least = 1, Rules = [new NeedsOneRule([.. Metric.Goals.Select(m => m.Name)], "say how it shows: { false_skips: { of: anon, min: \"50%\" } }")] }, "How it shows in the score", IsRequired: true),
            new("say", Text, "Markdown for the player", IsRequired: true),
        ]), 20), "Wrong beliefs that show in the score"),
        new("hints", new ListShape(new KeysShape("hint",
        [
            new("kind", new WordShape(["nudge", "concept", "page", "shape", "answer"]), "Which rung", IsRequired: true),
            new("text", Text, "Markdown", IsRequired: true),
        ]), 10), "A ladder, the answer last"),
        new("options", new ListShape(new KeysShape("option",
        [
            new("id", Name, "Its name", IsRequired: true),
            new("skip", Skip, "The predicate", IsRequired: true),
            new("feedback", Text, "What to say to whoever picks it", IsRequired: true),
            new("misconception", Name, "The belief that it shows"),
        ]), 8, 2), "Of a pick level: which one is right is computed"),
        new("mark", new KeysShape("mark",
        [
            new("shows", new ListShape(Vocabulary, Least: 1),
                "Groups or names: what the player sees of each page before the marks are handed in", IsRequired: true),
        ]), "Of a mark level: its one map is shown, and has 8 to 64 pages"),
        new("attack", new KeysShape("attack",
        [
            new("against", Name, $"The predicate: the id of a solution with 'skip', of a revision ({string.Join(", ", Revisions.All.Select(r => r.Id))}), or 'last': the player's own last answer", IsRequired: true),
            new("kinds", new ListShape(Name, 40, 1), "Page kinds that can be painted", IsRequired: true),
            new("pages", new NumberShape(1, LevelAttack.MostPages), "Frames of the memory: free where nothing is painted, zone normal, from pfn 0x100000", IsRequired: true),
        ]), "Of an attack level: in place of maps"),
        new("predict", new KeysShape("predict",
        [
            new("dump", Text, "Ask about a page dump instead of maps: dumps/….txt"),
            new("page", new NumberShape(1, 1_000), "Which dump of that file; the first if absent"),
            new("items", new ListShape(new KeysShape("item",
            [
                new("page", new PageShape(), "What becomes of this page?"),
                new("metric", new WordShape([.. Metric.Predictable.Select(m => m.Name)]), "How large will this be?"),
                new("accounted", new WordShape([.. Enum.GetValues<AccountedHolder>().Select(DumpCard.WordOf)]),
                    "Of a dump: how many references does this holder account for?"),
                new("unexplained", new FlagShape(), "Of a dump: how many references are left over?"),
                new("skips", new WordShape([.. Revisions.All.Select(r => r.Id)]), "Of a dump: would this revision have skipped the page?"),
                new("moves", new FlagShape(), "Of a dump: would the page move now?"),
                new("within", new AmountShape(), "How far off a guess may be; a per cent is of the answer"),
            ])
            {
                Rules =
                [
                    new NeedsOneRule(["page", "metric", "accounted", "unexplained", "skips", "moves"],
                        "write { page: \"+5\" } or { metric: migrated, within: 20 }; of a dump { accounted: mapping } or { moves: true }"),
                    new AloneRule("page", ["metric", "within", .. DumpItems], "what becomes of one page is foretold",
                        "make two items of it; 'within' is of numbers"),
                    new AloneRule("metric", DumpItems, "one thing is foretold", "make two items of it"),
                    new AloneRule("accounted", ["within", "unexplained", "skips", "moves"], "one exact thing is foretold", "make two items of it"),
                    new AloneRule("unexplained", ["skips", "moves"], "one thing is foretold", "make two items of it"),
                    new AloneRule("skips", ["within", "moves"], "it is yes or no", "make two items of it, and remove 'within'"),
                    new AloneRule("moves", ["within"], "it is yes, no or cannot tell", "remove 'within'"),
                ],
            }, 30, 1), "What to foretell; answers are computed", IsRequired: true),
        ]), "Of a predict level"),
        new("repair", new KeysShape("repair",
            [new("start", Name, "The solution that the editor begins with", IsRequired: true)]), "Of a repair level"),
        new("golf", new KeysShape("golf",
            [new("measure", new WordShape(["nodes", "loads"]), "What is counted", IsRequired: true)]), "Of a golf level"),
        new("facilitator", new KeysShape("facilitator's notes",
        [
            new("ask", Text, "What to ask the class before it plays"),
            new("wrong", new ListShape(new KeysShape("wrong answer",
            [
                new("skip", Skip, "The predicate that somebody will hand in"),
                new("option", Name, "Of a pick level: the option that somebody will choose"),
                new("why", Text, "What they believe, and what to say", IsRequired: true),
            ])
            {
                Rules =
                [
                    new NeedsOneRule(["skip", "option"], "write the predicate, or of a pick level the option"),
                    new AloneRule("skip", ["option"], "it is one answer", "make two answers of it"),
                ],
            }, 20), "Wrong answers to expect"),
            new("minutes", new NumberShape(1, 120), "How long a class takes"),
        ])
        {
            Least = 1,
        }, "For whoever runs a workshop"),
        new("solutions", new ListShape(new KeysShape("solution",
        [
            new("id", Name, "Its name", IsRequired: true),
            new("skip", Skip, "The predicate"),
            new("pages", new ListShape(Name, LevelAttack.MostPages), "Of an attack level: the painted kinds in pfn order, 'free' for a gap"),
            new("expect", Expected, "What it comes to", IsRequired: true),
            new("source", Text, "Where it comes from; such a solution may use every name"),
            new("misconception", Name, "The belief that it must show"),
        ])
        {
            Rules =
            [
                new NeedsOneRule(["skip", "pages"], "write the predicate; of an attack level the painted pages"),
                new AloneRule("skip", ["pages"], "a solution is a predicate, or a painting", "make two solutions of it"),
            ],
        }, 20), "What the linter runs: right ones, and wrong ones that must fail"),
        new("allow", new NamedShape(Text, 40) { Form = new("^TUT4[0-9]{3}$", "a code of the linter, as TUT4001", "'tutor explain' lists them") },
            "Findings of the linter that are meant: code and reason"),
    ])
    {
        Rules =
        [
            .. LevelKindKeys.Rules,
            new NeedsOneRule(["maps", "predict", "attack"], "add 'maps: …': the memory. Only a forecast about a page dump goes without: predict: { dump: dumps/….txt, … }, and a memory that the player paints: attack: { … }"),
        ],
    };

    /// <summary><c>kinds.yaml</c>.</summary>
    public static KeysShape KindsFile { get; } = new("page kinds",
    [
        new("format", new NumberShape(1, 1), "Version of this format: 1", IsRequired: true),
        new("kinds", new NamedShape(PageKind, 500), "Page kinds by name", IsRequired: true),
    ]);

    /// <summary><c>pack.yaml</c>.</summary>
    public static KeysShape PackFile { get; } = new("pack",
    [
        new("format", new NumberShape(1, 1), "Version of this format: 1"),
        new("id", Name, "The pack's name", IsRequired: true),
        new("title", Title, "For people", IsRequired: true),
        new("version", new TextShape(20), "Of the pack"),
        new("licence", new TextShape(60), "Under which it may be passed on"),
        new("authors", new ListShape(new TextShape(80)), "Who wrote it"),
        new("requires", new VersionShape(), "The program's version that it needs, in quotes: \"1.0\""),
        new("extends", new WordShape([Pack.BuiltInId]), "The pack that this one adds to: its levels, ideas and glossary can be used"),
        new("chapters", new ListShape(new KeysShape("chapter",
        [
            new("id", Name, "Its name", IsRequired: true),
            new("title", Title, "For people", IsRequired: true),
            new("levels", new ListShape(Name), "Ids of its levels, in order", IsRequired: true),
        ]), 50, 1), "The levels in order", IsRequired: true),
    ]);

    static WordShape Words<T>(ImmutableArray<(string Word, T Value)> table) => new([.. table.Select(w => w.Word)]);

    static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}

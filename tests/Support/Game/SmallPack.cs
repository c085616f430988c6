using System.Globalization;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Tests.Support;

/// <summary>A pack of a few small levels on a map of 1,024 pages, held in memory.</summary>
sealed class SmallPack : ILevels, IPackFiles
{
    public const string RightAnswer = "folio_ref_count(folio) - 1 - folio_expected_refs(mapping, folio) + 1 > folio_mapcount(folio)";

    /// <summary>A letter is eight pages.</summary>
    const string Drawing = "aaaaffffk..aappaffaaaa.kffffaaap";

    const string Brief = "Some pages of this memory are **pinned** by a network card. Skip them, and *only* them.\n\nThe scanner calls your predicate for each page that it could take.";

    static readonly Dictionary<char, string> Kinds = new()
    {
        ['a'] = "anon", ['f'] = "file", ['k'] = "slab", ['p'] = "rdma-anon", ['.'] = "free",
    };

    readonly Dictionary<string, string> _files;

    /// <param name="pages">What the level files say of their maps' size; it is built small all the same.</param>
    public SmallPack(int pages = 0)
    {
        _files = Files(1024);
        var small = Read();
        if (pages > 0)
        {
            _files = Files(pages);
        }

        Catalog = pages > 0 ? Read() : small;
        _small = small;
    }

    readonly LevelCatalog _small;

    public LevelCatalog Catalog { get; }

    public PreparedLevel? Prepare(Level level, DiagnosticBag problems, IProgress<double>? progress, CancellationToken cancellation) =>
        PreparedLevel.Prepare(_small.Entries.FirstOrDefault(e => e.Id == level.Id)?.Level ?? level, this, problems, progress: progress, cancellation: cancellation);

    public string? ReadText(string path) => _files.GetValueOrDefault(path);

    (SourceText? Text, Diagnostic? Problem) IPackFiles.ReadText(string relative) =>
        (ReadText(relative) is { } text ? SourceText.From(relative, text) : null, null);

    (byte[]? Bytes, Diagnostic? Problem) IPackFiles.ReadBytes(string relative) => (null, null);

    LevelCatalog Read() => LevelCatalog.Read(this, [.. _files.Keys.Where(k => k.EndsWith(".yaml", StringComparison.Ordinal) && k is not ("pack.yaml" or "kinds.yaml"))], PageKinds.Empty);

    static Dictionary<string, string> Files(int pages) => new()
    {
        ["closing.md"] = "# What this pack taught\n\nThat counts are not holders.\n",
        ["pack.yaml"] = """
            format: 1
            id: small
            title: "Small pack"
            version: "1.0.0"
            licence: MIT
            authors: ["Nobody"]
            requires: "1.0"
            chapters:
              - { id: who, title: "Who holds a page", levels: [pinned-anon, which-one] }
              - { id: later, title: "Later", levels: [foretell, look-on, broken] }
            """,
        ["kinds.yaml"] = """
            format: 1
            kinds:
              anon: { flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping }], about: "Private memory of a process, mapped once." }
              rdma-anon: { flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping }, { what: pin, by: rdma }], about: "Pinned by a network card." }
              file: { flags: [lru, uptodate], migrate_op: filemap, holders: [{ what: page_cache }], about: "A page of a file." }
              slab: { flags: [slab], holders: [{ what: owner }], about: "The kernel's own." }
              free: { flags: [buddy] }
            """,
        ["pinned-anon.yaml"] = Level("pinned-anon", "An extra reference", "write", 5, pages) + $$"""
            teaches: [extra-reference]
            needs: [skip-predicate]
            learned: "Take the expected ones off."
            after: "Take the expected ones off. What is left holds the page."
            skip: { starter: "folio_ref_count(folio) > 1" }
            goals:
              pass: { futile: { max: "2%" }, false_skips: { max: 0 } }
              gold: { blocks_freed: { min: 1 } }
            hints:
              - { kind: nudge, text: "Who else holds a reference while the scanner asks?" }
              - { kind: answer, text: "Take one off: the scanner's own." }
            solutions:
              - { id: reference, skip: "{{RightAnswer}}", expect: pass }

            """,
        ["which-one.yaml"] = Level("which-one", "Which one asks the right thing?", "pick", 3, pages) + $$"""
            options:
              - { id: all, skip: "true", feedback: "This skips everything." }
              - { id: refs, skip: "folio_ref_count(folio) > 1", feedback: "The scanner's own reference is counted too." }
              - { id: right, skip: "{{RightAnswer}}", feedback: "Everything that migration expects is taken off." }
            goals:
              pass: { futile: { max: "2%" }, false_skips: { max: 0 } }

            """,
        ["foretell.yaml"] = Level("foretell", "What will happen?", "predict", 3, pages,
            "      - { page: \"+104\", kind: rdma-anon, because: \"the card writes here\" }\n") + """
            skip: { starter: "false" }
            predict: { items: [{ page: "+0" }, { page: "+104" }] }
            hints:
              - { kind: nudge, text: "Who holds each?" }

            """,
        ["look-on.yaml"] = Level("look-on", "Look on", "watch", 2, pages) + """
            skip: { starter: "folio_ref_count(folio) > 1" }

            """,
        ["broken.yaml"] = Level("broken", "A level with a mistake in its file", "open", 3, pages).Replace("\ntitle:", "\nmaaps: []\ntitle:", StringComparison.Ordinal),
        ["lessons/small.md"] = "# References\n\nA page *counts* who holds it. See the [glossary](../glossary.md#pin).\n\n```predicate\ntrue\n```\n\n```predicate map=host\nfolio_ref_count(folio) > 2\n```\n\n```pages\nanon:2 rdma-anon free\n```\n\nA [pin](#pin) keeps it.\n\n## More\n\nFrom the manual.\n",
        ["guides/learner.md"] = "# How to play\n\n| key | does |\n|---|---|\n| `a \\| b` | either |\n| `c` | the third |\n",
        ["diagnostics/TUT2001.md"] = "# TUT2001: an unknown name\n\nThere is no such name.\n",
        ["reference/counts.md"] = "# Reference and map counts\n\n## `folio_ref_count`\n\nReferences on the folio.\n",
        ["glossary.md"] = "# Glossary\n\npin\n: A reference that keeps a page where it is.\n",
    };

    static string Level(string id, string title, string kind, int minutes, int pages, string set = "")
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            format: 1
            id: {id}
            title: "{title}"
            kind: {kind}
            minutes: {minutes}
            brief: "{Brief.Replace("\n", "\\n", StringComparison.Ordinal)}"
            lesson: lessons/small.md
            run: {'{'} trigger: compact_memory {'}'}
            maps:
              - id: host
                role: shown
                pages: {pages}
                seed: 1
                first_pfn: "0x10000"
                mix: {'{'} free: 1 {'}'}

            """));
        text.Append(set.Length > 0 ? $"    set:\n{set}" : "").Append("    regions:\n");
        for (var at = 0; at < 1024; at += 8)
        {
            var kindOf = Kinds[Drawing[at / 8 % Drawing.Length]];
            text.Append(CultureInfo.InvariantCulture, $"      - {{ at: \"+{at}..+{at + 8}\", mix: {{ {kindOf}: 1 }} }}\n");
        }

        return text.ToString();
    }
}

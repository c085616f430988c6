namespace Tutor.Cli;

/// <summary>What <c>tutor new</c> writes. ID stands for the new thing's id.</summary>
static class NewFiles
{
    public const string Level =
        """
        # A level. 'tutor explain' lists the functions that predicates may call; 'tutor schema' prints every key.
        format: 1
        id: ID
        revision: 1                 # raise it when the level changes: then it must be passed anew
        title: "What the level is called"
        kind: write                 # watch predict pick repair write golf open
        minutes: 5
        brief: |
          What lies before the player, and what is asked: two or three sentences, in Markdown.
        skip:
          vocabulary: [counts, mapping, expected-refs]   # groups or single functions
          starter: |
            false
        maps:
          - id: host
            role: shown             # the player sees this one
            pages: 4096
            seed: 1                 # the same seed gives the same map, for ever
            mix: { anon: 40, file: 20, vfio-shmem: 20, slab: 5, free: 15 }   # page kinds, weighed in pages
          - { id: crowd, role: hidden, like: host, seeds: 4, add: { libc-2000: 3 } }   # the player never sees this one
        goals:                      # every map and every seed must meet every bound
          pass: { futile: { max: "2%" }, false_skips: { max: "1%" } }
          gold: { futile: { max: 0 }, false_skips: { max: 0 } }
        hints:                      # from a nudge to the answer; nothing but the last gives it away
          - { kind: nudge, text: "Who holds a reference on a page of the page cache?" }
          - { kind: answer, text: "`folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)`" }
        solutions:                  # 'tutor lint' plays each of them
          - { id: reference, skip: "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)", expect: gold }
          - { id: stock-6.1, skip: "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)", expect: fail, source: "Linux 6.1" }
          # One that passes every map the player sees and fails a hidden one: it shows what the hidden one is for.
          - { id: pins-only, skip: "folio_maybe_dma_pinned(folio)", expect: fail, source: "Linux 6.1" }

        """;

    public const string Pack =
        """
        # A pack of levels: hand out the whole folder, and play it with 'tutor --pack DIR'.
        format: 1
        id: ID
        title: "What the pack is called"
        version: "1"
        licence: CC-BY-4.0
        authors: ["Your name"]
        chapters:
          - { id: start, title: "The first chapter", levels: [first] }

        """;

    public const string Lesson =
        """
        # What the lesson is called

        One idea, in the player's words, with its source (kernel release, file, function).

        Something to try: what would change if the page were mapped twice?

        """;
}

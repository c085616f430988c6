using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens;

/// <summary>The level of the tour: eight pages, one of them pinned. A pack of its own, which every program carries.</summary>
sealed class TourLevel : ILevels, IPackFiles
{
    public const int PinnedPage = 3;

    const string Path = "tour.yaml";

    const string Text = """
        format: 1
        id: tour
        title: "Eight pages: a tour"
        kind: write
        minutes: 2
        brief: "Here a level has its lesson: one idea, a picture, something to try. This tour has none; Esc goes back."
        kinds:
          anon: { flags: [lru, anon, swapbacked, uptodate], holders: [{ what: mapping }], about: "Private memory of a process." }
          file: { flags: [lru, uptodate], migrate_op: filemap, holders: [{ what: page_cache }], about: "A page of a file." }
          free: { flags: [buddy] }
          rdma-anon:
            flags: [lru, anon, swapbacked, uptodate]
            holders: [{ what: mapping }, { what: pin, by: "a network card" }]
            about: "A network card writes into this page."
        maps:
          - id: eight
            role: shown
            pages: 8
            seed: 1
            mix: { free: 1 }
            set:
              - { page: "+0", kind: anon }
              - { page: "+1", kind: anon }
              - { page: "+2", kind: file }
              - { page: "+3", kind: rdma-anon }
              - { page: "+4", kind: anon }
              - { page: "+5", kind: file }
        skip:
          vocabulary: [folio_ref_count, folio_mapcount, folio_maybe_dma_pinned]
        run: { trigger: compact_memory }
        goals:
          pass: { futile: { max: 0 }, false_skips: { max: 0 } }
          gold: { futile: { max: 0 }, false_skips: { max: 0 } }
        hints:
          - { kind: nudge, text: "What is `folio_maybe_dma_pinned()` of page +3? Its card says who holds it." }
        """;

    public TourLevel() => Catalog = LevelCatalog.Read(this, [Path], PageKinds.Empty);

    public LevelCatalog Catalog { get; }

    public PreparedLevel? Prepare(Tutor.Core.Levels.Level level, DiagnosticBag problems, IProgress<double>? progress, CancellationToken cancellation) =>
        PreparedLevel.Prepare(level, this, problems, progress: progress, cancellation: cancellation);

    public string? ReadText(string path) => path == Path ? Text : null;

    (SourceText? Text, Diagnostic? Problem) IPackFiles.ReadText(string relative) =>
        (ReadText(relative) is { } text ? SourceText.From(relative, text) : null, null);

    (byte[]? Bytes, Diagnostic? Problem) IPackFiles.ReadBytes(string relative) => (null, null);
}

using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>
/// The player's own last answer, to be broken. The kinds of page that are offered break every answer: two of them look the
/// same to whatever a predicate can read, and only one of the two moves.
/// </summary>
public static class AttackOwnLevel
{
    public const string Id = "attack-own";

    static readonly ImmutableArray<(string Name, string Yaml)> Alike =
    [
        ("blockdev", "{ flags: [lru, uptodate], holders: [{ what: page_cache }, { what: private, by: buffer heads }], migrate_op: buffer_norefs, about: \"A page of a block device, none of whose buffer heads is in use.\" }"),
        ("blockdev-busy", "{ based_on: blockdev, refuses: busy-buffers, about: \"A page of a block device whose buffer heads are in use. No count shows it.\" }"),
    ];

    /// <summary>The level as a catalog entry without a chapter.</summary>
    public static CatalogEntry Entry()
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From($"{Id}.yaml", Text), PageKinds.Empty, problems);
        return new CatalogEntry($"{Id}.yaml", Id, level, null, problems.ToImmutable());
    }

    static string Text
    {
        get
        {
            var kinds = DailyLevel.Everyday.Concat(DailyTwist.Sync.SelectMany(t => t.Kinds)).Concat(Alike).ToList();
            return $$"""
                format: 1
                id: {{Id}}
                revision: 1
                title: "Break your own answer"
                kind: attack
                minutes: 5
                brief: |
                  This is the last predicate that you handed in. Paint a memory in which every page is one that it gets wrong: let through although it cannot move, or skipped although it would.

                  Gold wants both ways. No answer is right about everything: some holders leave no trace in what it can read.
                kinds:
                {{string.Join('\n', kinds.Select(k => $"  {k.Name}: {k.Yaml}"))}}
                attack: { against: last, kinds: [{{string.Join(", ", kinds.Select(k => k.Name))}}], pages: 16 }
                run: { trigger: compact_memory }
                goals:
                  pass: { pages_used: { min: 1 }, migrated: { max: 0 }, skipped_pins: { max: 0 } }
                  gold: { futile: { min: 1 }, false_skips: { min: 1 } }
                no_silver: "An answer is wrong in one way or in both."
                hints:
                  - { kind: nudge, text: "Paint a page of each kind, and look where the score is wrong; then erase the others." }
                  - { kind: concept, text: "`blockdev` and `blockdev-busy` look the same to every predicate, and only one of them moves." }

                """.ReplaceLineEndings("\n");
        }
    }
}

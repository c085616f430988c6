using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Play;

/// <summary>Levels of kind attack against predicates of the thread, with every page kind to paint with.</summary>
static class AttackedRevision
{
    /// <summary>The predicates that the fixture is about.</summary>
    public static readonly string[] All = ["stock", "v1", "v2", "v3", "v4", "dma-pinned", "expected-6.16"];

    /// <summary>The ways to be wrong, and how many frames show them at least.</summary>
    public static readonly (string Name, string Bounds, int Frames)[] Wrongs =
    [
        ("futile", "futile: { min: 1 }", 1),
        ("false_skips", "false_skips: { min: 1 }", 1),
        ("both", "futile: { min: 1 }, false_skips: { min: 1 }", 2),
    ];

    public static string Fixture => Path.Combine("tests", "fixtures", "smallest-attacks.txt");

    /// <exception cref="InvalidOperationException">The level made here has an error.</exception>
    public static PreparedLevel Prepare(string revision, string bounds, PageKinds all, IPackFiles files)
    {
        var kinds = all.All.Where(k => !k.IsFree && k.Zone is null or ZoneType.Normal && k.Migratetype is null or Migratetype.Movable).Select(k => k.Name);
        var text = $$"""
            format: 1
            id: fixture
            title: "A fixture"
            kind: attack
            brief: "A fixture."
            attack: { against: "{{revision}}", kinds: [anon], pages: 64 }
            no_silver: "A fixture."
            goals: { pass: { {{bounds}} } }
            """;
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From("fixture.yaml", text), all, problems)
            ?? throw new InvalidOperationException(string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format)));
        // A level offers forty kinds at most; here all are tried.
        return PreparedLevel.Prepare(level with { Attack = level.Attack! with { Kinds = [.. kinds] } }, files, problems)!;
    }
}

using System.Globalization;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Scoring;
using Tutor.Core.Tests.Play;
using Tutor.Core.Text;
using Tutor.Storage;
using Tutor.Tests.Support;

namespace Tutor.Soak;

/// <summary>Tries every memory of so many frames on the predicates of the thread, where none is known on which they are wrong.</summary>
static class AttackSoak
{
    public static int Run(int frames, int seed)
    {
        _ = seed;
        var pack = PackFolder.Open(Repository.Root)!;
        var kinds = LevelCatalog.ReadKinds(pack, PageKinds.Empty, new DiagnosticBag());
        var known = File.ReadAllLines(Path.Combine(Repository.Root, AttackedRevision.Fixture));
        foreach (var revision in AttackedRevision.All)
        {
            foreach (var (name, bounds, _) in AttackedRevision.Wrongs)
            {
                var row = known.First(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var r, var n, ..] && r == revision && n == name);
                var isNone = row.Contains(" none ", StringComparison.Ordinal);
                var prepared = AttackedRevision.Prepare(revision, bounds, kinds, pack);
                var most = isNone ? frames : Painting.TryRead(prepared.Level, row.Split(": ", 2)[1]).Painting!.Used - 1;
                var (smaller, tried) = SmallestPainting.Find(prepared, Verdict.Pass, most, int.MaxValue);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{revision,-14} {name,-12} every memory of up to {tried} frames: {smaller?.Write() ?? "none"}"));
                if (smaller is not null)
                {
                    return 1;
                }
            }
        }

        return 0;
    }
}

using System.Runtime.InteropServices;

namespace Tutor.Core.Simulation;

/// <summary>The courses of the folios that a run meets in one pass, worked out when first asked for.</summary>
sealed class FolioCourses(CompactRun run)
{
    readonly List<FolioCourse?> _known = [];

    /// <summary>
    /// How tries at this folio end. A piece always moves: splitting has shown that nobody else holds it. A
    /// scripted race decides before the counts do.
    /// </summary>
    public FolioCourse Of(MigratingFolio folio)
    {
        if (folio.IsPiece)
        {
            return default;
        }

        var course = OfState(folio.Id);
        return run.Races is not { } races || !races.TryGetValue(folio.Pfn, out var race) ? course
            : race switch
            {
                RaceKind.Referenced => course with { MoveAsync = MoveEnd.Again, Move = MoveEnd.Again },
                RaceKind.Released => default,
                RaceKind.Freed => new FolioCourse { IsUnused = true },
                RaceKind.LruLost => course,
            };
    }

    FolioCourse OfState(int id)
    {
        if (id >= _known.Count)
        {
            CollectionsMarshal.SetCount(_known, Math.Max(id + 1, run.Memory.Palette.Count));
        }

        return _known[id] ??= FolioCourse.Of(
            CourseBefore.InPass(run.Memory.Palette.StateOf(id)!, run.Settings, run.Pass), run.Control);
    }
}

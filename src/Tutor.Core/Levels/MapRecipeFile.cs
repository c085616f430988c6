using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A recipe on its own: a file that is one map entry of a level, with page kinds of its own if it likes.</summary>
/// <param name="Seed">The one that the file names; 1 if it names none.</param>
public sealed record MapRecipeFile(string Id, MapRecipe Recipe, ulong Seed, PageKinds Kinds)
{
    /// <summary>Reads one; null if it has errors, which are then among <paramref name="problems"/>.</summary>
    /// <param name="kinds">The page kinds that it may use beside its own.</param>
    public static MapRecipeFile? Read(SourceText source, PageKinds kinds, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var (map, known) = LevelMapsReader.ReadRecipe(source, kinds, problems);
        return map?.Recipe is null ? null : new MapRecipeFile(map.Id, map.Recipe, map.Seeds[0], known);
    }
}

using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing;

/// <summary>The levels and texts of a pack, as a host brings them.</summary>
interface ILevels
{
    /// <summary>Every level of the pack, in the order in which they are played.</summary>
    LevelCatalog Catalog { get; }

    /// <summary>Builds a level's maps; null with problems when one cannot be built.</summary>
    /// <param name="progress">Told how far it is, from 0 to 1, by any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    PreparedLevel? Prepare(Level level, DiagnosticBag problems, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>A text of the pack by its path in it, or null.</summary>
    string? ReadText(string path);
}

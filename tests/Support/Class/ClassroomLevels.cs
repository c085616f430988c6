using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing;

namespace Tutor.Tests.Support;

/// <summary>A pack whose levels are built once for a whole class on one machine.</summary>
sealed class ClassroomLevels(ILevels levels) : ILevels
{
    readonly Dictionary<string, PreparedLevel?> _prepared = [];

    public LevelCatalog Catalog => levels.Catalog;

    /// <summary>What can be answered to the first levels of the pack.</summary>
    public IReadOnlyList<PlannedLevel> First(int count) =>
    [
        .. Catalog.Entries.Select(e => e.Level).OfType<Level>().Where(l => l.Kind != LevelKind.Open)
            .Select(l => Prepare(l, new DiagnosticBag(), null, default)).OfType<PreparedLevel>()
            .Select(p => new PlannedLevel(p)).Where(p => p.CanBePlanned).Take(count),
    ];

    public PreparedLevel? Prepare(Level level, DiagnosticBag problems, IProgress<double>? progress, CancellationToken cancellation)
    {
        lock (_prepared)
        {
            if (!_prepared.TryGetValue(level.Id, out var prepared))
            {
                _prepared[level.Id] = prepared = levels.Prepare(level, problems, progress, cancellation);
            }

            return prepared;
        }
    }

    public string? ReadText(string path) => levels.ReadText(path);
}

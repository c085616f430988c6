using System.Collections.Immutable;

namespace Tutor.Core.Text;

/// <summary><c>TUT3xxx</c>: level files, packs and recordings.</summary>
public static class LevelCodes
{
    /// <summary>Every row, ascending. Stands last: static fields are initialised in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}

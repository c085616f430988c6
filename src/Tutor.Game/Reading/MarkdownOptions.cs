using Tutor.Core.Scenarios;

namespace Tutor.Game.Reading;

/// <summary>How a text is laid out, beyond its width.</summary>
sealed record MarkdownOptions
{
    /// <summary>
    /// What stands under a block that can be run, from its place among them (counted from 0), its text and the width; null
    /// where none can be run.
    /// </summary>
    public Func<int, string, int, List<Line>>? Under { get; init; }

    /// <summary>The kinds that blocks of pages name; null: such a block is shown as it is written.</summary>
    public PageKinds? Kinds { get; init; }

    /// <summary>For ears: a table is told row by row, a picture in words.</summary>
    public bool IsSpoken { get; init; }
}

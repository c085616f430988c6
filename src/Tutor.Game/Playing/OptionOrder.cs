using System.Collections.Immutable;
using Tutor.Core.Levels;

namespace Tutor.Game.Playing;

/// <summary>The order in which the options of a level stand: from a number, so that no place tells which is right.</summary>
static class OptionOrder
{
    /// <param name="order">0: as the author wrote them. The same number gives the same order on every machine.</param>
    public static ImmutableArray<LevelOption> Of(Level level, ulong order) => order == 0 ? level.Options
        : [.. level.Options.OrderBy(o => Mixed(order, $"{level.Id}/{o.Id}"))];

    /// <summary>FNV-1a over the number and the text, mixed once more so that its high bits depend on every letter.</summary>
    static ulong Mixed(ulong order, string text)
    {
        var hash = 14695981039346656037UL ^ order;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        hash ^= hash >> 31;
        hash = unchecked(hash * 0x9E3779B97F4A7C15UL);
        return hash ^ (hash >> 29);
    }
}

using Tutor.Game.Drawing;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>Numbers as bars that stand beside each other, a column each, over as many rows as there are.</summary>
static class BarChart
{
    public static void Draw(Grid grid, Area area, IReadOnlyList<long> values, long most, Ink ink)
    {
        var steps = Glyphs.Bars.Length;
        for (var x = 0; x < Math.Min(area.Width, values.Count); x++)
        {
            // Anything above 0 shows at least the smallest bar.
            var height = most <= 0 || values[x] <= 0 ? 0 : Math.Max(1, (int)(values[x] * area.Height * steps / most));
            for (var row = 0; row < area.Height; row++)
            {
                var part = Math.Min(height - row * steps, steps);
                if (part > 0)
                {
                    grid.Set(area.X + x, area.Bottom - 1 - row, new Cell(Glyphs.Bars[(part - 1)..part], ink));
                }
            }
        }
    }

    /// <summary>A horizontal bar for a share from 0 to 1. Anything above 0 shows at least the smallest bar.</summary>
    public static string Lying(double share, int width) =>
        new(Glyphs.Full[0], share <= 0 ? 0 : Math.Clamp((int)Math.Round(share * width), 1, width));
}

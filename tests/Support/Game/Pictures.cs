using Tutor.Game.Drawing;

namespace Tutor.Tests.Support;

/// <summary>Of a screen the part that a golden file is about, so that a changed word changes few of them.</summary>
static class Pictures
{
    /// <summary>A popup's box; of other screens all but the last row, for the footers have a golden of their own.</summary>
    public static string WithoutFooter(Player player)
    {
        var picture = player.Picture;
        return player.Game.Top.IsOverlay && picture.Boxes is { } box ? Part(picture, box) : Part(picture, new Area(0, 0, picture.Width, picture.Height - 1));
    }

    /// <summary>The last row: the keys that work here.</summary>
    public static string Footer(Player player) => player.Screen.TrimEnd('\n').Split('\n')[^1];

    /// <summary>What the keys changed, footer aside: of neighbouring rows the columns between which something is new.</summary>
    public static string ChangedBy(Player player, params string[] keys)
    {
        var before = Rows(player.Picture);
        var picture = player.Press(keys).Picture;
        var after = Rows(picture);
        var parts = new List<string>();
        for (var top = 0; top < picture.Height - 1; top++)
        {
            var height = Enumerable.Range(top, picture.Height - 1 - top).TakeWhile(y => before[y] != after[y]).Count();
            if (height > 0)
            {
                var columns = Enumerable.Range(0, picture.Width).Where(x => Enumerable.Range(top, height).Any(y => before[y][x] != after[y][x])).ToList();
                parts.Add($"row {top}:\n{Part(picture, new Area(columns[0], top, columns[^1] - columns[0] + 1, height))}");
                top += height;
            }
        }

        return string.Concat(parts);
    }

    /// <summary>The pane whose title begins so, with its frame.</summary>
    public static string Pane(Player player, string title)
    {
        var picture = player.Picture;
        var rows = Rows(picture);
        var top = Array.FindIndex(rows, r => r.Contains($"─ {title}", StringComparison.Ordinal));
        var left = rows[top].IndexOf($"─ {title}", StringComparison.Ordinal) - 1;
        var right = rows[top].IndexOfAny(['┐', '┤', '┬', '┼'], left + 1);
        var bottom = Array.FindIndex(rows, top + 1, r => r[left] != '│');
        return Part(picture, new Area(left, top, right - left + 1, bottom - top + 1));
    }

    static string Part(Grid picture, Area area) =>
        string.Concat(Rows(picture)[area.Y..(area.Y + area.Height)].Select(r => r[area.X..(area.X + area.Width)].TrimEnd() + "\n"));

    static string[] Rows(Grid picture) => [.. picture.ToString().Split('\n').Take(picture.Height).Select(r => r.PadRight(picture.Width))];
}

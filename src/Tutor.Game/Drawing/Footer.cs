using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>The last line of a screen: the keys that matter most here, from the one table.</summary>
static class Footer
{
    /// <summary>Below this width keys stand closer, and in shorter words, rather than that one is left out.</summary>
    const int Narrow = 100;

    /// <summary>From roomy to narrow: blanks between two keys, and whether the short words do.</summary>
    static readonly (int Gap, bool IsShort)[] Ways = [(2, false), (2, true), (1, true)];

    /// <param name="isOff">A command that would only be refused now: it is not listed.</param>
    public static void Draw(Grid grid, IEnumerable<KeyScope> scopes, bool isEditing = false, Func<Command, bool>? isOff = null)
    {
        var y = grid.Height - 1;
        grid.Fill(new Area(0, y, grid.Width, 1), Paper.Bar);
        var rows = KeyMap.RowsOf(scopes).Where(r => r.Footer is not null && isOff?.Invoke(r.Command) != true).ToList();
        // Help, settings and the way out are always listed; the others as far as there is room.
        var last = rows.Where(r => r.Scope == KeyScope.Everywhere).ToList();
        var way = Ways.FirstOrDefault(w => 1 + rows.Sum(r => Columns(r, w)) <= grid.Width, grid.Width < Narrow ? Ways[^1] : Ways[0]);
        var room = grid.Width - last.Sum(r => Columns(r, way));
        var x = 1;
        foreach (var row in rows.Except(last))
        {
            if (x + Columns(row, way) <= room)
            {
                x = Put(row, x);
            }
        }

        x = Math.Max(x, room);
        foreach (var row in last)
        {
            x = Put(row, x);
        }

        int Columns(KeyRow row, (int Gap, bool IsShort) how) => KeyOf(row, isEditing).Length + 1 + WordOf(row, how.IsShort).Length + how.Gap;

        int Put(KeyRow row, int start)
        {
            var end = grid.Put(start, y, KeyOf(row, isEditing), Ink.Key, Paper.Bar, CellStyle.Bold);
            end = grid.Put(end + 1, y, WordOf(row, way.IsShort), Ink.Text, Paper.Bar);
            grid.AddButton(new Area(start, y, end - start, 1), row.Command);
            return end + way.Gap;
        }
    }

    static string WordOf(KeyRow row, bool isShort) => (isShort ? row.ShortFooter : row.Footer)!;

    /// <summary>While text is typed a letter is a letter, so that only other keys are worth listing.</summary>
    static string KeyOf(KeyRow row, bool isEditing) => row.Command == Command.Help && !isEditing ? "?"
        : Short(KeyMap.Shown(isEditing ? row.Keys.FirstOrDefault(k => k.Length > 1) ?? row.Keys[0] : row.Keys[0]));

    public static string Short(string key) => key
        .Replace("Ctrl+", "^", StringComparison.Ordinal).Replace("PageUp", "PgUp", StringComparison.Ordinal)
        .Replace("PageDown", "PgDn", StringComparison.Ordinal);
}

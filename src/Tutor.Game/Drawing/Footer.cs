using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <summary>The last line of a screen: the keys that matter most here, from the one table.</summary>
static class Footer
{
    /// <param name="isOff">A command that would only be refused now: it is not listed.</param>
    public static void Draw(Grid grid, IEnumerable<KeyScope> scopes, bool isEditing = false, Func<Command, bool>? isOff = null)
    {
        var y = grid.Height - 1;
        grid.Fill(new Area(0, y, grid.Width, 1), Paper.Bar);
        var rows = KeyMap.RowsOf(scopes).Where(r => r.Footer is not null && isOff?.Invoke(r.Command) != true).ToList();
        // Help and the way out are always listed; the others as far as there is room.
        var last = rows.Where(r => r.Scope == KeyScope.Everywhere && r.Command != Command.Settings).ToList();
        var room = grid.Width - last.Sum(Columns);
        var x = 1;
        foreach (var row in rows.Except(last))
        {
            if (x + Columns(row, isEditing) <= room)
            {
                x = Put(grid, x, y, row, isEditing);
            }
        }

        x = Math.Max(x, grid.Width - last.Sum(Columns));
        foreach (var row in last)
        {
            x = Put(grid, x, y, row, isEditing);
        }
    }

    static int Columns(KeyRow row) => Columns(row, isEditing: false);

    static int Columns(KeyRow row, bool isEditing) => KeyOf(row, isEditing).Length + row.Footer!.Length + 3;

    /// <summary>While text is typed a letter is a letter, so that only other keys are worth listing.</summary>
    static string KeyOf(KeyRow row, bool isEditing) => row.Command == Command.Help && !isEditing ? "?"
        : Short(KeyMap.Shown(isEditing ? row.Keys.FirstOrDefault(k => k.Length > 1) ?? row.Keys[0] : row.Keys[0]));

    public static string Short(string key) => key
        .Replace("Ctrl+", "^", StringComparison.Ordinal).Replace("PageUp", "PgUp", StringComparison.Ordinal)
        .Replace("PageDown", "PgDn", StringComparison.Ordinal);

    static int Put(Grid grid, int x, int y, KeyRow row, bool isEditing)
    {
        var start = x;
        x = grid.Put(x, y, KeyOf(row, isEditing), Ink.Key, Paper.Bar, CellStyle.Bold);
        x = grid.Put(x + 1, y, row.Footer!, Ink.Text, Paper.Bar);
        grid.AddButton(new Area(start, y, x - start, 1), row.Command);
        return x + 2;
    }
}

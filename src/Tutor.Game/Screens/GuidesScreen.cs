using System.Collections.Immutable;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>The guides, to choose one.</summary>
/// <param name="texts">The texts of the pack by their paths.</param>
sealed class GuidesScreen(Func<string, string?> texts) : ListScreen
{
    const int NameColumns = 13;

    readonly ImmutableArray<Guide> _guides = Guides.In(texts);

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Choice, KeyScope.Everywhere];

    public override string Name => "Guides";

    public override bool DimsBelow => true;

    protected override int Count => _guides.Length;

    public override void Draw(Grid grid)
    {
        List = grid.PopupBox(90, _guides.Length + 2, Name);
        DrawRows(grid, [.. _guides.Select((g, i) => (LineOf(g, List.Width - 1, i == Selected), (int?)i))]);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command == Command.Confirm && Selected < _guides.Length && texts(_guides[Selected].Path) is { } text)
        {
            var path = _guides[Selected].Path;
            Game.Open(new ReadingScreen(MarkdownText.TitleOf(text) ?? path, text, path, texts));
            return true;
        }

        return base.Do(command);
    }

    protected override int? ItemAt(int row) => row < _guides.Length ? row : null;

    static Line LineOf(Guide guide, int width, bool isSelected) => Line.Of(
        new Run(TextColumns.Pad(guide.Name, NameColumns), Ink.Strong), new Run(TextColumns.Fit(guide.About, width - NameColumns))) with { Paper = isSelected ? Paper.Selected : Paper.Normal };
}

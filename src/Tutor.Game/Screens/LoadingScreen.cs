using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>Says how far the maps of a large level are; gives way to the level when they are there.</summary>
sealed class LoadingScreen(PlayedPack pack, CatalogEntry entry) : Screen
{
    Job<OpenedLevel>? _work;
    TimeSpan? _began;
    TimeSpan _now;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Everywhere];

    public override string Name => "Opening a level";

    public override void Shown()
    {
        if (_work is null)
        {
            _work = new Job<OpenedLevel>((progress, cancellation) => pack.Open(entry, progress, cancellation));
            pack.Host.Run(_work);
        }
    }

    public override void Draw(Grid grid)
    {
        TitleBar.Draw(grid, entry.Title, "");
        var elapsed = _now - (_began ?? _now);
        var area = new Area(2, 3, grid.Width - 4, 4);
        var pages = entry.Level?.Pages ?? 0;
        grid.Put(area, [Line.Of($"Building a memory map of {Words.Pages(pages)}.", Ink.Text), Line.Empty]);
        if (elapsed >= LongWork.Patience)
        {
            grid.Put(area.X, area.Y + 2, new LongWork(pages, _work?.Share ?? 0, elapsed).Line(area.Width), Ink.Accent);
        }

        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command is Command.Back or Command.Quit)
        {
            _work?.Cancel();
        }

        return false;
    }

    public override TimeSpan? NextTick => TimeSpan.FromMilliseconds(50);

    public override bool Tick(TimeSpan now)
    {
        _began ??= now;
        _now = now;
        if (_work is { IsDone: true, Result: { } opened })
        {
            Game.Replace(LevelOpener.ScreenOf(pack, entry, opened));
        }

        return true;
    }
}

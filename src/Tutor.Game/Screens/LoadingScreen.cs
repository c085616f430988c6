using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;

namespace Tutor.Game.Screens;

/// <summary>Builds the maps of a large level on another thread; gives way to the level when they are there.</summary>
sealed class LoadingScreen(IGameWorld world, LevelEntry entry) : Screen, IProgress<double>
{
    Action? _cancel;
    Task<(PlayableLevel? Level, IReadOnlyList<string> Problems)>? _work;
    TimeSpan? _began;
    TimeSpan _now;
    double _done;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Everywhere];

    public override string Name => "Opening a level";

    /// <summary>What is being worked on; over when the level can be shown.</summary>
    public Task Work => _work ?? Task.CompletedTask;

    public override void Shown()
    {
        if (_work is null)
        {
            var source = new CancellationTokenSource();
            var token = source.Token;
            _cancel = source.Cancel;
            _work = Task.Run(() => world.Load(entry.Id, this, token), token);
        }
    }

    /// <summary>Told by the threads that build.</summary>
    public void Report(double value) => Volatile.Write(ref _done, value);

    public override void Draw(Grid grid)
    {
        TitleBar.Draw(grid, entry.Title, "");
        var elapsed = _now - (_began ?? _now);
        var area = new Area(2, 3, grid.Width - 4, 4);
        grid.Put(area, [Line.Of($"Building a memory map of {Words.Pages(entry.Pages)}.", Ink.Text), Line.Empty]);
        if (elapsed >= LongWork.Patience)
        {
            grid.Put(area.X, area.Y + 2, new LongWork(entry.Pages, Volatile.Read(ref _done), elapsed).Line(area.Width), Ink.Accent);
        }

        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        if (command is Command.Back or Command.Quit)
        {
            _cancel?.Invoke();
        }

        return false;
    }

    public override TimeSpan? NextTick => TimeSpan.FromMilliseconds(50);

    public override bool Tick(TimeSpan now)
    {
        _began ??= now;
        _now = now;
        if (_work is { IsCompleted: true, IsCanceled: false } done)
        {
            var (level, problems) = done.GetAwaiter().GetResult();
            Game.Replace(LevelOpener.ScreenOf(world, entry, level, problems));
        }

        return true;
    }
}

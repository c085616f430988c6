using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Screens.Level;

namespace Tutor.Game.Screens;

/// <summary>
/// The tour: a level of eight pages that is really played, with what to do next in place of its brief. Every key means
/// what it means in a level.
/// </summary>
sealed class TourScreen : Screen
{
    const string SeenKey = "tour";

    readonly TourWorld _world = new();
    readonly LevelScreen _level;
    int _step;
    bool _opened;

    public TourScreen() => _level = new LevelScreen(TourLevel.Make(), _world);

    public override IEnumerable<KeyScope> Scopes => _level.Scopes.Any(s => s == KeyScope.Completion)
        ? [KeyScope.Completion, KeyScope.Tour, .. _level.Scopes.Where(s => s != KeyScope.Completion)]
        : [KeyScope.Tour, .. _level.Scopes];

    public override string Name => "Tour";

    public override bool IsEditing => _level.IsEditing;

    /// <summary>Opens the tour for somebody who has never seen it, and has not played yet.</summary>
    public static void OfferFirst(ScreenStack game, IGameWorld world)
    {
        if (world.SaveNotice is null && world.Recall(SeenKey) is null && world.Levels.All(l => world.Best(l) is null))
        {
            world.Remember(SeenKey, "seen");
            game.Open(new TourScreen());
        }
    }

    public override void Draw(Grid grid)
    {
        var count = TourSteps.All.Length;
        _level.Coach = _step < count ? ($"Tour, {_step + 1} of {count}", TourSteps.All[_step].Text) : ("Tour", TourSteps.End);
        _level.Draw(grid);
        Footer.Draw(grid, Scopes, IsEditing);
        _level.DrawOver(grid);
    }

    public override bool Do(Command command)
    {
        if (command == Command.TourNext)
        {
            _step = Math.Min(_step + 1, TourSteps.All.Length);
            return true;
        }

        _opened |= _step < TourSteps.All.Length && TourSteps.All[_step].Opens == command && command != Command.None;
        var isDone = _level.Do(command);
        LookAt();
        return isDone;
    }

    public override bool Press(KeyPress key)
    {
        var isDone = _level.Press(key);
        LookAt();
        return isDone;
    }

    public override void Type(string text)
    {
        _level.Type(text);
        LookAt();
    }

    public override void Paste(string text)
    {
        _level.Paste(text);
        LookAt();
    }

    public override void Mouse(int x, int y, int wheel)
    {
        _level.Mouse(x, y, wheel);
        LookAt();
    }

    public override TimeSpan? NextTick => _level.NextTick;

    public override bool Tick(TimeSpan now)
    {
        var isChanged = _level.Tick(now);
        LookAt();
        return isChanged;
    }

    public override void Shown()
    {
        _level.Game = Game;
        _level.Shown();
        if (_opened)
        {
            _opened = false;
            _step++;
            LookAt();
        }
    }

    void LookAt()
    {
        if (_step < TourSteps.All.Length && TourSteps.All[_step].IsDone(_level.Map.Cursor, _level.Scoring, _world.Tries))
        {
            _step++;
        }
    }

    /// <summary>A world in which nothing is kept.</summary>
    sealed class TourWorld : IGameWorld
    {
        readonly List<Attempt> _attempts = [];

        public int Tries => _attempts.Count;

        public string Title => "Tour";

        public IReadOnlyList<LevelEntry> Levels => [];

        public string? SaveNotice => null;

        public (PlayableLevel? Level, IReadOnlyList<string> Problems) Load(string id, IProgress<double>? progress = null,
            CancellationToken cancellation = default) => (TourLevel.Make(), []);

        public string? ReadText(string path) => null;

        public LevelProgress? Best(LevelEntry level) => _attempts.Count == 0 ? null
            : new LevelProgress(level.Id, 1, _attempts.MaxBy(t => VerdictWords.Rank(t.Verdict))!.Verdict, _attempts.Count);

        public IReadOnlyList<Attempt> History(string level) => [.. _attempts.AsEnumerable().Reverse()];

        public bool Record(Attempt attempt)
        {
            _attempts.Add(attempt);
            return true;
        }

        public string? Recall(string key) => null;

        public void Remember(string key, string value)
        {
        }
    }
}

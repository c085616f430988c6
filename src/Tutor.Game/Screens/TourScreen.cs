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

    readonly TourProgress _tried = new();
    readonly LevelScreen _level;
    int _step;
    bool _opened;

    public TourScreen(IHost host)
    {
        var pack = new PlayedPack(new TourLevel(), _tried, host);
        _level = new LevelScreen(pack.Open(pack.Entries[0]).Sitting!, isCoached: true);
    }

    public override IEnumerable<KeyScope> Scopes => _level.Scopes.Any(s => s == KeyScope.Completion)
        ? [KeyScope.Completion, KeyScope.Tour, .. _level.Scopes.Where(s => s != KeyScope.Completion)]
        : [KeyScope.Tour, .. _level.Scopes];

    public override string Name => "Tour";

    public override bool IsEditing => _level.IsEditing;

    /// <summary>Opens the tour for somebody who has never seen it, and has not played yet.</summary>
    public static void OfferFirst(ScreenStack game, PlayedPack pack)
    {
        if (pack.Progress.Notice is null && pack.Progress.Recall(SeenKey) is null && pack.Entries.All(e => pack.Best(e) is null))
        {
            pack.Progress.Remember(SeenKey, "seen");
            game.Open(new TourScreen(pack.Host));
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

    public override bool GoesOn => true;

    public override bool Do(Command command)
    {
        if (command == Command.NextLevel)
        {
            // It is a pack of its own: the levels come after it.
            Game.Close();
            return true;
        }

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

    public override TimeSpan? NextTickBelow => _level.NextTickBelow;

    public override bool TickBelow() => _level.TickBelow();

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
        if (_step < TourSteps.All.Length && TourSteps.All[_step].IsDone(_level.Map.Cursor, _level.Score, _tried.Count))
        {
            _step++;
        }
    }

    /// <summary>Progress that is forgotten when the tour is over.</summary>
    sealed class TourProgress : IPlayerProgress
    {
        readonly List<Attempt> _attempts = [];

        public int Count => _attempts.Count;

        public NotKept? Notice => null;

        public LevelProgress? Best(string level, int revision) => _attempts.Count == 0 ? null
            : new LevelProgress(level, revision, _attempts.MaxBy(t => VerdictWords.Rank(t.Verdict))!.Verdict, _attempts.Count);

        public IReadOnlyList<Attempt> History(string level) => [.. _attempts.AsEnumerable().Reverse()];

        public IReadOnlyList<PlayerEvent> Events(string level) => [];

        public long Record(Attempt attempt)
        {
            _attempts.Add(attempt);
            // The tour says nothing of what is kept.
            return 0;
        }

        public void Note(PlayerEvent happened)
        {
        }

        public Keeping? NextKeeping() => null;

        public void Forget(string key)
        {
        }

        public string? Recall(string key) => null;

        public void Remember(string key, string value)
        {
        }

        public (string? Path, string? Problem) Save(string name, string text) => (null, "nothing of the tour is kept");
    }
}

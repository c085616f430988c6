using System.Globalization;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Tests.Support;

/// <summary>Plays a plan in the game itself, and exports what came of it.</summary>
static class PlayedPlan
{
    /// <param name="folder">The number of the learner's data folder.</param>
    public static Export Play(LearnerPlan plan, ILevels levels, DateTimeOffset start, int folder)
    {
        var clock = new SteppedClock(start);
        using var store = ProgressStore.InMemory(clock);
        var pack = new PlayedPack(levels, store, new PatientHost(clock));
        Sitting? sitting = null;
        foreach (var step in plan.Steps)
        {
            clock.Pass(TimeSpan.FromSeconds(step.Seconds));
            switch (step.Deed)
            {
                case Deed.Open:
                    sitting = pack.Open(pack.Find(step.Level)!).Sitting;
                    break;
                case Deed.Leave:
                    pack.Leave();
                    break;
                case Deed.Watch:
                    sitting!.WatchedToTheEnd();
                    break;
                case Deed.Answer:
                    if (!sitting!.AtHand.TakeEarlier(step.Text))
                    {
                        throw new InvalidOperationException($"{step.Text} is no answer to {step.Level}");
                    }

                    Confirm(sitting);
                    break;
                case Deed.Hint:
                    sitting!.Hints.Step();
                    break;
            }
        }

        return Export.Of(store.History(), store.Events(), folder.ToString(CultureInfo.InvariantCulture)) with { Names = PlayerNames.Parse(plan.Names).Names };
    }

    /// <summary>What is chosen in two steps is handed in twice.</summary>
    static void Confirm(Sitting sitting)
    {
        sitting.HandIn();
        if (sitting.Last!.Outcome == HandInOutcome.Chosen)
        {
            sitting.HandIn();
        }
    }

    /// <summary>A clock that a plan winds.</summary>
    sealed class SteppedClock(DateTimeOffset now) : TimeProvider
    {
        DateTimeOffset _now = now;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}

using System.Globalization;
using Tutor.Core.Play;
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
                case Deed.Write:
                    sitting!.Write(step.Text);
                    sitting.HandIn();
                    break;
                case Deed.Pick:
                    Pick(sitting!, step.Text);
                    break;
                case Deed.Foretell:
                    Foretell(sitting!, step.Text);
                    break;
                case Deed.Mark:
                    sitting!.AtHand.TakeEarlier(step.Text);
                    Confirm(sitting);
                    break;
                case Deed.Hint:
                    sitting!.Hints.Step();
                    break;
            }
        }

        return Export.Of(store.History(), store.Events(), folder.ToString(CultureInfo.InvariantCulture)) with { Names = PlayerNames.Parse(plan.Names).Names };
    }

    static void Pick(Sitting sitting, string option)
    {
        ((OptionAtHand)sitting.AtHand).LookAt(sitting.Options.ToList().FindIndex(o => o.Id == option));
        Confirm(sitting);
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

    static void Foretell(Sitting sitting, string stored)
    {
        var forecast = Forecast.TryRead(sitting.Prepared.Predictions, stored)!;
        for (var i = 0; i < forecast.Items.Length; i++)
        {
            ((ForecastAtHand)sitting.AtHand).Say(i, forecast[i]);
        }

        sitting.HandIn();
    }

    /// <summary>A clock that a plan winds.</summary>
    sealed class SteppedClock(DateTimeOffset now) : TimeProvider
    {
        DateTimeOffset _now = now;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}

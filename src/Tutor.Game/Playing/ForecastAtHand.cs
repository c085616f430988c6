using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;

namespace Tutor.Game.Playing;

/// <summary>A forecast as it is made: said first, then seen.</summary>
sealed class ForecastAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    ImmutableArray<bool?> _marks = [];
    int _cameTrue;

    /// <summary>What is said of the items so far.</summary>
    public Forecast Forecast => (Forecast)Answer;

    /// <summary>What came true is shown, item by item, with the reasons.</summary>
    public bool IsRevealed => !Sitting.IsSecret;

    /// <summary>The run of the level's own test, for what came true; null while that is secret.</summary>
    public CompactionResult? Truth => Sitting.Latest?.Shown?.Result;

    public override (int Right, int Of)? CameTrue => (_cameTrue, _marks.Length);

    public override VerdictLine? Standing => IsRevealed ? new(Sitting.IsPassed ? true : null, Sitting.IsPassed ? "Every forecast came true." : "The answers are shown.")
        : new(null, Sitting.IsChosen ? NotYet : Forecast.IsComplete ? "All is said: now hand in."
            : Forecast.Said > 0 ? $"{Forecast.Said} of {Forecast.Items.Length} are said; then the scan runs." : "Say what will happen; then the scan runs.",
            Forecast.Said > 0 ? $"{Forecast.Said} of {Forecast.Items.Length} are said." : "Say what will happen.");

    /// <summary>What is known of an item's answer as it stands: right, wrong, or nothing.</summary>
    public bool? MarkOf(int item) => _marks[item];

    /// <summary>Why a number is no answer to an item: it is more than there can be. Null if it may be said; of a dump, which has no map, any number may.</summary>
    public string? TooMany(int item, long number)
    {
        var passes = Sitting.Prepared.Shown.Settings.Passes;
        var (most, what) = Forecast.Items[item] switch
        {
            { Metric.Unit: MetricUnit.Pages } => ((long)Sitting.Map.PageCount * passes, passes == 1 ? "pages of this map" : $"pages that {passes} passes over this map can meet"),
            { Metric.Unit: MetricUnit.Pageblocks } => (Sitting.Map.PageCount / Pageblock.Pages, "pageblocks of this map"),
            _ => (long.MaxValue, ""),
        };
        return number <= most ? null : $"{Words.Count(number)} is more than the {Words.Count(most)} {what}: it is not taken.";
    }

    /// <summary>The player says this of an item, or takes back what was said of it.</summary>
    public void Say(int item, Foretold? answer)
    {
        _marks = _marks.SetItem(item, null);
        base.Take(Forecast.Say(item, answer));
    }

    /// <summary>Nothing is known of another forecast.</summary>
    public override void Take(Answer answer)
    {
        _marks = [.. Forecast.Items.Select(_ => (bool?)null)];
        base.Take(answer);
    }

    /// <summary>After a forecast that did not come true: what may be known of it.</summary>
    public string AfterWrong()
    {
        if (IsRevealed)
        {
            return "The answers are shown; the page card says why.";
        }

        var wrong = _marks.IndexOf(false);
        if (wrong < 0)
        {
            return "What is wrong is among the questions with two answers. Think again, and run it once more.";
        }

        var item = Forecast.Items[wrong];
        return $"{Words.Sentence(ForecastWords.Name(item) + " is not this: " + ForecastWords.WhereToLook(Sitting, item))} Think again, and run it once more.";
    }

    /// <summary>A level that was passed shows its answers; one that was only tried twice leaves them to be said.</summary>
    public override void Begin(string? draft)
    {
        base.Begin(draft);
        _marks = [.. Forecast.Items.Select(_ => (bool?)null)];
        if (!Sitting.IsPassed)
        {
            return;
        }

        Sitting.Look();
        if (Truth is { } truth)
        {
            for (var item = 0; item < Forecast.Items.Length; item++)
            {
                Answer = Forecast.Say(item, Forecast.Truth(item, truth));
                _marks = _marks.SetItem(item, true);
            }
        }
    }

    /// <summary>Marks the items; the first wrong forecast is told only which items are wrong, the second one why.</summary>
    public override void Judged(LevelRunResult run)
    {
        if (run.Shown is not { } shown)
        {
            return;
        }

        ImmutableArray<bool> right = [.. Enumerable.Range(0, Forecast.Items.Length).Select(i => Forecast.IsRight(i, shown.Result))];
        _cameTrue = right.Count(r => r);
        // Of two answers "not this" would be the other one: until all is shown such items are only counted together.
        _marks = [.. right.Select((r, i) => IsRevealed || Forecast.ChoicesOf(Forecast.Items[i]).Length != 2 ? r : (bool?)null)];
    }
}

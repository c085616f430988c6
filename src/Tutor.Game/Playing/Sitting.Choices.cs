using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Simulation;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>Options and forecasts: decided first, then seen.</content>
sealed partial class Sitting
{
    readonly HashSet<string> _chosenBefore = [];
    ImmutableArray<bool?> _marks = [];
    int _wrongForecasts;
    int _cameTrue;

    /// <summary>The level's options in the order in which this player sees them.</summary>
    public ImmutableArray<LevelOption> Options { get; }

    /// <summary>The index of the option at hand.</summary>
    public int Option => _option;

    /// <summary>The option at hand is chosen, or the marks are; and it waits to be confirmed by handing it in.</summary>
    public bool IsChosen { get; private set; }

    /// <summary>What is said of the items so far; null on other levels.</summary>
    public Forecast? Forecast { get; private set; }

    /// <summary>What came true is shown, item by item, with the reasons.</summary>
    public bool IsRevealed { get; private set; }

    /// <summary>What is known of an item's answer as it stands: right, wrong, or nothing.</summary>
    public bool? MarkOf(int item) => _marks[item];

    /// <summary>The run of the level's own test, for what came true; null while that is secret.</summary>
    public CompactionResult? Truth => IsRevealed ? Latest?.Shown?.Result : null;

    /// <summary>The player looks at this option.</summary>
    public void LookAt(int option)
    {
        _option = Math.Clamp(option, 0, Options.Length - 1);
        IsChosen = false;
        Score();
    }

    /// <summary>The player chooses the option at hand, or the marks. Handing in confirms it.</summary>
    public void Choose()
    {
        IsChosen = true;
        Pack.Progress.Remember(DraftKey, Marks?.Write() ?? Options[_option].Id);
    }

    /// <summary>The player says this of an item of the forecast, or takes back what was said of it.</summary>
    public void Say(int item, Foretold? answer)
    {
        Forecast = Forecast!.Say(item, answer);
        _marks = _marks.SetItem(item, null);
        Pack.Progress.Remember(DraftKey, Forecast.Write());
    }

    /// <summary>After a forecast that did not come true: what may be known of it.</summary>
    public string AfterWrongForecast()
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

        var item = Forecast!.Items[wrong];
        return $"{Words.Sentence(ForecastWords.Name(item) + " is not this: " + ForecastWords.WhereToLook(this, item))} Think again, and run it once more.";
    }

    void ReadEarlierChoices()
    {
        _chosenBefore.UnionWith(History.Where(a => a.Revision == Entry.Revision).Select(a => a.Option).OfType<string>());
        _wrongForecasts = Form == AnswerForm.Forecast ? History.Count(a => a.Revision == Entry.Revision && a.How == AttemptHow.Predicted) : 0;
    }

    void ReadForecast(string? draft)
    {
        Forecast = (draft is null ? null : Forecast.TryRead(Prepared.Predictions, draft)) ?? new Forecast(Prepared.Predictions);
        _marks = [.. Prepared.Predictions.Select(_ => (bool?)null)];
        if (IsPassed || _wrongForecasts >= 2)
        {
            IsRevealed = true;
            Score();
            FillIn();
        }
    }

    /// <summary>A level that was passed shows its answers; one that was only tried twice leaves them to be said.</summary>
    void FillIn()
    {
        if (IsPassed && Truth is { } truth)
        {
            for (var item = 0; item < Prepared.Predictions.Length; item++)
            {
                Forecast = Forecast!.Say(item, Forecast.Truth(item, truth));
                _marks = _marks.SetItem(item, true);
            }
        }
    }

    /// <summary>Marks the items; the first wrong forecast is told only which items are wrong, the second one why.</summary>
    void Mark(Forecast said, CompactionResult result)
    {
        ImmutableArray<bool> right = [.. Enumerable.Range(0, said.Items.Length).Select(i => said.IsRight(i, result))];
        _cameTrue = right.Count(r => r);
        _wrongForecasts += _cameTrue == right.Length ? 0 : 1;
        IsRevealed |= _wrongForecasts >= 2 || _cameTrue == right.Length;
        // Of two answers "not this" would be the other one: until all is shown such items are only counted together.
        _marks = [.. right.Select((r, i) => IsRevealed || Forecast.ChoicesOf(said.Items[i]).Length != 2 ? r : (bool?)null)];
    }

    /// <summary>An option that was handed in is seen from then on.</summary>
    void Chosen(LevelOption option)
    {
        _chosenBefore.Add(option.Id);
        IsChosen = false;
    }
}

using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <content>What was handed in before, and what is made of the predicate at hand.</content>
sealed partial class TextLevel
{
    public void SayTries()
    {
        var tries = Tries.Read(_sitting.History);
        if (tries.Count == 0)
        {
            _speaker.Say("You have not handed in anything here yet.");
        }

        foreach (var one in tries)
        {
            var text = one.Attempt.Answer.Trim().Split('\n');
            _speaker.Say($"  {one.Number}, {MedalWords.State(one.Attempt.Verdict)}: ", text[0].TrimEnd());
            foreach (var line in text[1..])
            {
                _speaker.Say("    ", line.TrimEnd());
            }
        }
    }

    public void SayBest()
    {
        var tries = Tries.Read(_sitting.History).Where(t => t.Metrics.Count > 0).ToList();
        var plot = new TryPlot(tries.Select(t => new PlotPoint(PlotOwner.Try, "o", $"try {t.Number}", t.Attempt.Predicate, t.Metrics)), _sitting.Entry.CountedMetrics);
        List<string> metrics = _sitting.Entry.CountedMetrics.IsEmpty ? [plot.X, plot.Y] : [.. _sitting.Entry.CountedMetrics];
        var best = Pareto.Front(tries, metrics, t => t.Metrics).ToList();
        if (best.Count == 0)
        {
            _speaker.Say("You have handed in nothing here that was counted.");
            return;
        }

        _speaker.Say("No other try of yours beats these by every goal:");
        foreach (var one in best)
        {
            _speaker.Say($"  {one.Number}, {MedalWords.State(one.Attempt.Verdict)}: ", string.Join(", ", metrics.Select(m => $"{NameOf(m)} {Words.Count(one.Metrics[m])}")) + ".");
        }

        _speaker.Say($"Your last try, {tries[0].Number}:");
        foreach (var metric in metrics.Where(tries[0].Metrics.ContainsKey))
        {
            _speaker.Say("  ", OwnPast.Spoken(metric, NameOf(metric), [.. tries.Where(t => t.Metrics.ContainsKey(metric)).Select(t => t.Metrics[metric])]));
        }
    }

    public void SayCard()
    {
        if (_sitting.Latest is not { IsPassed: true } run || Result is not { } result || IsSecret)
        {
            _speaker.Say("A card to share is made of a predicate that passes; the one at hand does not.");
            return;
        }

        _speaker.Say(ShareCard.Lines(Id, _sitting.Entry.Title, run.Verdict, _sitting.Map, result,
            _sitting.Golf is { } count ? $"{Words.Count(count)} {_sitting.Level.GolfWord}" : null).Select(l => Line.Of(l)));
    }

    public void SayWords()
    {
        if (_sitting.Latest?.Predicate is { } predicate)
        {
            _speaker.Say(predicate.InWords());
        }
        else
        {
            SayProblems();
        }
    }

    string NameOf(string metric) => GoalWords.NameOf(metric, _sitting.Level.GolfWord);
}

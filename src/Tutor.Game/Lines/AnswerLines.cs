using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>
/// How an answer is given in lines: its commands, and what is said of it. One class for each form of answer;
/// <see cref="AnswerLinesTable"/> is their table, and the level knows no form by its name.
/// </summary>
abstract class AnswerLines(TextLevel level)
{
    /// <summary>In place of pages: every one of them.</summary>
    protected const string All = "all";

    /// <summary>Said when the level is opened: the commands that answer it.</summary>
    public abstract string Commands { get; }

    /// <summary>Takes a predicate that was typed; null where none is written.</summary>
    public virtual Action<string>? Write => null;

    /// <summary>What pages are made of would tell the answer.</summary>
    public virtual bool HidesKinds => false;

    /// <summary>To who hands in before there is anything to hand in; null where there is.</summary>
    public virtual string? NotYet => null;

    /// <summary>To who asks for something that would tell the answer.</summary>
    public virtual string TooEarly => Sitting.Form.Row().TooEarly;

    /// <summary>The answer is chosen, and waits to be handed in once more.</summary>
    public virtual string Chosen => "Chosen. 'check' hands it in.";

    /// <summary>Something is still to be said of some of it.</summary>
    public virtual string Incomplete => Sitting.AtHand.Incomplete;

    /// <summary>Where to look after an answer that was wrong, when no page proves it; null where nothing is to be said.</summary>
    public virtual string? WhereToLook => null;

    /// <summary>Said behind the brief: what is asked, where the brief does not say it.</summary>
    public virtual void SayAsked()
    {
    }

    /// <summary>Says the pages in a way of its own; false where it has none.</summary>
    public virtual bool SayMap() => false;

    /// <summary>Says that it is passed.</summary>
    public virtual void SayPassed(HandInResult last)
    {
        var golf = last.Golf is not { } count ? "" : $" {Words.Count(count.Count)} {Sitting.Level.GolfWord}"
            + $"{(count.Par is { } par ? $"; par is {Words.Count(par)}" : "")}, your best {Words.Count(count.Best)}.";
        Speaker.Say($"{MedalWords.Medal(last.Verdict, last.HasMore, last.Left)}{(last.IsFirstTry ? " At the first try." : "")}{golf}{last.KeepingWords}");
    }

    /// <summary>Says that it is not passed, and why.</summary>
    public virtual void SayFailed(HandInResult last) => level.SayWhyNot(last);

    /// <summary>Everything about a page.</summary>
    public virtual List<Line> Card(int page) => PageCard.Lines(Sitting.Map, page, level.Map.VerdictAt(page), Sitting.Latest?.Predicate, Sitting.Control, Speaker.Width,
        Sitting.Drawn.Scenario.BecauseOf(page), level.HasNoVerdicts);

    protected TextLevel Level => level;

    protected Sitting Sitting => level.Sitting;

    protected Speaker Speaker => level.Speaker;

    /// <summary>A command of levels with answers of this form.</summary>
    protected static TextCommand Row<T>(string name, string takes, string about, Action<T, string> run)
        where T : AnswerLines => new(TextScope.Answer, name, takes, about, (game, words) => run((T)game.At.Answer, words));
}

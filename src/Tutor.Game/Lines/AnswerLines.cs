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

    /// <summary>What is said when the level opens: the commands that give an answer.</summary>
    public abstract string Commands { get; }

    /// <summary>Takes a predicate that the player typed; null on levels where none is written.</summary>
    public virtual Action<string>? Write => null;

    /// <summary>Whether the kinds of pages would give the answer away.</summary>
    public virtual bool HidesKinds => false;

    /// <summary>The reply to a player who hands in too early; null if there is something to hand in.</summary>
    public virtual string? NotYet => null;

    /// <summary>The reply to a player who asks for something that would give the answer away.</summary>
    public virtual string TooEarly => Sitting.Form.Row().TooEarly;

    /// <summary>What is said when a part of the answer is still missing.</summary>
    public virtual string Incomplete => Sitting.AtHand.Incomplete;

    /// <summary>Where to look after an answer that was wrong, when no page proves it; null where nothing is to be said.</summary>
    public virtual string? WhereToLook => null;

    /// <summary>What is said after the brief, if the brief does not say what is asked.</summary>
    public virtual void SayAsked()
    {
    }

    /// <summary>Lists the pages in a form of its own; false if it has none.</summary>
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

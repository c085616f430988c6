using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>
/// How an answer is given on the screen of its level: what is drawn, which keys it answers, and what is said. One class
/// for each form of answer; <see cref="AnswerPanes"/> is their table, and the level screen knows no form by its name.
/// </summary>
abstract class AnswerPane(LevelScreen level)
{
    readonly LaidOut<(MemoryMap Map, int Page, PageVerdict Verdict, Predicate? Predicate, CompactControl Control, int Width, string? Because, bool IsSecret, bool IsForetold)> _card = new();

    /// <summary>On the pane's border.</summary>
    public abstract string Title { get; }

    /// <summary>Its keys: footer, menu and help list those of this scope.</summary>
    public abstract KeyScope Scope { get; }

    /// <summary>The scope of its keys on the map, which come before the map's own; null if it has none.</summary>
    public virtual KeyScope? MapScope => null;

    /// <summary>The scope of the keys of a list above it; null if there is none.</summary>
    public virtual KeyScope? ScopeOver => null;

    /// <summary>Whether letters are typed into it, and so are no commands.</summary>
    public virtual bool IsWriting => false;

    /// <summary>The place of the caret in the player's text; null if none is written.</summary>
    public virtual int? Caret => null;

    /// <summary>Whether the answer is a list. A list uses the rows that a text leaves to its messages.</summary>
    public virtual bool IsChoosing => true;

    /// <summary>While it has the focus it is seen whole, as far as there are rows: brief and map give way.</summary>
    public virtual bool IsReadWhole => false;

    /// <summary>The map's cursor goes where the pane's is.</summary>
    public virtual bool LeadsOnMap => false;

    /// <summary>Whether a change of the answer makes another map. The cursor then stays at its page.</summary>
    public virtual bool ChangesMap => false;

    /// <summary>The things that must stay hidden until the player has decided.</summary>
    public virtual KeyShows Hides => KeyShows.Verdicts;

    /// <summary>The reply to a player who asks for something made of a predicate's text; null if there is such a text.</summary>
    public virtual string? WhyNoPredicate => null;

    /// <summary>The reply to a player who asks for a proof by pages where none can exist; null elsewhere.</summary>
    public virtual string? WhyNoProof => null;

    /// <summary>What the map shows in place of kinds and verdicts, with its marks; null if it shows kinds and verdicts.</summary>
    public virtual (string Title, List<Look> Looks)? OnMap => null;

    /// <summary>Takes over the answer of an earlier try; null if that is not possible.</summary>
    public virtual Action<string>? Take => null;

    /// <summary>Whether tries can be points of a plot, because each is a predicate.</summary>
    public virtual bool HasPlot => false;

    /// <summary>Whether the text after a pass waits until the player comes back to the level.</summary>
    public virtual bool WaitsAfterPass => false;

    /// <summary>The heading of what is read after a pass.</summary>
    public virtual string AfterTitle => "Why it was right";

    /// <summary>Markdown read after a pass, below the reasons: the answer once more, with what was right of it. Or empty.</summary>
    public virtual string AfterWords => "";

    /// <summary>Begins with the answer at hand.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Lines that it would like.</summary>
    public abstract int Rows(int width);

    /// <param name="isActive">Its keys are those that are pressed.</param>
    public abstract void Draw(Grid grid, Area area, bool isActive);

    /// <summary>Draws what lies over all panes.</summary>
    public virtual void DrawOver(Grid grid, Area pane)
    {
    }

    /// <summary>The lines under the answer while there is no message.</summary>
    public abstract IReadOnlyList<Line> Notes(int width);

    /// <summary>Takes a command before the rest of the level does. True if the command meant something.</summary>
    public virtual bool DoFirst(Command command, bool isActive) => false;

    /// <summary>Takes a command in the pane. True if the command meant something.</summary>
    public abstract bool Do(Command command);

    /// <summary>Takes a command on the map, before the map does.</summary>
    public virtual bool DoOnMap(Command command) => false;

    /// <summary>A key that types.</summary>
    /// <param name="isActive">The pane has the focus.</param>
    public virtual void Type(string text, bool isActive)
    {
    }

    public virtual void Paste(string text)
    {
    }

    /// <summary>A click in the pane.</summary>
    public virtual void Click(Area inside, int x, int y)
    {
    }

    /// <summary>A click on a page of the map, which has the cursor now.</summary>
    /// <param name="hadCursor">The cursor was on this page before the click.</param>
    public virtual void ClickMap(bool hadCursor)
    {
    }

    /// <summary>Moves the caret to a place of the player's text.</summary>
    public virtual void GoTo(int position)
    {
    }

    /// <summary>Goes to the next page (or the one before) from a page card that lies over the level.</summary>
    public virtual void StepPage(int by) => Map.MoveTo(Map.Cursor + by);

    /// <summary>Puts the map's cursor where the pane's is.</summary>
    public virtual void LeadOnMap()
    {
    }

    /// <summary>The map shows the newest score, or that there is none.</summary>
    public virtual void ShowOnMap()
    {
    }

    /// <summary>Hands in what is at hand.</summary>
    public virtual void HandIn()
    {
        if (Sitting.HandIn())
        {
            level.SayLast();
        }
        else
        {
            level.Say("Judging …", Ink.Muted);
        }
    }

    /// <summary>Shows the scan in a way of this form's own; false if it has none.</summary>
    public virtual bool Watch() => false;

    /// <summary>What was handed in is judged.</summary>
    public virtual void Judged(HandInResult last)
    {
    }

    /// <summary>What is said after handing in, in words of this form's own; or null.</summary>
    public virtual (string Text, Ink Ink)? Told(HandInResult last) => null;

    /// <summary>A sentence after the reason for a failure: which key shows the pages that prove it. Or empty.</summary>
    public virtual string ProofWords(HandInResult last) => last.Proof is not { } proof ? (last.Missed is null ? "" : " F6 goes to a wrong page.")
        : $" F12 shows {(proof.Pages.Length == 1 ? "the page that proves it" : $"{proof.Pages.Length} pages that prove it")}, Ctrl+S everything about {(proof.Pages.Length == 1 ? "it" : "the first")}.";

    /// <summary>The border's title where the score stands, while the score is secret.</summary>
    public virtual string BeforeScoreTitle => "Score";

    /// <summary>What stands in place of the score while it is secret: when the score comes, and what is asked.</summary>
    public virtual IReadOnlyList<Line> BeforeScore(int width) => [.. Wrapping.Wrap(Sitting.Form.Row().ScoreWaits, width, Ink.Muted), Line.Empty, .. Asked(width)];

    /// <summary>The card of the page under the cursor.</summary>
    public virtual IReadOnlyList<Line> Card(int width) => _card.Of(
        (Sitting.Map, Map.Cursor, Map.VerdictAt(Map.Cursor), Sitting.Latest?.Predicate, Sitting.Control, width,
            Sitting.Drawn.Scenario.BecauseOf(Map.Cursor), Sitting.IsSecret || Map.IsStale || Map.Verdicts.Count == 0, LeadsOnMap),
        of => PageCard.Lines(of.Map, of.Page, of.Verdict, of.Predicate, of.Control, of.Width, of.Because, of.IsSecret, of.IsForetold));

    /// <summary>What stands in place of the card if the present item is no page; or null.</summary>
    public virtual List<Line>? ItemCard(int width) => null;

    protected LevelScreen Level => level;

    protected Sitting Sitting => level.Sitting;

    protected MapPane Map => level.Map;

    /// <summary>What the goals ask for.</summary>
    protected List<Line> Asked(int width) => [.. GoalWords.Asked(Sitting.Level).Concat(GoalWords.Bases(Sitting.Level.Goals)).SelectMany(a => Wrapping.Wrap(a, width, Ink.Muted))];

    /// <summary>The answer has changed, so the message about the earlier one goes.</summary>
    protected void Changed()
    {
        level.Quiet();
        level.TakeScore();
    }
}

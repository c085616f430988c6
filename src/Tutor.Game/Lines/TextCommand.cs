using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>Where a command of text mode works.</summary>
enum TextScope : byte
{
    Everywhere,
    Level,

    /// <summary>Levels with one form of answer.</summary>
    Answer,
    Sandbox,
}

/// <summary>A command of text mode: its word, what follows it, what it does.</summary>
/// <param name="Takes">What follows the word; empty if nothing does.</param>
sealed record TextCommand(TextScope Scope, string Name, string Takes, string About, Action<TextGame, string> Do, AskedDeed? Deed = null)
{
    /// <summary>The form of answer that it gives; null if it gives none.</summary>
    public AnswerForm? Form { get; init; }

    /// <summary>The word, and what follows it.</summary>
    public string Usage => Takes.Length == 0 ? Name : $"{Name} {Takes}";
}

/// <summary>Every command of text mode. Its help, and the table of the learner's guide, come from here.</summary>
static class TextCommands
{
    public static ImmutableArray<TextCommand> All { get; } =
    [
        Row(TextScope.Everywhere, "levels", "[WORD]", "The levels, by chapter; with a word those that have it in their title", (g, w) => g.SayLevels(w)),
        Row(TextScope.Everywhere, "play", "[LEVEL]", "Open a level by its id or its beginning; without one, go on where you left", (g, w) => g.Play(w)),
        Row(TextScope.Everywhere, "next", "", "Open the next level", (g, _) => g.PlayNext()),
        Row(TextScope.Everywhere, "sheet", "", "Your cheat sheet: what each passed level taught, with your best predicate", (g, _) => g.SaySheet()),
        Row(TextScope.Everywhere, "daily", "[DATE]", "Open the level of the day, the same for everybody; with a date that day's: 2026-11-28", (g, w) => g.PlayDaily(w)),
        Row(TextScope.Everywhere, "sandbox", "", "The sandbox: memory of your making, two predicates side by side, your own page dumps", (g, _) => g.OpenSandbox()),
        Row(TextScope.Everywhere, "review", "", "Meet a passed level again, the longest not met first: on other maps, without its brief", (g, _) => g.PlayReview()),
        Row(TextScope.Everywhere, "attack", "", "Break your own last answer: paint a memory on which it is wrong", (g, _) => g.AttackOwn()),
        Row(TextScope.Everywhere, "closing", "", "The end of the course: what was learned, what the kernel does today, what is still open", (g, _) => g.SayClosing()),
        Row(TextScope.Everywhere, "reply", "[save]", "Your reply to the thread: what you chose, measured and gave up; 'reply save' makes a file of it", (g, w) => g.SayReply(w)),
        Row(TextScope.Everywhere, "certificate", "[save]", "A certificate of what you passed; 'certificate save' makes a file of it", (g, w) => g.SayCertificate(w)),
        Row(TextScope.Everywhere, "left", "", "What is left for gold: passed levels with a medal left, and what it asks for", (g, _) => g.SayLeft()),
        Row(TextScope.Everywhere, "explain", "TOPIC", "A function, a term or a diagnostic's code", (g, w) => g.Explain(w)),
        Row(TextScope.Everywhere, "term", "[NAME]", "What the glossary says of a word; without one, its words", (g, w) => g.Reading.SayTerm(w)),
        Row(TextScope.Everywhere, "guide", "[NAME]", "A guide: how to play, what the simulator leaves out, the language, how levels are written", (g, w) => g.Reading.SayGuide(w)),
        Row(TextScope.Everywhere, "follow", "N", "Read what a link of the last text leads to", (g, w) => g.Reading.Follow(w)),
        Row(TextScope.Everywhere, "dump", "", "Read page dumps that you paste, up to a line with a single dot: who holds each page, and would it move", (g, _) => g.ReadDump("")),
        Row(TextScope.Everywhere, "more", "", "On in a long text, and then its sources and details", (g, _) => g.More()),
        Row(TextScope.Everywhere, "help", "[COMMAND|all]", "The commands that work here; what one of them does, or all", (g, w) => g.Help(w)),
        Row(TextScope.Everywhere, "quit", "", "Leave; everything is kept", (g, _) => g.Quit()),

        .. AnswerLinesTable.Commands,
        Row(TextScope.Sandbox, "memory", "[LEVEL]", "What the memory is made of; with a level's id its memory is taken over, 'plain' is everyday memory", (g, w) => g.SayMemory(w)),
        Row(TextScope.Sandbox, "set", "NAME VALUE", "Change the memory: pages, seed, trigger, release or passes, or how many parts of a page kind there are", (g, w) => g.SetMemory(w)),
        Row(TextScope.Sandbox, "paint", "KIND PAGE[..]", "Make pages of a kind: 'paint vfio-anon 8..16'", (g, w) => g.Paint(w)),
        Row(TextScope.Sandbox, "hold", "PAGE HOLDER N", "Add and remove references by hand: 'hold 8 get 1', 'hold 8 mapping 0'", (g, w) => g.Hold(w)),
        Row(TextScope.Sandbox, "back", "", "Take the last change of the memory back", (g, _) => g.TakeMemoryBack()),
        Row(TextScope.Sandbox, "second", "", "Keep this predicate as the second one, or change places with it; 'compare' shows where they differ", (g, _) => g.KeepSecond()),
        Row(TextScope.Sandbox, "make", "", "Make a level file of this memory and this predicate", (g, _) => g.MakeLevel()),
        Row(TextScope.Level, "check", "", "Hand in", (g, _) => g.At.HandIn(), AskedDeed.HandIn),
        Row(TextScope.Level, "score", "", "What your predicate comes to, and the goals", (g, _) => g.At.SayScore()),
        Row(TextScope.Level, "maps", "[N]", "The maps that you see, and which one is told; one that beat an answer is among them", (g, w) => g.At.SayMaps(w), AskedDeed.Maps),
        Row(TextScope.Level, "why", "", "After a pass: why it was right, and what it cannot know", (g, _) => g.At.SayWhy(), AskedDeed.Why),
        Row(TextScope.Level, "brief", "", "What this level asks", (g, _) => g.At.SayBrief()),
        Row(TextScope.Level, "text", "", "The predicate at hand", (g, _) => g.At.SayText()),
        Row(TextScope.Level, "words", "", "The predicate at hand in words", (g, _) => g.At.SayWords()),
        Row(TextScope.Level, "lesson", "", "Read the lesson", (g, _) => g.At.ReadLesson(), AskedDeed.Lesson),
        Row(TextScope.Level, "run", "[N]", "Play a predicate of the lesson on this level's map: the next one, or by its number", (g, w) => g.At.RunBlock(w)),
        Row(TextScope.Level, "hint", "[answer]", "The next hint; the answer only to those who ask for it", (g, w) => g.At.SayHint(w), AskedDeed.Hint),
        Row(TextScope.Level, "kinds", "", "The kinds of pages, and what became of each", (g, _) => g.At.SayKinds()),
        Row(TextScope.Level, "map", "[PAGE|KIND|wrong]", "The memory map in runs of like pages, from a page on, or from the next one of a kind, or the next wrong one", (g, w) => g.At.SayMap(w)),
        Row(TextScope.Level, "page", "[PAGE|KIND|wrong]", "One page, or the next of a kind, or the next wrong one: who holds it, what your predicate says of it, and why", (g, w) => g.At.SayPage(w)),
        Row(TextScope.Level, "wrong", "", "The next page on which your predicate is wrong", (g, _) => g.At.SayWrong()),
        Row(TextScope.Level, "proof", "", "The fewest pages that show what is wrong", (g, _) => g.At.SayProof(), AskedDeed.Proof),
        Row(TextScope.Level, "compare", "[N]", "Where your predicate differs from others, and on which pages from one of them", (g, w) => g.At.Compare(w)),
        Row(TextScope.Level, "terms", "", "Your predicate term by term: which pages each decides, and what they say together", (g, _) => g.At.SayTerms()),
        Row(TextScope.Level, "tries", "", "Your tries at this level, the newest first", (g, _) => g.At.SayTries(), AskedDeed.Tries),
        Row(TextScope.Level, "best", "", "Your tries that no other one beats by every goal, and where the last one stands in your past", (g, _) => g.At.SayBest(), AskedDeed.Best),
        Row(TextScope.Level, "card", "", "After a pass: a card to share, with the map and the score and without your predicate", (g, _) => g.At.SayCard(), AskedDeed.ShareCard),
        Row(TextScope.Level, "watch", "[N|wrong|end]", "The scan, told step by step: the next steps, to the next mistake, or to its end", (g, w) => g.At.Watch(w)),
    ];

    /// <summary>What there is to do when no level is left.</summary>
    public static IEnumerable<TextCommand> AfterTheCourse => All.Where(c => c.Name is "reply" or "certificate" or "sandbox" or "daily" or "review" or "attack");

    static TextCommand Row(TextScope scope, string name, string takes, string about, Action<TextGame, string> run, AskedDeed? deed = null) =>
        new(scope, name, takes, about, run, deed);
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tutor.Game.Keys;

/// <summary>The one table of keys: what they do, what the footer lists, and what the help says.</summary>
static partial class KeyMap
{
    public static ImmutableArray<KeyRow> Rows { get; } =
    [
        Row(KeyScope.Editor, Command.HandIn, "F5 Ctrl+R", "Hand in the predicate: it counts, and is kept", "hand in"),
        Row(KeyScope.Editor, Command.Complete, "Ctrl+Space Ctrl+N Ctrl+G-Space", "Offer the words that fit here"),
        Row(KeyScope.Editor, Command.Explain, "Ctrl+O Ctrl+G-e", "Read about what the caret is on: a message, or one of the kernel's names"),
        Row(KeyScope.Editor, Command.NextProblem, "Alt+Down Ctrl+G-j", "To the next place that a message is about"),
        Row(KeyScope.Editor, Command.PreviousProblem, "Alt+Up Ctrl+G-k", "To the place before that a message is about"),
        Row(KeyScope.Editor, Command.Enter, "Enter", "Hand in a predicate of one line; in a function, a new line"),
        Row(KeyScope.Editor, Command.NewLine, "Alt+Enter Ctrl+J Shift+Enter", "A new line, in one-line predicates too"),
        Row(KeyScope.Editor, Command.Undo, "Ctrl+Z", "Undo"),
        Row(KeyScope.Editor, Command.Redo, "Ctrl+Y", "Redo"),
        Row(KeyScope.Editor, Command.Left, "Left", "A letter left"),
        Row(KeyScope.Editor, Command.Right, "Right", "A letter right"),
        Row(KeyScope.Editor, Command.Up, "Up", "A row up"),
        Row(KeyScope.Editor, Command.Down, "Down", "A row down"),
        Row(KeyScope.Editor, Command.First, "Home Ctrl+A", "To the beginning of the line"),
        Row(KeyScope.Editor, Command.Last, "End Ctrl+E", "To the end of the line"),
        Row(KeyScope.Editor, Command.TextStart, "Ctrl+Home Ctrl+G-A", "To the beginning of the text"),
        Row(KeyScope.Editor, Command.TextEnd, "Ctrl+End Ctrl+G-E", "To the end of the text"),
        Row(KeyScope.Editor, Command.WordLeft, "Ctrl+Left Alt+B", "To the word before"),
        Row(KeyScope.Editor, Command.WordRight, "Ctrl+Right Alt+F", "To the next word"),
        Row(KeyScope.Editor, Command.Backspace, "Backspace", "Delete the letter before"),
        Row(KeyScope.Editor, Command.Delete, "Delete Ctrl+D", "Delete the letter under the caret"),
        Row(KeyScope.Editor, Command.DeleteLine, "Ctrl+K", "Delete the line"),
        Row(KeyScope.Editor, Command.DeleteToStart, "Ctrl+U", "Delete from the caret back to the beginning of the line"),
        Row(KeyScope.Editor, Command.DeleteWord, "Ctrl+W Alt+Backspace Ctrl+G-W", "Delete back to the beginning of the word"),
        Row(KeyScope.Editor, Command.Starter, "Ctrl+T Ctrl+G-b", "Begin again with the level's own text"),
        Row(KeyScope.Editor, Command.StripQuotes, "Ctrl+G-q", "Take the '> ' of a quoted mail off every line"),
        Row(KeyScope.Editor, Command.SelectAll, "Ctrl+V Ctrl+G-a", "Select the whole text: what is typed or pasted next takes its place"),
        Row(KeyScope.Editor, Command.History, "Ctrl+P", "Your earlier tries at this level, one after the other"),

        Row(KeyScope.Completion, Command.Down, "Down Ctrl+N", "The next word"),
        Row(KeyScope.Completion, Command.Up, "Up Ctrl+P", "The word before"),
        Row(KeyScope.Completion, Command.Confirm, "Tab", "Take this word", "take it"),
        Row(KeyScope.Completion, Command.Enter, "Enter", "Take the word that you went to; before you go to one it is the editor's Enter"),
        Row(KeyScope.Completion, Command.Decline, "Esc", "Close the list", "close"),

        Row(KeyScope.Options, Command.Up, "Up k", "The answer above; what was handed in is shown with its run"),
        Row(KeyScope.Options, Command.Down, "Down j", "The answer below; what was handed in is shown with its run"),
        Row(KeyScope.Options, Command.HandIn, "Enter F5", "Choose this answer; once more, hand it in and see its run", "choose"),
        Row(KeyScope.Options, Command.WholeBrief, "b", "The brief on a screen of its own", "brief"),
        Row(KeyScope.Forecast, Command.Up, "Up k", "The page or number above"),
        Row(KeyScope.Forecast, Command.Down, "Down j", "The page or number below"),
        Row(KeyScope.Forecast, Command.First, "Home", "The first page or number"),
        Row(KeyScope.Forecast, Command.Last, "End", "The last page or number"),
        Row(KeyScope.Forecast, Command.Left, "Left", "Another forecast"),
        Row(KeyScope.Forecast, Command.Right, "Right", "The next forecast"),
        Row(KeyScope.Forecast, Command.Backspace, "Backspace", "Take back a digit"),
        Row(KeyScope.Forecast, Command.HandIn, "Enter F5", "This is the forecast; once more, hand it in and see what came true", "done"),
        Row(KeyScope.Forecast, Command.WholeBrief, "b", "The brief on a screen of its own, and the test", "brief"),
        Row(KeyScope.Marks, Command.Up, "Up k", "The page above"),
        Row(KeyScope.Marks, Command.Down, "Down j", "The page below"),
        Row(KeyScope.Marks, Command.First, "Home", "The first page"),
        Row(KeyScope.Marks, Command.Last, "End", "The last page"),
        Row(KeyScope.Marks, Command.MarkTake, "Left t", "Take this page", "take"),
        Row(KeyScope.Marks, Command.MarkSkip, "Right s", "Skip this page", "skip"),
        Row(KeyScope.Marks, Command.MarkInTurn, "Space", "Skip this page or take it, in turn"),
        Row(KeyScope.Marks, Command.MarkAll, "a", "Skip every page; once more, take every page", "all"),
        Row(KeyScope.Marks, Command.HandIn, "Enter F5", "These are the marks; once more, hand them in and see who holds the pages", "hand in"),
        Row(KeyScope.Marks, Command.WholeBrief, "b", "The brief on a screen of its own", "brief"),
        Row(KeyScope.Marking, Command.MarkTake, "t", "Take this page", "take"),
        Row(KeyScope.Marking, Command.MarkSkip, "s", "Skip this page", "skip"),
        Row(KeyScope.Marking, Command.MarkInTurn, "Space", "Skip this page or take it, in turn"),
        Row(KeyScope.Marking, Command.MarkAll, "a", "Skip every page; once more, take every page"),
        Row(KeyScope.Marking, Command.HandIn, "F5 Ctrl+R", "These are the marks; once more, hand them in and see who holds the pages", "hand in"),
        Row(KeyScope.Palette, Command.Up, "Up k", "The kind above"),
        Row(KeyScope.Palette, Command.Down, "Down j", "The kind below"),
        Row(KeyScope.Palette, Command.Left, "Left h", "The frame before"),
        Row(KeyScope.Palette, Command.Right, "Right l", "The next frame"),
        Row(KeyScope.Palette, Command.First, "Home", "The first frame"),
        Row(KeyScope.Palette, Command.Last, "End", "The last frame"),
        Row(KeyScope.Palette, Command.Paint, "Space", "Paint a page of this kind, and on to the next frame", "paint"),
        Row(KeyScope.Palette, Command.Backspace, "Backspace", "Back a frame, and erase what lies there", "erase"),
        Row(KeyScope.Palette, Command.Delete, "Delete e", "Erase what lies on this frame"),
        Row(KeyScope.Palette, Command.EraseAll, "C", "Erase everything"),
        Row(KeyScope.Palette, Command.Undo, "Ctrl+Z u", "Take the last change back", "undo"),
        Row(KeyScope.Palette, Command.Redo, "Ctrl+Y U", "And forth again"),
        Row(KeyScope.Palette, Command.HandIn, "Enter F5", "This is the memory; once more, hand it in: the predicate runs on it", "hand in"),
        Row(KeyScope.Palette, Command.WholeBrief, "b", "The brief on a screen of its own, and the predicate", "brief"),
        Row(KeyScope.Painting, Command.PreviousKind, "[", "The kind above"),
        Row(KeyScope.Painting, Command.NextKind, "]", "The kind below"),
        Row(KeyScope.Painting, Command.Paint, "Space", "Paint a page of the kind at hand, and on to the next frame", "paint"),
        Row(KeyScope.Painting, Command.Backspace, "Backspace", "Back a frame, and erase what lies there", "erase"),
        Row(KeyScope.Painting, Command.Delete, "Delete e", "Erase what lies on this frame"),
        Row(KeyScope.Painting, Command.EraseAll, "C", "Erase everything"),
        Row(KeyScope.Painting, Command.Undo, "Ctrl+Z u", "Take the last change back", "undo"),
        Row(KeyScope.Painting, Command.Redo, "Ctrl+Y U", "And forth again"),
        Row(KeyScope.Painting, Command.HandIn, "F5 Ctrl+R", "This is the memory; once more, hand it in: the predicate runs on it", "hand in"),
        Row(KeyScope.Scan, Command.HandIn, "Enter F5", "Watch the scan; seen to its end, the level is passed", "begin"),
        Row(KeyScope.Scan, Command.WholeBrief, "b", "The brief on a screen of its own", "brief"),

        Map(Command.Left, KeyShows.Nothing, "Left h", "One cell left"),
        Map(Command.Right, KeyShows.Nothing, "Right l", "One cell right"),
        Map(Command.Up, KeyShows.Nothing, "Up k", "One row up"),
        Map(Command.Down, KeyShows.Nothing, "Down j", "One row down"),
        Map(Command.PageUp, KeyShows.Nothing, "PageUp", "A screen up"),
        Map(Command.PageDown, KeyShows.Nothing, "PageDown", "A screen down"),
        Map(Command.First, KeyShows.Nothing, "Home", "The first page"),
        Map(Command.Last, KeyShows.Nothing, "End", "The last page"),
        Map(Command.NextWrong, KeyShows.Verdicts, "w", "The next page where you are wrong", "next wrong"),
        Map(Command.PreviousWrong, KeyShows.Verdicts, "W", "The page before where you are wrong"),
        Map(Command.NextFutile, KeyShows.Verdicts, "x", "The next futile page"),
        Map(Command.NextFalseSkip, KeyShows.Verdicts, "!", "The next false skip"),
        Map(Command.NextPin, KeyShows.Verdicts, "=", "The next skipped pin"),
        Map(Command.NextLike, KeyShows.Kinds, "n", "The next page with the verdict of this one; where kinds are shown, of its kind"),
        Map(Command.PreviousLike, KeyShows.Kinds, "N", "The page before with the verdict, or of the kind, of this one"),
        Map(Command.ZoomIn, KeyShows.Nothing, "+ i", "Fewer pages in a cell", "zoom"),
        Map(Command.ZoomOut, KeyShows.Nothing, "- o", "More pages in a cell"),
        Map(Command.ZoomInTurn, KeyShows.Nothing, "z", "In turn: a page in a cell, a pageblock, the whole map"),
        Map(Command.Legend, KeyShows.Kinds, "g", "Every mark: what it means, how many pages have it, and on to one", "legend"),
        Map(Command.KindsOrVerdicts, KeyShows.Verdicts, "v", "Show kinds of pages, or verdicts", "kinds/verdicts|kinds"),
        Map(Command.Card, KeyShows.Nothing, "Enter c", "Everything about the page under the cursor", "page card"),

        Row(KeyScope.Terms, Command.Up, "Up k", "The row above"),
        Row(KeyScope.Terms, Command.Down, "Down j", "The row below"),
        Row(KeyScope.Terms, Command.Confirm, "Enter", "Light the pages that the term decides; go to the next page of a row", "show on the map|show"),
        Row(KeyScope.Legend, Command.Up, "Up k", "The mark above"),
        Row(KeyScope.Legend, Command.Down, "Down j", "The mark below"),
        Row(KeyScope.Legend, Command.Confirm, "Enter n", "To the next page that has it", "next page"),
        Row(KeyScope.Legend, Command.PreviousLike, "N", "To the page before that has it", "page before"),

        Row(KeyScope.Brief, Command.Up, "Up k", "A line up"),
        Row(KeyScope.Brief, Command.Down, "Down j", "A line down"),
        Row(KeyScope.Brief, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.Brief, Command.PageDown, "PageDown Space", "A screen down"),
        Row(KeyScope.Brief, Command.WholeBrief, "Enter b", "The brief on a screen of its own", "all of it"),

        Row(KeyScope.BriefCard, Command.Up, "Up", "A line up, where the brief is longer than the card"),
        Row(KeyScope.BriefCard, Command.Down, "Down", "A line down"),
        Row(KeyScope.BriefCard, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.BriefCard, Command.PageDown, "PageDown", "A screen down", "more"),
        Row(KeyScope.BriefCard, Command.Decline, "Enter Esc Space", "Begin; every other key begins, too, and does what it does in the level", "begin"),

        Level(Command.HandIn, KeyShows.Nothing, "F5 Ctrl+R", "Hand in the answer at hand, from every pane"),
        Level(Command.Lesson, KeyShows.Nothing, "F2 Ctrl+G-l", "Read the lesson", "lesson"),
        Level(Command.Hint, KeyShows.Nothing, "F3 Ctrl+G-h", "A hint; the next one says more", "hint"),
        Level(Command.Card, KeyShows.Nothing, "F4 Ctrl+G-c", "Everything about the page under the cursor"),
        Level(Command.NextWrong, KeyShows.Verdicts, "F6 Ctrl+G-w", "The next page where you are wrong"),
        Level(Command.Watch, KeyShows.Verdicts | KeyShows.Predicate, "F7 Ctrl+G-s", "Watch the scan, step by step", "watch"),
        Level(Command.Compare, KeyShows.Verdicts | KeyShows.Predicate, "F8 Ctrl+G-d", "Where your predicate differs from your last try, or from history's"),
        Level(Command.CounterExample, KeyShows.Verdicts | KeyShows.Predicate, "F12 Ctrl+G-f", "The fewest pages that show what is wrong: the smallest counter-example"),
        Level(Command.ShowMe, KeyShows.Verdicts | KeyShows.Predicate, "Ctrl+S Ctrl+G-v", "Show me: a page that proves what was said after a try, with everything about it"),
        Level(Command.Terms, KeyShows.Verdicts | KeyShows.Predicate, "Ctrl+X Ctrl+G-x", "Take the predicate apart: its terms, and the truth table of this map"),
        Level(Command.LightTerm, KeyShows.Verdicts | KeyShows.Predicate, "Alt+T Ctrl+G-u", "Light the pages that the term under the caret decides, on or off"),
        Level(Command.Tries, KeyShows.Nothing, "F11 Ctrl+B Ctrl+G-t", "Your tries at this level, and the best by each goal"),
        Level(Command.InWords, KeyShows.Predicate, "Alt+W Ctrl+G-i", "The predicate at hand in words"),
        Level(Command.Share, KeyShows.Nothing, "Ctrl+F Ctrl+G-p", "After a pass: a card to share, with the map and the score and without your predicate"),
        Level(Command.NextMap, KeyShows.Nothing, "Alt+M Ctrl+G-z", "The next of the maps that you see; one that beat an answer is among them"),
        Level(Command.Why, KeyShows.Nothing, "Alt+Y Ctrl+G-r", "After a pass: why it was right, and what it cannot know"),
        Level(Command.WholeBrief, KeyShows.Nothing, "Alt+R Ctrl+G-g", "What is asked, whole"),
        Level(Command.Said, KeyShows.Nothing, "Alt+S Ctrl+G-.", "What was said last, and the score, whole"),
        Level(Command.NextPane, KeyShows.Nothing, "Tab", "The next pane", "pane"),
        Level(Command.PreviousPane, KeyShows.Nothing, "Shift+Tab", "The pane before"),

        Row(KeyScope.Home, Command.Up, "Up k", "The level above"),
        Row(KeyScope.Home, Command.Down, "Down j", "The level below"),
        Row(KeyScope.Home, Command.PageUp, "PageUp Left", "The chapter above"),
        Row(KeyScope.Home, Command.PageDown, "PageDown Right", "The chapter below"),
        Row(KeyScope.Home, Command.First, "Home", "The first level"),
        Row(KeyScope.Home, Command.Last, "End", "The last level"),
        Row(KeyScope.Home, Command.Open, "Enter", "Play this level", "play"),
        Row(KeyScope.Home, Command.NextLevel, "n", "To the level that is next for you", "next"),
        Row(KeyScope.Home, Command.Search, "/", "Find a level, or what comes after the course, by a word of its title", "find"),
        Row(KeyScope.Home, Command.After, "a", "After the course: the level of the day, and more to do when no level is left", "more"),
        Row(KeyScope.Home, Command.Glossary, "g", "The glossary", "glossary"),
        Row(KeyScope.Home, Command.Guides, "r", "The guides: how to play, what the simulator leaves out, the language, how levels are written"),
        Row(KeyScope.Home, Command.Dump, "d", "A page dump of your own: paste it, and every reference is accounted for"),
        Row(KeyScope.Home, Command.Sheet, "s", "Your cheat sheet: what each passed level taught, with your best predicate", "sheet"),
        Row(KeyScope.Home, Command.GoldLeft, "m", "Show what is left for gold: passed, with a medal left"),
        Row(KeyScope.Home, Command.Filter, "f", "Show only what is left to pass; then only what has a medal left; then all", "filter"),

        Row(KeyScope.After, Command.Up, "Up k", "The line above"),
        Row(KeyScope.After, Command.Down, "Down j", "The line below"),
        Row(KeyScope.After, Command.Confirm, "Enter", "Open it", "open"),
        Row(KeyScope.After, Command.Closing, "e", "The end of the course: what was learned, what the kernel does today, what is still open"),
        Row(KeyScope.After, Command.Daily, "d", "The level of the day: the same for everybody, another one each day"),
        Row(KeyScope.After, Command.Sandbox, "s", "The sandbox: memory of your making, two predicates side by side, your own page dumps"),
        Row(KeyScope.After, Command.Review, "r", "Review: the passed level that was longest not met, on other maps, without its brief"),
        Row(KeyScope.After, Command.AttackOwn, "b", "Break your own last answer: paint a memory on which it is wrong"),
        Row(KeyScope.After, Command.Reply, "w", "Your reply to the thread: what you chose, measured and gave up"),
        Row(KeyScope.After, Command.Certificate, "c", "A certificate of what you passed"),
        Row(KeyScope.After, Command.GoldLeft, "m", "What is left for gold: passed levels with a medal left"),

        Row(KeyScope.Sandbox, Command.Memory, "m Ctrl+G-m", "The memory: whose recipe, seed, pages, kinds, who compacts, which release", "memory"),
        Row(KeyScope.Sandbox, Command.Paint, "p Ctrl+G-p", "Paint the page under the cursor, or its cell", "paint"),
        Row(KeyScope.Sandbox, Command.PaintKind, "K Ctrl+G-K", "Choose the kind of page that is painted"),
        Row(KeyScope.Sandbox, Command.Holders, "r Ctrl+G-r", "Who holds the page under the cursor: add and remove references by hand", "references"),
        Row(KeyScope.Sandbox, Command.TakeBack, "U Ctrl+G-U", "Take the last change of the memory back"),
        Row(KeyScope.Sandbox, Command.Second, "2 Ctrl+G-2", "Keep this predicate as the second one; when there is one, change places with it"),
        Row(KeyScope.Sandbox, Command.MakeLevel, "L Ctrl+G-L", "Make a level file of this memory and this predicate"),

        Row(KeyScope.Value, Command.Up, "Up", "The line above"),
        Row(KeyScope.Value, Command.Down, "Down", "The line below"),
        Row(KeyScope.Value, Command.Left, "Left -", "Less, or the one before"),
        Row(KeyScope.Value, Command.Right, "Right +", "More, or the next one", "change"),
        Row(KeyScope.Value, Command.PageUp, "PageUp", "Much less"),
        Row(KeyScope.Value, Command.PageDown, "PageDown", "Much more"),
        Row(KeyScope.Value, Command.Backspace, "Backspace", "Take back a digit of a number that is written"),
        Row(KeyScope.ValueList, Command.Confirm, "Enter", "Open the list of this line", "open its list"),
        Row(KeyScope.ValueList, Command.Back, "Esc", "Leave the memory as it was", "cancel"),
        Row(KeyScope.ValueBuild, Command.Confirm, "Enter", "Build this memory", "build it"),
        Row(KeyScope.ValueBuild, Command.Back, "Esc", "Leave the memory as it was", "cancel"),
        Row(KeyScope.ValueDone, Command.Confirm, "Enter", "Back to the map", "done"),

        Row(KeyScope.Find, Command.Up, "Up", "The line above"),
        Row(KeyScope.Find, Command.Down, "Down", "The line below"),
        Row(KeyScope.Find, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.Find, Command.PageDown, "PageDown", "A screen down"),
        Row(KeyScope.Find, Command.Backspace, "Backspace", "Take back a letter of what is looked for"),
        Row(KeyScope.Find, Command.Confirm, "Enter", "Take it", "take it"),

        Row(KeyScope.Card, Command.Up, "Up k", "A line up"),
        Row(KeyScope.Card, Command.Down, "Down j", "A line down"),
        Row(KeyScope.Card, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.Card, Command.PageDown, "PageDown Space", "A screen down"),
        Row(KeyScope.Card, Command.Left, "Left h", "The page before", "page before"),
        Row(KeyScope.Card, Command.Right, "Right l", "The next page", "next page"),
        Row(KeyScope.Card, Command.Card, "F4 c", "Close the card"),
        Row(KeyScope.Card, Command.Copy, "y", "Copy this card"),
        Row(KeyScope.Card, Command.NextWrong, "w", "The next page where you are wrong", "next wrong"),
        Row(KeyScope.Card, Command.PreviousWrong, "W", "The page before where you are wrong"),

        Row(KeyScope.Block, Command.PlayBlock, "p", "Play the next predicate of this text on the level's map", "play"),
        Row(KeyScope.Block, Command.TakeBlock, "e", "Take the predicate that was played to the editor", "to editor"),

        Row(KeyScope.Dump, Command.Up, "Up k", "A line up"),
        Row(KeyScope.Dump, Command.Down, "Down j", "A line down", "scroll"),
        Row(KeyScope.Dump, Command.PageUp, "PageUp b", "A screen up"),
        Row(KeyScope.Dump, Command.PageDown, "PageDown Space", "A screen down"),
        Row(KeyScope.Dump, Command.First, "Home", "To the beginning"),
        Row(KeyScope.Dump, Command.Last, "End", "To the end"),
        Row(KeyScope.Dump, Command.Copy, "y", "Copy the pages as page kinds, for a level", "copy as kinds"),

        Row(KeyScope.More, Command.More, "m", "Sources and details, below the text", "more"),

        Row(KeyScope.Reading, Command.Up, "Up k", "A line up"),
        Row(KeyScope.Reading, Command.Down, "Down j", "A line down", "scroll"),
        Row(KeyScope.Reading, Command.PageUp, "PageUp b", "A screen up"),
        Row(KeyScope.Reading, Command.PageDown, "PageDown Space", "A screen down"),
        Row(KeyScope.Reading, Command.First, "Home", "To the beginning"),
        Row(KeyScope.Reading, Command.Last, "End", "To the end"),
        Row(KeyScope.Reading, Command.NextLink, "Tab", "The next link", "next link"),
        Row(KeyScope.Reading, Command.PreviousLink, "Shift+Tab", "The link before"),
        Row(KeyScope.Reading, Command.Open, "Enter", "Follow the link", "follow"),
        Row(KeyScope.Reading, Command.TextBefore, "[ Alt+Left Backspace", "The text that you came from"),
        Row(KeyScope.Reading, Command.TextAfter, "] Alt+Right", "On again to the text that you came back from"),
        Row(KeyScope.Reading, Command.Copy, "y", "Copy this text"),
        Row(KeyScope.Reading, Command.Glossary, "g", "The glossary"),

        Row(KeyScope.Saved, Command.Save, "s", "Save this text as a file beside your progress", "save"),

        Row(KeyScope.Watch, Command.PlayPause, "Space", "Play or pause; where nothing moves by itself, on to the end of the batch", "play/pause"),
        Row(KeyScope.Watch, Command.StepForward, "Right .", "One step on", "step"),
        Row(KeyScope.Watch, Command.StepBack, "Left ,", "One step back"),
        Row(KeyScope.Watch, Command.Faster, "+ Up", "Faster", "speed"),
        Row(KeyScope.Watch, Command.Slower, "- Down", "Slower"),
        Row(KeyScope.Watch, Command.NextFutile, "x", "On to the next futile isolation"),
        Row(KeyScope.Watch, Command.NextFalseSkip, "!", "On to the next false skip", "to x or !"),
        Row(KeyScope.Watch, Command.ToCursor, "t", "On until something happens to the page under the cursor", "to cursor"),
        Row(KeyScope.Watch, Command.BreakAtWrong, "b", "Play stops at a false skip, a futile isolation and the page under the cursor, or it does not"),
        Row(KeyScope.Watch, Command.MoveLeft, "h", "The cursor a cell left"),
        Row(KeyScope.Watch, Command.MoveRight, "l", "The cursor a cell right"),
        Row(KeyScope.Watch, Command.MoveUp, "k", "The cursor a row up"),
        Row(KeyScope.Watch, Command.MoveDown, "j", "The cursor a row down"),
        Row(KeyScope.Watch, Command.Card, "Enter c", "Who holds the page under the cursor"),
        Row(KeyScope.Watch, Command.ZoomIn, "i", "Fewer pages in a cell"),
        Row(KeyScope.Watch, Command.ZoomOut, "o", "More pages in a cell"),
        Row(KeyScope.Watch, Command.PageDown, "PageDown", "A twentieth of the run on; a click on the bar goes anywhere"),
        Row(KeyScope.Watch, Command.PageUp, "PageUp", "A twentieth of the run back"),
        Row(KeyScope.Watch, Command.First, "Home", "To the beginning"),
        Row(KeyScope.Watch, Command.Last, "End", "To the end", "end"),

        Row(KeyScope.Choice, Command.Up, "Up k", "The line above"),
        Row(KeyScope.Choice, Command.Down, "Down j", "The line below"),
        Row(KeyScope.Choice, Command.Confirm, "Enter Space", "Take it", "take it"),

        Row(KeyScope.Tries, Command.Plot, "p", "Lay the tries out by two counts, beside history's predicates", "plot"),

        Row(KeyScope.Plot, Command.Up, "Up k", "The predicate above"),
        Row(KeyScope.Plot, Command.Down, "Down j", "The predicate below", "choose"),
        Row(KeyScope.Plot, Command.NextAcross, "x", "Another first count", "first count|first"),
        Row(KeyScope.Plot, Command.NextUpwards, "y", "Another second count", "second count|second"),

        Row(KeyScope.Compare, Command.Up, "Up k", "The predicate above"),
        Row(KeyScope.Compare, Command.Down, "Down j", "The predicate below"),
        Row(KeyScope.Compare, Command.Left, "Left h Shift+Tab", "The page state before"),
        Row(KeyScope.Compare, Command.Right, "Right l Tab", "The next page state on which the two differ", "state"),
        Row(KeyScope.Compare, Command.Confirm, "Enter", "To the first page of this state", "go there"),

        Row(KeyScope.Counter, Command.Up, "Up k", "The page above"),
        Row(KeyScope.Counter, Command.Down, "Down j", "The page below"),
        Row(KeyScope.Counter, Command.Confirm, "Enter", "Go to this page on the map", "go there"),
        Row(KeyScope.Counter, Command.Card, "c F4", "Everything about this page", "page card"),
        Row(KeyScope.Counter, Command.OtherPage, "t", "Everything about the page that gets the same answer rightly", "the other page"),

        Row(KeyScope.Hint, Command.Hint, "F3 h Ctrl+G-h", "The next hint; it says more", "next hint"),
        Row(KeyScope.Hint, Command.ShowAll, "m", "Show me all of it; once more, on to the next level: this one counts as seen, not as passed", "show me, move on|show me"),
        Row(KeyScope.Hint, Command.Confirm, "Enter", "Show the answer, when it is the next hint"),
        Row(KeyScope.Hint, Command.Up, "Up k", "A line up"),
        Row(KeyScope.Hint, Command.Down, "Down j", "A line down"),
        Row(KeyScope.Hint, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.Hint, Command.PageDown, "PageDown Space", "A screen down"),

        Row(KeyScope.Help, Command.Tour, "t", "Take the tour: panes and keys, by using them", "tour"),
        Row(KeyScope.Help, Command.Guides, "r", "Read the guides", "guides"),

        Row(KeyScope.Tour, Command.TourNext, "Alt+N Ctrl+G-m", "On to the next step of the tour, done or not", "skip step"),

        Row(KeyScope.Menu, Command.Up, "Up", "The line above"),
        Row(KeyScope.Menu, Command.Down, "Down", "The line below"),
        Row(KeyScope.Menu, Command.PageUp, "PageUp", "A screen up"),
        Row(KeyScope.Menu, Command.PageDown, "PageDown", "A screen down", "more"),
        Row(KeyScope.Menu, Command.Confirm, "Enter", "Do it", "do it"),

        Row(KeyScope.Everywhere, Command.NextLevel, "F9 Ctrl+G-n", "On to the next level, from whatever lies over this one"),
        Row(KeyScope.Everywhere, Command.Help, "F1 ? Ctrl+G-?", "Every key of this screen", "help"),
        Row(KeyScope.Everywhere, Command.Menu, "Ctrl+G", "What can be done here, by a letter each: for terminals that keep function keys for themselves", "menu"),
        Row(KeyScope.Everywhere, Command.Guides, "Ctrl+G-1", "The guides: how to play, what the simulator leaves out, the language, how levels are written"),
        Row(KeyScope.Everywhere, Command.Settings, "F10 Ctrl+G-o", "Settings: colours, characters, motion, mouse", "settings|set"),
        Row(KeyScope.Everywhere, Command.Back, "Esc", "Back", "back"),
        Row(KeyScope.Everywhere, Command.Copy, "Ctrl+G-y", "Copy the predicate, card or text to the clipboard, or to a file where the terminal keeps its own"),
        Row(KeyScope.Everywhere, Command.Redraw, "Ctrl+L", "Draw the screen anew"),
        Row(KeyScope.Everywhere, Command.Stop, "Ctrl+Z", "Stop for now (where nothing is written): the shell's 'fg' goes on"),
        Row(KeyScope.Everywhere, Command.Quit, "Ctrl+Q Ctrl+C", "Leave the game; everything is kept", "quit"),
    ];

    /// <summary>What a key does where these scopes hold, the innermost first.</summary>
    public static Command Find(IEnumerable<KeyScope> scopes, KeyPress key)
    {
        foreach (var scope in scopes)
        {
            foreach (var row in RowsIn(scope))
            {
                if (row.Keys.Contains(key.Name))
                {
                    return row.Command;
                }
            }
        }

        return Command.None;
    }

    /// <summary>The rows of these scopes; a key that an inner scope takes is not the outer one's.</summary>
    public static List<KeyRow> RowsOf(IEnumerable<KeyScope> scopes)
    {
        var taken = new HashSet<string>();
        var rows = new List<KeyRow>();
        foreach (var scope in scopes)
        {
            var first = rows.Count;
            foreach (var row in RowsIn(scope))
            {
                var free = row.Keys.RemoveAll(taken.Contains);
                if (!free.IsEmpty)
                {
                    rows.Add(free == row.Keys ? row : row with { Keys = free });
                }
            }

            taken.UnionWith(rows.Skip(first).SelectMany(r => r.Keys));
        }

        return rows;
    }

    static ImmutableArray<KeyRow> RowsIn(KeyScope scope) => ByScope.GetValueOrDefault(scope, []);

    static readonly FrozenDictionary<KeyScope, ImmutableArray<KeyRow>> ByScope =
        Rows.GroupBy(r => r.Scope).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    /// <summary>What a command of a level shows.</summary>
    public static KeyShows Shows(Command command) => ShownBy.GetValueOrDefault(command);

    static readonly FrozenDictionary<Command, KeyShows> ShownBy = Rows.Where(r => r.Shows != KeyShows.Nothing)
        .GroupBy(r => r.Command).ToFrozenDictionary(g => g.Key, g => g.Aggregate(KeyShows.Nothing, (all, r) => all | r.Shows));

    /// <param name="footer">Behind a bar, what a narrow screen says.</param>
    static KeyRow Row(KeyScope scope, Command command, string keys, string help, string? footer = null) =>
        new(scope, command, [.. keys.Split(' ')], help, footer?.Split('|')[0]) { ShortFooter = footer?.Split('|')[^1] };

    static KeyRow Level(Command command, KeyShows shows, string keys, string help, string? footer = null) =>
        Row(KeyScope.Level, command, keys, help, footer) with { Shows = shows };

    static KeyRow Map(Command command, KeyShows shows, string keys, string help, string? footer = null) =>
        Row(KeyScope.Map, command, keys, help, footer) with { Shows = shows };
}

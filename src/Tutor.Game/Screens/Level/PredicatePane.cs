using System.Text;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Syntax;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>A predicate is written: the editor's keys and the list of words.</summary>
sealed partial class PredicatePane(LevelScreen level) : AnswerPane(level)
{
    readonly EditorPane _editor = new();
    bool _hasTyped;
    int _historyAt = -1;

    /// <summary>A word of the list was gone to by key: Enter takes it.</summary>
    bool _hasGoneToWord;

    public override string Title => "Skip this page?";

    public override KeyScope Scope => KeyScope.Editor;

    public override KeyScope? ScopeOver => _editor.Words.Count > 0 ? KeyScope.Completion : null;

    public override bool IsWriting => true;

    public override int? Caret => _editor.Buffer.Caret;

    public override bool IsChoosing => false;

    public override bool IsReadWhole => true;

    public override Action<string> Take => text =>
    {
        _editor.Buffer.Renew(text);
        Level.FocusAnswer();
        Level.Say("Ctrl+Z brings your text back.", Ink.Muted);
        AfterEdit(keepMessage: true);
    };

    public override bool HasPlot => true;

    public override void Begin() => _editor.Buffer.Begin(Sitting.Text);

    public override int Rows(int width) => Math.Max(2, _editor.Rows(width));

    public override void Draw(Grid grid, Area area, bool isActive) => _editor.Draw(grid, area, LevelMessages.Of(Sitting.Latest), isActive);

    public override void DrawOver(Grid grid, Area pane)
    {
        if (_editor.Words.Count > 0)
        {
            _editor.DrawWords(grid, pane, LevelMessages.Of(Sitting.Latest).Any());
        }
    }

    public override void GoTo(int position) => _editor.Buffer.MoveTo(position);

    public override void Click(Area inside, int x, int y) => _editor.Click(inside, x, y);

    public override void Type(string text, bool isActive)
    {
        if (!isActive)
        {
            return;
        }

        _editor.Buffer.Insert(text);
        _hasTyped = true;
        AfterEdit();
        // A word that has begun offers how it may go on.
        var word = _editor.Buffer.WordBeforeCaret;
        if (word.Length >= 3 && !char.IsAsciiDigit(word[0]) || text == ">" && _editor.Buffer.Text[.._editor.Buffer.Caret].EndsWith("->", StringComparison.Ordinal))
        {
            OfferWords(onlyIfNew: true);
        }
    }

    public override void Paste(string text)
    {
        Level.FocusAnswer();
        var clean = text.ReplaceLineEndings("\n");
        var bytes = Encoding.UTF8.GetByteCount(_editor.Buffer.Text) + Encoding.UTF8.GetByteCount(clean);
        if (bytes > PredicateLimits.SourceBytes)
        {
            Level.Say($"Not pasted: with it the text would have {Words.Count(bytes)} bytes, and a predicate has at most {Words.Count(PredicateLimits.SourceBytes)}.", Ink.Warning);
            return;
        }

        _editor.Buffer.Insert(clean);
        AfterEdit();
        if (MailQuotes.IsQuoted(clean))
        {
            Level.Say("This looks quoted from a mail: Ctrl+G q takes the marks off every line.", Ink.Muted);
        }
    }

    public override bool DoFirst(Command command, bool isActive)
    {
        if (_editor.Words.Count > 0 && DoWords(command))
        {
            return true;
        }

        if (command == Command.Back && _hasTyped && isActive)
        {
            // After typing, the player means the list of words, even if it has just closed by itself.
            _hasTyped = false;
            Level.Say("Esc again leaves the level. Your text is kept.", Ink.Muted);
            return true;
        }

        _hasTyped &= command == Command.Decline;
        return false;
    }

    public override bool Do(Command command)
    {
        var buffer = _editor.Buffer;
        switch (command)
        {
            case Command.Complete:
                OfferWords(onlyIfNew: false);
                return true;
            case Command.Explain:
                Explain();
                return true;
            case Command.Enter when !buffer.Text.Contains('\n') && !buffer.Text.Contains('{'):
                // Enter hands in a text of one line. In a function it begins a new line.
                Level.HandIn();
                return true;
            case Command.Enter or Command.NewLine:
                buffer.NewLine();
                break;
            case Command.Backspace:
                buffer.Backspace();
                AfterEdit();
                return true;
            case Command.Delete:
                buffer.Delete();
                AfterEdit();
                return true;
            case Command.Undo:
                buffer.Undo();
                break;
            case Command.Redo:
                buffer.Redo();
                break;
            case Command.DeleteLine:
                buffer.DeleteLine();
                break;
            case Command.DeleteToStart:
                buffer.DeleteToStart();
                break;
            case Command.DeleteWord:
                buffer.DeleteWord();
                break;
            case Command.Starter:
                buffer.Renew(Sitting.Level.StartingText);
                Level.Say("The level's own text. Ctrl+Z brings yours back.", Ink.Muted);
                break;
            case Command.StripQuotes:
                buffer.Renew(MailQuotes.Strip(buffer.Text));
                Level.Say("Quote marks and the signs of a patch are off. Ctrl+Z brings them back.", Ink.Muted);
                break;
            case Command.SelectAll:
                buffer.SelectAll();
                return true;
            case Command.History:
                EarlierTry();
                break;
            default:
                return MoveCaret(command);
        }

        AfterEdit(keepMessage: true);
        return true;
    }

    bool MoveCaret(Command command)
    {
        var buffer = _editor.Buffer;
        switch (command)
        {
            case Command.Left:
                buffer.Left();
                return true;
            case Command.Right:
                buffer.Right();
                return true;
            case Command.Up or Command.Down:
                _editor.MoveRows(command == Command.Up ? -1 : 1);
                return true;
            case Command.First:
                buffer.Home();
                return true;
            case Command.Last:
                buffer.End();
                return true;
            case Command.TextStart or Command.TextEnd:
                buffer.MoveTo(command == Command.TextStart ? 0 : buffer.Text.Length);
                return true;
            case Command.WordLeft:
                buffer.WordLeft();
                return true;
            case Command.WordRight:
                buffer.WordRight();
                return true;
            case Command.NextProblem or Command.PreviousProblem:
                GoToProblem(command == Command.NextProblem);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Puts the caret where the next message (or the one before) is about, round at the ends.</summary>
    void GoToProblem(bool isNext)
    {
        var places = LevelMessages.Of(Sitting.Latest).Select(d => d.Span.Start).Distinct().Order().ToList();
        if (places.Count == 0)
        {
            Level.Say("No message is about this text.", Ink.Muted);
            return;
        }

        var caret = _editor.Buffer.Caret;
        var at = isNext ? places.FindIndex(p => p > caret) : places.FindLastIndex(p => p < caret);
        Level.Quiet();
        _editor.Buffer.MoveTo(places[at >= 0 ? at : isNext ? 0 : places.Count - 1]);
    }

    bool DoWords(Command command)
    {
        switch (command)
        {
            case Command.Up or Command.Down:
                var count = _editor.Words.Count;
                _editor.WordIndex = (_editor.WordIndex + (command == Command.Up ? count - 1 : 1)) % count;
                _hasGoneToWord = true;
                return true;
            // A player who types on and presses Enter does not want the word that happens to be first.
            case Command.Enter when _hasGoneToWord:
            case Command.Confirm:
                _editor.Buffer.ReplaceWordBeforeCaret(_editor.Words[_editor.WordIndex].Insert);
                AfterEdit();
                return true;
            case Command.Decline:
                _editor.Words = [];
                return true;
            default:
                // Any other command closes the list and is done.
                _editor.Words = [];
                return false;
        }
    }

    void OfferWords(bool onlyIfNew)
    {
        var words = Completion.At(_editor.Buffer.Text, _editor.Buffer.Caret, Sitting.Prepared.Scope);
        var typed = _editor.Buffer.WordBeforeCaret;
        // Do not offer a word that is already typed in full.
        var isKnown = onlyIfNew && words.Any(w => w.Name == typed);
        _editor.Words = isKnown ? [] : words;
        _editor.WordIndex = 0;
        _hasGoneToWord = false;
    }

    void AfterEdit(bool keepMessage = false)
    {
        _editor.Words = [];
        Sitting.Write(_editor.Buffer.Text);
        if (keepMessage)
        {
            Level.TakeScore();
        }
        else
        {
            Changed();
        }
    }

    /// <summary>Brings back older and older tries, then the newest again. Undo brings the present text back.</summary>
    void EarlierTry()
    {
        var tries = Sitting.History.Select(a => a.Predicate).Distinct().ToList();
        if (tries.Count == 0)
        {
            Level.Say("You have not handed in anything here yet.", Ink.Muted);
            return;
        }

        _historyAt = (_historyAt + 1) % tries.Count;
        _editor.Buffer.Renew(tries[_historyAt]);
        Level.Say($"Try {tries.Count - _historyAt} of {tries.Count}. Ctrl+Z brings your text back.", Ink.Muted);
    }
}

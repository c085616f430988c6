using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Syntax;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>Writing: the editor's keys and the list of words.</content>
sealed partial class LevelScreen
{
    /// <summary>A word of the list was gone to by key: Enter takes it.</summary>
    bool _hasGoneToWord;

    public override void Type(string text)
    {
        _forecast?.Type(text);
        if (_focus != Pane.Answer || !IsWriting)
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
        if (!IsWriting || PasteDump(text))
        {
            return;
        }

        _focus = Pane.Answer;
        var clean = text.ReplaceLineEndings("\n");
        var bytes = System.Text.Encoding.UTF8.GetByteCount(_editor.Buffer.Text) + System.Text.Encoding.UTF8.GetByteCount(clean);
        if (bytes > PredicateLimits.SourceBytes)
        {
            Say($"Not pasted: with it the text would have {Words.Count(bytes)} bytes, and a predicate has at most {Words.Count(PredicateLimits.SourceBytes)}.", Ink.Warning);
            return;
        }

        _editor.Buffer.Insert(clean);
        AfterEdit();
        if (MailQuotes.IsQuoted(clean))
        {
            Say("This looks quoted from a mail: Ctrl+G q takes the marks off every line.", Ink.Muted);
        }
    }

    bool DoEditor(Command command)
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
                // In one line Enter is done; in a function it is a new line.
                HandIn();
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
                buffer.Replace(_sitting.Level.StartingText);
                Say("The level's own text. Ctrl+Z brings yours back.", Ink.Muted);
                break;
            case Command.StripQuotes:
                buffer.Replace(MailQuotes.Strip(buffer.Text));
                Say("Quote marks and the signs of a patch are off. Ctrl+Z brings them back.", Ink.Muted);
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
        var places = Messages.Select(d => d.Span.Start).Distinct().Order().ToList();
        if (places.Count == 0)
        {
            Say("No message is about this text.", Ink.Muted);
            return;
        }

        var caret = _editor.Buffer.Caret;
        var at = isNext ? places.FindIndex(p => p > caret) : places.FindLastIndex(p => p < caret);
        _message = null;
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
            // Nobody who writes on and presses Enter wants the word that happens to stand first.
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
        var words = Completion.At(_editor.Buffer.Text, _editor.Buffer.Caret, _sitting.Prepared.Scope);
        var typed = _editor.Buffer.WordBeforeCaret;
        // The one word that stands there already is no news.
        var isKnown = onlyIfNew && words.Any(w => w.Name == typed);
        _editor.Words = isKnown ? [] : words;
        _editor.WordIndex = 0;
        _hasGoneToWord = false;
    }

    void AfterEdit(bool keepMessage = false)
    {
        _editor.Words = [];
        _message = keepMessage ? _message : null;
        _sitting.Write(_editor.Buffer.Text);
        TakeScore();
    }

    /// <summary>Older and older tries, then the newest again; the text at hand can be brought back with undo.</summary>
    void EarlierTry()
    {
        var tries = _sitting.History.Select(a => a.Predicate).Distinct().ToList();
        if (tries.Count == 0)
        {
            Say("You have not handed in anything here yet.", Ink.Muted);
            return;
        }

        _historyAt = (_historyAt + 1) % tries.Count;
        _editor.Buffer.Replace(tries[_historyAt]);
        Say($"Try {tries.Count - _historyAt} of {tries.Count}. Ctrl+Z brings your text back.", Ink.Muted);
    }

    void ClickAnswer(int x, int y)
    {
        var inside = _layout.Answer.Inset();
        if (_forecast is not null || _sitting.IsWatch)
        {
            return;
        }

        if (_marks is not null)
        {
            ClickMark(_marks.PageAt(y - inside.Y));
            return;
        }

        if (_palette is not null)
        {
            if (_palette.KindAt(y - inside.Y) is >= 0 and var kind)
            {
                _sitting.TakeBrush(kind);
            }

            return;
        }

        if (!_sitting.IsPick)
        {
            _editor.Click(inside, x, y);
            return;
        }

        var option = OptionAt(y - inside.Y);
        if (option >= 0)
        {
            LookAtOption(option);
        }
    }
}

namespace Tutor.Game.Panes;

/// <summary>The text that a player writes, with caret, undo and redo. It knows nothing of screens.</summary>
sealed class EditorBuffer
{
    /// <summary>How many steps undo keeps.</summary>
    const int MostSteps = 1000;

    readonly List<(string Text, int Caret)> _undo = [];
    readonly List<(string Text, int Caret)> _redo = [];
    bool _isTyping;

    public EditorBuffer(string text = "")
    {
        Text = text;
        Caret = text.Length;
    }

    public string Text { get; private set; }

    /// <summary>Code units before the caret.</summary>
    public int Caret { get; private set; }

    /// <summary>A number that grows with every change of the text.</summary>
    public int Version { get; private set; }

    /// <summary>The part of a name that stands before the caret; may be empty.</summary>
    public string WordBeforeCaret
    {
        get
        {
            var start = Caret;
            while (start > 0 && IsWordChar(Text[start - 1]))
            {
                start--;
            }

            return Text[start..Caret];
        }
    }

    /// <summary>The name that the caret touches; may be empty.</summary>
    public string WordAtCaret
    {
        get
        {
            var end = Caret;
            while (end < Text.Length && IsWordChar(Text[end]))
            {
                end++;
            }

            return WordBeforeCaret + Text[Caret..end];
        }
    }

    /// <summary>All of it is selected: what is typed or pasted next takes its place.</summary>
    public bool IsAllSelected { get; private set; }

    /// <summary>Begins with a text. Undo does not go back beyond it.</summary>
    public void Begin(string text)
    {
        _undo.Clear();
        _redo.Clear();
        _isTyping = false;
        Change(text, FirstPlace(text));
    }

    /// <summary>Puts the caret at the end of a text of one line, and at the beginning of a function.</summary>
    static int FirstPlace(string text) => text.Contains('\n', StringComparison.Ordinal) ? 0 : text.Length;

    public void SelectAll() => IsAllSelected = Text.Length > 0;

    /// <summary>Another text takes the place of this one, and is seen from its beginning; can be undone.</summary>
    public void Renew(string text)
    {
        Remember(typing: false);
        Change(text, FirstPlace(text));
    }

    /// <summary>Replaces everything; can be undone.</summary>
    public void Replace(string text)
    {
        Remember(typing: false);
        Change(text, text.Length);
    }

    public void Insert(string text)
    {
        if (IsAllSelected)
        {
            Replace(text);
            return;
        }

        Remember(typing: text.Length == 1 && IsWordChar(text[0]));
        Change(Text.Insert(Caret, text), Caret + text.Length);
    }

    /// <summary>A new line with the indentation of this one.</summary>
    public void NewLine()
    {
        var line = Text[LineStart(Caret)..Caret];
        Insert("\n" + line[..(line.Length - line.TrimStart(' ', '\t').Length)]);
    }

    public void ReplaceWordBeforeCaret(string word)
    {
        Remember(typing: false);
        var start = Caret - WordBeforeCaret.Length;
        Change(Text[..start] + word + Text[Caret..], start + word.Length);
    }

    public void Backspace()
    {
        if (IsAllSelected)
        {
            Replace("");
        }
        else if (Caret > 0)
        {
            Remember(typing: true);
            var start = Before(Caret);
            Change(Text.Remove(start, Caret - start), start);
        }
    }

    public void Delete()
    {
        if (IsAllSelected)
        {
            Replace("");
        }
        else if (Caret < Text.Length)
        {
            Remember(typing: false);
            Change(Text.Remove(Caret, After(Caret) - Caret), Caret);
        }
    }

    public void DeleteLine()
    {
        Remember(typing: false);
        var start = LineStart(Caret);
        var end = LineEnd(Caret);
        end = end < Text.Length ? end + 1 : end;
        Change(Text.Remove(start, end - start), Math.Min(start, Text.Length - (end - start)));
    }

    /// <summary>Deletes from the caret back to the beginning of its line.</summary>
    public void DeleteToStart() => DeleteBackTo(LineStart(Caret));

    /// <summary>Deletes from the caret back to the beginning of the word before it.</summary>
    public void DeleteWord() => DeleteBackTo(WordStart());

    void DeleteBackTo(int start)
    {
        if (IsAllSelected)
        {
            Replace("");
        }
        else if (start < Caret)
        {
            Remember(typing: false);
            Change(Text.Remove(start, Caret - start), start);
        }
    }

    public bool Undo() => Step(_undo, _redo);

    public bool Redo() => Step(_redo, _undo);

    public void MoveTo(int caret)
    {
        _isTyping = false;
        IsAllSelected = false;
        Caret = Math.Clamp(caret, 0, Text.Length);
    }

    public void Left() => MoveTo(Before(Caret));

    public void Right() => MoveTo(After(Caret));

    public void WordLeft() => MoveTo(WordStart());

    int WordStart()
    {
        var at = Caret;
        while (at > 0 && !IsWordChar(Text[at - 1]))
        {
            at--;
        }

        while (at > 0 && IsWordChar(Text[at - 1]))
        {
            at--;
        }

        return at;
    }

    public void WordRight()
    {
        var at = Caret;
        while (at < Text.Length && IsWordChar(Text[at]))
        {
            at++;
        }

        while (at < Text.Length && !IsWordChar(Text[at]))
        {
            at++;
        }

        MoveTo(at);
    }

    public void Home() => MoveTo(LineStart(Caret));

    public void End() => MoveTo(LineEnd(Caret));

    /// <summary>The bracket at or before the caret and the one that matches it; or null.</summary>
    public (int One, int Other)? MatchingBrackets()
    {
        foreach (var at in new[] { Caret, Caret - 1 })
        {
            if (at >= 0 && at < Text.Length && "()[]{}".Contains(Text[at]) && Partner(at) is { } other)
            {
                return (at, other);
            }
        }

        return null;
    }

    int? Partner(int at)
    {
        var kind = "()[]{}".IndexOf(Text[at]);
        var step = kind % 2 == 0 ? 1 : -1;
        var other = "()[]{}"[kind + step];
        var depth = 0;
        for (var i = at; i >= 0 && i < Text.Length; i += step)
        {
            depth += Text[i] == Text[at] ? 1 : Text[i] == other ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end : Text.Length;

    int Before(int at) => at <= 0 ? 0 : at - (at > 1 && char.IsLowSurrogate(Text[at - 1]) ? 2 : 1);

    int After(int at) => at >= Text.Length
        ? Text.Length
        : at + (char.IsHighSurrogate(Text[at]) && at + 1 < Text.Length ? 2 : 1);

    static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || c == '_';

    void Remember(bool typing)
    {
        if (!(typing && _isTyping))
        {
            _undo.Add((Text, Caret));
            if (_undo.Count > MostSteps)
            {
                _undo.RemoveAt(0);
            }
        }

        _isTyping = typing;
        _redo.Clear();
    }

    void Change(string text, int caret)
    {
        Text = text;
        IsAllSelected = false;
        Caret = Math.Clamp(caret, 0, text.Length);
        Version++;
    }

    bool Step(List<(string Text, int Caret)> from, List<(string Text, int Caret)> to)
    {
        if (from.Count == 0)
        {
            return false;
        }

        to.Add((Text, Caret));
        var (text, caret) = from[^1];
        from.RemoveAt(from.Count - 1);
        Change(text, caret);
        _isTyping = false;
        return true;
    }
}

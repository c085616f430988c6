namespace Tutor.Terminal.Input;

/// <content>What stands behind an Esc: control sequences, the keypad, strings, and the oldest mouse.</content>
sealed partial class InputDecoder
{
    void TakeControl(byte b)
    {
        if (b is < 0x20 or >= 0x7f)
        {
            Reset();
            TakeGround(b);
        }
        else if (b == '[' && _held.Length == 0)
        {
            _state = State.LinuxFunction;
        }
        else if (b == 'M' && _held.Length == 0)
        {
            _state = State.OldMouse;
        }
        else if (b < 0x40 && !(b == '$' && _held.Length > 0 && char.IsAsciiDigit(_held[0])))
        {
            Hold(b, LongestSequence);
        }
        else
        {
            EndControl((char)b);
        }
    }

    void EndControl(char final)
    {
        var sequence = new ControlSequence(_held.ToString(), final);
        switch (sequence.Parameters)
        {
            case "200" when final == '~':
                _held.Clear();
                _isEscaped = false;
                _state = State.Paste;
                break;
            case ['<', ..] when final is 'M' or 'm':
                End(sequence.Mouse());
                break;
            case ['<' or '=' or '>' or '?', ..]:
                var reply = TerminalReplies.OfControl(sequence);
                _isKitty |= reply is KeyboardReply;
                End(reply);
                break;
            default:
                End(sequence.Key(_isKitty));
                break;
        }
    }

    void TakeKeypad(byte b)
    {
        if (b is < 0x20 or >= 0x7f)
        {
            Reset();
            TakeGround(b);
        }
        else if (char.IsAsciiDigit((char)b) || b == ';')
        {
            Hold(b, LongestSequence);
        }
        else
        {
            // Old terminals say which keys are held between the two: ESC O 5 P.
            var modifiers = _held.Length > 0 && char.IsAsciiDigit(_held[^1]) ? (Modifiers)(Math.Max(0, _held[^1] - '1') & 7) : Modifiers.None;
            End(KeySequences.Find("O" + (char)b) is { } name ? KeySequences.With(modifiers, name) : null);
        }
    }

    void TakeString(byte b)
    {
        if (_state == State.StringEscape)
        {
            if (b == '\\')
            {
                End(TerminalReplies.OfString(_stringKind, _held.ToString()));
                return;
            }

            // Given up: the Esc began something else.
            Reset();
            _state = State.Escape;
            TakeEscape(b);
        }
        else if (b == 7)
        {
            End(TerminalReplies.OfString(_stringKind, _held.ToString()));
        }
        else if (b == 0x1b)
        {
            _state = State.StringEscape;
        }
        else
        {
            Hold(b, LongestString);
        }
    }

    void TakeOldMouse(byte b)
    {
        Hold(b, LongestSequence);
        if (_held.Length == 3)
        {
            End(ControlSequence.MouseOf(_held[0] - 32, _held[1] - 32, _held[2] - 32));
        }
    }
}

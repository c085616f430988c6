using System.Text;
using Tutor.Game.Keys;

namespace Tutor.Terminal.Input;

/// <summary>
/// Makes keys, pastes, clicks and answers out of a terminal's bytes, however they are split. Any bytes may come: what
/// nobody knows is ignored. Pure: it reads nothing, and the time is passed in.
/// </summary>
sealed partial class InputDecoder
{
    /// <summary>Behind an Esc nothing has come for so long: the key itself was meant.</summary>
    public static readonly TimeSpan EscPatience = TimeSpan.FromMilliseconds(100);

    /// <summary>The rest of a sequence may be on its way for so long.</summary>
    public static readonly TimeSpan SequencePatience = TimeSpan.FromMilliseconds(500);

    /// <summary>Behind a paste's end nothing has come for so long: it was the end.</summary>
    public static readonly TimeSpan PastePatience = TimeSpan.FromMilliseconds(30);

    /// <summary>A paste whose end never comes is over when nothing has come for so long.</summary>
    public static readonly TimeSpan LostPastePatience = TimeSpan.FromSeconds(2);

    const int LongestSequence = 64;

    const int LongestString = 4096;

    readonly List<TerminalInput> _inputs = [];
    readonly StringBuilder _held = new();
    readonly PasteBuffer _paste = new();
    readonly byte[] _character = new byte[4];
    int _characterLength;
    State _state;
    char _stringKind;
    bool _isEscaped;
    bool _isKitty;
    TimeSpan _lateUntil;

    enum State : byte
    {
        Ground,
        Escape,
        Control,
        LinuxFunction,
        Keypad,
        String,
        StringEscape,
        OldMouse,
        Paste,
    }

    /// <summary>When <see cref="Wait"/> is to be called, if no bytes come before; null when nothing is held.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>Takes bytes as they were read. What they say, oldest first; valid until the next call.</summary>
    public IReadOnlyList<TerminalInput> Feed(ReadOnlySpan<byte> bytes, TimeSpan now)
    {
        Expire(now);
        if (_state == State.Ground && now < _lateUntil && bytes.Length > 1 && bytes[0] is (byte)'[' or (byte)'O')
        {
            // One read with the rest of a key whose Esc came long before: nobody types so fast.
            _state = State.Escape;
        }

        _lateUntil = default;
        foreach (var b in bytes)
        {
            Take(b);
        }

        Deadline = Patience() is { } patience ? now + patience : null;
        return Taken();
    }

    /// <summary>Time has passed and no bytes came.</summary>
    public IReadOnlyList<TerminalInput> Wait(TimeSpan now)
    {
        Expire(now);
        return Taken();
    }

    TimeSpan? Patience() => _state switch
    {
        State.Ground => _characterLength == 0 ? null : SequencePatience,
        State.Escape => EscPatience,
        State.Paste => _paste.HasEnd ? PastePatience : LostPastePatience,
        State.String => _held.Length == 0 ? EscPatience : SequencePatience,
        State.Control or State.LinuxFunction or State.Keypad or State.StringEscape or State.OldMouse => SequencePatience,
    };

    List<TerminalInput> Taken()
    {
        var taken = new List<TerminalInput>(_inputs);
        _inputs.Clear();
        return taken;
    }

    void Expire(TimeSpan now)
    {
        if (Deadline is not { } deadline || now < deadline)
        {
            return;
        }

        Deadline = null;
        var (state, held) = (_state, _held.ToString());
        Reset();
        switch (state)
        {
            case State.Escape:
                Esc();
                _lateUntil = now + SequencePatience;
                break;
            case State.Control or State.Keypad when held.Length == 0:
                Key(KeyPress.Char(state == State.Control ? "[" : "O"), isEscaped: true);
                break;
            case State.String when held.Length == 0:
                Key(KeyPress.Char(_stringKind.ToString()), isEscaped: true);
                break;
            case State.Paste:
                var (text, rest) = _paste.Take();
                _inputs.Add(new PasteInput(text));
                foreach (var b in rest)
                {
                    Take(b);
                }

                Deadline = Patience() is { } patience ? now + patience : null;
                break;
            case State.Ground or State.Control or State.Keypad or State.LinuxFunction or State.String or State.StringEscape or State.OldMouse:
                break;
        }
    }

    void Reset()
    {
        _state = State.Ground;
        _held.Clear();
        _characterLength = 0;
        if (!_isEscaped)
        {
            return;
        }

        // Esc, and an Esc that began what is given up now.
        _isEscaped = false;
        Esc();
    }

    void Take(byte b)
    {
        switch (_state)
        {
            case State.Ground:
                TakeGround(b);
                break;
            case State.Escape:
                TakeEscape(b);
                break;
            case State.Control:
                TakeControl(b);
                break;
            case State.LinuxFunction:
                End(KeySequences.Find("[[" + (char)b) is { } function ? new KeyPress(function) : null);
                break;
            case State.Keypad:
                TakeKeypad(b);
                break;
            case State.String or State.StringEscape:
                TakeString(b);
                break;
            case State.OldMouse:
                TakeOldMouse(b);
                break;
            case State.Paste:
                _paste.Add(b);
                break;
        }
    }

    void TakeGround(byte b)
    {
        if (_characterLength > 0 || b >= 0x80)
        {
            TakeCharacter(b);
        }
        else if (b == 0x1b)
        {
            _state = State.Escape;
        }
        else
        {
            Key(KeySequences.OfByte(b), isEscaped: false);
        }
    }

    void TakeCharacter(byte b)
    {
        if (_characterLength > 0 && b is < 0x80 or > 0xbf)
        {
            // Not UTF-8: what came before is dropped, and this byte is itself.
            _characterLength = 0;
            TakeGround(b);
            return;
        }

        _character[_characterLength++] = b;
        var status = Rune.DecodeFromUtf8(_character.AsSpan(0, _characterLength), out var rune, out _);
        if (status == System.Buffers.OperationStatus.NeedMoreData && _characterLength < _character.Length)
        {
            return;
        }

        _characterLength = 0;
        if (status == System.Buffers.OperationStatus.Done && !Rune.IsControl(rune))
        {
            Key(KeyPress.Char(rune.ToString()), isEscaped: false);
        }
    }

    void TakeEscape(byte b)
    {
        switch (b)
        {
            case (byte)'[':
                _state = State.Control;
                break;
            case (byte)'O':
                _state = State.Keypad;
                break;
            case (byte)']' or (byte)'P':
                (_state, _stringKind) = (State.String, (char)b);
                break;
            case 0x1b:
                // rxvt sends Alt and a cursor key as Esc and its sequence.
                if (_isEscaped)
                {
                    Esc();
                }

                _isEscaped = true;
                break;
            case >= 0x80:
                _state = State.Ground;
                Esc();
                TakeGround(b);
                break;
            default:
                var isTwice = _isEscaped;
                _isEscaped = false;
                _state = State.Ground;
                if (isTwice)
                {
                    Esc();
                }

                Key(KeySequences.OfByte(b), isEscaped: true);
                break;
        }
    }

    void Hold(byte b, int most)
    {
        if (_held.Length < most)
        {
            _held.Append((char)b);
        }
    }

    void End(KeyPress? key)
    {
        var isEscaped = _isEscaped;
        End((TerminalInput?)null);
        if (key is { } known)
        {
            Key(known, isEscaped);
        }
    }

    void End(TerminalInput? input)
    {
        _held.Clear();
        _isEscaped = false;
        _state = State.Ground;
        if (input is not null)
        {
            _inputs.Add(input);
        }
    }

    void Esc() => Key(new KeyPress("Esc"), isEscaped: false);

    void Key(KeyPress key, bool isEscaped) =>
        _inputs.Add(isEscaped ? new EscapedKeyInput(KeySequences.WithAlt(key), key) : new KeyInput(key));
}

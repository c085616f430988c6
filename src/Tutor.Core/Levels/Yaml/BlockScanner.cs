using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Reads the lines of a file as YAML does, block by block, and stops at the first slip. It knows less than a parser
/// and says more: which line began what the parser stumbles over later.
/// </summary>
/// <remarks>Of a file that is YAML it finds nothing; a test holds it against every level there is.</remarks>
sealed class BlockScanner(SourceText source)
{
    readonly string _text = source.Text;
    readonly List<Block> _open = [];
    Ended? _ended;
    bool _isFlowOnly;

    /// <summary>A block of keys or of list entries, all at one column.</summary>
    sealed class Block(int column, bool isList, string name, int start)
    {
        /// <summary>From 0.</summary>
        public int Column { get; } = column;

        public bool IsList { get; } = isList;

        /// <summary>Its last key or <c>-</c>, for people.</summary>
        public string Name { get; set; } = name;

        /// <summary>Offset of its first line's content.</summary>
        public int Start { get; } = start;

        /// <summary>The last key or <c>-</c> has no value yet: a deeper block may follow.</summary>
        public bool IsWaiting { get; set; } = true;

        /// <summary>Its last value is text without quotes, which the next lines may go on with.</summary>
        public bool IsPlain { get; set; }
    }

    /// <summary>A deeper block that has ended below a key.</summary>
    sealed record Ended(Block Block, Block Parent);

    public YamlSlip? Find()
    {
        for (var line = 1; line <= source.LineCount;)
        {
            var span = source.LineSpan(line);
            var at = span.Start;
            while (at < span.End && _text[at] == ' ')
            {
                at++;
            }

            if (at >= span.End || _text[at] == '#' || _text.AsSpan(span.Start, span.Length).TrimEnd() is "---" or "..."
                || (at == span.Start && _text[at] == '%'))
            {
                line++;
                continue;
            }

            if (Line(span, at, ref line) is { } slip)
            {
                return slip;
            }
        }

        return null;
    }

    /// <summary>One line with content; <paramref name="line"/> becomes the next to be read.</summary>
    YamlSlip? Line(TextSpan span, int at, ref int line)
    {
        var column = at - span.Start;
        if (_text[at] == '\t')
        {
            return new YamlSlip(YamlCodes.Tab, new TextSpan(at, 1), "a tab in the indentation", "indent with spaces: YAML allows nothing else");
        }

        if (char.IsWhiteSpace(_text[at]))
        {
            return new YamlSlip(YamlCodes.Indentation, new TextSpan(at, 1), $"a blank of another kind (U+{(int)_text[at]:X4}) in the indentation", "write ordinary blanks");
        }

        _ended = null;
        while (_open.Count > 0 && _open[^1].Column > column)
        {
            var block = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _ended = _open.Count > 0 ? new Ended(block, _open[^1]) : null;
        }

        if (Place(span, at, column) is { } misplaced)
        {
            return misplaced;
        }

        if (_open is [.., { IsPlain: true } top] && top.Column < column)
        {
            // The text without quotes of the line above goes on.
            line++;
            return null;
        }

        return Content(span, at, column, ref line);
    }

    /// <summary>Whether what stands here may stand in this column.</summary>
    YamlSlip? Place(TextSpan span, int at, int column)
    {
        if (_isFlowOnly || _open.Count == 0)
        {
            return null;
        }

        var top = _open[^1];
        var isDash = LineMarks.IsDash(_text, at, span.End);
        var key = LineMarks.KeyEnd(_text, at, span.End);
        if (top.Column == column)
        {
            if (top.IsList && !isDash && _open.Count > 1 && _open[^2].Column == column && key >= 0)
            {
                // A list may stand as deep as its key: the next key ends it.
                _open.RemoveAt(_open.Count - 1);
                return null;
            }

            return top.IsList == isDash ? (isDash || key >= 0 ? null : NoKey(span, at, top))
                : isDash ? (top.IsWaiting ? null : NoList(at, top))
                : NoDash(span, at);
        }

        return top.IsWaiting && (_ended is null || _ended.Parent != top) ? null
            : top.IsPlain && _ended is null && !isDash && key < 0 ? null
            : TooDeep(span, at, top, isDash, key);
    }

    YamlSlip TooDeep(TextSpan span, int at, Block top, bool isDash, int key)
    {
        var what = key >= 0 ? $"'{_text[at..key].Trim()}'" : "this line";
        if (_ended is { } ended && ended.Parent == top)
        {
            return isDash && !ended.Block.IsList
                ? new YamlSlip(YamlCodes.MissingMark, new TextSpan(ended.Block.Start, 1), "the first entry of this list has no '-'", "begin it with '- ', as those below it")
                : new YamlSlip(YamlCodes.Indentation, LineMarks.Word(_text, at, span.End), $"{what} stands neither under '{ended.Block.Name}' nor under '{top.Name}'",
                    $"begin it in column {ended.Block.Column + 1}, as '{ended.Block.Name}'");
        }

        return top.IsList || (_open.Count > 1 && _open[^2].IsList && key < 0 && !isDash)
            ? NoDash(span, at)
            : new YamlSlip(YamlCodes.Indentation, LineMarks.Word(_text, at, span.End), $"{what} stands deeper than '{top.Name}', which has its value already",
                $"begin it in column {top.Column + 1}, as '{top.Name}'; or take the value of '{top.Name}' away");
    }

    YamlSlip NoDash(TextSpan span, int at) => _text[at] == '-'
        ? new YamlSlip(YamlCodes.MissingMark, new TextSpan(at, 1), "a blank is missing behind '-'", "write '- ' before an entry of a list")
        : new YamlSlip(YamlCodes.MissingMark, LineMarks.Word(_text, at, span.End), "an entry of this list has no '-'", "begin it with '- ', as those above it");

    static YamlSlip NoList(int at, Block top) => new(YamlCodes.Indentation, new TextSpan(at, 1),
        $"an entry of a list stands here, and '{top.Name}' has its value already", $"put it below the key whose list it is in, in column {top.Column + 3}");

    /// <summary>Among keys stands a line that is none.</summary>
    YamlSlip NoKey(TextSpan span, int at, Block top)
    {
        var line = _text.AsSpan(at, span.End - at);
        var word = LineMarks.WordLength(line);
        if (top.IsWaiting && top.Name.EndsWith('|'))
        {
            var key = top.Name[..^1];
            return new YamlSlip(YamlCodes.Indentation, LineMarks.Word(_text, at, span.End), $"the text of '{key}' does not stand deeper than '{key}'",
                $"begin each of its lines in column {top.Column + 3} or behind it");
        }

        if (word > 0 && word + 1 < line.Length && line[word] == ':')
        {
            return new YamlSlip(YamlCodes.MissingMark, new TextSpan(at + word, 1), "a blank is missing behind ':'", $"write '{line[..word]}: {line[(word + 1)..].TrimEnd()}'");
        }

        return word > 0 && word < line.Length && line[word] == ' '
            ? new YamlSlip(YamlCodes.MissingMark, new TextSpan(at, word), $"a colon is missing behind '{line[..word]}'", $"write '{line[..word]}: {line[word..].Trim()}'")
            : new YamlSlip(YamlCodes.MissingMark, TextSpan.FromBounds(at, span.End), "this line is no 'key: value'",
                "give it a key; text that goes on from the line above stands deeper than its key");
    }

    /// <summary>Reads dashes, a key and the value behind it.</summary>
    YamlSlip? Content(TextSpan span, int at, int column, ref int line)
    {
        while (LineMarks.IsDash(_text, at, span.End))
        {
            Enter(column, isList: true, "-", at);
            var next = LineMarks.SkipBlank(_text, at + 1, span.End);
            column += next - at;
            at = next;
            if (at >= span.End || _text[at] == '#')
            {
                line++;
                return null;
            }

            if (_text[at] == '\t')
            {
                return new YamlSlip(YamlCodes.Tab, new TextSpan(at, 1), "a tab behind '-'", "write a blank there");
            }
        }

        if (LineMarks.KeyEnd(_text, at, span.End) is >= 0 and var end)
        {
            Enter(column, isList: false, _text[at..end].Trim(), at);
            at = LineMarks.SkipBlank(_text, end + 1, span.End);
        }

        return Value(span, at, ref line);
    }

    void Enter(int column, bool isList, string name, int at)
    {
        if (_open.Count > 0 && _open[^1].Column == column && _open[^1].IsList == isList)
        {
            (_open[^1].Name, _open[^1].IsWaiting, _open[^1].IsPlain) = (name, true, false);
            return;
        }

        if (_open.Count > 0)
        {
            _open[^1].IsWaiting = false;
        }

        _open.Add(new Block(column, isList, name, at));
    }

    YamlSlip? Value(TextSpan span, int at, ref int line)
    {
        line++;
        if (at >= span.End || _text[at] == '#')
        {
            return null;
        }

        var block = _open.Count > 0 ? _open[^1] : null;
        if (block is not null)
        {
            // An anchor or a tag before a block says nothing about its value.
            var isAlone = _text[at] is '&' or '!' && _text.AsSpan(at, span.End - at).TrimEnd().IndexOf(' ') < 0;
            block.IsWaiting = isAlone;
            block.IsPlain = !isAlone;
        }

        switch (_text[at])
        {
            case '|' or '>' when LineMarks.IsBlockHeader(_text.AsSpan(at, span.End - at)):
                SkipBlockText(block, ref line);
                return null;
            case '{' or '[':
                return Flow(at, block, ref line);
            case '"' or '\'':
                return Quoted(at, block, ref line);
            case '!' when _text.AsSpan(at, span.End - at).Contains(' ') && block is not null:
            case '&' or '*' when _text.AsSpan(at, span.End - at).Contains(' ') && !LineMarks.IsBeforeBracket(_text, at, span.End):
            case '@' or '`' or '%' or '|' or '>':
                return YamlSlip.Indicator(TextSpan.FromBounds(at, LineMarks.EndOfPlain(_text, at, span.End)), _text[at], isInBrackets: false);
            case '&' or '!' when LineMarks.IsBeforeBracket(_text, at, span.End):
                return Flow(_text.IndexOfAny(['{', '['], at), block, ref line);
            default:
                return Plain(span, at, block);
        }
    }

    YamlSlip? Plain(TextSpan span, int at, Block? block)
    {
        var end = LineMarks.EndOfPlain(_text, at, span.End);
        var colon = _text.AsSpan(at, end - at).IndexOf(": ");
        var isKeyLine = block is not null && !block.IsList;
        return isKeyLine && (colon >= 0 || _text[end - 1] == ':')
            ? YamlSlip.ColonInside(TextSpan.FromBounds(at, end))
            : null;
    }

    YamlSlip? Quoted(int at, Block? block, ref int line)
    {
        var stop = StopAfter(line, block);
        var end = FlowScanner.EndOfQuoted(_text, at, stop);
        return end < 0 ? YamlSlip.OpenQuote(at, _text[at]) : Behind(end, block, ref line) ? null : YamlSlip.AfterQuote(_text, end);
    }

    YamlSlip? Flow(int at, Block? block, ref int line)
    {
        _isFlowOnly |= block is null;
        var scanner = new FlowScanner(_text, StopAfter(line, block));
        var end = scanner.Read(at);
        return scanner.Slip ?? (Behind(end, block, ref line) ? null
            : new YamlSlip(YamlCodes.Syntax, new TextSpan(LineMarks.SkipBlank(_text, end, _text.Length), 1), "something follows the closing bracket",
                "end the line behind the bracket, or put all of it between quotes"));
    }

    /// <summary>Nothing but a comment follows; the next line to read is the one behind.</summary>
    bool Behind(int end, Block? block, ref int line)
    {
        line = source.PositionOf(end).Line + 1;
        if (block is not null)
        {
            block.IsPlain = false;
        }

        var rest = _text.AsSpan(end, source.LineSpan(line - 1).End - end);
        return rest.TrimStart().IsEmpty || (rest[0] is ' ' or '\t' && rest.TrimStart()[0] == '#') || (block is null && rest.TrimStart()[0] == ':');
    }

    /// <summary>Where a value that may go on over lines must have ended: the next line that stands no deeper than its key.</summary>
    int StopAfter(int line, Block? block)
    {
        for (; block is not null && line <= source.LineCount; line++)
        {
            var span = source.LineSpan(line);
            var content = _text.AsSpan(span.Start, span.Length).IndexOfAnyExcept(' ');
            if (content >= 0 && content <= block.Column
                && (LineMarks.KeyEnd(_text, span.Start + content, span.End) >= 0 || LineMarks.IsDash(_text, span.Start + content, span.End)))
            {
                return span.Start;
            }
        }

        return _text.Length;
    }

    void SkipBlockText(Block? block, ref int line)
    {
        if (block is not null)
        {
            block.IsPlain = false;
        }

        var hasText = false;
        for (; line <= source.LineCount; line++)
        {
            var span = source.LineSpan(line);
            var content = _text.AsSpan(span.Start, span.Length).IndexOfAnyExcept(' ');
            if (content >= 0 && block is not null && content <= block.Column)
            {
                break;
            }

            hasText |= content >= 0;
        }

        if (block is { IsList: false } && !hasText)
        {
            (block.Name, block.IsWaiting) = ($"{block.Name}|", true);
        }
    }
}

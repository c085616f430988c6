namespace Tutor.Core.Predicates.Syntax;

/// <summary>A line of the preprocessor: its word, and its condition where it asks for the configuration only.</summary>
sealed class DirectiveLine
{
    readonly List<string> _tokens;
    readonly List<string> _options = [];
    int _at;
    bool _isValid = true;

    public DirectiveLine(string text)
    {
        _tokens =
        [
            .. Lexer.Tokens(text[1..]).Where(t => t.Kind is not (TokenKind.Whitespace or TokenKind.Comment))
                .Select(t => text.Substring(t.Start + 1, t.Length)),
        ];
        Word = _tokens.Count > 0 ? _tokens[0] : "";
    }

    /// <summary><c>ifdef</c>, <c>define</c>, …; empty for a lone <c>#</c>.</summary>
    public string Word { get; }

    /// <summary>Options that <see cref="Condition"/> asked for.</summary>
    public IReadOnlyList<string> Options => _options;

    /// <summary>Whether the condition holds in the game's configuration; null where it asks for anything else.</summary>
    public bool? Condition()
    {
        _at = 1;
        var value = Word switch
        {
            "ifdef" or "elifdef" => Option(),
            "ifndef" => !Option(),
            _ => Either(),
        };
        return _isValid && _at == _tokens.Count ? value : null;
    }

    string Current => _at < _tokens.Count ? _tokens[_at] : "";

    bool Take(string token)
    {
        var found = Current == token;
        _at += found ? 1 : 0;
        return found;
    }

    bool Either()
    {
        var value = Both();
        while (Take("||"))
        {
            value |= Both();
        }

        return value;
    }

    bool Both()
    {
        var value = One();
        while (Take("&&"))
        {
            value &= One();
        }

        return value;
    }

    bool One()
    {
        var isNot = false;
        while (Take("!"))
        {
            isNot = !isNot;
        }

        return isNot != Bare();
    }

    bool Bare()
    {
        if (Take("("))
        {
            return Closed(Either());
        }

        if (Take("defined") || Take("IS_ENABLED") || Take("IS_BUILTIN") || Take("IS_REACHABLE"))
        {
            return Take("(") ? Closed(Option()) : Option();
        }

        return Take("1") || (!Take("0") && Option());
    }

    bool Closed(bool value)
    {
        _isValid &= Take(")");
        return value;
    }

    bool Option()
    {
        var option = Current;
        _at++;
        if (!KernelConfiguration.IsOption(option))
        {
            _isValid = false;
            return false;
        }

        _options.Add(option);
        return KernelConfiguration.IsSet(option);
    }
}

using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    /// <summary>An <c>#if</c> that is open.</summary>
    /// <param name="Outer">Whether the text around it counts.</param>
    /// <param name="Taken">Whether one of its branches has counted.</param>
    /// <param name="Included">Whether the branch that is being read counts.</param>
    readonly record struct OpenCondition(Token Token, bool Outer, bool Taken, bool Included);

    readonly Stack<OpenCondition> _conditions = [];
    readonly HashSet<string> _notedOptions = new(StringComparer.Ordinal);

    bool IsIncluded => !_conditions.TryPeek(out var open) || open.Included;

    /// <summary>
    /// <c>#ifdef CONFIG_…</c> and its kin choose by <see cref="KernelConfiguration"/>; other lines of the preprocessor are
    /// not in the language.
    /// </summary>
    void ReadDirective(Token token)
    {
        var line = new DirectiveLine(_source.ToString(token.Span));
        switch (line.Word)
        {
            case "if" or "ifdef" or "ifndef":
                var holds = Holds(token, line);
                _conditions.Push(new OpenCondition(token, IsIncluded, holds, IsIncluded && holds));
                return;
            case "elif" or "elifdef" when _conditions.TryPop(out var open):
                var takes = !open.Taken && Holds(token, line);
                _conditions.Push(open with { Taken = open.Taken || takes, Included = open.Outer && takes });
                return;
            case "else" when _conditions.TryPop(out var open):
                _conditions.Push(open with { Taken = true, Included = open.Outer && !open.Taken });
                return;
            case "endif" when _conditions.TryPop(out _):
                return;
        }

        if (IsIncluded)
        {
            Refuse(SyntaxCodes.Directive, token.Span,
                "of the preprocessor the language has only '#if' and '#ifdef' of CONFIG_…", "take the line away");
        }
    }

    /// <summary>Whether the condition of an <c>#if</c> holds; what is no configuration is refused and holds.</summary>
    bool Holds(Token token, DirectiveLine line)
    {
        if (!IsIncluded)
        {
            return false;
        }

        if (line.Condition() is not { } condition)
        {
            Refuse(SyntaxCodes.Directive, token.Span, "only the configuration can be asked in a line that begins with '#'",
                "write '#ifdef CONFIG_…' or '#if IS_ENABLED(CONFIG_…)', or take the line away");
            return true;
        }

        foreach (var option in line.Options)
        {
            NoteOption(option, token.Span);
        }

        return condition;
    }

    /// <summary>Says once how the game takes an option of the kernel's configuration.</summary>
    void NoteOption(string option, TextSpan span)
    {
        if (_notedOptions.Add(option))
        {
            var (message, help) = KernelConfiguration.Note(option);
            _diagnostics.Report(NameCodes.Configuration, _source, span, message, help);
        }
    }

    void CheckConditionsClosed()
    {
        foreach (var open in _conditions)
        {
            Refuse(SyntaxCodes.Directive, open.Token.Span, "this '#if' has no '#endif'", "add a line '#endif'");
        }
    }
}

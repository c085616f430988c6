using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    const string WholeFunction = "write a whole function: bool skip(struct page *page) { … }";

    PredicateSyntax ParseFunctions()
    {
        var functions = ImmutableArray.CreateBuilder<FunctionSyntax>();
        while (!AtEnd)
        {
            var before = _at;
            if (ParseFunction() is { } function)
            {
                functions.Add(function);
            }

            if (_at == before)
            {
                _at++;
            }
        }

        var span = functions.Count > 0 ? functions[0].Span.Union(functions[^1].Span)
            : new TextSpan(0, _source.Length);
        return functions.Count > 0 || _diagnostics.HasErrors
            ? new PredicateSyntax(span, null, functions.DrainToImmutable())
            : Missing();
    }

    FunctionSyntax? ParseFunction()
    {
        var start = Current.Start;
        if (TryTake(Symbol.Semicolon))
        {
            return null;
        }

        if (StartsMacroLine())
        {
            _at++;
            SkipBalanced();
            TryTake(Symbol.Semicolon);
            return null;
        }

        if (!StartsDeclaration(Current))
        {
            Error(SyntaxCodes.OutsideFunction, Current.Span, $"{Quote(Current)} stands outside a function",
                "everything belongs into functions; the last one is the predicate");
            SkipStatement();
            TryTake(Symbol.CloseBrace);
            return null;
        }

        if (Current.Keyword == Keyword.RefusedDeclaration)
        {
            Error(SyntaxCodes.Declaration, Current.Span, $"{Quote(Current)} is not in the language",
                WholeFunction);
            SkipStatement();
            TryTake(Symbol.CloseBrace);
            return null;
        }

        Count();
        TakeStorage();
        var type = ParseType();
        TakeStorage();
        var name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Error(SyntaxCodes.Unexpected, name.Span, $"expected a function's name, found {Quote(name)}",
                type.Type == CType.Error ? null : WholeFunction);
            SkipStatement();
            TryTake(Symbol.CloseBrace);
            return null;
        }

        _at++;
        if (Current.Operator != Symbol.OpenParen)
        {
            Error(SyntaxCodes.Declaration, name.Span, $"'{TextOf(name)}' is declared outside a function",
                "a predicate has no global variables; " + WholeFunction);
            SkipStatement();
            return null;
        }

        var parameters = ParseParameters();
        TakeAnnotations();
        if (Current.Operator == Symbol.Semicolon)
        {
            Error(SyntaxCodes.Declaration, name.Span, $"'{TextOf(name)}' is only declared here",
                "write its body, above the functions that call it");
            _at++;
            return null;
        }

        if (Current.Operator != Symbol.OpenBrace)
        {
            Error(SyntaxCodes.Unexpected, Current.Span,
                $"expected '{{' and the body of '{TextOf(name)}', found {Quote(Current)}");
            SkipStatement();
            return null;
        }

        var body = ParseBlock();
        return new FunctionSyntax(
            SpanFrom(start), type, new NameSyntax(name.Span, TextOf(name)), parameters, body);
    }

    /// <summary><c>EXPORT_SYMBOL_GPL(f);</c> between functions: it makes a name known to modules.</summary>
    bool StartsMacroLine() => Current.Kind == TokenKind.Name && Ahead.Operator == Symbol.OpenParen
        && (TextOf(Current).StartsWith("EXPORT_SYMBOL", StringComparison.Ordinal)
            || TextOf(Current) is "ALLOW_ERROR_INJECTION" or "NOKPROBE_SYMBOL");

    /// <summary><c>static inline</c>, <c>__must_check</c>, in any order around the type.</summary>
    void TakeStorage()
    {
        while (Current.Keyword == Keyword.Storage || TakeAnnotations())
        {
            _at += Current.Keyword == Keyword.Storage ? 1 : 0;
        }
    }

    ImmutableArray<ParameterSyntax> ParseParameters()
    {
        var open = Take();
        var parameters = ImmutableArray.CreateBuilder<ParameterSyntax>();
        if (Current.Keyword == Keyword.Void && Ahead.Operator == Symbol.CloseParen)
        {
            _at++;
        }

        if (Current.Operator != Symbol.CloseParen)
        {
            do
            {
                var start = Current.Start;
                var type = ParseType(isParameter: true);
                var name = Current;
                if (name.Kind != TokenKind.Name)
                {
                    Error(SyntaxCodes.Unexpected, name.Span,
                        $"expected a parameter's name, found {Quote(name)}");
                    break;
                }

                _at++;
                Count();
                TakeAnnotations();
                parameters.Add(
                    new ParameterSyntax(SpanFrom(start), type, new NameSyntax(name.Span, TextOf(name))));
            }
            while (TryTake(Symbol.Comma));
        }

        if (!Expect(Symbol.CloseParen, "after the parameters", open))
        {
            while (!AtEnd
                && Current.Operator is not (Symbol.OpenBrace or Symbol.Semicolon or Symbol.CloseParen))
            {
                _at++;
            }

            TryTake(Symbol.CloseParen);
        }

        return parameters.DrainToImmutable();
    }
}

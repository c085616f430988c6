using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    /// <param name="completes">Whether the statement behind it can be reached.</param>
    BoundStatement BindStatement(StatementSyntax syntax, out bool completes)
    {
        completes = true;
        switch (syntax)
        {
            case BlockSyntax block:
                var start = _blockStart;
                _blockStart = _blockLocals.Count;
                var bound = BindStatements(block, out completes);
                LeaveBlock();
                _blockStart = start;
                return bound;
            case IfSyntax branch:
                return BindIf(branch, out completes);
            case ReturnSyntax result:
                completes = false;
                return BindReturn(result);
            case DeclarationSyntax declaration:
                return BindDeclaration(declaration);
            case ExpressionStatementSyntax statement:
                return BindExpressionStatement(statement);
            default:
                return new BoundBlock(syntax, []);
        }
    }

    BoundBlock BindStatements(BlockSyntax syntax, out bool completes)
    {
        completes = true;
        var warned = false;
        var statements = ImmutableArray.CreateBuilder<BoundStatement>(syntax.Statements.Length);
        foreach (var statement in syntax.Statements)
        {
            if (!completes && !warned && statement is not EmptySyntax)
            {
                warned = true;
                Report(NameCodes.Unreachable, statement.Span,
                    "this is never reached: every path has returned before it",
                    "take it away");
            }

            var reached = completes;
            statements.Add(BindStatement(statement, out completes));
            completes &= reached;
        }

        return new BoundBlock(syntax, statements.DrainToImmutable());
    }

    /// <summary>Names of the block are forgotten; what they hid comes back.</summary>
    void LeaveBlock()
    {
        for (var i = _blockLocals.Count - 1; i >= _blockStart; i--)
        {
            var local = _blockLocals[i];
            if (local.Hidden is null)
            {
                _locals.Remove(local.Name);
            }
            else
            {
                _locals[local.Name] = local.Hidden;
            }
        }

        _blockLocals.RemoveRange(_blockStart, _blockLocals.Count - _blockStart);
    }

    BoundIf BindIf(IfSyntax syntax, out bool completes)
    {
        var condition = BindCondition(syntax.Condition);
        CheckOrder(condition);
        if (syntax.Then is EmptySyntax)
        {
            Report(NameCodes.EmptyBody, syntax.Then.Span, "this ';' is all that the 'if' does",
                "take the ';' away");
        }

        var then = BindBranch(syntax.Then, out var thenCompletes);
        var elseCompletes = true;
        var otherwise = syntax.Else is { } branch ? BindBranch(branch, out elseCompletes) : null;
        completes = thenCompletes || elseCompletes;
        return new BoundIf(syntax, condition, then, otherwise);
    }

    BoundStatement BindBranch(StatementSyntax syntax, out bool completes)
    {
        if (syntax is DeclarationSyntax)
        {
            Report(SyntaxCodes.Unexpected, syntax.Span, "a declaration cannot be a branch by itself",
                "put it in braces");
        }

        return BindStatement(syntax, out completes);
    }

    BoundStatement BindReturn(ReturnSyntax syntax)
    {
        if (syntax.Value is null)
        {
            return new BoundBlock(syntax, []);
        }

        var value = Bind(syntax.Value);
        CheckOrder(value);
        CheckConversion(value, _function!.Type, $"'{_function.Name}' returns", NameCodes.Conversion);
        return new BoundReturn(syntax, value);
    }

    BoundDeclaration BindDeclaration(DeclarationSyntax syntax)
    {
        var variables = ImmutableArray.CreateBuilder<(LocalSymbol, BoundExpression?)>(
            syntax.Variables.Length);
        foreach (var variable in syntax.Variables)
        {
            // As in C, the name is known in its own initialiser already: 'int x = x;' reads nothing good.
            var local = Declare(variable.Name, variable.Type, isParameter: false);
            BoundExpression? value = null;
            if (variable.Initializer is not null)
            {
                value = Bind(variable.Initializer);
                CheckOrder(value);
                CheckConversion(value, local.Type, $"'{local.Name}' is", NameCodes.Conversion);
                local.Writes++;
            }
            else if (local.IsConst)
            {
                Report(NameCodes.NotAssignable, local.Span, $"'{local.Name}' is const and never gets a value",
                    "give it one here: '= …'");
            }

            variables.Add((local, value));
        }

        return new BoundDeclaration(syntax, variables.DrainToImmutable());
    }

    BoundStatement BindExpressionStatement(ExpressionStatementSyntax syntax)
    {
        if (IsNothing(syntax.Expression))
        {
            return new BoundBlock(syntax, []);
        }

        var expression = Bind(syntax.Expression);
        var assigns = _assignments > 0;
        CheckOrder(expression);
        var isWarning = expression is BoundBuiltIn { BuiltIn.Name: "WARN_ON" or "WARN_ON_ONCE" };
        if (!assigns && !isWarning && expression is not BoundError)
        {
            Report(NameCodes.NoEffect, syntax.Expression.Span, "nothing becomes of this value",
                "'return' it, or keep it in a variable");
        }

        return new BoundExpressionStatement(syntax, expression);
    }

    /// <summary><c>VM_BUG_ON_FOLIO(…);</c> checks and <c>pr_warn(…);</c> prints: neither changes an answer.</summary>
    bool IsNothing(ExpressionSyntax syntax)
    {
        if (syntax is not CallSyntax { Callee: var callee } || _functions.ContainsKey(callee.Name) || _locals.ContainsKey(callee.Name)
            || BuiltIns.Find(callee.Name) is not null || RefusedNames.Find(callee.Name) is not { } row)
        {
            return false;
        }

        if (row.AsStatement == RefusedStatement.Prints && !_hasPrinted)
        {
            _hasPrinted = true;
            Report(NameCodes.PrintsNothing, callee.Span, $"'{callee.Name}' prints nothing here: a predicate only answers", "take the line away");
        }

        return row.AsStatement != RefusedStatement.Refused;
    }

    bool _hasPrinted;
}

using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

abstract class BoundStatement(StatementSyntax syntax)
{
    public StatementSyntax Syntax { get; } = syntax;
}

sealed class BoundBlock(StatementSyntax syntax, ImmutableArray<BoundStatement> statements)
    : BoundStatement(syntax)
{
    public ImmutableArray<BoundStatement> Statements { get; } = statements;
}

sealed class BoundIf(
    IfSyntax syntax, BoundExpression condition, BoundStatement then, BoundStatement? otherwise)
    : BoundStatement(syntax)
{
    public BoundExpression Condition { get; } = condition;

    public BoundStatement Then { get; } = then;

    public BoundStatement? Else { get; } = otherwise;
}

sealed class BoundReturn(ReturnSyntax syntax, BoundExpression value) : BoundStatement(syntax)
{
    public BoundExpression Value { get; } = value;
}

sealed class BoundExpressionStatement(StatementSyntax syntax, BoundExpression expression)
    : BoundStatement(syntax)
{
    public BoundExpression Expression { get; } = expression;
}

/// <summary>Variables with what they begin with; one without a value forgets what it had.</summary>
sealed class BoundDeclaration(
    DeclarationSyntax syntax, ImmutableArray<(LocalSymbol Local, BoundExpression? Value)> variables)
        : BoundStatement(syntax)
{
    public ImmutableArray<(LocalSymbol Local, BoundExpression? Value)> Variables { get; } = variables;
}

/// <summary>A parameter or a local variable.</summary>
sealed class LocalSymbol(
    string name, CType type, TextSpan span, int slot, bool isConst, bool isParameter)
{
    public string Name { get; } = name;

    public CType Type { get; } = type;

    /// <summary>Where its name is declared.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>
    /// Its place among all variables of the predicate. Without recursion a function runs at most once at a
    /// time, so that every variable can have a fixed one.
    /// </summary>
    public int Slot { get; } = slot;

    public bool IsConst { get; } = isConst;

    public bool IsParameter { get; } = isParameter;

    /// <summary>
    /// Of a parameter <c>int *</c> of the last function: the place that the caller would give it. -1 of everything else.
    /// </summary>
    internal int Scratch { get; set; } = -1;

    internal int Reads { get; set; }

    internal int Writes { get; set; }

    internal TextSpan FirstRead { get; set; }

    /// <summary>The variable of the same name that this one hides until its block ends.</summary>
    internal LocalSymbol? Hidden { get; set; }
}

/// <summary>A function of the player's.</summary>
sealed class BoundFunction(FunctionSyntax syntax, ImmutableArray<LocalSymbol> parameters)
{
    readonly List<LocalSymbol> _locals = [.. parameters];

    public FunctionSyntax Syntax { get; } = syntax;

    public string Name => Syntax.Name.Name;

    public CType Type => Syntax.ReturnType.Type;

    public ImmutableArray<LocalSymbol> Parameters { get; } = parameters;

    /// <summary>Parameters, then variables, in the order of the text.</summary>
    public IReadOnlyList<LocalSymbol> Locals => _locals;

    /// <summary>Set once, when it is bound.</summary>
    public BoundBlock? Body { get; internal set; }

    internal bool IsCalled { get; set; }

    internal void Add(LocalSymbol local) => _locals.Add(local);
}

/// <summary>A predicate that can be evaluated.</summary>
/// <param name="Expression">Expression form, or null.</param>
/// <param name="Entry">Function form: the last function, or null.</param>
/// <param name="SlotCount">Places for all variables and waiting arguments.</param>
/// <param name="Comparisons">Every comparison by <see cref="BoundBinary.ComparisonIndex"/>.</param>
sealed record BoundProgram(
    BoundExpression? Expression, BoundFunction? Entry, int SlotCount, ImmutableArray<BoundBinary> Comparisons,
    ImmutableArray<string> NamesUsed);

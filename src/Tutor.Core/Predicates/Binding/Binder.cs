using System.Collections.Frozen;
using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Binding;

/// <summary>
/// Finds what names stand for, settles types as C does, and reports what does not fit. After a mistake a part
/// has the type <see cref="CType.Error"/>, which fits everything: one mistake, one message.
/// </summary>
sealed partial class Binder
{
    /// <summary>More than a person reads; what stands behind is seldom anything new.</summary>
    const int MostDiagnostics = 100;

    readonly SourceText _source;
    readonly PredicateScope _scope;
    readonly DiagnosticBag _diagnostics;
    readonly Dictionary<string, LocalSymbol> _locals = new(StringComparer.Ordinal);
    readonly Dictionary<string, BoundFunction> _functions = new(StringComparer.Ordinal);
    readonly HashSet<string> _laterFunctions = new(StringComparer.Ordinal);
    readonly SortedSet<string> _namesUsed = new(StringComparer.Ordinal);
    readonly List<BoundBinary> _comparisons = [];
    readonly List<LocalSymbol> _blockLocals = [];
    BoundFunction? _function;
    int _slots;
    int _blockStart;
    int _suggestionsLeft = 20;
    bool _hasGaps;
    IReadOnlySet<string> _skippedNames = FrozenSet<string>.Empty;

    /// <summary>Refused names by their reason, each with its first place: one message a reason.</summary>
    readonly Dictionary<string, (TextSpan Span, List<string> Names)> _refused = new(StringComparer.Ordinal);

    Binder(SourceText source, PredicateScope scope, DiagnosticBag diagnostics)
    {
        _source = source;
        _scope = scope;
        _diagnostics = diagnostics;
    }

    /// <summary>
    /// Binds a predicate that was read as a whole (<see cref="ParseResult.IsWhole"/>); the result means something only if
    /// there are no errors. After something that the parser refused only names are looked up: what else would be said
    /// may follow from the gap.
    /// </summary>
    public static BoundProgram Bind(ParseResult parsed, SourceText source, PredicateScope scope, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var binder = new Binder(source, scope, diagnostics) { _hasGaps = parsed.HasErrors, _skippedNames = parsed.SkippedNames };
        return parsed.Root.Expression is { } expression ? binder.BindWholeExpression(expression)
            : binder.BindFunctions(parsed.Root.Functions);
    }

    BoundProgram BindWholeExpression(ExpressionSyntax syntax)
    {
        var expression = BindCondition(syntax);
        CheckOrder(expression);
        return Finish(expression, null);
    }

    BoundProgram BindFunctions(ImmutableArray<FunctionSyntax> functions)
    {
        foreach (var function in functions)
        {
            _laterFunctions.Add(function.Name.Name);
        }

        BoundFunction? last = null;
        foreach (var syntax in functions)
        {
            last = BindFunction(syntax);
        }

        if (last is null)
        {
            return Finish(null, null);
        }

        CheckEntry(last);
        foreach (var function in _functions.Values.Where(f => !f.IsCalled && f != last))
        {
            Report(NameCodes.UnusedFunction, function.Syntax.Name.Span, $"'{function.Name}' is never called",
                $"the predicate is the last function, '{last.Name}'");
        }

        return Finish(null, last);
    }

    BoundProgram Finish(BoundExpression? expression, BoundFunction? entry)
    {
        if (_refused.Count > 0)
        {
            ReportRefused();
        }

        return new(expression, entry, _slots, [.. _comparisons], [.. _namesUsed]);
    }

    void ReportRefused()
    {
        var said = _diagnostics.ToImmutable().Select(d => d.Help).ToHashSet();
        foreach (var (reason, (span, names)) in _refused.Where(r => !said.Contains(r.Key)))
        {
            Report(NameCodes.NotOffered, span,
                $"{string.Join(", ", names.Select(n => $"'{n}'"))} {(names.Count == 1 ? "is" : "are")} not for predicates", reason);
        }
    }

    BoundFunction BindFunction(FunctionSyntax syntax)
    {
        var parameters = ImmutableArray.CreateBuilder<LocalSymbol>();
        _locals.Clear();
        _blockLocals.Clear();
        _blockStart = 0;
        CheckNotVoid(syntax);
        foreach (var parameter in syntax.Parameters)
        {
            parameters.Add(Declare(parameter.Name, parameter.Type, isParameter: true));
        }

        var function = new BoundFunction(syntax, parameters.DrainToImmutable());
        _function = function;
        var name = syntax.Name.Name;
        if (_functions.ContainsKey(name))
        {
            Report(NameCodes.Redeclared, syntax.Name.Span, $"a function '{name}' stands above already");
        }

        // The outermost block shares the parameters' scope: C forbids hiding a parameter there.
        var body = BindStatements(syntax.Body, out var completes);
        function.Body = body;
        if (completes)
        {
            Report(NameCodes.MissingReturn, new TextSpan(Math.Max(0, syntax.Body.Span.End - 1), 1),
                $"'{name}' can reach its end without 'return'",
                    "add 'return false;' or 'return true;' before the '}'");
        }

        CheckVariables(function);
        _laterFunctions.Remove(name);
        _functions[name] = function;
        _function = null;
        return function;
    }

    void CheckNotVoid(FunctionSyntax syntax)
    {
        if (syntax.ReturnType.Text == "void")
        {
            Report(NameCodes.EntryResult, syntax.ReturnType.Span,
                $"'{syntax.Name.Name}' returns nothing, so nothing could come of it",
                "make it 'bool' and return true to skip the page");
        }
    }

    /// <summary>What the scanner can hand to the last function, and what it would hand over twice.</summary>
    void CheckEntry(BoundFunction entry)
    {
        // A parameter that nobody reads may have any value.
        foreach (var parameter in entry.Parameters.Where(p => p.Type.IsInteger() && p.Reads > 0))
        {
            Report(NameCodes.EntryParameter, parameter.Span,
                $"the scanner has no '{parameter.Type.CName()}' for '{parameter.Name}'", EntryHelp(parameter, entry));
        }

        foreach (var parameter in entry.Parameters.Where(p => p.Type.IsOut()))
        {
            parameter.Scratch = _slots++;
        }

        foreach (var same in entry.Parameters.Where(p => p.Type is CType.Page or CType.Folio).GroupBy(p => p.Type).Where(g => g.Count() > 1))
        {
            var (first, second) = (same.First(), same.Last());
            Report(NameCodes.SamePage, second.Span, $"'{first.Name}' and '{second.Name}' are both the scanned page: they are always equal",
                $"the scanner has one page: take '{second.Name}' away, or call the function from a last one that hands over 'NULL'");
        }
    }

    static string EntryHelp(LocalSymbol parameter, BoundFunction entry) => parameter.Name is "mode" or "isolate_mode"
        ? "the run is asked with cc->mode"
        : $"write a last function that calls '{entry.Name}' with a number, or make '{parameter.Name}' a variable";

    /// <summary>Variables that nobody reads, and variables that nobody gives a value.</summary>
    void CheckVariables(BoundFunction function)
    {
        foreach (var local in function.Locals.Where(l => !l.IsParameter))
        {
            if (local.Reads == 0)
            {
                Report(NameCodes.UnusedVariable, local.Span, $"'{local.Name}' is never read", "take it away");
            }
            else if (local.Writes == 0 && local.Type != CType.Error)
            {
                Report(NameCodes.Uninitialized, local.FirstRead,
                    $"'{local.Name}' is read but never given a value",
                    $"write '{local.Name} = …;' first");
            }
        }
    }

    LocalSymbol Declare(NameSyntax name, TypeSyntax type, bool isParameter)
    {
        var local = new LocalSymbol(
            name.Name, type.Type, name.Span, _slots++, type.IsConst, isParameter);
        if (_locals.TryGetValue(name.Name, out var hidden))
        {
            local.Hidden = hidden;
            if (_blockLocals.IndexOf(hidden) >= _blockStart)
            {
                Report(NameCodes.Redeclared, name.Span, $"'{name.Name}' is declared already in this block");
            }
        }

        _locals[name.Name] = local;
        _blockLocals.Add(local);
        _function?.Add(local);
        return local;
    }

    void Report(DiagnosticCode code, TextSpan span, string message, string? help = null)
    {
        if (_diagnostics.Count < MostDiagnostics && (!_hasGaps || IsOfNames(code)))
        {
            _diagnostics.Report(code, _source, span, message, help);
        }
    }

    BoundError Error(
        ExpressionSyntax syntax, DiagnosticCode code, TextSpan span, string message, string? help = null)
    {
        Report(code, span, message, help);
        return new BoundError(syntax);
    }

    /// <summary>What a gap in the text cannot cause.</summary>
    static bool IsOfNames(DiagnosticCode code) => code == NameCodes.UnknownName || code == NameCodes.NotOffered
        || code == NameCodes.NotInVocabulary || code == NameCodes.UnknownMember || code == NameCodes.ArgumentCount
        || code == NameCodes.NotInScope || code == NameCodes.FunctionWithoutCall || code == SyntaxCodes.Quoted
        || code == NameCodes.Configuration || code == NameCodes.PrintsNothing;

    /// <summary>"did you mean"; searching the table is dear, so that a flood of mistakes gets a few only.</summary>
    string? Nearest(string name, IEnumerable<string> known) =>
        _suggestionsLeft-- > 0 && NameSuggestions.Nearest(name, known) is { } nearest
            ? $"did you mean '{nearest}'?" : null;
}

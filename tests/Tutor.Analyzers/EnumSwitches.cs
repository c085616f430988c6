using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Tutor.Analyzers;

/// <summary>
/// A switch over one of our own enums names every member. The compiler then asks for the member that somebody adds
/// (CS8509); a discard or a <c>default:</c> would give it an answer that nobody thought of. A switch statement is held
/// to the same: the compiler asks nothing of it, so this rule does.
/// </summary>
/// <remarks>
/// An enum that is a vocabulary (the commands of keys, the symbols of C) is exempt: its switches pick a few words out
/// of many. The key <c>tutor_vocabularies</c> of .editorconfig names them.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnumSwitches : DiagnosticAnalyzer
{
    const string VocabulariesKey = "tutor_vocabularies";

    static readonly DiagnosticDescriptor Rest = new(
        "RULE001", "A switch over an enum of ours stands for its members by a discard",
        "'{0}' stands for the members of {1} that are not named: name them, or ask a table",
        "Design", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    static readonly DiagnosticDescriptor Unnamed = new(
        "RULE002", "A switch statement over an enum of ours leaves members out",
        "{0} is not named: the compiler asks for no member in a statement",
        "Design", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rest, Unnamed];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(CheckExpression, OperationKind.SwitchExpression);
        context.RegisterOperationAction(CheckStatement, OperationKind.Switch);
    }

    static void CheckExpression(OperationAnalysisContext context)
    {
        var choice = (ISwitchExpressionOperation)context.Operation;
        foreach (var arm in choice.Arms)
        {
            if (arm.Guard is null && Swallowed(context, choice.Value.Type, arm.Pattern) is { } name)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rest, arm.Pattern.Syntax.GetLocation(), arm.Pattern.Syntax, name));
            }
        }
    }

    static void CheckStatement(OperationAnalysisContext context)
    {
        var choice = (ISwitchOperation)context.Operation;
        if (OwnEnum(context, choice.Value.Type) is not { } own)
        {
            if (OwnElement(context, choice.Value.Type) is { } element && choice.Cases.SelectMany(c => c.Clauses).OfType<IDefaultCaseClauseOperation>().FirstOrDefault() is { } rest)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rest, rest.Syntax.GetLocation(), rest.Syntax, element));
            }

            return;
        }

        var named = new HashSet<object>();
        foreach (var clause in choice.Cases.SelectMany(c => c.Clauses))
        {
            switch (clause)
            {
                case IDefaultCaseClauseOperation:
                    context.ReportDiagnostic(Diagnostic.Create(Rest, clause.Syntax.GetLocation(), clause.Syntax, own.Name));
                    return;
                case ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: { } value } }:
                    named.Add(value);
                    break;
                case IPatternCaseClauseOperation { Guard: null } pattern:
                    named.UnionWith(Constants(pattern.Pattern));
                    break;
            }
        }

        var unnamed = own.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && !named.Contains(f.ConstantValue!)).Select(f => f.Name);
        if (unnamed.Any())
        {
            context.ReportDiagnostic(Diagnostic.Create(Unnamed, choice.Value.Syntax.GetLocation(), $"{own.Name}.{string.Join(", ", unnamed)}"));
        }
    }

    /// <summary>The enum whose remaining members this pattern of an arm takes, or null.</summary>
    static string? Swallowed(OperationAnalysisContext context, ITypeSymbol? type, IPatternOperation pattern) => pattern switch
    {
        _ when OwnEnum(context, type) is { } own => TakesTheRest(pattern) ? own.Name : null,
        IRecursivePatternOperation { DeconstructionSubpatterns: { IsEmpty: false } parts, PropertySubpatterns.IsEmpty: true } when type is INamedTypeSymbol { IsTupleType: true } =>
            parts.All(TakesTheRest) ? OwnElement(context, type) : null,
        _ => TakesTheRest(pattern) ? OwnElement(context, type) : null,
    };

    /// <summary>Whether it matches whatever is left: <c>_</c>, <c>var x</c>, <c>{ }</c>, <c>not A</c>.</summary>
    static bool TakesTheRest(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation { MatchesNull: true } => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } => true,
        INegatedPatternOperation negated => Constants(negated.Pattern).Any(c => c is not null),
        _ => false,
    };

    static string? OwnElement(OperationAnalysisContext context, ITypeSymbol? type) => type is INamedTypeSymbol { IsTupleType: true } tuple
        ? tuple.TupleElements.Select(e => OwnEnum(context, e.Type)?.Name).FirstOrDefault(n => n is not null)
        : null;

    static IEnumerable<object> Constants(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } value } } => [value],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Constants(either.LeftPattern).Concat(Constants(either.RightPattern)),
        _ => [],
    };

    /// <summary>The enum of ours that a value has, nullable or not; null for any other type and for a vocabulary.</summary>
    static INamedTypeSymbol? OwnEnum(OperationAnalysisContext context, ITypeSymbol? type)
    {
        var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return bare is INamedTypeSymbol { TypeKind: TypeKind.Enum } own && IsOurs(context, own) && !Vocabularies(context).Contains(own.Name, StringComparer.OrdinalIgnoreCase) ? own : null;
    }

    /// <summary>Ours is what is declared in this assembly, or in one whose name begins as this one's does.</summary>
    static bool IsOurs(OperationAnalysisContext context, INamedTypeSymbol own) =>
        string.Equals(Family(own.ContainingAssembly), Family(context.Compilation.Assembly), StringComparison.OrdinalIgnoreCase);

    static string Family(IAssemblySymbol assembly) => assembly.Name.Split('.')[0];

    static string[] Vocabularies(OperationAnalysisContext context) =>
        context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree).TryGetValue(VocabulariesKey, out var names)
            ? [.. names.Split(',').Select(n => n.Trim())]
            : [];
}

using System.Buffers;
using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates;

/// <summary>What compiling came to: a predicate unless there are errors; warnings do not hinder it.</summary>
public sealed record PredicateCompilation(Predicate? Predicate, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// The test "leave this page, it cannot be moved", ready to be asked. Immutable, so that any number of threads
/// may ask it at once; asking allocates nothing.
/// </summary>
public sealed class Predicate
{
    /// <summary>More variables than this come from the pool rather than from the stack.</summary>
    const int StackSlots = 64;

    /// <summary>A warning is not worth a pause: on a huge palette a slow predicate goes without it.</summary>
    const int WarningSteps = 200_000;

    readonly PredicateSyntax _syntax;
    readonly BoundProgram _program;

    readonly KernelNames _names;

    Predicate(SourceText source, PredicateSyntax syntax, BoundProgram program, int nodeCount, KernelNames names)
    {
        _names = names;
        Source = source;
        _syntax = syntax;
        _program = program;
        NodeCount = nodeCount;
    }

    public SourceText Source { get; }

    /// <summary>Operators, names, numbers, calls, declarations and statements, as golf counts them; brackets are free.</summary>
    public int NodeCount { get; }

    public bool IsFunctionForm => _syntax.IsFunctionForm;

    /// <summary>The kernel's names that it uses, sorted; the player's own functions and variables are not among them.</summary>
    public ImmutableArray<string> NamesUsed => _program.NamesUsed;

    /// <summary>Reads and checks a text. Never throws on what a person typed.</summary>
    public static PredicateCompilation Compile(SourceText text, PredicateScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        var parsed = Parser.Parse(text);
        if (!parsed.IsWhole)
        {
            return new PredicateCompilation(null, Refusals.Joined(parsed.Diagnostics));
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(parsed.Diagnostics);
        var program = Binder.Bind(parsed, text, scope, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new PredicateCompilation(null, Refusals.Joined(diagnostics.ToImmutable()));
        }

        var predicate = new Predicate(text, parsed.Root, program, parsed.NodeCount, scope.NamesInUse);
        if (scope.States.Length > 1)
        {
            predicate.WarnAboutConstantComparisons(scope, diagnostics);
            predicate.WarnAboutNeverZero(scope, diagnostics);
        }

        return new PredicateCompilation(predicate, diagnostics.ToImmutable());
    }

    /// <summary>Whether the scanner should leave this page.</summary>
    public SkipAnswer Ask(PageState page, CompactControl cc) => Run(page, cc, null, default).Answer;

    /// <summary>The answers for a map's palette, by palette index.</summary>
    public SkipTable Answer(ImmutableArray<PageState> palette, CompactControl cc)
    {
        var answers = ImmutableArray.CreateBuilder<SkipAnswer>(palette.Length);
        foreach (var page in palette)
        {
            answers.Add(Ask(page, cc));
        }

        return new SkipTable(answers.MoveToImmutable());
    }

    /// <summary>Words of memory that asking about this page reads; what <c>&amp;&amp;</c> and <c>||</c> cut off costs nothing.</summary>
    public int Loads(PageState page, CompactControl cc) => Run(page, cc, null, default).Loads;

    /// <summary>The value itself in its type's canonical form, or null where C leaves it undefined.</summary>
    internal long? Evaluate(PageState page, CompactControl cc)
    {
        var outcome = Run(page, cc, null, default);
        return outcome.Answer == SkipAnswer.Error ? null : outcome.Value;
    }

    /// <summary>The value of every sub-expression on this page, and which ones decided.</summary>
    public Explanation Explain(PageState page, CompactControl cc)
    {
        var trace = new Trace();
        var outcome = Run(page, cc, trace, default);
        var root = IsFunctionForm ? trace.Entry?.Returned : trace.Parts is [.., var whole] ? whole : null;
        if (IsFunctionForm)
        {
            Decisions.Mark(trace.Entry);
        }
        else
        {
            Decisions.Mark(root);
        }

        return new Explanation(
            outcome.Answer, root, IsFunctionForm ? trace.Entry : null, outcome.Describe(Source),
            outcome.Loads);
    }

    /// <summary>
    /// What C leaves undefined on some of these page states: one diagnostic a place, at the operator, naming the
    /// first page state on which it happens.
    /// </summary>
    public ImmutableArray<Diagnostic> EvaluationProblems(ImmutableArray<PageState> palette, CompactControl cc)
    {
        var problems = new DiagnosticBag();
        var seen = new HashSet<(DiagnosticCode, TextSpan)>();
        foreach (var page in palette.Where(p => p.Has(PageFlags.Lru)))
        {
            var problem = Run(page, cc, null, default).Describe(Source);
            if (problem is not null && seen.Add((problem.Code, problem.Span)))
            {
                problems.Add(problem with { Message = $"{problem.Message} (on '{page.Kind}')" });
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>In kernel style; reading it gives the same predicate.</summary>
    public string Print() => Printer.Print(_syntax);

    /// <summary>
    /// The text that says the opposite: <c>!(…)</c>, or a last function that calls this one. Numbers that the scanner has
    /// not are handed over as 0.
    /// </summary>
    public string Negated()
    {
        if (_program.Entry is not { } entry)
        {
            return $"!({Printer.Print(_syntax.Expression!)})";
        }

        var parameters = entry.Syntax.Parameters.Where(p => !p.Type.Type.IsInteger()).Select(p => BuiltIn.Declare(p.Type.Text, p.Name.Name)).ToList();
        var arguments = entry.Syntax.Parameters.Select(p => p.Type.Type.IsInteger() ? "0" : p.Name.Name);
        var name = entry.Name == "skip" ? "skip_instead" : "skip";
        return $"{Print()}\nbool {name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters))})\n{{\n\treturn !{entry.Name}({string.Join(", ", arguments)});\n}}\n";
    }

    /// <summary>In words, from its tree: "Skip the page if ...".</summary>
    public string InWords() => Wording.Say(_program, NamesUsed, _names);

    Outcome Run(PageState page, CompactControl cc, Trace? trace, Span<byte> outcomes)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(cc);
        var count = _program.SlotCount;
        if (count <= StackSlots)
        {
            Span<long> slots = stackalloc long[StackSlots];
            Span<bool> assigned = stackalloc bool[StackSlots];
            return Run(new Frame(page, cc, slots, assigned) { Trace = trace, Outcomes = outcomes });
        }

        var pooledSlots = ArrayPool<long>.Shared.Rent(count);
        var pooledAssigned = ArrayPool<bool>.Shared.Rent(count);
        Array.Clear(pooledAssigned);
        var outcome = Run(
            new Frame(page, cc, pooledSlots, pooledAssigned) { Trace = trace, Outcomes = outcomes });
        ArrayPool<long>.Shared.Return(pooledSlots);
        ArrayPool<bool>.Shared.Return(pooledAssigned);
        return outcome;
    }

    Outcome Run(Frame frame)
    {
        var value = Evaluator.Run(_program, ref frame);
        var answer = frame.Halted ? SkipAnswer.Error : value != 0 ? SkipAnswer.Skip : SkipAnswer.Keep;
        return new Outcome(
            answer, value, frame.Problem, frame.ProblemSpan, frame.ProblemType, frame.Loads, frame.Steps);
    }

    /// <summary>What one evaluation came to; its problem is put in words only when somebody wants to read it.</summary>
    readonly record struct Outcome(
        SkipAnswer Answer, long Value, Undefined Problem, TextSpan Span, CType Type, int Loads, int Steps)
    {
        public Diagnostic? Describe(SourceText source)
        {
            if (Problem == Undefined.None)
            {
                return null;
            }

            var (code, message, help) = UndefinedText.Describe(Problem, Type);
            return new Diagnostic(code, source, Span, message, help);
        }
    }

    /// <summary>A comparison that says the same for every page it is asked of is seldom what was meant.</summary>
    void WarnAboutConstantComparisons(PredicateScope scope, DiagnosticBag diagnostics)
    {
        if (_program.Comparisons.IsEmpty)
        {
            return;
        }

        var outcomes = new byte[_program.Comparisons.Length];
        // The scanner asks about nothing that is off the LRU: what a comparison says there proves nothing.
        var steps = 0;
        foreach (var page in scope.States.Where(p => p.Has(PageFlags.Lru)))
        {
            steps += Run(page, scope.Control, null, outcomes).Steps;
            if (steps > WarningSteps)
            {
                return;
            }
        }

        foreach (var comparison in _program.Comparisons)
        {
            var seen = outcomes[comparison.ComparisonIndex];
            if (seen is 1 or 2 && comparison.Constant is null)
            {
                diagnostics.Report(NameCodes.ConstantComparison, Source, comparison.Syntax.Span,
                    $"this comparison is {(seen == 1 ? "false" : "true")} for every page of this level that it is asked of",
                    "see what its two sides are worth on a page");
            }
        }
    }

    /// <summary>A count in place of an answer: every number but 0 is true, and this one is none of both.</summary>
    void WarnAboutNeverZero(PredicateScope scope, DiagnosticBag diagnostics)
    {
        var steps = 0;
        var isTruth = true;
        foreach (var page in scope.States.Where(p => p.Has(PageFlags.Lru)))
        {
            var outcome = Run(page, scope.Control, null, default);
            steps += outcome.Steps;
            if (steps > WarningSteps || outcome.Value == 0 || outcome.Answer == SkipAnswer.Error)
            {
                return;
            }

            isTruth &= outcome.Value == 1;
        }

        if (steps > 0 && !isTruth)
        {
            var (span, subject) = _program.Entry is { } entry ? (entry.Syntax.Name.Span, $"'{entry.Name}' gives a number that")
                : (_syntax.Expression!.Span, "this number");
            diagnostics.Report(NameCodes.NeverZero, Source, span, $"{subject} is not 0 for any page of this level: every page is skipped",
                "compare it: 'folio_ref_count(folio) - … > …'");
        }
    }
}
